import type { Params } from '../../preload/contract/index.ts';

type Values = Record<string, unknown>;

/** Writes `patch` over `target`; objects one level down (certificate, domain) are merged, lists replaced. */
export function applyPatch<T extends object>(target: T, patch: Partial<{ [K in keyof T]: unknown }>): void {
  for (const [key, value] of Object.entries(patch) as [keyof T & string, unknown][]) {
    if (value === undefined) continue;
    const old = target[key];
    if (isRecord(old) && isRecord(value)) Object.assign(old, withoutUndefined(value));
    else target[key] = value as T[typeof key];
  }
}

/**
 * What the history says of a patch: the names of its fields and, for one plain field, its old and new value.
 *
 * @param prefix of the field names, e.g. `entity.`
 */
export function describePatch(prefix: string, before: object, patch: object): Params {
  const fields = flatten(patch).filter(([, value]) => value !== undefined);
  const params: Params = { fields: fields.map(([path]) => prefix + path) };
  const [only] = fields;
  if (fields.length === 1 && only && isPlain(only[1])) {
    params['from'] = shorten(valueAt(before, only[0]));
    params['to'] = shorten(only[1]);
  }
  return params;
}

const LONGEST_VALUE = 120;

function shorten(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function flatten(record: object, prefix = ''): [string, unknown][] {
  return Object.entries(record).flatMap(([key, value]): [string, unknown][] =>
    isRecord(value) ? flatten(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );
}

function valueAt(record: object, path: string): unknown {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (isRecord(at) ? (at as Values)[key] : undefined), record);
  return isPlain(value) ? value : undefined;
}

function withoutUndefined(record: Values): Values {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
