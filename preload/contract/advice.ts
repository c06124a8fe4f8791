import * as v from 'valibot';
import { Bilingual } from './common.ts';
import { Source } from './findings.ts';

/** One reason or hindrance. `code`: id of a table's input, or what kind of sentence it is. */
export const AdviceLine = v.strictObject({
  code: v.string(),
  message: Bilingual,
  /** What to do about it; only of hindrances. */
  next: v.nullable(Bilingual),
  /** Facts it rests on, or that are missing. */
  facts: v.array(v.string()),
  sources: v.array(Source),
});
export type AdviceLine = v.InferOutput<typeof AdviceLine>;

/** Something the facts do not tell and a person can answer: an input of the decision table. */
export const AdviceQuestion = v.strictObject({
  id: v.string(),
  name: Bilingual,
  answers: v.array(v.strictObject({ value: v.string(), name: Bilingual })),
  /** Taken for granted while there is no answer; `null`: without one nothing can be advised. */
  assumed: v.nullable(v.string()),
});
export type AdviceQuestion = v.InferOutput<typeof AdviceQuestion>;

export const Advice = v.strictObject({
  /** Filing type, or `none` where nothing may be filed now or nothing needs to be. */
  filing: v.string(),
  /** The filing that follows once this one is through. */
  then: v.nullable(v.string()),
  because: v.array(AdviceLine),
  blockers: v.array(AdviceLine),
  questions: v.array(AdviceQuestion),
});
export type Advice = v.InferOutput<typeof Advice>;
