import { describe, expect, test } from 'vitest';
import { evaluateFactsFile } from '../../../main/rules/evaluate.ts';
import { selectRules } from '../../../main/rules/select.ts';
import { regionSummaries } from '../../../main/rules/views.ts';
import { cleanFacts, shanghai, withFacts } from './evaluators/clean-facts.ts';
import { book } from './the-book.ts';

const rulesOn = (on: string, filing: string) =>
  selectRules(book, { region: '310000', entityGroup: 'enterprise', filing, service: 'website', on }).map(
    ({ id }) => id,
  );

function domainsOn(on: string, count: number) {
  const domains = Array.from({ length: count }, (_, i) => `s${i}.cn`);
  const file = withFacts(
    { ...cleanFacts(shanghai), on },
    { 'order.services': [{ type: 'website', name: '云帆澜官网', domain: domains[0], domains }] },
  );
  return evaluateFactsFile(book, file).findings.filter(({ code }) => code === 'service.too-many-domains');
}

describe('what no longer holds', () => {
  test('lets a website have fifteen domains until 22 April 2019', () => {
    expect(domainsOn('2019-04-21', 15)).toEqual([]);
    expect(domainsOn('2019-04-21', 16)).toMatchObject([{ severity: 'error', params: { atMost: 15 } }]);
    expect(domainsOn('2019-04-22', 2)).toMatchObject([{ severity: 'error', params: { atMost: 1 } }]);
  });

  test.each([
    ['the filing password', 'new-access', 'national-filing-password', '2020-08-16', '2020-08-17'],
    ['the photo before the backdrop', 'first', 'national-backdrop-photo', '2021-02-21', '2021-02-22'],
  ])('asks for %s until its last day', (_what, filing, id, last, first) => {
    expect(rulesOn(last, filing)).toContain(id);
    expect(rulesOn(first, filing)).not.toContain(id);
  });

  test('gives way to the SMS on the same day', () => {
    expect(rulesOn('2020-08-16', 'new-access')).not.toContain('national-sms');
    expect(rulesOn('2020-08-17', 'new-access')).toContain('national-sms');
  });

  test('leaves what only a person can say about an old filing to a person', () => {
    const file = { ...cleanFacts(shanghai, 'new-service'), filing: 'new-access', on: '2018-05-01' };
    expect(evaluateFactsFile(book, file).unchecked).toContainEqual({
      ruleId: 'national-filing-password',
      check: null,
      because: 'needs-person',
      missing: [],
    });
  });

  test('is counted apart from the rules of the data set', () => {
    const [national, ...regions] = regionSummaries(book);
    expect(national).toMatchObject({ rules: 84, ended: 3 });
    expect(regions.map(({ ended }) => ended)).toEqual(regions.map(() => 0));
    expect(regions.reduce((sum, { rules }) => sum + rules, 0)).toBe(494);
  });
});

test('every rule without a check is asked of a person, in every region', () => {
  const silent = [book.national, ...book.regions.values()]
    .flatMap(({ region, rules }) => rules.map((rule) => ({ region, rule })))
    .filter(({ rule }) => rule.check === null)
    .flatMap(({ region, rule }) => {
      const [entityGroup, filing, service] = [
        rule.appliesTo.entity[0]!,
        rule.appliesTo.filing[0]!,
        rule.appliesTo.service[0]!,
      ];
      const on = rule.validTo ?? '2026-11-21';
      const at = { region: region === 'national' ? '310000' : region, entityGroup, filing, service, on };
      const { unchecked } = evaluateFactsFile(book, { ...at, provider: null, facts: {} });
      const asked = unchecked.find(({ ruleId }) => ruleId === rule.id);
      return asked?.because === 'needs-person' ? [] : [rule.id];
    });
  expect(silent).toEqual([]);
});
