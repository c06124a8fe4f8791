import type { RuleBook } from '../rules/book.ts';

/** States in which the order has ended; what follows concerns the record, not the order. */
const ENDED = new Set(['approved', 'audit-failed', 'shell', 'cancelled']);

/** An open order blocks every other order of its entity. */
export function isOpenState(state: string): boolean {
  return !ENDED.has(state);
}

/** States an order in `from` may be moved to, by the lifecycle data. */
export function statesAfter(book: RuleBook, from: string): string[] {
  if (!isOpenState(from)) return [];
  const targets = book.lifecycle.transitions.filter((t) => t.from === from && t.to !== from).map((t) => t.to);
  return [...new Set(targets)];
}
