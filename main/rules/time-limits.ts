import type { RuleBook } from './book.ts';

export type TimeLimit = RuleBook['lifecycle']['timeLimits'][number];

/** A limit that the application itself counts with; without it the lifecycle data are not whole. */
export function timeLimit({ lifecycle }: RuleBook, id: string): TimeLimit {
  const limit = lifecycle.timeLimits.find((candidate) => candidate.id === id);
  if (!limit) throw new Error(`No time limit ${id}`);
  return limit;
}

/** The most that a limit allows, in its unit; `null` where it names no number. */
export const mostOf = ({ value, max }: TimeLimit): number | null => value ?? max ?? null;
