import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoWorkspace, type DemoSummary } from '../../../main/demo/index.ts';
import type { PackBatch } from '../../../preload/contract/index.ts';
import { runCli } from '../../helpers/run-cli.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testApp, testPorts, TODAY } from '../../helpers/test-app.ts';

/** Drawn once for all tests: one filing is ready for its pack, one is full of faults, one hardly begun. */
let folder: string;
let summary: DemoSummary;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-batch-'));
  const ports = await testPorts({ dataDir: join(folder, 'data') });
  summary = await createDemoWorkspace(ports, join(folder, 'group'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refs = () => summary.filings.map(({ id, entity }) => ({ dossierId: entity, filingId: id }));

async function openGroup(target: string | null) {
  const copy = join(await tempFolder(), 'group');
  await cp(summary.workspace, copy, { recursive: true });
  const choose = target !== null && { suggestedWorkspace: '', canChoose: true, choose: async () => target };
  const app = await testApp(choose ? { folders: choose } : {});
  await app.client.call('workspaces.open', { folder: copy, readOnly: false });
  return app;
}

describe('the packs of several filings', () => {
  test('are written side by side, and one that is not complete stops no other', async () => {
    const target = await tempFolder();
    const { client, ended, events } = await openGroup(target);
    const { taskId } = await client.call('packs.exportMany', { filings: refs(), incomplete: 'skip' });
    const { state, batch, done, total } = await ended(taskId!);
    expect([state, done, total]).toEqual(['done', refs().length, refs().length]);
    const { packs, folder: into } = batch!;
    expect(packs.map(({ filingId }) => filingId)).toEqual(refs().map(({ filingId }) => filingId));
    const [ready, ...others] = packs;
    expect(ready).toMatchObject({ failure: null, draft: false });
    for (const other of others) {
      expect(other.folder).toBeNull();
      expect(['packs.incomplete', 'rules.no-region']).toContain(other.failure!.code);
    }
    expect(await readdir(target)).toEqual([`备案材料 ${TODAY}`]);
    expect((await readdir(into!)).sort()).toEqual(['batch.json', ready!.folder!].sort());
    expect((await readdir(join(into!, ready!.folder!))).sort()).toEqual([
      'manifest.json',
      'pack.pdf',
      'upload',
    ]);
    const told = JSON.parse(await readFile(join(into!, 'batch.json'), 'utf8')) as Pick<PackBatch, 'packs'>;
    expect(told.packs).toEqual(packs);
    const steps = events.flatMap((event) => (event.type === 'task' ? [event.task.done] : []));
    expect(steps).toEqual(expect.arrayContaining([1, 2]));
    const { dossier } = await client.call('dossiers.get', { dossierId: ready!.dossierId });
    expect(dossier.filings[0]?.judgedBy?.ruleIds.length).toBeGreaterThan(0);
  });

  test('become drafts where material is missing, if that is wanted', async () => {
    const target = await tempFolder();
    const { client, ended } = await openGroup(target);
    const { taskId } = await client.call('packs.exportMany', { filings: refs(), incomplete: 'draft' });
    const { packs, folder: into } = (await ended(taskId!)).batch!;
    expect(packs.map(({ failure }) => failure)).toEqual(refs().map(() => null));
    expect(packs.map(({ draft }) => draft)).toEqual([
      false,
      ...refs()
        .slice(1)
        .map(() => true),
    ]);
    for (const { folder: name, pages } of packs) {
      const manifest = await readFile(join(into!, name!, 'manifest.json'), 'utf8');
      expect(JSON.parse(manifest)).toMatchObject({ pages });
    }
  });

  test('of which one is not there any more says so, and the rest is written', async () => {
    const target = await tempFolder();
    const { client, ended } = await openGroup(target);
    const [ready] = refs();
    const gone = { dossierId: ready!.dossierId, filingId: refs()[1]!.filingId };
    const { taskId } = await client.call('packs.exportMany', { filings: [gone, ready!], incomplete: 'skip' });
    const { packs } = (await ended(taskId!)).batch!;
    expect(packs.map(({ failure }) => failure?.code ?? null)).toEqual(['filings.not-found', null]);
  });

  test('leave nothing behind when the task is cancelled', async () => {
    const target = await tempFolder();
    const { client, ended } = await openGroup(target);
    const { taskId } = await client.call('packs.exportMany', { filings: refs(), incomplete: 'draft' });
    await client.call('tasks.cancel', { taskId: taskId! });
    expect((await ended(taskId!)).state).toBe('cancelled');
    await expect.poll(() => readdir(target)).toEqual([]);
  });

  test('wait as one archive where there are no folders to choose', async () => {
    const { app, client, ended } = await openGroup(null);
    const { taskId } = await client.call('packs.exportMany', { filings: refs(), incomplete: 'skip' });
    const { batch } = await ended(taskId!);
    expect(batch!.folder).toBeNull();
    const [archive, ...more] = batch!.downloads;
    expect(more).toEqual([]);
    const resource = await app.resource(archive!.url);
    const bytes = await readFile(resource!.file);
    expect(bytes.length).toBe(archive!.bytes);
    for (const name of ['batch.json', `${batch!.packs[0]!.folder}/pack.pdf`])
      expect(bytes.includes(name)).toBe(true);
  });
});

describe('beian pack for several filings', () => {
  const pack = (...args: string[]) => runCli(['pack', '--workspace', summary.workspace, ...args, '--json']);

  test('writes every filing of the workspace; one that is not complete is exit code 1', async () => {
    const out = join(await tempFolder(), 'packs');
    const { code, json, stderr } = await pack('--all', '--out', out);
    const answer = json() as { written: boolean; packs: { written: boolean; folder: string | null }[] };
    expect([code, answer.written]).toEqual([1, false]);
    expect(answer.packs.map(({ written }) => written)).toEqual([
      true,
      ...refs()
        .slice(1)
        .map(() => false),
    ]);
    expect((await readdir(out)).sort()).toEqual(['batch.json', answer.packs[0]!.folder!].sort());
    expect(stderr).toContain(`${refs().length} / ${refs().length}`);
  });

  test('writes the named ones, and refuses a folder in use', async () => {
    const out = join(await tempFolder(), 'packs');
    const ids = refs()
      .slice(0, 2)
      .flatMap(({ filingId }) => ['--filing', filingId]);
    const { code, json } = await pack(...ids, '--draft', '--out', out);
    expect([code, (json() as { packs: unknown[] }).packs.length]).toEqual([0, 2]);
    expect((await pack(...ids, '--draft', '--out', out)).code).toBe(2);
    expect((await readdir(out)).length).toBe(3);
  });

  test('wants filings, or all of them', async () => {
    const { code, stderr } = await pack('--out', join(await tempFolder(), 'packs'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('--filing ID, --all')]);
  });
});
