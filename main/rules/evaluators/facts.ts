import type { CheckContext } from './types.ts';

/** `undefined`: unknown. `null`: known to be none; blank text counts as none. */
export type Maybe<T> = T | null | undefined;

export const isKnown = (ctx: CheckContext, key: string): boolean => ctx.facts[key] !== undefined;

export function text(ctx: CheckContext, key: string): Maybe<string> {
  const value = ctx.facts[key];
  if (value === undefined) return undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function flag(ctx: CheckContext, key: string): Maybe<boolean> {
  const value = ctx.facts[key];
  return typeof value === 'boolean' ? value : value === undefined ? undefined : null;
}

export function count(ctx: CheckContext, key: string): Maybe<number> {
  const value = ctx.facts[key];
  return typeof value === 'number' ? value : value === undefined ? undefined : null;
}

export type Item = Record<string, unknown>;

/** `null` reads as an empty list: known to be none. */
export function items(ctx: CheckContext, key: string): Item[] | undefined {
  const value = ctx.facts[key];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.filter((x): x is Item => typeof x === 'object' && x !== null) : [];
}

export function words(ctx: CheckContext, key: string): string[] | undefined {
  const value = ctx.facts[key];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.filter((x): x is string => typeof x === 'string') : [];
}

export function object(ctx: CheckContext, key: string): Maybe<Item> {
  const value = ctx.facts[key];
  if (value === undefined) return undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : null;
}

export const textOf = (item: Item, key: string): string | null => {
  const value = item[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** An object names the fact that is needed to tell. */
export type Answer = boolean | { needs: string };

export const textMatches = (ctx: CheckContext, key: string, pattern: RegExp): Answer => {
  const value = text(ctx, key);
  return value === undefined ? { needs: key } : pattern.test(value ?? '');
};

/** One of them is enough; only when all are known can it be none. */
export function anyOf(...answers: Answer[]): Answer {
  return answers.includes(true) || (answers.find((answer) => typeof answer === 'object') ?? false);
}

/** Province of a six-digit region code. */
export const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** First filings start from nothing, so an absent ledger is known to be empty there. */
export function filedServices(ctx: CheckContext): Item[] | undefined {
  return items(ctx, 'ledger.filedServices') ?? (ctx.filing === 'first' ? [] : undefined);
}
