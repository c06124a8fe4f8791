import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../main/rules/catalogue.ts';
import { checklistItems } from '../../../main/rules/checklist.ts';
import {
  materialsOfRule,
  regionSummaries,
  ruleViews,
  sourceAgeDays,
  textDay,
} from '../../../main/rules/views.ts';
import { Catalogue, RegionSummary, RuleView } from '../../../preload/contract/index.ts';
import { book } from './the-book.ts';

const dated = (asOf: string | null) => ({
  publisher: 'x',
  title: 'x',
  url: null,
  asOf,
  asOfEstimated: false,
});
const rule = book.rulesById.get('310000-licence-12m')!;

describe('the age of a rule', () => {
  test.each([
    ['2024-04-01', '2024-04-01'],
    ['2024-04', '2024-04-01'],
    ['2024', '2024-01-01'],
    ['2024-04-01/2026-02-27', '2024-04-01'],
    ['2021-06/2023-09', '2021-06-01'],
    [null, null],
  ])('a text of %s counts from %s', (asOf, day) => expect(textDay(dated(asOf))).toBe(day));

  test('is that of its newest text', () => {
    const aged = { ...rule, sources: [dated('2021'), dated('2026-11-20'), dated(null)] };
    expect(sourceAgeDays(aged, '2026-11-21')).toBe(1);
    expect(sourceAgeDays({ ...rule, sources: [dated('2024-02-28')] }, '2024-03-01')).toBe(2);
  });

  test('is unknown when no source is dated', () =>
    expect(sourceAgeDays({ ...rule, sources: [dated(null)] }, '2026-11-21')).toBeNull());
});

describe('region summaries', () => {
  const summaries = regionSummaries(book);

  test('match the contract and cover the nation and 31 regions', () => {
    expect(v.safeParse(v.array(RegionSummary), summaries).issues).toBeUndefined();
    expect(summaries).toHaveLength(32);
    expect(summaries[0]?.region).toBe('national');
  });

  // Columns "high / medium / low" of the published table.
  test.each([
    ['110000', 7, 13, 0],
    ['310000', 11, 14, 2],
    ['440000', 16, 24, 1],
    ['620000', 1, 8, 1],
    ['national', 71, 13, 0],
  ])('count the confidence of %s', (region, high, medium, low) =>
    expect(summaries.find((s) => s.region === region)).toMatchObject({
      rules: high + medium + low,
      confidence: { high, medium, low },
      checkedOn: '2026-11-21',
    }),
  );

  test('name the oldest and the newest text', () => {
    for (const { oldestSource, newestSource, region } of summaries)
      expect(oldestSource! < newestSource!, region).toBe(true);
    const shanghai = summaries.find((s) => s.region === '310000')!;
    const days = book.regions.get('310000')!.rules.flatMap((r) => r.sources.flatMap((s) => textDay(s) ?? []));
    expect([shanghai.oldestSource, shanghai.newestSource]).toEqual([days.sort()[0], days.at(-1)]);
  });
});

describe('rule views', () => {
  test.each(['national', ...book.regions.keys()])('of %s match the contract', (region) => {
    const views = ruleViews(book, region);
    expect(v.safeParse(v.array(RuleView), views).issues).toBeUndefined();
    expect(views.every((view) => view.scope === region)).toBe(true);
  });

  test('an unknown region lists the known ones', () =>
    expect(() => ruleViews(book, '710000')).toThrow(
      expect.objectContaining({
        failure: {
          code: 'input.unknown-value',
          params: { field: 'region', value: '710000', known: ['national', ...book.regions.keys()] },
        },
      }),
    ));
});

test('the catalogue matches the contract and names every fact', () => {
  const lists = catalogue(book);
  expect(v.safeParse(Catalogue, lists).issues).toBeUndefined();
  expect(Object.keys(lists.facts)).toHaveLength(132);
  expect(lists.regions.find((r) => r.id === '510000')).toMatchObject({
    licencePrefix: '蜀',
    name: { en: 'Sichuan' },
  });
  expect(lists.providers.map((p) => p.id)).not.toContain('miit-interface');
  expect(lists.providers).toHaveLength(9);
  expect(lists.filingStates.find((s) => s.id === 'draft')).toMatchObject({
    isOpen: true,
    next: ['provider-review'],
  });
});

describe('the checklist', () => {
  const query = {
    province: '310000',
    entity: 'enterprise',
    filing: 'first',
    service: 'website',
    on: '2026-11-21',
  };

  test('has exactly the published keys per item', () => {
    const { items } = checklistItems(book, query);
    expect(items.length).toBeGreaterThan(40);
    for (const item of items)
      expect(Object.keys(item).sort()).toEqual(
        ['check', 'confidence', 'kind', 'materials', 'requirement', 'ruleId', 'severity', 'sources'].sort(),
      );
  });

  test('a nature stands for its group', () => {
    expect(checklistItems(book, { ...query, entity: 'law-firm' })).toEqual(
      checklistItems(book, { ...query, entity: 'other-organization' }),
    );
    expect(checklistItems(book, { ...query, entity: 'foundation' }).entity).toBe('social-organization');
  });

  test('offers an enterprise the certificates of enterprises only', () => {
    const certificate = book.rulesById.get('national-entity-certificate')!;
    const offered = materialsOfRule(book, certificate, 'enterprise');
    expect(offered).toContain('cert-business-licence');
    expect(offered).not.toContain('cert-law-firm');
    expect(materialsOfRule(book, certificate, 'other-organization')).toContain('cert-law-firm');
    expect(materialsOfRule(book, certificate)).toHaveLength(22);
    for (const group of book.enumerations.entityGroups.filter((g) => g.id !== 'individual'))
      expect(materialsOfRule(book, certificate, group.id).length, group.id).toBeGreaterThan(0);
  });

  test('differs from province to province', () => {
    const of = (province: string) =>
      checklistItems(book, { ...query, province }).items.map((item) => item.ruleId);
    expect(of('310000')).toContain('310000-commitment');
    expect(of('440000')).toContain('440000-org-commitment-letter');
    expect(of('110000')).not.toContain('310000-commitment');
  });

  test('of a mini program says whose rules it shows', () => {
    expect(checklistItems(book, { ...query, service: 'mini-program' }).rulesFollow).toBe('app');
    expect(checklistItems(book, query).rulesFollow).toBeNull();
  });

  test.each([
    ['province', '999999'],
    ['entity', 'company'],
    ['filing', 'renew'],
    ['service', 'site'],
    ['provider', 'nobody'],
  ])('an unknown %s lists the known ones', (field, value) => {
    let failure: unknown;
    try {
      checklistItems(book, { ...query, [field]: value });
    } catch (cause) {
      failure = (cause as { failure: unknown }).failure;
    }
    expect(failure).toMatchObject({ code: 'input.unknown-value', params: { field, value } });
    expect((failure as { params: { known: string[] } }).params.known.length).toBeGreaterThan(3);
  });
});
