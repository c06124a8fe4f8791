import type { Problem } from '../../identifiers/problem.ts';
import type { Verdict } from './verdict.ts';

/** Takes over what the algorithms for identifiers say of a value. `role`: whose value, for the sentence. */
export function sayProblems(verdict: Verdict, problems: Problem[], path: string): boolean {
  for (const { code, params, severity } of problems)
    verdict.sayProblem(code, params, path, severity === 'error' ? undefined : severity);
  return problems.some((problem) => problem.severity === 'error');
}
