import { expect, test } from 'vitest';
import { evaluateFactsFile } from '../../../../main/rules/evaluate.ts';
import { parseFactsFile } from '../../../../main/rules/facts.ts';
import { withFacts } from '../evaluators/clean-facts.ts';
import { book } from '../the-book.ts';
import { choices } from './choices.ts';
import { cleanDossier, type Choice } from './dossier.ts';

/** What a clean dossier is told in vain; `without`: facts that are left out. */
function falseAlarms(choice: Choice, without: string[] = []): string[] {
  const left = Object.fromEntries(without.map((key) => [key, undefined]));
  const file = withFacts(cleanDossier(choice), left);
  parseFactsFile(book, file);
  return evaluateFactsFile(book, file)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ ruleId, code, params }) =>
      [JSON.stringify(choice), ...without, ruleId, code, JSON.stringify(params)].join(' '),
    );
}

for (const { title, all } of choices)
  test(`${title}: nothing to correct`, () => {
    expect(all.length).toBeGreaterThan(0);
    expect(all.flatMap((choice) => falseAlarms(choice))).toEqual([]);
  });

test('facts that are left out are unknown and never a fault', () => {
  const alarms = book.enumerations.regions.flatMap(({ id: region }) => {
    const choice = { region, entityGroup: 'enterprise', filing: 'first', service: 'website' };
    const keys = Object.keys(cleanDossier(choice).facts);
    const tenths = Array.from({ length: 10 }, (_, i) => keys.filter((_key, at) => at % 10 === i));
    return tenths.flatMap((without) => falseAlarms(choice, without));
  });
  expect(alarms).toEqual([]);
});

test('every region, group and filing is among them', () => {
  const { regions, entityGroups, filingTypes } = book.enumerations;
  const seen = new Set(
    choices.flatMap(({ all }) => all.map((c) => `${c.region} ${c.entityGroup} ${c.filing}`)),
  );
  const missing = regions.flatMap(({ id: region }) =>
    entityGroups.flatMap(({ id: group }) =>
      filingTypes.map(({ id: filing }) => `${region} ${group} ${filing}`).filter((key) => !seen.has(key)),
    ),
  );
  // These regions take changes only as a change of both, which is itself among them.
  expect(missing.every((key) => /^(320000|410000|520000|630000) .* change-(entity|service)$/.test(key))).toBe(
    true,
  );
  expect(missing.filter((key) => key.startsWith('410000')).every((key) => key.endsWith('service'))).toBe(
    true,
  );
});

test('a narrower change than the region offers is the only thing to correct', () => {
  const narrow = ['520000', '630000'].map((region) => ({
    region,
    entityGroup: 'enterprise',
    filing: 'change-entity',
    service: 'website',
  }));
  for (const choice of narrow) {
    const alarms = falseAlarms(choice);
    expect(alarms.length).toBeGreaterThan(0);
    expect(alarms.filter((alarm) => !alarm.includes(' order.type-not-offered '))).toEqual([]);
  }
});
