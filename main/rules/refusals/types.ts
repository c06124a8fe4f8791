import type { Verdict } from '../evaluators/verdict.ts';

/** Looks for what one documented reason of rejection names; says nothing where the facts do not show it. */
export type Refusal = (verdict: Verdict) => void;
/** By the id of the reason (`resources/data/rejections.json`). */
export type Refusals = Record<string, Refusal>;
