import { describe, expect, test } from 'vitest';
import { ruleService, rulesInForce, selectRules, type RuleCase } from '../../../main/rules/select.ts';
import type { RuleBook } from '../../../main/rules/book.ts';
import type { Rule } from '../../../main/rules/schema.ts';
import { book } from './the-book.ts';

const firstSite: RuleCase = {
  region: '310000',
  entityGroup: 'enterprise',
  filing: 'first',
  service: 'website',
  on: '2026-11-21',
};
const select = (part: Partial<RuleCase> = {}, from: RuleBook = book): Rule[] =>
  selectRules(from, { ...firstSite, ...part });
const ids = (part: Partial<RuleCase> = {}, from: RuleBook = book): string[] =>
  select(part, from).map((rule) => rule.id);

/** The book with one rule of Shanghai changed. */
function bookWith(id: string, change: Partial<Rule>): RuleBook {
  const file = book.regions.get('310000')!;
  const rules = file.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  return { ...book, regions: new Map([...book.regions, ['310000', { ...file, rules }]]) };
}

describe('the rules of a case', () => {
  test('Shanghai’s letter of the service owner replaces the national one for organisations', () => {
    expect(ids()).toContain('310000-owner-letter');
    expect(ids()).not.toContain('national-service-owner-letter');
    expect(ids({ region: '370000' })).toContain('national-service-owner-letter');
  });

  test('a rule for another nature is listed and replaces nothing', () => {
    const guangdong = (entityNature?: string) =>
      ids({ region: '440000', ...(entityNature && { entityNature }) });
    const medical = '440000-medical-licence-not-entity-doc';
    expect(guangdong('enterprise')).toEqual(expect.arrayContaining([medical, 'national-entity-certificate']));
    expect(guangdong('medical-institution')).toContain(medical);
    expect(guangdong('medical-institution')).not.toContain('national-entity-certificate');
    expect(guangdong()).not.toContain('national-entity-certificate');
  });

  test('a Shanghai enterprise needs a licence valid for more than a year, other groups the national rule', () => {
    const validity = (entityGroup: string) =>
      select({ entityGroup })
        .filter((rule) => rule.check?.name === 'documentMinRemaining')
        .map((rule) => rule.check!.params);
    expect(validity('enterprise')).toEqual([
      { documents: ['entity-certificate'], value: 1, unit: 'year', comparison: 'more-than' },
      expect.objectContaining({ documents: ['person-id'], value: 3, unit: 'month' }),
    ]);
    expect(ids({ entityGroup: 'government' })).not.toContain('310000-licence-12m');
    expect(ids({ region: '440000', entityGroup: 'enterprise' })).toContain(
      'national-document-remaining-validity',
    );
  });

  test('several regional rules may replace one national rule', () => {
    const replacing = select().filter((rule) => rule.overrides === 'national-document-remaining-validity');
    expect(replacing.map((rule) => rule.id)).toEqual(['310000-licence-12m', '310000-id-3m']);
  });

  test('an override says nothing outside its own groups', () => {
    expect(ids({ entityGroup: 'individual' })).toContain('310000-ind-min-address');
    expect(ids({ entityGroup: 'individual' })).not.toContain('national-address-detail');
    expect(ids({ entityGroup: 'enterprise' })).toContain('national-address-detail');
  });

  test('a regional recommendation wins over a national requirement', () => {
    for (const [code, file] of book.regions)
      for (const rule of file.rules.filter((r) => r.overrides !== null && r.severity === 'recommended')) {
        const [entityGroup, filing, service] = [
          rule.appliesTo.entity[0]!,
          rule.appliesTo.filing[0]!,
          rule.appliesTo.service[0]!,
        ];
        const chosen = ids({ region: code, entityGroup, filing, service });
        expect(chosen).toContain(rule.id);
        expect(chosen).not.toContain(rule.overrides);
      }
  });

  test('in every case of every region no rule stands beside the one that replaces it, and all apply', () => {
    const { regions, entityGroups, filingTypes } = book.enumerations;
    for (const { id: region } of regions)
      for (const { id: entityGroup } of entityGroups)
        for (const { id: filing } of filingTypes)
          for (const service of ['website', 'app']) {
            const rules = select({ region, entityGroup, filing, service });
            const chosen = new Set(rules.map((rule) => rule.id));
            expect(chosen.size).toBe(rules.length);
            for (const { overrides, appliesTo, id } of rules) {
              if (overrides !== null && chosen.has(overrides)) throw new Error(`${id} beside ${overrides}`);
              if (
                !appliesTo.entity.includes(entityGroup) ||
                !appliesTo.filing.includes(filing) ||
                !appliesTo.service.includes(service)
              )
                throw new Error(`${id} does not apply to ${entityGroup} ${filing} ${service}`);
            }
            // What the nation asks is asked, or replaced by a rule that is.
            const replaced = new Set(rules.map((rule) => rule.overrides));
            for (const rule of book.national.rules)
              if (
                rule.validTo === null &&
                rule.appliesTo.entity.includes(entityGroup) &&
                rule.appliesTo.filing.includes(filing) &&
                rule.appliesTo.service.includes(service) &&
                !chosen.has(rule.id) &&
                !replaced.has(rule.id)
              )
                throw new Error(`${rule.id} was lost`);
          }
  });

  test('come in one order: the nation’s, then the region’s, each as in its file', () => {
    const order = [...book.national.rules, ...book.regions.get('310000')!.rules].map((rule) => rule.id);
    const chosen = ids();
    expect(chosen).toEqual([...chosen].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(chosen.length).toBeGreaterThan(40);
  });

  test('mini programs and quick apps follow the rules of apps, and that is said', () => {
    expect(ids({ service: 'mini-program' })).toEqual(ids({ service: 'app' }));
    expect(ids({ service: 'quick-app' })).toEqual(ids({ service: 'app' }));
    expect(ruleService(book, 'mini-program')).toEqual({ service: 'app', isAssumed: true });
    expect(ruleService(book, 'app')).toEqual({ service: 'app', isAssumed: false });
  });

  test('of a region without a rule file there are none, not merely the national ones', () =>
    expect(ids({ region: '710000' })).toEqual([]));
});

describe('the day decides', () => {
  test('a rule holds from its first day to its last, both included', () => {
    const rule = { ...book.rulesById.get('national-sms')!, validFrom: '2020-08-17', validTo: '2026-12-31' };
    const on = (day: string) => rulesInForce([rule], day).length;
    expect([on('2020-08-16'), on('2020-08-17'), on('2026-12-31'), on('2027-01-01')]).toEqual([0, 1, 1, 0]);
    expect(rulesInForce([{ ...rule, validFrom: null, validTo: null }], '1999-01-01')).toHaveLength(1);
  });

  test('one domain per website holds since 2019-04-22', () => {
    expect(ids({ on: '2019-04-21' })).not.toContain('national-one-domain-per-website');
    expect(ids({ on: '2019-04-22' })).toContain('national-one-domain-per-website');
  });

  test('an override that is not yet, or no longer, in force replaces nothing', () => {
    const from2027 = bookWith('310000-owner-letter', { validFrom: '2027-01-01' });
    expect(ids({}, from2027)).toContain('national-service-owner-letter');
    expect(ids({ on: '2027-01-01' }, from2027)).not.toContain('national-service-owner-letter');
    const until2025 = bookWith('310000-owner-letter', { validTo: '2025-12-31' });
    expect(ids({}, until2025)).toContain('national-service-owner-letter');
    expect(ids({}, until2025)).not.toContain('310000-owner-letter');
  });
});
