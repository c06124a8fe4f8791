import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeGroup } from '../../../../bench/group.ts';
import type { RulePack } from '../../../../main/rule-packs/schema.ts';
import { runCli } from '../../../helpers/run-cli.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { testApp } from '../../../helpers/test-app.ts';
import { book } from '../../rules/the-book.ts';
import { builtIn, bytesOf, newRule, pack } from '../../rule-packs/packs.ts';

const proposal = newRule({
  appliesTo: { entity: ['enterprise'], filing: ['new-service'], service: ['website'] },
  check: { name: 'materialRequired', params: { materials: ['form-site-proposal'] } },
});

/** A workspace with one open filing whose rules were changed in the window. */
async function workspaceWith(change: Partial<RulePack>): Promise<string> {
  const folder = join(await tempFolder(), 'group');
  await writeGroup(folder, 1);
  const { client, send } = await testApp();
  await client.call('workspaces.open', { folder, readOnly: false });
  const { handle } = await send('规则.json', bytesOf(pack(change)));
  await client.call('rulePacks.apply', { target: { kind: 'file', handle }, by: '林知远' });
  await client.call('workspaces.close', {});
  return folder;
}

describe('beian rules --export', () => {
  test('writes a pack that --check takes, and never over a file', async () => {
    const file = join(await tempFolder(), '上海.json');
    const shanghai = book.regions.get('310000')!.rules.length;
    const { code, stdout } = await runCli(['rules', '--export', file, '--province', '310000']);
    expect([code, stdout]).toEqual([0, `已写入 ${file}：${shanghai} 条规则\n`]);
    const written = JSON.parse(await readFile(file, 'utf8')) as RulePack;
    expect([written.name, written.replace.length]).toEqual(['上海', shanghai]);
    const again = await runCli(['rules', '--export', file]);
    expect([again.code, again.stderr]).toEqual([2, `beian: ${file} 已存在，请换一个文件名\n`]);
    expect((await runCli(['rules', '--check', file])).code).toBe(0);
  });

  test('of a workspace has its changes, alone if asked', async () => {
    const workspace = await workspaceWith({ add: [proposal] });
    const file = join(await tempFolder(), 'changes.json');
    await runCli(['rules', '--export', file, '--workspace', workspace, '--changes']);
    const written = JSON.parse(await readFile(file, 'utf8')) as RulePack;
    expect(written).toMatchObject({ name: '集团规则', add: [{ id: proposal.id }], replace: [], end: [] });
  });
});

describe('beian rules --check', () => {
  test('names every mistake by line, and says so by its exit code', async () => {
    const file = join(await tempFolder(), 'pack.json');
    await writeFile(file, bytesOf(pack({ add: [newRule({ subject: 'papers' })] })));
    const { code, stdout } = await runCli(['rules', '--check', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `^${file}:\\d+:\\d+: 310000-group-statement subject 不认识“papers” — 可用：.*form.*\n1 处错误\n$`,
      ),
    );
    const json = (await runCli(['rules', '--check', file, '--json'])).json();
    expect(json).toMatchObject({
      valid: false,
      count: 1,
      problems: [{ code: 'unknown-value', message: {}, fix: {} }],
    });
  });

  test('cannot read what is not there, or too large', async () => {
    const file = join(await tempFolder(), 'pack.json');
    expect((await runCli(['rules', '--check', file])).code).toBe(2);
    await writeFile(file, Buffer.alloc(5 * 1024 * 1024));
    expect((await runCli(['rules', '--check', file])).code).toBe(2);
  });

  test('says what a pack would change for the open filings of a workspace', async () => {
    const folder = join(await tempFolder(), 'group');
    await writeGroup(folder, 1);
    const file = join(await tempFolder(), 'pack.json');
    await writeFile(file, bytesOf(pack({ add: [proposal] })));
    const { code, json } = await runCli(['rules', '--check', file, '--workspace', folder, '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      valid: true,
      rules: [{ id: proposal.id, change: 'added' }],
      filings: [{ changes: [{ what: 'material', appears: true, ruleId: proposal.id }] }],
    });
    const { stdout } = await runCli(['rules', '--check', file, '--workspace', folder]);
    expect(stdout).toContain('上海样例第0号信息技术有限公司');
  });
});

test('the rule pack of a workspace holds for check and rules, which say so', async () => {
  const workspace = await workspaceWith({
    add: [proposal],
    replace: [{ ...builtIn('310000-owner-letter'), severity: 'recommended' }],
  });
  const checked = (await runCli(['check', '--workspace', workspace, '--json'])).json();
  expect(checked).toMatchObject({
    rulePack: { name: '集团规则', issuedOn: '2026-12-01' },
    materials: expect.arrayContaining([expect.objectContaining({ ruleIds: [proposal.id] })]),
  });
  const rules = await runCli(['rules', '--workspace', workspace, '--province', '310000', '--json']);
  expect(rules.json()).toMatchObject({
    rulePack: { name: '集团规则' },
    rules: expect.arrayContaining([
      expect.objectContaining({
        id: '310000-owner-letter',
        origin: expect.objectContaining({ change: 'replaced' }),
      }),
    ]),
  });
  expect((await runCli(['rules', '--workspace', workspace])).stdout).toMatch(
    /^规则包: 集团规则 {2}2026-12-01 {2}[0-9a-f]{64}\n/,
  );
  const packs = join(workspace, 'rules');
  const { inForce } = JSON.parse(await readFile(join(packs, 'packs.json'), 'utf8')) as { inForce: string };
  await writeFile(join(packs, `${inForce}.json`), '{}');
  const aside = await runCli(['check', '--workspace', workspace, '--json']);
  expect(aside.stderr).toContain('规则包“集团规则”的文件已被改动或损坏');
  expect(aside.json()).toMatchObject({ rulePack: null });
});

test('beian schema rule-pack prints the JSON Schema', async () => {
  expect((await runCli(['schema', 'rule-pack'])).json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: { rule: { type: 'object' } },
  });
});
