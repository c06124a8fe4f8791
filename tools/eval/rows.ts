import { quantile } from '../../main/images/raster.ts';

/** A file that was judged wrongly, or is the worst of its kind. */
export interface Confusion {
  file: string;
  what: 'missed' | 'false alarm' | 'far off' | 'unanswered' | 'lowest';
  /** The numbers behind it. */
  note: string;
}

export interface Figure {
  name: string;
  /** `null` when nothing labelled allows to measure it. */
  value: number | null;
  unit: string | null;
  goal: Goal | null;
  /** `null` without a value or a goal. */
  met: boolean | null;
}

export interface Goal {
  atLeast?: number;
  atMost?: number;
}

export type Outcome = 'met' | 'missed' | 'not measured' | 'no goal';

export interface Row {
  name: string;
  outcome: Outcome;
  /** How many files were held against their labels. */
  files: number;
  figures: Figure[];
  confusions: Confusion[];
}

export const atLeast = (value: number): Goal => ({ atLeast: value });
export const atMost = (value: number): Goal => ({ atMost: value });

export function figure(
  name: string,
  value: number | null,
  goal: Goal | null = null,
  unit: string | null = null,
): Figure {
  const known = value !== null && Number.isFinite(value) ? value : null;
  const met =
    known === null || goal === null
      ? null
      : known >= (goal.atLeast ?? Number.NEGATIVE_INFINITY) &&
        known <= (goal.atMost ?? Number.POSITIVE_INFINITY);
  return { name, value: known, unit, goal, met };
}

export function row(name: string, files: number, figures: Figure[], confusions: Confusion[] = []): Row {
  return { name, outcome: outcomeOf(figures), files, figures, confusions };
}

function outcomeOf(figures: Figure[]): Outcome {
  const held = figures.filter(({ goal }) => goal !== null);
  if (held.some(({ met }) => met === false)) return 'missed';
  if (held.some(({ met }) => met === null)) return 'not measured';
  return held.length === 0 ? 'no goal' : 'met';
}

/** One file: what its label says, and what the checks say. */
export interface Case {
  file: string;
  truth: boolean;
  found: boolean;
  note?: string;
}

/** Mean of how many were found and how many were spared; not measured while there are none of either. */
export function balanced(name: string, goal: Goal | null, cases: Case[]): Row {
  const share = (truth: boolean) => {
    const those = cases.filter((one) => one.truth === truth);
    return those.length === 0 ? null : those.filter((one) => one.found === truth).length / those.length;
  };
  const found = share(true);
  const spared = share(false);
  const mean = found === null || spared === null ? null : (found + spared) / 2;
  return row(
    name,
    cases.length,
    [figure('balanced', mean, goal), figure('found', found), figure('spared', spared)],
    cases
      .filter((one) => one.truth !== one.found)
      .map(({ file, truth, note = '' }) => ({ file, what: truth ? 'missed' : 'false alarm', note })),
  );
}

/** `null` of none. */
export function quantileOf(values: number[], share: number): number | null {
  return values.length === 0 ? null : quantile(Float32Array.from(values), share);
}

export function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function digits(value: number | null, count = 2): string {
  return value === null ? 'unknown' : value.toFixed(count);
}
