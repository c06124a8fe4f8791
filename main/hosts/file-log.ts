import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../ports.ts';

const maxBytes = 1_000_000;

/**
 * One JSON line per error, written synchronously so that the last one before a crash is there; the file and its
 * predecessor stay under 1 MB each. Of an error only its class, its system code and its stack frames are kept: the
 * text of an error may quote a file's content, which is personal data here.
 */
export function fileLog(file: string, homeDir: string): Log {
  return {
    error(message, cause) {
      const line = JSON.stringify({ at: new Date().toISOString(), message, ...describe(cause, homeDir) });
      try {
        mkdirSync(dirname(file), { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes)
          renameSync(file, `${file}.old`);
        appendFileSync(file, `${line}\n`);
      } catch {
        // A full disk must not turn a logged error into a crash.
      }
    },
  };
}

interface Description {
  error: string;
  code?: string;
  syscall?: string;
  stack?: string[];
  cause?: Description;
}

function describe(cause: unknown, homeDir: string): Description {
  if (!(cause instanceof Error)) return { error: cause === null ? 'null' : typeof cause };
  const { code, syscall } = cause as NodeJS.ErrnoException;
  const frames = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replaceAll(homeDir, '~'));
  return {
    error: cause.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof syscall === 'string' && { syscall }),
    stack: frames,
    ...(cause.cause !== undefined && { cause: describe(cause.cause, homeDir) }),
  };
}
