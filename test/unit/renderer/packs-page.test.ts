import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Output, Task } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { PackPage } from '../../../renderer/packs/pack-page.svelte.ts';
import { AnsweringBridge, dossierView, filing, Refuse, task } from './walk-builders.ts';

const dossierId = randomUUID();
const order = filing();
const preview: Output<'packs.preview'> = {
  complete: false,
  pages: [{ number: 1, title: { 'zh-CN': '封面', en: 'Cover' }, kind: 'cover', material: null }],
  upload: [],
  preflight: [
    {
      code: 'missing',
      severity: 'error',
      message: { 'zh-CN': '缺', en: 'missing' },
      page: null,
      ruleIds: [],
    },
    { code: 'old', severity: 'warning', message: { 'zh-CN': '旧', en: 'old' }, page: 1, ruleIds: [] },
  ],
};

const exportTask = (change: Partial<Task>) => task({ kind: 'export', dossierId, ...change });

function openPack(exportPack: () => Output<'packs.export'> | Promise<Output<'packs.export'>>) {
  const bridge = new AnsweringBridge({
    'packs.preview': () => preview,
    'dossiers.get': () => dossierView({ dossierId, filings: [order] }),
    'packs.drawPages': () => ({ pictures: '/preview/pack/f/k' }),
    'packs.export': exportPack,
    'tasks.cancel': () => null,
  });
  return { bridge, page: new PackPage(createClient(bridge), dossierId, order.id) };
}

test('counts what stands against the export', async () => {
  const { page } = openPack(() => ({ taskId: null }));
  await page.load();
  expect(page.errors).toBe(1);
  expect(page.pictures).toBe('/preview/pack/f/k');
  expect(page.filing?.id).toBe(order.id);
});

test('follows its own export and no other work', async () => {
  const taskId = randomUUID();
  const { page } = openPack(() => ({ taskId }));
  await page.export(true);
  page.hear({ type: 'task', task: exportTask({ done: 3 }) });
  page.hear({ type: 'task', task: exportTask({ id: taskId, kind: 'inspect' }) });
  expect(page.task).toBeNull();
  page.hear({ type: 'task', task: exportTask({ id: taskId, done: 4 }) });
  expect(page.task?.done).toBe(4);
  expect(page.running).toBe(true);
  page.hear({ type: 'task', task: exportTask({ id: taskId, done: 9, state: 'cancelled' }) });
  expect(page.running).toBe(false);
  expect(page.result).toBeNull();
});

test('does not miss an export that ends before main has answered', async () => {
  const taskId = randomUUID();
  const { page } = openPack(() => {
    page.hear({ type: 'task', task: exportTask({ id: taskId, state: 'done', done: 9 }) });
    return { taskId };
  });
  await page.export(false);
  expect(page.task?.state).toBe('done');
});

test('shows what only writing has found, and how each upload fares at the official interface', async () => {
  const taskId = randomUUID();
  const { page } = openPack(() => ({ taskId }));
  await page.load();
  expect(page.found).toEqual([]);
  const legibility = { contrastKept: 0.4, textHeightPx: 7 };
  const size = { maxBytesBase64: 102400, bytesBase64: 102000, widthPx: 800, heightPx: 600 };
  const official = { ...size, legibility, fits: true, isLegible: false };
  const upload = {
    path: 'upload/01-licence.jpg',
    bytes: 4000,
    sha256: 'a'.repeat(64),
    material: 'cert-business-licence',
    ruleIds: [],
    pages: [1],
    official,
  };
  const faint = {
    code: 'official-illegible',
    severity: 'warning' as const,
    message: { 'zh-CN': '看不清', en: 'faint' },
    page: null,
    ruleIds: [],
  };
  const manifest = {
    createdOn: '2026-11-21',
    draft: true,
    options: page.options,
    entity: null,
    region: '310000',
    filing: 'first',
    service: 'website',
    provider: null,
    pages: 1,
    contents: [],
    files: [upload],
    rules: [],
    rulePack: null,
    waivers: [],
    preflight: [...preview.preflight, faint],
  };
  await page.export(true);
  page.hear({
    type: 'task',
    task: exportTask({ id: taskId, state: 'done', pack: { manifest, folder: null, downloads: [] } }),
  });
  expect(page.found).toEqual([faint]);
  expect(page.written('01-licence.jpg')?.official).toEqual(official);
  expect(page.written('02-other.jpg')).toBeNull();
});

test('is not running when the person chose no folder', async () => {
  const { page } = openPack(() => ({ taskId: null }));
  await page.export(false);
  expect(page.running).toBe(false);
});

test('says why main refused the export', async () => {
  const { page } = openPack(() => {
    throw new Refuse({ code: 'packs.incomplete', params: { missing: 2 } });
  });
  await page.export(false);
  expect(page.failure).toEqual({ code: 'packs.incomplete', params: { missing: 2 } });
  expect(page.running).toBe(false);
});

test('cancels by the task it started', async () => {
  const taskId = randomUUID();
  const { page, bridge } = openPack(() => ({ taskId }));
  await page.cancel();
  await page.export(false);
  await page.cancel();
  expect(bridge.inputsOf('tasks.cancel')).toEqual([{ taskId }]);
});

test('is previewed, drawn and exported as it was chosen to be made', async () => {
  const asked: unknown[] = [];
  const note = (input: unknown) => void asked.push((input as { options: unknown }).options);
  const bridge = new AnsweringBridge({
    'packs.preview': (input) => (note(input), preview),
    'packs.drawPages': (input) => (note(input), { pictures: null }),
    'dossiers.get': () => dossierView({ dossierId, filings: [order] }),
    'packs.export': (input) => (note(input), { taskId: null }),
  });
  const page = new PackPage(createClient(bridge), dossierId, order.id);
  await page.choose({ twoSided: true });
  await page.export(true);
  const both = { twoSided: true, separators: true, watermark: null };
  expect(asked).toEqual([both, both, both]);
});
