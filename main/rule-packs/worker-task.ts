import { readFile } from 'node:fs/promises';
import { loadRuleBook, type RuleBook } from '../rules/book.ts';
import { readRulePack, type ReadPack } from './validate.ts';

export interface ReadPackTask {
  file: string;
  /** Of the built-in rules, which the thread reads by itself. */
  resourcesDir: string;
  /** The pack's own rules, where that was found out before. */
  only: string[] | null;
}

const books = new Map<string, RuleBook>();

function builtInBook(resourcesDir: string): RuleBook {
  const book = books.get(resourcesDir) ?? loadRuleBook(resourcesDir);
  books.set(resourcesDir, book);
  return book;
}

/** A pack of every rule takes longer to read than main may stand still. */
export async function runReadRulePack({ file, resourcesDir, only }: ReadPackTask): Promise<ReadPack> {
  return readRulePack(await readFile(file), builtInBook(resourcesDir), only ? new Set(only) : undefined);
}
