import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../helpers/run-cli.ts';

const bilingual = {
  'zh-CN': expect.stringMatching(/\S/) as string,
  en: expect.stringMatching(/\S/) as string,
};

/** Invented: an entity with little known and one thing wrong. */
const caseOf = (facts: object = {}) => ({
  region: '310000',
  entityGroup: 'enterprise',
  filing: 'first',
  service: 'website',
  on: '2026-11-21',
  facts: { 'entity.name': '上海样例有限公司', 'principal.mobile': '1380013800', ...facts },
});

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-facts-'));
  file = join(folder, 'case.json');
  await writeFile(file, JSON.stringify(caseOf()));
});
afterAll(() => rm(folder, { recursive: true }));

interface CheckAnswer {
  findings: { ruleId: string; severity: string }[];
  unchecked: { because: string; missing: string[] }[];
  materials: { material: string; required: boolean; attached: boolean; ruleIds: string[] }[];
}

describe('check --facts', () => {
  test('answers findings, what it could not judge and the materials; errors make exit code 1', async () => {
    const { code, json } = await runCli(['check', '--facts', file, '--json']);
    expect(code).toBe(1);
    const answer = json() as CheckAnswer;
    expect(Object.keys(answer).sort()).toEqual(['findings', 'materials', 'timeline', 'unchecked']);
    const { findings, unchecked, materials } = answer;
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
    for (const finding of findings)
      expect(finding).toMatchObject({
        ruleId: expect.any(String) as string,
        code: expect.any(String) as string,
        params: {},
        message: bilingual,
        sources: expect.any(Array) as unknown[],
      });
    expect(unchecked.find(({ because }) => because === 'missing-facts')?.missing.length).toBeGreaterThan(0);
    expect(materials).toContainEqual(
      expect.objectContaining({ material: 'cert-business-licence', required: true, attached: false }),
    );
  });

  test('is judged by the rules of the day asked for, which outweighs the day in the file', async () => {
    const many = join(folder, 'many.json');
    const domains = ['a.cn', 'b.cn', 'c.cn'];
    await writeFile(
      many,
      JSON.stringify(
        caseOf({ 'order.services': [{ type: 'website', name: '样例网', domain: 'a.cn', domains }] }),
      ),
    );
    const codes = async (...on: string[]) => {
      const { json } = await runCli(['check', '--facts', many, ...on, '--json']);
      return (json() as { findings: { code: string }[] }).findings.map(({ code }) => code);
    };
    expect(await codes()).toContain('service.too-many-domains');
    expect(await codes('--on', '2019-04-21')).not.toContain('service.too-many-domains');
    const { code, stderr } = await runCli(['check', '--facts', many, '--on', '2019-02-30']);
    expect(code).toBe(2);
    expect(stderr).toContain('2019-02-30');
  });

  test('as text, materials have their names and say whose they are, in the language asked for', async () => {
    const english = await runCli(['check', '--facts', file, '--lang', 'en']);
    expect(english.stdout).toMatch(/^Findings \(\d+\)\n/);
    expect(english.stdout).toMatch(/missing +required +Business licence/);
    expect(english.stdout).toMatch(/Resident ID card, portrait side .*— Principal$/m);
    const chinese = await runCli(['check', '--facts', file]);
    expect(chinese.stdout).toMatch(/缺 +必需 +营业执照/);
    expect(chinese.stdout).toMatch(/居民身份证人像面.*— 主体负责人$/m);
    expect(chinese.stdout).not.toMatch(/cert-business-licence|id-resident-front/);
  });

  test('an unknown fact is an input error that names the key', async () => {
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, JSON.stringify(caseOf({ 'entity.colour': 'blue' })));
    const { code, stdout, stderr } = await runCli(['check', '--facts', wrong, '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('entity.colour');
  });

  test('without a filing type there is nothing to check', async () => {
    const { filing: _, ...rest } = caseOf();
    const open = join(folder, 'open.json');
    await writeFile(open, JSON.stringify(rest));
    const { code, stderr } = await runCli(['check', '--facts', open, '--lang', 'en']);
    expect([code, stderr]).toEqual([2, 'beian: filing is missing; correct it and try again\n']);
  });

  test('a file that is no JSON is said to be none', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{"facts": 张三');
    const { code, stderr } = await runCli(['check', '--facts', broken, '--lang', 'en']);
    expect([code, stderr]).toEqual([2, `beian: ${broken} is not valid JSON\n`]);
  });
});

describe('pack --facts', () => {
  const scans = () => join(folder, 'scans');
  beforeAll(async () => {
    await mkdir(scans());
    const page = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#f4f4f0' } });
    await page.jpeg().toFile(join(scans(), 'cert-business-licence.jpg'));
    await copyFile(
      join(scans(), 'cert-business-licence.jpg'),
      join(scans(), 'principal@id-resident-front.jpg'),
    );
  });

  test('an incomplete pack is exit code 1, says what is missing and writes nothing', async () => {
    const out = join(folder, 'incomplete');
    const result = await runCli(['pack', '--facts', file, '--files', scans(), '--out', out, '--json']);
    expect(result.code).toBe(1);
    const answer = result.json() as {
      written: boolean;
      missing: { material: string }[];
      preflight: unknown[];
    };
    expect(answer).toMatchObject({ written: false, manifest: null });
    const missing = answer.missing.map(({ material }) => material);
    expect(missing).toContain('id-resident-back');
    expect(missing).not.toContain('cert-business-licence');
    expect(await readdir(folder)).not.toContain('incomplete');
  });

  test('as a draft it is written, with the files that lie in the folder', async () => {
    const out = join(folder, 'draft');
    const result = await runCli([
      'pack',
      '--facts',
      file,
      '--files',
      scans(),
      '--out',
      out,
      '--draft',
      '--json',
    ]);
    expect(result.code).toBe(0);
    expect(result.json()).toMatchObject({ written: true, draft: true, out });
    expect((await readdir(out)).sort()).toEqual(['manifest.json', 'pack.pdf', 'upload']);
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as {
      files: { material: string | null; sha256: string }[];
    };
    const materials = manifest.files.map(({ material }) => material);
    expect(materials).toEqual(expect.arrayContaining(['cert-business-licence', 'id-resident-front']));
    const again = await runCli(['pack', '--facts', file, '--files', scans(), '--out', out, '--draft']);
    expect(again.code).toBe(2);
  });
});
