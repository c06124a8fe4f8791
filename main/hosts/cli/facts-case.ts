import { AppError } from '../../errors.ts';
import type { RuleBook } from '../../rules/book.ts';
import type { CompleteFactsFile } from '../../rules/evaluate.ts';
import { parseFactsFile } from '../../rules/facts.ts';

/**
 * A facts file that can be judged: it must say which filing, and is about today unless it says otherwise.
 *
 * @throws AppError `input.invalid` or `input.unknown-value` naming the key
 */
export function parseCase(book: RuleBook, json: unknown, today: string): CompleteFactsFile {
  const { filing, on = today, ...rest } = parseFactsFile(book, json);
  if (filing === undefined) throw new AppError('input.invalid', { field: 'filing', rule: 'required' });
  return { ...rest, filing, on };
}
