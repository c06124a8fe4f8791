import { completeParams } from '../../../../main/rules/check-params.ts';
import { runCheck } from '../../../../main/rules/evaluators/index.ts';
import type { CheckName, CheckParams } from '../../../../main/rules/evaluators/params.ts';
import type { CheckContext, CheckResult } from '../../../../main/rules/evaluators/types.ts';
import type { ParamValue } from '../../../../main/rules/schema.ts';
import { book } from '../the-book.ts';

export const ON = '2026-11-21';

export interface Case extends Partial<Omit<CheckContext, 'book'>> {
  facts: Record<string, unknown>;
}

/** Runs one check with the defaults of the vocabulary, in Shanghai, for an enterprise's first filing of a website. */
export function run<N extends CheckName>(
  name: N,
  params: Partial<CheckParams[N]>,
  { facts, ...rest }: Case,
): CheckResult {
  const spec = book.checks.get(name)!;
  const completed = completeParams(spec, params as Record<string, ParamValue>, (id) =>
    book.materials.has(id),
  );
  const [wrong] = completed.problems;
  if (wrong) throw new Error(`parameter ${wrong.name} of ${name}`);
  return runCheck(name, completed.params, {
    on: ON,
    region: '310000',
    entityGroup: 'enterprise',
    filing: 'first',
    service: 'website',
    provider: null,
    book,
    ...rest,
    facts,
  });
}

/** Codes of what was found; with its severity where it is lower than the rule's. */
export const codes = (result: CheckResult): string[] =>
  result.findings.map(({ code, severity }) => (severity ? `${code} (${severity})` : code));
