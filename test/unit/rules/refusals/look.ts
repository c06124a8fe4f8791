import { refusedBecause } from '../../../../main/rules/refusals/index.ts';
import { ON, type Case } from '../evaluators/run.ts';
import { book } from '../the-book.ts';

/** What would come back, as `reason code`; with its severity where it is only a warning. */
export function refused({ facts, ...rest }: Case): string[] {
  const ctx = {
    on: ON,
    region: '310000',
    entityGroup: 'enterprise',
    filing: 'first',
    service: 'website',
    provider: 'huawei-cloud',
    book,
    ...rest,
    facts,
  };
  return refusedBecause(ctx).flatMap(({ rule, result }) =>
    result.findings.map(({ code, severity }) => {
      const reason = rule.id.replace('national-refusal-', '').toUpperCase();
      return `${reason} ${code}${severity ? ` (${severity})` : ''}`;
    }),
  );
}

export type Row = [title: string, at: Case, found: string[]];
