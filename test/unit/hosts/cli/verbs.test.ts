import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../helpers/run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-verbs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bilingual = {
  'zh-CN': expect.stringMatching(/\S/) as string,
  en: expect.stringMatching(/\S/) as string,
};

describe('inspect', () => {
  test('answers a page per picture, and one unreadable file does not stop the others', async () => {
    const small = join(folder, 'small.png');
    const broken = join(folder, 'broken.jpg');
    await sharp({ create: { width: 300, height: 400, channels: 3, background: '#3366cc' } }).toFile(small);
    await writeFile(broken, 'no picture at all');
    const missing = join(folder, 'missing.jpg');
    const result = await runCli(['inspect', broken, small, missing, '--as', 'owner-photo', '--json']);
    expect(result.code).toBe(1);
    const { files } = result.json() as { files: Record<string, unknown>[] };
    expect(files.map(({ file, verdict }) => [file, verdict])).toEqual([
      [broken, 'unreadable'],
      [small, 'fail'],
      [missing, 'unreadable'],
    ]);
    expect(files[1]).toMatchObject({
      page: 1,
      kind: 'owner-photo',
      facts: { widthPx: 300, heightPx: 400, format: 'png', bytes: expect.any(Number) as number },
    });
    const findings = files[1]!['findings'] as { code: string; message: unknown }[];
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings)
      expect(finding).toMatchObject({
        severity: expect.any(String) as string,
        params: {},
        message: bilingual,
      });
  });
});

describe('checklist', () => {
  const args = ['checklist', '--province', '310000', '--entity', 'enterprise', '--filing', 'first'];

  test('lists rules with their sources, for today when no day is given', async () => {
    const { code, json } = await runCli([...args, '--service', 'website', '--json']);
    expect(code).toBe(0);
    const answer = json() as { on: string; items: Record<string, unknown>[] };
    expect(answer).toMatchObject({
      province: '310000',
      entity: 'enterprise',
      filing: 'first',
      on: '2026-11-21',
    });
    expect(answer.items.length).toBeGreaterThan(3);
    for (const item of answer.items) {
      expect(item).toMatchObject({ requirement: bilingual, ruleId: expect.any(String) as string });
      expect(item['kind']).toMatch(/^(material|constraint|process)$/);
      expect(item['severity']).toMatch(/^(required|recommended)$/);
      expect(item['confidence']).toMatch(/^(high|medium|low)$/);
      expect(Array.isArray(item['materials']) && Array.isArray(item['sources'])).toBe(true);
    }
  });

  test('unknown codes list the known ones', async () => {
    const { code, stderr } = await runCli([...args, '--service', 'shop', '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('website');
    const entity = await runCli([
      'checklist',
      '--province',
      '310000',
      '--entity',
      'club',
      '--filing',
      'first',
      '--service',
      'website',
    ]);
    expect(entity.stderr).toContain('enterprise');
  });

  test('reads as text in either language', async () => {
    const zh = await runCli([...args, '--service', 'website']);
    const en = await runCli([...args, '--service', 'website', '--lang', 'en']);
    expect(zh.stdout).toContain('[必需]');
    expect(en.stdout).toContain('[required]');
  });
});

test('rules counts every region and, for one, lists its rules', async () => {
  const all = (await runCli(['rules', '--json'])).json() as { regions: { region: string; rules: number }[] };
  expect(all.regions.map(({ region }) => region)).toEqual(
    expect.arrayContaining(['310000', '440000', '110000']),
  );
  const one = (await runCli(['rules', '--province', '310000', '--json'])).json() as {
    regions: { rules: number }[];
    rules: unknown[];
  };
  expect(one.regions).toHaveLength(1);
  expect(one.rules).toHaveLength(one.regions[0]!.rules);
  const { stdout } = await runCli(['rules', '--lang', 'en']);
  expect(stdout).toMatch(/310000\s+Shanghai/);
});

test('schema prints the JSON Schema of the facts file', async () => {
  const { code, json } = await runCli(['schema', 'facts']);
  expect(code).toBe(0);
  expect(json()).toMatchObject({ type: 'object', properties: { region: {}, facts: {} } });
});

describe('advise', () => {
  const facts = { 'entity.licenceNumber': null, 'record.service': null, 'ledger.openOrders': [] };
  const envelope = { region: '310000', entityGroup: 'enterprise', service: 'website', facts };

  test('names the filing with its reasons, no filing type being given', async () => {
    const file = join(folder, 'advise.json');
    await writeFile(file, JSON.stringify(envelope));
    const { code, json } = await runCli(['advise', '--facts', file, '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ filing: 'first', blockers: [] });
    const { because } = json() as { because: { message: unknown }[] };
    for (const { message } of because) expect(message).toMatchObject(bilingual);

    const { stdout } = await runCli(['advise', '--facts', file, '--lang', 'en']);
    expect(stdout).toMatch(/^To file: .*\(first\)\nBecause\n {2}\S/);
  });

  test('answers an array by an array, and says which case is wrong', async () => {
    const file = join(folder, 'advise-many.json');
    await writeFile(file, JSON.stringify([envelope, { ...envelope, facts: {} }]));
    const { json } = await runCli(['advise', '--facts', file, '--json']);
    expect(json()).toMatchObject([{ filing: 'first' }, { filing: 'none' }]);
    await writeFile(file, JSON.stringify([envelope, { ...envelope, facts: { nonsense: 1 } }]));
    const { code, stderr } = await runCli(['advise', '--facts', file, '--json', '--lang', 'en']);
    expect([code, stderr.includes('nonsense')]).toEqual([2, true]);
  });
});
