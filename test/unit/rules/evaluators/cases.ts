import { expect, test } from 'vitest';
import type { CheckName, CheckParams } from '../../../../main/rules/evaluators/params.ts';
import { codes, run, type Case } from './run.ts';

/** Title, parameters, facts (and case), outcome, codes of findings, missing facts. */
export type Row<N extends CheckName> = [
  title: string,
  params: Partial<CheckParams[N]>,
  at: Case,
  outcome: 'pass' | 'fail' | 'needs-material' | 'needs-human',
  found?: string[],
  missing?: string[],
];

/** One test per row. */
export function cases<N extends CheckName>(name: N, rows: Row<N>[]): void {
  test.each(rows)(`${name}: %s`, (_title, params, at, outcome, found, missing) => {
    const result = run(name, params, at);
    expect({ outcome: result.outcome, found: codes(result), missing: result.missing }).toEqual({
      outcome,
      found: found ?? [],
      missing: missing ?? [],
    });
  });
}
