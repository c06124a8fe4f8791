import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import { createDemoWorkspace, type DemoSummary } from '../../main/demo/index.ts';
import type { Walk } from '../../preload/contract/index.ts';
import { createClient, failureOf, type Client } from '../../renderer/api/client.ts';
import { drawPerson, renderDrawing } from '../../main/demo/drawn-images.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { testApp, testPorts, type TestApp } from '../helpers/test-app.ts';

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

async function demo(
  choose?: () => Promise<string>,
): Promise<{ app: App; client: Client; summary: DemoSummary }> {
  const folders = choose && { suggestedWorkspace: '', canChoose: true, choose };
  const ports = await testPorts(folders ? { folders } : {});
  const folder = join(await tempFolder(), 'demo');
  await cp(sample.summary.workspace, folder, { recursive: true });
  const { summary } = sample;
  const app = await createApp(ports);
  onTestFinished(() => app.close());
  const client = createClient({
    call: app.call,
    subscribe: (listener) => app.subscribe((event) => listener(JSON.stringify(event))),
    upload: () => Promise.reject(new Error('not used')),
  });
  await client.call('workspaces.open', { folder, readOnly: false });
  return { app, client, summary };
}

/** Drawn once for all tests, each of which works on a copy. */
let sample: { summary: DemoSummary; remove(): Promise<void> };
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beian-sample-'));
  const ports = await testPorts({ dataDir: join(folder, 'data') });
  sample = {
    summary: await createDemoWorkspace(ports, join(folder, 'group')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});
afterAll(() => sample.remove());

async function ended({ client }: Pick<TestApp, 'client'>, taskId: string | null) {
  for (;;) {
    const task = (await client.call('tasks.list', {})).find(({ id }) => id === taskId)!;
    if (task.state !== 'running') return task;
    await new Promise((resume) => setTimeout(resume, 25));
  }
}

describe('the sample group', () => {
  test('refuses a folder that is in use', async () => {
    const ports = await testPorts();
    const folder = await tempFolder();
    await mkdir(join(folder, 'mine'));
    await expect(createDemoWorkspace(ports, folder)).rejects.toMatchObject({
      failure: { code: 'workspaces.folder-in-use' },
    });
    expect(await readdir(folder)).toEqual(['mine']);
  });

  test('has one filing without a fault, whose pack is written and says what was entered', async () => {
    const target = await tempFolder();
    const { client, summary } = await demo(async () => target);
    const [filing] = summary.filings;
    const ids = { dossierId: filing!.entity, filingId: filing!.id };
    const walk = await client.call('checklist.get', ids);
    expect(walk.progress).toMatchObject({ errors: 0, warnings: 0 });
    expect(walk.readyForPack).toBe(true);
    const elsewhere = walk.items.filter(({ state }) => state === 'not-applicable');
    expect(elsewhere.map(({ check }) => check)).toContain('foreignLegalRepresentativePolicy');
    expect(walk.progress.total).toBe(walk.items.length - elsewhere.length);
    expect(walk.progress.done).toBeLessThanOrEqual(walk.progress.total);

    const { taskId } = await client.call('packs.export', { ...ids, draft: false });
    const task = await ended({ client }, taskId);
    expect(task.failure).toBeNull();
    const { folder, manifest } = task.pack!;
    expect(folder?.startsWith(target)).toBe(true);
    expect(manifest.draft).toBe(false);
    expect((await readdir(folder!)).sort()).toEqual(['manifest.json', 'pack.pdf', 'upload']);
    expect((await readdir(target)).length).toBe(1);
    for (const file of manifest.files)
      expect((await stat(join(folder!, file.path))).size, file.path).toBe(file.bytes);
    const { dossier } = await client.call('dossiers.get', { dossierId: ids.dossierId });
    expect(dossier.filings[0]?.judgedBy?.ruleIds).toContain('310000-licence-12m');
    if (!hasPoppler) return;
    const text = execFileSync('pdftotext', ['-layout', join(folder!, 'pack.pdf'), '-'], { encoding: 'utf8' });
    for (const entered of ['上海云杉样例信息技术有限公司', 'yunshan-yangli.cn', '陆样例'])
      expect(text).toContain(entered);
  });

  test('without folders to choose, the pack waits as a download of the same bytes', async () => {
    const { app, client, summary } = await demo();
    const [filing] = summary.filings;
    const { taskId } = await client.call('packs.export', {
      dossierId: filing!.entity,
      filingId: filing!.id,
      draft: true,
    });
    const { pack } = await ended({ client }, taskId);
    const pdf = await app.resource(pack!.downloads.find(({ name }) => name.endsWith('.pdf'))!.url);
    const zip = await app.resource(pack!.downloads.find(({ name }) => name.endsWith('.zip'))!.url);
    expect((await readFile(pdf!.file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readFile(zip!.file)).subarray(0, 2).toString()).toBe('PK');
    expect(await app.resource(`/download/${taskId}/manifest.json`)).toBeNull();
    expect(await app.resource(`/download/${taskId}/..%2f..%2fworkspace.json`)).toBeNull();
    expect(await app.resource('/download/../../etc/passwd')).toBeNull();
  });

  test('a faulty filing is not exported but as a draft, and nothing is left at the destination', async () => {
    const target = await tempFolder();
    const { client, summary } = await demo(async () => target);
    const filing = summary.filings[1]!;
    const { taskId } = await client.call('packs.export', {
      dossierId: filing.entity,
      filingId: filing.id,
      draft: false,
    });
    expect((await ended({ client }, taskId)).failure?.code).toBe('packs.incomplete');
    expect(await readdir(target)).toEqual([]);
  });

  test('a cancelled export leaves nothing at the destination', async () => {
    const target = await tempFolder();
    const { client, summary } = await demo(async () => target);
    const [filing] = summary.filings;
    const { taskId } = await client.call('packs.export', {
      dossierId: filing!.entity,
      filingId: filing!.id,
      draft: false,
    });
    await client.call('tasks.cancel', { taskId: taskId! });
    expect((await ended({ client }, taskId)).state).toBe('cancelled');
    await expect.poll(() => readdir(target)).toEqual([]);
  });
});

describe('the walk', () => {
  let testing: { client: Client; summary: DemoSummary };

  async function faultyWalk(): Promise<{ walk: Walk; ids: { dossierId: string; filingId: string } }> {
    testing = await demo();
    const filing = testing.summary.filings[1]!;
    const ids = { dossierId: filing.entity, filingId: filing.id };
    return { walk: await testing.client.call('checklist.get', ids), ids };
  }

  test('names each fault of the faulty filing once, with the rule, its sources and their age', async () => {
    const { walk } = await faultyWalk();
    const codes = walk.items.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes).toEqual(
      expect.arrayContaining(['photo.background-not-uniform', 'photo.too-small', 'domain.privacy-on']),
    );
    for (const item of walk.items) {
      expect(item.sources.length, item.id).toBeGreaterThan(0);
      expect(item.sourceAgeDays === null || item.sourceAgeDays >= 0, item.id).toBe(true);
    }
    expect(walk.items.some(({ scope }) => scope === '440000')).toBe(true);
    expect(new Set(walk.items.map(({ id }) => id)).size).toBe(walk.items.length);
    expect(walk.readyForPack).toBe(false);
  });

  test('keeps answers and waivers, counts them, and undo takes them back', async () => {
    const { walk, ids } = await faultyWalk();
    const { client } = testing;
    const question = walk.items.find(({ state }) => state === 'question')!;
    const fault = walk.items.find(({ state }) => state === 'has-problems')!;
    await client.call('filings.answer', { ...ids, itemId: question.id, value: 'yes', note: null });
    await client.call('filings.waive', { ...ids, itemId: fault.id, reason: '管局电话同意' });
    const after = await client.call('checklist.get', ids);
    const stateOf = (id: string) => after.items.find((item) => item.id === id)?.state;
    expect(stateOf(question.id)).toBe('satisfied');
    expect(stateOf(fault.id)).toBe('waived');
    expect(after.progress.done).toBe(walk.progress.done + 2);
    await client.call('workspaces.undo', {});
    await client.call('workspaces.undo', {});
    expect(await client.call('checklist.get', ids)).toEqual(walk);
  });

  test('what is only warned of is no problem, counted apart', async () => {
    const { walk, ids } = await faultyWalk();
    const { client } = testing;
    const patch = { mailingAddress: '广东省广州市天河区样例大道66号3号楼1201室' };
    await client.call('dossiers.update', { dossierId: ids.dossierId, patch });
    const after = await client.call('checklist.get', ids);
    const item = after.items.find(({ findings }) =>
      findings.some(({ path }) => path === 'entity.mailingAddress'),
    )!;
    expect(item.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['address.repeats-province', 'warning'],
    ]);
    expect(item).toMatchObject({ severity: 'required', state: 'has-warnings', next: 'consider' });
    const before = walk.items.find(({ id }) => id === item.id)!;
    expect(before.state).toBe('has-problems');
    expect(after.progress.warnings).toBe(walk.progress.warnings + 1);
    await client.call('workspaces.undo', {});
  });

  test('a document set aside blocks nothing any more, whatever its picture lacks', async () => {
    const { walk, ids } = await faultyWalk();
    const { client } = testing;
    const licence = walk.items.find(
      ({ state, materials }) => state === 'has-problems' && materials.includes('cert-business-licence'),
    )!;
    const errors = licence.findings.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(0);
    await client.call('filings.waive', { ...ids, itemId: licence.id, reason: '接入商已口头接受' });
    const after = await client.call('checklist.get', ids);
    expect(after.progress.errors).toBe(walk.progress.errors - errors);
  });

  test('an answer of no is an error that names the rule', async () => {
    const { walk, ids } = await faultyWalk();
    const question = walk.items.find(
      ({ state, severity, kind }) => state === 'question' && severity === 'required' && kind !== 'material',
    )!;
    await testing.client.call('filings.answer', { ...ids, itemId: question.id, value: 'no', note: null });
    const after = await testing.client.call('checklist.get', ids);
    const item = after.items.find(({ id }) => id === question.id)!;
    expect(item.state).toBe('has-problems');
    expect(item.findings).toMatchObject([{ code: 'person.says-no', severity: 'error', ruleId: item.ruleId }]);
    expect(after.progress.errors).toBe(walk.progress.errors + 1);
  });

  test('asks first for what decides the rules', async () => {
    const { client } = await testApp();
    const { dossier } = await client.call('dossiers.create', { name: '无代码公司', creditCode: null });
    const { filingId } = await client.call('filings.create', {
      dossierId: dossier.id,
      type: 'first',
      serviceIds: [],
      provider: null,
      plannedSubmissionOn: null,
    });
    const walk = await client.call('checklist.get', { dossierId: dossier.id, filingId });
    expect(walk).toMatchObject({ region: null, items: [], missing: ['entity.region', 'entity.group'] });
    const preview = client.call('packs.preview', { dossierId: dossier.id, filingId });
    expect(await preview.catch(failureOf)).toMatchObject({ code: 'rules.no-region' });
  });

  test('a filing goes only where the lifecycle leads', async () => {
    const { ids } = await faultyWalk();
    const move = (state: string) => testing.client.call('filings.update', { ...ids, patch: { state } });
    expect(await move('approved').catch(failureOf)).toEqual({
      code: 'filings.bad-transition',
      params: { from: 'draft', to: 'approved' },
    });
    const { dossier } = await move('provider-review');
    expect(dossier.filings[0]).toMatchObject({ state: 'provider-review', submittedOn: '2026-11-21' });
  });
});

describe('documents', () => {
  const photo = (widthPx: number, heightPx: number) =>
    renderDrawing(drawPerson({ widthPx, heightPx, background: { kind: 'plain', colour: '#f4f5f7' } }));

  async function withDossier() {
    const testing = await testApp();
    const { dossier } = await testing.client.call('dossiers.create', { name: '甲', creditCode: null });
    const add = async (files: [string, Uint8Array][], material: string | null = null) => {
      const handles: string[] = [];
      for (const [name, bytes] of files) handles.push((await testing.send(name, bytes)).handle);
      const { taskId } = await testing.client.call('attachments.add', {
        dossierId: dossier.id,
        handles,
        material,
        owner: null,
        serviceId: null,
      });
      return testing.ended(taskId);
    };
    const view = () => testing.client.call('dossiers.get', { dossierId: dossier.id });
    const folder = (await testing.client.call('app.status', {})).workspace!.folder;
    return { ...testing, add, view, dossierId: dossier.id, folder };
  }

  test('a good photo and a small one come in together, each with its verdict', async () => {
    const { add, view, app } = await withDossier();
    const task = await add([
      ['张样例 核验照.jpg', await photo(1200, 1600)],
      ['李样例 核验照.jpg', await photo(480, 640)],
    ]);
    expect(task.added).toHaveLength(2);
    const { dossier, documents } = await view();
    const verdicts = Object.fromEntries(
      documents.map((document, i) => [dossier.attachments[i]!.fileName, document.verdict]),
    );
    expect(verdicts).toEqual({ '张样例 核验照.jpg': 'pass', '李样例 核验照.jpg': 'fail' });
    expect(dossier.attachments[0]).toMatchObject({
      material: 'photo-backdrop',
      materialGuessed: true,
      owner: 'service-owner',
    });
    const preview = await app.resource(documents[0]!.previewUrls[0]!);
    expect((await readFile(preview!.file)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  test('the original keeps every byte under its hash', async () => {
    const { add, view, dossierId, folder } = await withDossier();
    const bytes = await photo(900, 1200);
    await add([['photo.jpg', bytes]]);
    const { dossier } = await view();
    const stored = join(folder, 'dossiers', dossierId, 'attachments', dossier.attachments[0]!.sha256);
    expect((await readFile(stored)).equals(bytes)).toBe(true);
  });

  test('hostile files are refused with a reason, and nothing else changes', async () => {
    const { add, view, folder } = await withDossier();
    const good = await photo(900, 1200);
    const before = await view();
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      Buffer.from([0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50, 8, 2, 0, 0, 0]),
      Buffer.alloc(64),
    ]);
    const task = await add([
      ['half.jpg', good.subarray(0, good.length / 2)],
      ['picture.png', good],
      ['huge.png', png],
      ['form.pdf', Buffer.from('not a pdf at all')],
      ['script.jpg', Buffer.from('<html><script>alert(1)</script></html>')],
    ]);
    expect(task.refused.map(({ fileName }) => fileName).sort()).toEqual([
      'form.pdf',
      'half.jpg',
      'huge.png',
      'picture.png',
      'script.jpg',
    ]);
    for (const { reason } of task.refused)
      for (const sentence of Object.values(reason)) expect(sentence.length).toBeGreaterThan(8);
    expect(await view()).toEqual(before);
    expect(await readdir(join(folder, 'cache', 'inbox'))).toEqual([]);
  });

  test('a name that climbs out of the folder is only a name', async () => {
    const { add, view, folder } = await withDossier();
    await add([['../../../../evil.jpg', await photo(900, 1200)]]);
    expect((await view()).dossier.attachments[0]!.fileName).toBe('evil.jpg');
    expect(existsSync(join(folder, '..', 'evil.jpg'))).toBe(false);
  });

  test('a file over the limit never arrives whole', async () => {
    const testing = await testApp();
    async function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024);
    }
    const arriving = testing.app.receiveFile('big.jpg', endless());
    await expect(arriving).rejects.toMatchObject({ failure: { code: 'files.too-large' } });
    const empty = testing.app.receiveFile(
      'empty.jpg',
      (async function* () {
        yield Buffer.alloc(0);
      })(),
    );
    await expect(empty).rejects.toMatchObject({ failure: { code: 'files.empty' } });
    const folder = (await testing.client.call('app.status', {})).workspace!.folder;
    expect(await readdir(join(folder, 'cache', 'inbox'))).toEqual([]);
  });

  test('calling it something else inspects it as that', async () => {
    const { add, view, client, dossierId, ended: endedTask } = await withDossier();
    await add([['scan.jpg', await photo(1200, 1600)]]);
    const { dossier, documents } = await view();
    expect(documents[0]!.pages[0]!.kind).toBe('scan');
    await client.call('attachments.update', {
      dossierId,
      attachmentId: dossier.attachments[0]!.id,
      patch: { material: 'photo-backdrop' },
    });
    const running = (await client.call('tasks.list', {})).find(({ state }) => state === 'running');
    if (running) await endedTask(running.id);
    const after = await view();
    expect(after.documents[0]!.pages[0]!.kind).toBe('owner-photo');
    expect(after.dossier.attachments[0]!.materialGuessed).toBe(false);
  });
});
