import { readFile } from 'node:fs/promises';
import { cliProblems } from '../../../preload/messages/cli.ts';
import { UsageError } from './verb.ts';

/** The JSON in a file, or on stdin for `-`. @throws UsageError */
export async function readJson(file: string): Promise<unknown> {
  const text = file === '-' ? await readStdin() : await readText(file);
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(cliProblems.notJson(file === '-' ? 'stdin' : file));
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

export function unreadable(file: string, cause: unknown): UsageError {
  return new UsageError(cliProblems.unreadable(file, (cause as NodeJS.ErrnoException).code ?? 'unknown'));
}

async function readStdin(): Promise<string> {
  process.stdin.setEncoding('utf8');
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}
