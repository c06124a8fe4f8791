import * as v from 'valibot';
import { Day, RegionCode } from './common.ts';

/** Flat facts of one dossier and filing. An absent key is unknown, `null` is "known to be none". */
export type Facts = Record<string, unknown>;

/**
 * Envelope of the facts file (`beian check --facts`). Keys and types of `facts` are checked against
 * `resources/data/facts.json` by `main/rules/facts.ts`.
 */
export const FactsFile = v.strictObject({
  region: RegionCode,
  entityGroup: v.string(),
  /** May be absent only for `advise`. */
  filing: v.optional(v.string()),
  service: v.string(),
  provider: v.optional(v.nullable(v.string())),
  on: v.optional(Day),
  facts: v.record(v.string(), v.unknown()),
});
export type FactsFile = v.InferOutput<typeof FactsFile>;
