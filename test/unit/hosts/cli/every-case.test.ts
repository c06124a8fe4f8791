import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklistItems } from '../../../../main/rules/checklist.ts';
import { entityCodes } from '../../../../main/rules/codes.ts';
import { runCli } from '../../../helpers/run-cli.ts';
import { book } from '../../rules/the-book.ts';
import { choices } from '../../rules/clean/choices.ts';
import { cleanDossier } from '../../rules/clean/dossier.ts';

const { regions, filingTypes, serviceTypes, entityNatures } = book.enumerations;
const ON = '2026-11-21';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-every-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('checklist', () => {
  test('answers every region, group, nature, filing and service with rules that hold there', () => {
    for (const { id: province } of regions)
      for (const entity of entityCodes(book))
        for (const { id: filing } of filingTypes)
          for (const { id: service } of serviceTypes) {
            const { items, ...said } = checklistItems(book, { province, entity, filing, service, on: ON });
            const group = entityNatures.find(({ id }) => id === entity)?.entityGroup ?? entity;
            expect(said).toMatchObject({ province, entity: group, filing, service, on: ON });
            const ids = items.map(({ ruleId }) => ruleId);
            if (new Set(ids).size < ids.length)
              throw new Error(`${province} ${entity} ${filing}: a rule twice`);
            if (filing === 'first' && items.length < 20)
              throw new Error(`${province} ${entity}: hardly a rule`);
            for (const { sources, ruleId } of items)
              if (sources.length === 0) throw new Error(`${ruleId} has no source`);
          }
  });

  test('takes every code on the command line', async () => {
    const codes = entityCodes(book);
    for (const [i, { id: province }] of regions.entries()) {
      const entity = codes[i % codes.length]!;
      const filing = filingTypes[i % filingTypes.length]!.id;
      const service = serviceTypes[i % serviceTypes.length]!.id;
      const options = { province, entity, filing, service };
      const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
      const { code, stderr, json } = await runCli(['checklist', ...args, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      expect(json()).toEqual(JSON.parse(JSON.stringify(checklistItems(book, { ...options, on: ON }))));
    }
  });

  test('a nature of its own keeps the national rule that only another nature’s replaces', () => {
    const ids = (entity: string): string[] =>
      checklistItems(book, {
        province: '110000',
        entity,
        filing: 'first',
        service: 'website',
        on: ON,
      }).items.map(({ ruleId }) => ruleId);
    expect(ids('notary-office')).toContain('national-entity-certificate');
    expect(ids('law-firm')).not.toContain('national-entity-certificate');
  });

  test('says what is known for each option, and refuses words it has no use for', async () => {
    const options: Record<string, string> = {
      province: '310000',
      entity: 'enterprise',
      filing: 'first',
      service: 'website',
      provider: 'huawei-cloud',
    };
    for (const [wrong, known] of [
      ['province', '650000'],
      ['entity', 'arbitration-commission'],
      ['filing', 'transfer-account'],
      ['service', 'quick-app'],
      ['provider', 'alibaba-cloud'],
    ] as const) {
      const args = Object.entries({ ...options, [wrong]: 'nonsense' }).flatMap(([k, v]) => [`--${k}`, v]);
      const { code, stdout, stderr } = await runCli(['checklist', ...args, '--lang', 'en']);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(
        new RegExp(`^beian: --${wrong} does not take “nonsense”; known values: .*${known}`),
      );
    }
    for (const verb of ['checklist', 'rules', 'check', 'advise', 'demo', 'pack']) {
      const { code, stderr } = await runCli([verb, 'stray', '--lang', 'en']);
      expect([code, stderr]).toEqual([2, `beian: ${verb} takes options only, not “stray”\n`]);
    }
  });
});

/** Rules and confidence (high, medium, low) of every file, as the data set's own README counts them. */
const COUNTS = `national 84 71/13/0
110000 20 7/13/0
120000 22 12/10/0
130000 15 5/10/0
140000 11 5/5/1
150000 10 4/6/0
210000 15 2/13/0
220000 7 1/5/1
230000 13 3/6/4
310000 27 11/14/2
320000 24 12/12/0
330000 14 8/5/1
340000 12 6/4/2
350000 12 3/8/1
360000 24 11/10/3
370000 19 7/12/0
410000 24 6/16/2
420000 13 10/1/2
430000 15 7/7/1
440000 41 16/24/1
450000 13 5/8/0
460000 11 3/8/0
500000 19 6/12/1
510000 24 12/9/3
520000 13 6/6/1
530000 13 1/8/4
540000 7 5/1/1
610000 16 6/9/1
620000 10 1/8/1
630000 8 4/4/0
640000 10 4/5/1
650000 12 3/6/3`.split('\n');

test('rules prints the nation and 31 regions with the counts of the data set, in both languages', async () => {
  const { regions: rows } = (await runCli(['rules', '--json'])).json() as {
    regions: {
      region: string;
      name: { 'zh-CN': string; en: string };
      rules: number;
      confidence: Record<string, number>;
      oldestSource: string | null;
      newestSource: string | null;
    }[];
  };
  const counted = rows.map(({ region, rules, confidence: { high, medium, low } }) =>
    [region, rules, [high, medium, low].join('/')].join(' '),
  );
  expect(counted).toEqual(COUNTS);
  for (const { oldestSource, newestSource } of rows) expect(oldestSource! <= newestSource!).toBe(true);
  for (const lang of ['zh-CN', 'en'] as const) {
    const { stdout } = await runCli(['rules', '--lang', lang]);
    for (const { region, name } of rows)
      expect(stdout).toMatch(new RegExp(`^${region} +${name[lang]} `, 'm'));
  }
});

describe('facts files', () => {
  const envelope = { region: '310000', entityGroup: 'enterprise', filing: 'first', service: 'website' };

  test.each<[string, object, string]>([
    ['no facts', { facts: undefined }, 'facts is missing'],
    ['a list of facts', { facts: [] }, 'facts should be an object'],
    ['a number for a code', { region: 310000 }, 'region should be text'],
    ['a county for a province', { region: '310115' }, 'region does not take “310115”'],
    [
      'an unknown group',
      { entityGroup: 'firm' },
      'entityGroup does not take “firm”; known values: enterprise,',
    ],
    ['an impossible day', { on: '2026-02-30' }, 'on should be a date like 2026-11-21'],
    ['a key beside the facts', { colour: 1 }, 'colour is not known'],
    ['an unknown key', { facts: { 'entity.nam': 'x' } }, 'entity.nam is not known'],
    ['text for true', { facts: { 'entity.hasSeal': 'yes' } }, 'entity.hasSeal should be true or false'],
    [
      'a fraction',
      { facts: { 'access.resourceCount': 1.5 } },
      'access.resourceCount should be a whole number',
    ],
    ['text for a list', { facts: { 'service.languages': 'zh-hans' } }, 'service.languages should be a list'],
    [
      'a word outside its list',
      { facts: { 'service.languages': ['elvish'] } },
      'service.languages[0] does not take',
    ],
    [
      'a name for a code',
      { facts: { 'entity.region': '上海' } },
      'entity.region should be a region code of six digits',
    ],
    [
      'a day for a time',
      { facts: { 'order.smsDeadline': '2026-11-21' } },
      'order.smsDeadline should be a time like',
    ],
    [
      'a paper of no kind',
      { facts: { documents: [{ owner: 'entity' }] } },
      'documents[0].material is missing',
    ],
    ['text for a record', { facts: { 'record.entity': 'x' } }, 'record.entity should be an object'],
  ])('%s: exit code 2 and the field with its problem', async (_title, change, says) => {
    const file = join(folder, 'odd.json');
    await writeFile(file, JSON.stringify({ ...envelope, facts: {}, ...change }));
    for (const verb of ['check', 'advise']) {
      const { code, stdout, stderr } = await runCli([verb, '--facts', file, '--json', '--lang', 'en']);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^beian: [^\n]+\n$/);
      expect(stderr).toContain(`beian: ${says}`);
      const zh = await runCli([verb, '--facts', file]);
      expect(zh.stderr).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('clean dossiers of every region are advised in order', async () => {
    const some = choices.flatMap(({ all }) => all.filter((_, i) => i % 20 === 0));
    const file = join(folder, 'clean.json');
    await writeFile(file, JSON.stringify(some.map(cleanDossier)));
    const { code, json } = await runCli(['advise', '--facts', file, '--json']);
    const answers = json() as { filing: string; because: unknown[]; blockers: unknown[] }[];
    expect([code, answers.length]).toEqual([0, some.length]);
    for (const { filing, because, blockers } of answers) {
      expect(['none', ...filingTypes.map(({ id }) => id)]).toContain(filing);
      expect(because.length + blockers.length).toBeGreaterThan(0);
    }
  });
});
