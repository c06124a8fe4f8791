import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { RuleFile } from '../../../main/rules/schema.ts';
import { textDay } from '../../../main/rules/views.ts';
import { book, resourcesDir } from './the-book.ts';

const rulesDir = join(resourcesDir, 'rules');
const files = readdirSync(rulesDir).filter((file) => file.endsWith('.json'));

/** Rules per region as the published table of the data set counts them. */
const COUNTS = {
  national: 84,
  110000: 20,
  120000: 22,
  130000: 15,
  140000: 11,
  150000: 10,
  210000: 15,
  220000: 7,
  230000: 13,
  310000: 27,
  320000: 24,
  330000: 14,
  340000: 12,
  350000: 12,
  360000: 24,
  370000: 19,
  410000: 24,
  420000: 13,
  430000: 15,
  440000: 41,
  450000: 13,
  460000: 11,
  500000: 19,
  510000: 24,
  520000: 13,
  530000: 13,
  540000: 7,
  610000: 16,
  620000: 10,
  630000: 8,
  640000: 10,
  650000: 12,
};

describe.each(files)('%s', (name) => {
  const raw: unknown = JSON.parse(readFileSync(join(rulesDir, name), 'utf8'));
  const parsed = v.safeParse(RuleFile, raw);

  test('matches the schema', () =>
    expect(parsed.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined());

  const file = v.parse(RuleFile, raw);

  test('is named after its region, in letters a file system of any kind takes', () =>
    expect(name).toMatch(
      file.region === 'national' ? /^national\.json$/ : new RegExp(`^${file.region}-[a-z]+\\.json$`),
    ));

  test('holds as many rules as were published', () =>
    expect(file.rules.length).toBe(COUNTS[file.region as keyof typeof COUNTS]));

  test('every rule id is unique and belongs to the region', () => {
    const ids = file.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith(`${file.region}-`))).toEqual([]);
  });

  test('dates are plausible: texts from 2000 on, none younger than the day they were compared', () => {
    for (const rule of file.rules) {
      expect(rule.checkedOn <= file.checkedOn, rule.id).toBe(true);
      for (const source of rule.sources) {
        const day = textDay(source);
        if (day === null) continue;
        expect(day >= '2000-01-01' && day <= rule.checkedOn, `${rule.id} ${source.asOf}`).toBe(true);
        expect((source.asOf ?? '').split('/').at(-1)! <= rule.checkedOn, `${rule.id} ${source.asOf}`).toBe(
          true,
        );
      }
      const { validFrom, validTo } = rule;
      expect(validFrom === null || validFrom <= rule.checkedOn, rule.id).toBe(true);
      expect(validFrom === null || validTo === null || validFrom <= validTo, rule.id).toBe(true);
    }
  });

  test('every sentence is Chinese in the one language and not in the other', () => {
    for (const { id, requirement } of file.rules) {
      expect(requirement['zh-CN'], id).toMatch(/\p{Script=Han}/u);
      expect(requirement.en, id).toMatch(/[A-Za-z]{3}/);
      expect(requirement.en, id).not.toBe(requirement['zh-CN']);
    }
  });

  test('a rule from undated sources alone is never of high confidence', () => {
    for (const rule of file.rules)
      if (rule.sources.every((source) => source.asOf === null))
        expect(rule.confidence, rule.id).not.toBe('high');
  });

  test('an override keeps the check of the rule it replaces', () => {
    for (const rule of file.rules) {
      if (rule.overrides === null) continue;
      const target = book.rulesById.get(rule.overrides);
      expect(target, rule.id).toBeDefined();
      if (rule.check && target?.check) expect(rule.check.name, rule.id).toBe(target.check.name);
    }
  });
});

test('there is a file for the nation and for each of the 31 regions', () => {
  expect(files).toHaveLength(32);
  expect([...book.regions.keys()]).toEqual(book.enumerations.regions.map((region) => region.id).sort());
});

test('rule ids are unique over all files', () => {
  const total =
    book.national.rules.length + [...book.regions.values()].reduce((n, file) => n + file.rules.length, 0);
  expect(total).toBe(581);
  expect(book.rulesById.size).toBe(total);
});

test('no text of the data keeps the short keys of its origin', () => {
  for (const folder of ['rules', 'data'])
    for (const file of readdirSync(join(resourcesDir, folder)))
      expect(readFileSync(join(resourcesDir, folder, file), 'utf8'), file).not.toMatch(/"zh": /);
});
