import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { RuleFile } from '../../../main/rules/schema.ts';

const script = fileURLToPath(new URL('../../../tools/convert-domain.mjs', import.meta.url));
const folders: string[] = [];
const both = { zh: '中文', en: 'English' };

const rule = (id: string, more: object = {}) => ({
  id,
  kind: 'constraint',
  appliesTo: { entity: ['enterprise'], filing: ['first'], service: ['website'] },
  subject: 'entity',
  requirement: both,
  check: { name: 'addressForbiddenWords', words: ['市辖区'] },
  severity: 'required',
  validFrom: null,
  validTo: null,
  confidence: 'medium',
  sources: [{ publisher: 'p', title: 't', url: null, asOf: { from: '2024-04-01', to: '2026-02-27' } }],
  ...more,
});

const region = {
  id: '310000',
  code: '310000',
  zh: '上海市',
  en: 'Shanghai',
  licencePrefix: '沪',
  authority: { zh: '上海市通信管理局', en: 'Shanghai Communications Administration' },
  authoritySite: 'https://sh.example',
};

/** A domain folder with one rule of each file, changed by `change`. */
function domainFolder(
  change: (files: Record<string, Record<string, unknown>>) => void = () => undefined,
): string {
  const dir = mkdtempSync(join(tmpdir(), 'beian-domain-'));
  folders.push(dir);
  mkdirSync(join(dir, 'provinces'));
  const { id: _id, zh, en, ...province } = region;
  const files: Record<string, Record<string, unknown>> = {
    'national.json': { meta: { note: both }, rules: [rule('national-address')] },
    'provinces/310000.json': {
      ...province,
      name: { zh, en },
      rules: [
        rule('310000-address', {
          overrides: 'national-address',
          history: [{ asOf: '2021', ...both }],
          note: both,
          sources: [{ publisher: 'p', title: 't', url: null, asOf: null, note: 'excerpt only; undated' }],
        }),
      ],
    },
    'enumerations.json': { meta: { asOf: '2023', sources: [], note: both }, regions: [region] },
    'checks.json': {
      meta: { outcomes: { pass: both }, note: both },
      facts: { 'entity.name': { ...both, type: 'string' } },
      checks: {
        addressForbiddenWords: {
          meaning: both,
          params: { words: { type: 'stringArray', required: true, ...both } },
          neededFacts: ['entity.name'],
          outcomes: ['pass'],
          usedByRules: 2,
        },
      },
    },
    'materials.json': { meta: {}, kinds: {}, origins: [], baseSets: [], materials: [] },
    'providers.json': { meta: { note: both }, providers: [], offlineTargets: { note: both } },
    'suffixes.json': { meta: { title: both, asOf: '2022-08-30' }, suffixes: [{ suffix: '.cn' }] },
    'rejections.json': { evidenceMeaning: {}, reasons: [] },
    'lifecycle.json': { meta: {}, states: [], timeLimits: [], decisionTable: { rows: [] }, dates: [] },
  };
  change(files);
  for (const [name, json] of Object.entries(files)) writeFileSync(join(dir, name), JSON.stringify(json));
  return dir;
}

function convert(dir: string): { out: string; code: number; text: string } {
  const out = join(dir, 'out');
  try {
    const text = execFileSync(process.execPath, [script, dir, '--out', out], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { out, code: 0, text };
  } catch (cause) {
    const { status, stderr } = cause as { status: number; stderr: string };
    return { out, code: status, text: stderr };
  }
}

const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('the converter of the domain data', () => {
  test('writes rule files that match the schema, and says how many', () => {
    const { out, code, text } = convert(domainFolder());
    expect(code).toBe(0);
    expect(text).toContain('1 national rules, 1 rules of 1 regions, 1 facts, 1 checks');
    expect(files(join(out, 'rules'))).toEqual(['310000-shanghai.json', 'national.json']);
    const shanghai = v.parse(
      RuleFile,
      JSON.parse(readFileSync(join(out, 'rules/310000-shanghai.json'), 'utf8')),
    );
    expect(shanghai.rules[0]).toMatchObject({
      requirement: { 'zh-CN': '中文', en: 'English' },
      check: { name: 'addressForbiddenWords', params: { words: ['市辖区'] } },
      overrides: 'national-address',
      checkedOn: '2026-11-21',
      history: [{ text: { 'zh-CN': '中文', en: 'English' }, asOf: '2021' }],
      sources: [{ asOf: null, note: { 'zh-CN': '仅见节选；无日期', en: 'excerpt only; undated' } }],
    });
    const national = v.parse(RuleFile, JSON.parse(readFileSync(join(out, 'rules/national.json'), 'utf8')));
    expect(national.rules[0]?.sources[0]?.asOf).toBe('2024-04-01/2026-02-27');
  });

  test('writes the same bytes again, and leaves no file behind that has no origin any more', () => {
    const dir = domainFolder();
    const { out } = convert(dir);
    const bytes = () =>
      files(out).map((name) =>
        readFileSync(
          join(out, name.startsWith('national') || /^\d/.test(name) ? 'rules' : 'data', name),
          'utf8',
        ),
      );
    const first = bytes();
    writeFileSync(join(out, 'rules/990000-nowhere.json'), '{}');
    convert(dir);
    expect(bytes()).toEqual(first);
  });

  test('says in words what the data says by naming its own files, and leaves what lies beside it', () => {
    const note = {
      zh: '华为只填一级域名，见 providers.json。',
      en: 'Huawei the bare domain, see providers.json.',
    };
    const dir = domainFolder((f) => (f['national.json']!['rules'] = [rule('national-address', { note })]));
    mkdirSync(join(dir, 'out/data'), { recursive: true });
    writeFileSync(join(dir, 'out/data/image-limits.json'), '{}');
    const { out } = convert(dir);
    const national = v.parse(RuleFile, JSON.parse(readFileSync(join(out, 'rules/national.json'), 'utf8')));
    expect(national.rules[0]?.note).toEqual({
      'zh-CN': '华为只填一级域名，以所选接入商的要求为准。',
      en: 'Huawei the bare domain; follow the chosen provider.',
    });
    expect(files(join(out, 'data'))).toContain('image-limits.json');
  });

  test('adds the row of claims, which the data set has in its prose only, behind that of other accounts', () => {
    const values = ['no', 'this-account', 'other-account'];
    const row = { when: { accessedHere: 'other-account' }, result: 'transfer-account', ...both };
    const { out } = convert(
      domainFolder((f) => {
        f['lifecycle.json']!['decisionTable'] = {
          inputs: [{ id: 'accessedHere', type: 'enum', values, ...both }],
          rows: [row, { ...row, when: {} }],
        };
      }),
    );
    const { decisionTable } = JSON.parse(readFileSync(join(out, 'data/lifecycle.json'), 'utf8')) as {
      decisionTable: { inputs: { values: string[] }[]; rows: { result: string }[] };
    };
    expect(decisionTable.rows.map(({ result }) => result)).toEqual([
      'transfer-account',
      'claim',
      'transfer-account',
    ]);
    expect(decisionTable.inputs[0]!.values).toContain('no-account');
  });

  test('gives an old text, cited by the name of a file, its publisher and a title', () => {
    const file = '000_843cc45d7dfd3c8c.txt';
    const cited = { publisher: 'seed document', title: file, url: null, asOf: '2016-07-06' };
    const note = { zh: `见${file}`, en: `see ${file}` };
    const { out } = convert(
      domainFolder(
        (f) => (f['national.json']!['rules'] = [rule('national-address', { note, sources: [cited] })]),
      ),
    );
    const [first] = v.parse(
      RuleFile,
      JSON.parse(readFileSync(join(out, 'rules/national.json'), 'utf8')),
    ).rules;
    expect(first?.sources[0]?.publisher).toBe('Alibaba Cloud');
    expect(JSON.stringify(first)).not.toMatch(/seed document|\.txt/);
    expect(first?.note?.en).toBe('see an Alibaba Cloud text of 2016');
  });

  test.each<[string, string, (files: Record<string, Record<string, unknown>>) => void]>([
    [
      'a key of a rule',
      'national-address: unknown key "weight"',
      (f) => (f['national.json']!['rules'] = [rule('national-address', { weight: 1 })]),
    ],
    [
      'a sentence in one language',
      'text is not in both languages',
      (f) => (f['national.json']!['rules'] = [rule('national-address', { requirement: { zh: '中文' } })]),
    ],
    [
      'a date of another form',
      'national-address: date',
      (f) =>
        (f['national.json']!['rules'] = [
          rule('national-address', { sources: [{ publisher: 'p', title: 't', url: null, asOf: 2024 }] }),
        ]),
    ],
    [
      'a note on a source without translation',
      'no translation of the note "torn"',
      (f) =>
        (f['national.json']!['rules'] = [
          rule('national-address', {
            sources: [{ publisher: 'p', title: 't', url: null, asOf: null, note: 'torn' }],
          }),
        ]),
    ],
    [
      'an old text nobody has described',
      'unknown old text 009_lost.txt',
      (f) =>
        (f['national.json']!['rules'] = [
          rule('national-address', {
            sources: [{ publisher: 'seed document', title: '009_lost.txt', url: null, asOf: null }],
          }),
        ]),
    ],
    [
      'a text that sends its reader to a file',
      'a text names the file secrets.json',
      (f) => {
        const note = { zh: '见 secrets.json。', en: 'See secrets.json.' };
        f['national.json']!['rules'] = [rule('national-address', { note })];
      },
    ],
    [
      'a region that differs from the enumeration',
      'differs from the enumeration',
      (f) => (f['provinces/310000.json']!['licencePrefix'] = '申'),
    ],
  ])('names %s that it cannot convert, and writes nothing', (_what, message, change) => {
    const { out, code, text } = convert(domainFolder(change));
    expect(code).toBe(1);
    expect(text).toContain(message);
    expect(text).toContain('nothing written');
    expect(() => readdirSync(out)).toThrow();
  });
});
