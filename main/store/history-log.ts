import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { HistoryEntry } from '../../preload/contract/index.ts';
import { readIfThere } from './durable-file.ts';
import { toWriteError } from './store.ts';

/** What happened to one dossier: a line of JSON each, appended. */
export class HistoryLog {
  readonly #path: string;
  #lastStart: number | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  append(entry: HistoryEntry): Promise<void> {
    return this.#write(entry, false);
  }

  /** Writes over the entry appended last in this session: for keystrokes that make up one edit. */
  replaceLast(entry: HistoryEntry): Promise<void> {
    return this.#write(entry, true);
  }

  /** Newest first. A line torn by a power cut is left out. */
  async read(): Promise<HistoryEntry[]> {
    await this.#queue;
    const text = (await readIfThere(this.#path))?.toString('utf8') ?? '';
    const entries: HistoryEntry[] = [];
    for (const line of text.split('\n')) {
      const entry = v.safeParse(HistoryEntry, parseOrNull(line));
      if (entry.success) entries.push(entry.output);
    }
    return entries.reverse();
  }

  #write(entry: HistoryEntry, replace: boolean): Promise<void> {
    const run = async () => {
      const handle = await open(this.#path, 'a+', 0o600);
      try {
        if (replace && this.#lastStart !== null) await handle.truncate(this.#lastStart);
        const { size } = await handle.stat();
        // A torn last line must not swallow this one.
        const prefix = size > 0 && !(await endsWithNewline(handle, size)) ? '\n' : '';
        this.#lastStart = size + prefix.length;
        await handle.appendFile(`${prefix}${JSON.stringify(entry)}\n`);
      } finally {
        await handle.close();
      }
    };
    const result = this.#queue.then(run).catch((cause: unknown) => {
      throw toWriteError(cause, basename(this.#path));
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

async function endsWithNewline(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
