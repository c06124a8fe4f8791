import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isAppError } from '../../../main/errors.ts';
import { loadRuleBook } from '../../../main/rules/book.ts';
import { materialsOfParams } from '../../../main/rules/check-params.ts';
import { book, resourcesDir } from './the-book.ts';

interface LooseFile {
  region: string;
  rules: Record<string, unknown>[];
}

const folders: string[] = [];

/** A copy of the resources in which one file was changed. */
function resourcesWith(file: string, change: (json: LooseFile) => void): string {
  const dir = mkdtempSync(join(tmpdir(), 'beian-rules-'));
  folders.push(dir);
  cpSync(resourcesDir, dir, { recursive: true });
  const path = join(dir, file);
  const json = JSON.parse(readFileSync(path, 'utf8')) as LooseFile;
  change(json);
  writeFileSync(path, JSON.stringify(json));
  return dir;
}

function refusal(dir: string): unknown {
  try {
    loadRuleBook(dir);
  } catch (cause) {
    if (isAppError(cause, 'rules.file-invalid')) return cause.failure.params;
    throw cause;
  }
  return 'was loaded';
}

afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('the rule book', () => {
  test('holds rules, facts, checks, materials and providers of the product', () => {
    // 578 of the data set and what they superseded.
    expect(book.rulesById.size).toBe(581);
    expect(book.regions.size).toBe(31);
    expect(book.facts.size).toBe(132);
    expect(book.reasons.size).toBe(243);
    expect(book.checks.size).toBe(79);
    expect(book.materials.size).toBe(118);
    expect(book.providers.size).toBe(10);
    expect(book.suffixes.suffixes).toHaveLength(195);
    expect(book.lifecycle.states).toHaveLength(12);
  });

  test('fills in the defaults of a check', () =>
    expect(book.rulesById.get('national-preapproval-culture')?.check?.params).toMatchObject({
      commitmentAccepted: true,
      handwritten: false,
    }));

  test('knows every fact that a check needs and every material that a base set names', () => {
    for (const check of book.checks.values())
      for (const key of check.neededFacts) expect(book.facts.has(key), `${check.id} ${key}`).toBe(true);
    for (const set of book.baseSets)
      for (const material of set.required.flat())
        expect(book.materials.has(material), `${set.id} ${material}`).toBe(true);
  });

  test('uses every check of the vocabulary in some rule', () => {
    const used = new Set([...book.rulesById.values()].map((rule) => rule.check?.name));
    expect([...book.checks.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  test('names every enumeration that a fact refers to', () => {
    for (const fact of book.facts.values())
      if (fact.enumeration !== undefined)
        expect(Array.isArray(book.enumerations[fact.enumeration]), fact.id).toBe(true);
  });

  test('does not count what a check refuses among its materials', () => {
    const rule = book.rulesById.get('310000-ind-residence')!;
    const materials = materialsOfParams(book.checks.get('idRegionPolicy')!, rule.check!.params);
    expect(materials).toContain('proof-residence-permit');
    expect(materials).not.toContain('proof-student-card');
  });
});

describe('a rule file is refused', () => {
  const shanghai = 'rules/310000-shanghai.json';
  const first = '310000-owner-letter';

  test.each<[string, string, (rule: Record<string, unknown>) => void]>([
    ['without its sources', 'sources', (rule) => delete rule['sources']],
    ['with an empty list of sources', 'sources', (rule) => (rule['sources'] = [])],
    [
      'whose source does not say whether it is dated',
      'sources.0.asOf',
      (rule) => delete (rule['sources'] as Record<string, unknown>[])[0]!['asOf'],
    ],
    [
      'whose source has a reversed interval',
      'sources.0.asOf',
      (rule) => ((rule['sources'] as Record<string, unknown>[])[0]!['asOf'] = '2026-02/2024-04'),
    ],
    ['without a confidence', 'confidence', (rule) => delete rule['confidence']],
    ['without the day it was compared', 'checkedOn', (rule) => delete rule['checkedOn']],
    ['without saying since when it holds', 'validFrom', (rule) => delete rule['validFrom']],
    ['with a date that is none', 'validFrom', (rule) => (rule['validFrom'] = '2021')],
    [
      'that ends before it begins',
      'validTo',
      (rule) => {
        rule['validFrom'] = '2026-01-02';
        rule['validTo'] = '2026-01-01';
      },
    ],
    ['with a key nobody knows', 'severty', (rule) => (rule['severty'] = 'required')],
    ['without the English sentence', 'requirement.en', (rule) => (rule['requirement'] = { 'zh-CN': '要求' })],
    [
      'of an entity group nobody knows',
      'appliesTo.entity.0',
      (rule) => (rule['appliesTo'] = { entity: ['company'], filing: ['first'], service: ['website'] }),
    ],
    [
      'with a check outside the vocabulary',
      'check.name',
      (rule) => (rule['check'] = { name: 'guess', params: {} }),
    ],
    [
      'with a parameter its check does not have',
      'check.params.colour',
      (rule) =>
        (rule['check'] = {
          name: 'authorizationLetterRequired',
          params: { role: 'service-owner', colour: true },
        }),
    ],
    [
      'with a parameter of the wrong type',
      'check.params.maxAge',
      (rule) =>
        (rule['check'] = {
          name: 'authorizationLetterRequired',
          params: { role: 'service-owner', maxAge: '3' },
        }),
    ],
    [
      'with a value its parameter does not list',
      'check.params.role',
      (rule) => (rule['check'] = { name: 'authorizationLetterRequired', params: { role: 'owner' } }),
    ],
    [
      'with a material outside the catalogue',
      'check.params.materials.0',
      (rule) =>
        (rule['check'] = {
          name: 'authorizationLetterRequired',
          params: { role: 'service-owner', materials: ['a-paper'] },
        }),
    ],
    ['that overrides a rule nobody knows', 'overrides', (rule) => (rule['overrides'] = 'national-nothing')],
    [
      'that overrides a rule with another check',
      'check.name',
      (rule) => (rule['overrides'] = 'national-person-id'),
    ],
    ['that asks for material and names none', 'materials', (rule) => (rule['check'] = null)],
  ])('%s', (_why, field, change) =>
    expect(refusal(resourcesWith(shanghai, (json) => change(json.rules[0]!)))).toEqual({
      file: '310000-shanghai.json',
      rule: first,
      field,
    }),
  );

  test('with an id of another region or one used twice', () => {
    expect(
      refusal(resourcesWith(shanghai, (json) => (json.rules[0]!['id'] = '440000-owner-letter'))),
    ).toMatchObject({
      field: 'id',
    });
    expect(refusal(resourcesWith(shanghai, (json) => (json.rules[1]!['id'] = first)))).toMatchObject({
      rule: first,
      field: 'id',
    });
  });

  test('that says another region than its name', () =>
    expect(refusal(resourcesWith(shanghai, (json) => (json.region = '320000')))).toEqual({
      file: '310000-shanghai.json',
      rule: '',
      field: 'region',
    }));

  test('that is not JSON, and a data file that lacks a field', () => {
    const dir = resourcesWith(shanghai, () => undefined);
    writeFileSync(join(dir, shanghai), '{');
    expect(refusal(dir)).toEqual({ file: '310000-shanghai.json', rule: '', field: '' });
    const other = resourcesWith(
      'data/suffixes.json',
      (json) => delete (json as unknown as { asOf?: string }).asOf,
    );
    expect(refusal(other)).toEqual({ file: 'suffixes.json', rule: '', field: 'asOf' });
  });
});
