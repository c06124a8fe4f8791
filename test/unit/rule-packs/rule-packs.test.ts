import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeGroup } from '../../../bench/group.ts';
import type { RulePack } from '../../../main/rule-packs/schema.ts';
import { failureOf } from '../../../renderer/api/client.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testApp, type TestApp } from '../../helpers/test-app.ts';
import { builtIn, bytesOf, newRule, pack } from './packs.ts';

const BY = '林知远';
/** Every new service in Shanghai needs a site proposal. */
const statement = () =>
  newRule({
    appliesTo: { entity: ['enterprise'], filing: ['new-service'], service: ['website'] },
    check: { name: 'materialRequired', params: { materials: ['form-site-proposal'] } },
  });

async function groupOf(count: number): Promise<TestApp & { folder: string }> {
  const testing = await testApp();
  const folder = join(await tempFolder(), 'group');
  await writeGroup(folder, count);
  await testing.client.call('workspaces.open', { folder, readOnly: false });
  return { ...testing, folder };
}

async function fileOf({ send }: TestApp, value: unknown) {
  const { handle } = await send('集团规则.json', bytesOf(value));
  return { kind: 'file' as const, handle };
}

async function preview(
  { client }: TestApp,
  target: Parameters<typeof client.call<'rulePacks.preview'>>[1]['target'],
) {
  const result = await client.call('rulePacks.preview', { target });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

async function apply(testing: TestApp, change: Partial<RulePack>) {
  return testing.client.call('rulePacks.apply', { target: await fileOf(testing, pack(change)), by: BY });
}

/** What the open filings are asked, all together. */
async function asked({ client }: TestApp): Promise<string[]> {
  const rows = await client.call('filings.list', {});
  const walks = await Promise.all(
    rows.map(({ dossierId, filingId }) => client.call('checklist.get', { dossierId, filingId })),
  );
  return walks.flatMap(({ items }) => items.flatMap(({ materials }) => materials));
}

/** The resources of an application that no longer has a rule of Shanghai. */
async function resourcesWithout(ruleId: string): Promise<string> {
  const dir = await tempFolder();
  await cp('resources/rules', join(dir, 'rules'), { recursive: true });
  await cp('resources/data', join(dir, 'data'), { recursive: true });
  const file = join(dir, 'rules', '310000-shanghai.json');
  const json = JSON.parse(await readFile(file, 'utf8')) as { rules: { id: string }[] };
  await writeFile(file, JSON.stringify({ ...json, rules: json.rules.filter(({ id }) => id !== ruleId) }));
  return dir;
}

describe('a rule pack', () => {
  test('is previewed with what changes for which open filings, and changes nothing by that', async () => {
    const testing = await groupOf(2);
    const before = await asked(testing);
    const target = await fileOf(
      testing,
      pack({
        add: [statement()],
        replace: [{ ...builtIn('310000-owner-letter'), severity: 'recommended' }],
        end: [
          { id: 'national-sms', validTo: '2026-06-30', reason: { 'zh-CN': '已停止', en: 'Has stopped' } },
        ],
      }),
    );
    const { pack: head, rules, filings, judged, notJudged } = await preview(testing, target);
    expect(head).toMatchObject({ name: '集团规则', added: 1, replaced: 1, ended: 1 });
    expect(rules.map(({ id, change, fields }) => [id, change, fields])).toEqual([
      ['national-sms', 'ended', [{ field: 'validTo', before: null, after: '2026-06-30' }]],
      ['310000-owner-letter', 'changed', [{ field: 'severity', before: 'required', after: 'recommended' }]],
      ['310000-group-statement', 'added', []],
    ]);
    expect([judged, notJudged, filings.length]).toEqual([2, 0, 2]);
    expect(filings[0]!.changes).toContainEqual(
      expect.objectContaining({
        what: 'material',
        appears: true,
        ruleId: '310000-group-statement',
        severity: 'error',
      }),
    );
    expect(await asked(testing)).toEqual(before);
    expect((await testing.client.call('rulePacks.list', {})).log).toEqual([]);
    expect(await readdir(testing.folder)).not.toContain('rules');
  });

  test('holds from then on, says so wherever its rules are shown, and is kept with who, when and hash', async () => {
    const testing = await groupOf(1);
    expect(await asked(testing)).not.toContain('form-site-proposal');
    await apply(testing, { add: [statement()] });
    expect(await asked(testing)).toContain('form-site-proposal');
    const { inForce, packs, log } = await testing.client.call('rulePacks.list', {});
    expect(packs).toMatchObject([
      { sha256: inForce, name: '集团规则', keptBy: BY, fileName: '集团规则.json', appVersion: '0.0.0' },
    ]);
    expect(log).toEqual([{ at: expect.any(String), by: BY, sha256: inForce }]);
    const views = await testing.client.call('rules.list', { region: '310000' });
    expect(views.find(({ id }) => id === '310000-group-statement')!.origin).toMatchObject({
      change: 'added',
      pack: { name: '集团规则', issuedOn: '2026-12-01', author: '集团信息部', sha256: inForce },
    });
    expect(views.find(({ id }) => id === '310000-owner-letter')!.origin).toBeNull();
    const [row] = await testing.client.call('filings.list', {});
    const { dossierId, filingId } = row!;
    const walk = await testing.client.call('checklist.get', { dossierId, filingId });
    expect(walk.items.find(({ ruleId }) => ruleId === '310000-group-statement')!.origin!.pack.sha256).toBe(
      inForce,
    );
    expect(await readFile(join(testing.folder, 'rules', `${inForce!}.json`))).toEqual(
      bytesOf(pack({ add: [statement()] })),
    );
  });

  test('is named in the manifest of a pack, and in what the filing was judged by', async () => {
    const testing = await groupOf(1);
    await apply(testing, { add: [statement()] });
    const { inForce } = await testing.client.call('rulePacks.list', {});
    const [row] = await testing.client.call('filings.list', {});
    const { dossierId, filingId } = row!;
    const { taskId } = await testing.client.call('packs.export', {
      dossierId,
      filingId,
      draft: true,
    });
    const { pack: written } = await testing.ended(taskId!);
    expect(written!.manifest.rulePack).toMatchObject({ sha256: inForce, name: '集团规则' });
    const { dossier } = await testing.client.call('dossiers.get', { dossierId });
    const { judgedBy } = dossier.filings.find(({ id }) => id === filingId)!;
    expect(judgedBy).toMatchObject({ rulePack: inForce });
    expect(judgedBy!.ruleIds).toContain('310000-group-statement');
  });

  test('still holds when the workspace is opened again', async () => {
    const testing = await groupOf(1);
    await apply(testing, { add: [statement()] });
    await testing.client.call('workspaces.open', { folder: testing.folder, readOnly: false });
    expect(await asked(testing)).toContain('form-site-proposal');
    await testing.client.call('workspaces.create', {
      folder: join(await tempFolder(), 'other'),
      name: '另一个',
    });
    const views = await testing.client.call('rules.list', { region: '310000' });
    expect(views.filter(({ origin }) => origin !== null)).toEqual([]);
  });

  test('with a mistake changes nothing', async () => {
    const testing = await groupOf(1);
    const target = await fileOf(
      testing,
      pack({ add: [statement(), newRule({ id: '310000-x', subject: 'papers' })] }),
    );
    expect(await testing.client.call('rulePacks.preview', { target })).toMatchObject({
      ok: false,
      count: 1,
      problems: [{ rule: '310000-x', field: 'subject', code: 'unknown-value' }],
    });
    const refused = testing.client.call('rulePacks.apply', { target, by: BY });
    expect(failureOf(await refused.catch((error: unknown) => error))).toEqual({
      code: 'rule-packs.invalid',
      params: { count: 1 },
    });
    expect(await asked(testing)).not.toContain('form-site-proposal');
    expect(await testing.client.call('rulePacks.list', {})).toMatchObject({
      inForce: null,
      packs: [],
      log: [],
    });
    expect(await readdir(testing.folder)).not.toContain('rules');
  });

  test('that is too large is not even read', async () => {
    const testing = await groupOf(1);
    const { handle } = await testing.send('big.json', Buffer.alloc(5 * 1024 * 1024, ' '));
    const refused = testing.client.call('rulePacks.preview', { target: { kind: 'file', handle } });
    expect(failureOf(await refused.catch((error: unknown) => error)).code).toBe('files.too-large');
  });
});

describe('the way back', () => {
  test('is one undo right after, and redo; both are kept in the record', async () => {
    const testing = await groupOf(1);
    await apply(testing, { add: [statement()] });
    const { undone } = await testing.client.call('workspaces.undo', {});
    expect(undone).toEqual({ action: 'rulePacks.apply', params: { name: '集团规则' }, dossierId: null });
    expect(await asked(testing)).not.toContain('form-site-proposal');
    await testing.client.call('workspaces.redo', {});
    expect(await asked(testing)).toContain('form-site-proposal');
    const { inForce, log } = await testing.client.call('rulePacks.list', {});
    expect(log.map(({ by, sha256 }) => [by, sha256])).toEqual([
      [null, inForce],
      [null, null],
      [BY, inForce],
    ]);
  });

  test('leads to the pack before, or to the built-in rules, at any time and with a preview', async () => {
    const testing = await groupOf(1);
    const first = await apply(testing, { add: [statement()] });
    const second = await apply(testing, { name: '第二版', add: [] });
    expect(await asked(testing)).not.toContain('form-site-proposal');
    expect(second.packs.map(({ name }) => name)).toEqual(['第二版', '集团规则']);
    await testing.client.call('workspaces.open', { folder: testing.folder, readOnly: false });
    const back = { kind: 'kept' as const, sha256: first.inForce! };
    expect((await preview(testing, back)).rules).toMatchObject([{ change: 'added' }]);
    await testing.client.call('rulePacks.apply', { target: back, by: '苏明' });
    expect(await asked(testing)).toContain('form-site-proposal');
    const none = { kind: 'built-in' as const };
    expect(await preview(testing, none)).toMatchObject({
      pack: null,
      rules: [{ id: '310000-group-statement', change: 'removed' }],
    });
    const { log } = await testing.client.call('rulePacks.apply', { target: none, by: '苏明' });
    expect(await asked(testing)).not.toContain('form-site-proposal');
    expect(log.map(({ by, sha256 }) => [by, sha256])).toEqual([
      ['苏明', null],
      ['苏明', first.inForce],
      [BY, second.inForce],
      [BY, first.inForce],
    ]);
  });
});

describe('a stored pack that cannot be used is named, and the built-in rules work on:', () => {
  const reopen = ({ client, folder }: TestApp & { folder: string }) =>
    client.call('workspaces.open', { folder, readOnly: false });

  test('its file is altered, or gone', async () => {
    const testing = await groupOf(1);
    const { inForce } = await apply(testing, { add: [statement()] });
    const file = join(testing.folder, 'rules', `${inForce!}.json`);
    await writeFile(file, bytesOf(pack()));
    await reopen(testing);
    expect(await testing.client.call('rulePacks.list', {})).toMatchObject({
      inForce,
      setAside: { sha256: inForce, name: '集团规则', because: 'damaged' },
    });
    expect(await asked(testing)).not.toContain('form-site-proposal');
    await rm(file);
    await reopen(testing);
    expect((await testing.client.call('rulePacks.list', {})).setAside).toMatchObject({ because: 'missing' });
    await apply(testing, { add: [statement()] });
    expect((await testing.client.call('rulePacks.list', {})).setAside).toBeNull();
    expect(await asked(testing)).toContain('form-site-proposal');
  });

  test('it does not fit the rules of another version; what it only repeated does not matter', async () => {
    const testing = await groupOf(1);
    const own = { ...builtIn('310000-owner-letter'), severity: 'recommended' as const };
    await apply(testing, { replace: [own, builtIn('310000-commitment')] });
    await testing.client.call('workspaces.close', {});
    const openWithout = async (ruleId: string) => {
      const resourcesDir = await resourcesWithout(ruleId);
      const { client } = await testApp({ resourcesDir });
      await client.call('workspaces.open', { folder: testing.folder, readOnly: true });
      return client.call('rulePacks.list', {});
    };
    expect((await openWithout('310000-commitment')).setAside).toBeNull();
    expect((await openWithout('310000-owner-letter')).setAside).toMatchObject({
      name: '集团规则',
      because: 'does-not-fit',
      problems: [{ rule: '310000-owner-letter', field: 'id', code: 'id-unknown', line: 11 }],
    });
  });

  test('the list of packs is damaged: it opens from its last good version on request', async () => {
    const testing = await groupOf(1);
    const first = await apply(testing, { add: [statement()] });
    await apply(testing, { name: '第二版' });
    await writeFile(join(testing.folder, 'rules', 'packs.json'), '{');
    const view = await reopen(testing);
    expect(view.damaged).toMatchObject([{ file: 'rules/packs.json', kind: 'rules', reason: 'not-json' }]);
    expect(await asked(testing)).not.toContain('form-site-proposal');
    const recovered = await testing.client.call('workspaces.recover', {
      folder: null,
      file: 'rules/packs.json',
    });
    expect(recovered.damaged).toEqual([]);
    expect((await testing.client.call('rulePacks.list', {})).inForce).toBe(first.inForce);
    expect(await asked(testing)).toContain('form-site-proposal');
  });

  test('or a new list begins, with the damaged one beside it', async () => {
    const testing = await groupOf(1);
    await apply(testing, { add: [statement()] });
    await writeFile(join(testing.folder, 'rules', 'packs.json'), '{');
    await reopen(testing);
    await apply(testing, { add: [statement()] });
    expect((await testing.client.call('app.status', {})).workspace!.damaged).toEqual([]);
    expect(await readdir(join(testing.folder, 'rules'))).toContainEqual(
      expect.stringMatching(/^packs\.json\.damaged-/),
    );
  });
});
