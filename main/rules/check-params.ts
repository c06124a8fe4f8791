import * as v from 'valibot';
import { Day } from '../../preload/contract/index.ts';
import type { CheckParam, CheckSpec } from './data-schema.ts';
import type { ParamValue } from './schema.ts';

const isText = (x: unknown): x is string => typeof x === 'string' && x.trim() !== '';

function isListOf(value: unknown, ok: (x: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(ok);
}

function isItem(items: NonNullable<CheckParam['items']>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.every((key) => key in items) &&
    Object.entries(items).every(([key, type]) => {
      const x: unknown = (value as Record<string, unknown>)[key];
      if (type === 'string') return isText(x);
      if (type === 'boolean') return typeof x === 'boolean';
      if (type === 'integer') return Number.isInteger(x) && isFrom0To(mostOf({}), x as number);
      return Array.isArray(x) && x.every(isText);
    })
  );
}

/** No age, count or time that a rule could mean is larger; only files may have more kilobytes. A check may count up to it. */
export const mostOf = ({ unit }: Pick<CheckParam, 'unit'>): number => (unit === 'KB' ? 100_000 : 1000);

const isFrom0To = (most: number, value: number): boolean => value >= 0 && value <= most;

/** Whether `value` is what the declaration of the parameter asks for. */
function isParamValue(param: CheckParam, value: unknown, isMaterial: (id: string) => boolean): boolean {
  const isAllowed = (x: unknown): boolean => isText(x) && (param.values ?? []).includes(x);
  switch (param.type) {
    case 'integer':
      return Number.isInteger(value) && isFrom0To(mostOf(param), value as number);
    case 'number':
      return typeof value === 'number' && isFrom0To(mostOf(param), value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return isText(value) && (param.unit !== 'date' || v.is(Day, value));
    case 'enum':
      return isAllowed(value);
    case 'enumArray':
      return isListOf(value, isAllowed);
    case 'stringArray':
      return isListOf(value, isText);
    case 'materialArray':
      return isListOf(value, (x) => isText(x) && isMaterial(x));
    case 'objectArray':
      return isListOf(value, (x) => isItem(param.items ?? {}, x));
  }
}

/** A parameter that does not fit its declaration; `param` is `null` when the check has none of that name. */
export interface ParamProblem {
  name: string;
  param: CheckParam | null;
  /** `undefined`: it is missing. */
  value: ParamValue | undefined;
}

/** The parameters of a rule's check with the defaults of the vocabulary filled in, and those that do not fit. */
export function completeParams(
  spec: CheckSpec,
  given: Record<string, ParamValue>,
  isMaterial: (id: string) => boolean,
): { params: Record<string, ParamValue>; problems: ParamProblem[] } {
  const problems: ParamProblem[] = Object.keys(given)
    .filter((name) => !spec.params.some((p) => p.id === name))
    .map((name) => ({ name, param: null, value: given[name] }));
  const params: Record<string, ParamValue> = {};
  for (const param of spec.params) {
    const value = given[param.id] ?? param.default;
    if (value === undefined) {
      if (param.required) problems.push({ name: param.id, param, value });
    } else if (isParamValue(param, value, isMaterial)) params[param.id] = value;
    else problems.push({ name: param.id, param, value });
  }
  return { params, problems };
}

/** Parameters that list what is refused; everything else of type `materialArray` can be handed in. */
const REFUSED = ['rejected', 'forbidden'];

/** Ids of the materials that would answer a check, each once; those it refuses are left out. */
export function materialsOfParams(spec: CheckSpec, params: Record<string, ParamValue>): string[] {
  const ids = spec.params
    .filter((p) => p.type === 'materialArray' && !REFUSED.includes(p.id))
    .flatMap((p) => (params[p.id] as string[] | undefined) ?? []);
  return [...new Set(ids)];
}
