import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { WalkItem } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { WalkPage } from '../../../renderer/walk/walk-page.svelte.ts';
import {
  AnsweringBridge,
  attachment,
  dossierView,
  filing,
  memory,
  Refuse,
  walkItem,
  walkOf,
} from './walk-builders.ts';

const dossierId = randomUUID();
const serviceId = randomUUID();
const order = filing({ serviceIds: [serviceId] });

function openWalk(items: WalkItem[], kept: Record<string, string> = {}) {
  const shown = { items, view: dossierView({ dossierId, filings: [order] }), readyForPack: false };
  const bridge = new AnsweringBridge({
    'checklist.get': () => walkOf(shown.items, { readyForPack: shown.readyForPack }),
    'dossiers.get': () => shown.view,
    'attachments.add': () => ({ taskId: randomUUID() }),
    'filings.answer': () => shown.view,
    'filings.waive': () => shown.view,
  });
  const client = createClient(bridge);
  const page = new WalkPage(client, dossierId, order.id, memory(kept));
  client.subscribe((event) => page.hear(event));
  return { page, bridge, shown };
}

const three = [
  walkItem({ id: 'licence', state: 'satisfied' }),
  walkItem({ id: 'photo' }),
  walkItem({ id: 'form', step: 'sign' }),
];

test('starts at the first thing to do', async () => {
  const { page } = openWalk(three);
  await page.load();
  expect(page.place).toBe('gather');
  expect(page.selected?.id).toBe('photo');
  expect(page.open.map((item) => item.id)).toEqual(['photo']);
  expect(page.settled.map((item) => item.id)).toEqual(['licence']);
});

test('takes up where the person stopped', async () => {
  const { page } = openWalk(three, { [`walk:${order.id}`]: 'form' });
  await page.load();
  expect(page.place).toBe('sign');
  expect(page.selected?.id).toBe('form');
});

test('starts anew when what was remembered is gone', async () => {
  const { page } = openWalk(three, { [`walk:${order.id}`]: 'an item of an old rule' });
  await page.load();
  expect(page.selected?.id).toBe('photo');
});

test('jumps from step to step to the next open item, and to the pack when nothing is left', async () => {
  const { page, shown } = openWalk(three);
  await page.load();
  page.next();
  expect(page.selected?.id).toBe('form');
  shown.items = three.map((item) => ({ ...item, state: 'satisfied' }));
  await page.load();
  page.next();
  expect(page.place).toBe('pack');
  expect(page.selected).toBeNull();
});

test('starts at the pack when nothing is left to do', async () => {
  const { page } = openWalk(three.map((item) => ({ ...item, state: 'satisfied' })));
  await page.load();
  expect(page.place).toBe('pack');
});

test('moves within the step and stops at its ends', async () => {
  const { page } = openWalk(three);
  await page.load();
  page.move(1);
  expect(page.selected?.id).toBe('licence');
  page.move(1);
  expect(page.selected?.id).toBe('licence');
  page.move(-1);
  expect(page.selected?.id).toBe('photo');
});

test('keeps the selection when the walk is judged anew', async () => {
  const { page, shown } = openWalk(three);
  await page.load();
  shown.items = three.map((item) => (item.id === 'photo' ? { ...item, state: 'satisfied' } : item));
  await page.load();
  expect(page.selected?.id).toBe('photo');
});

test('files a dropped document as what the item asks for', async () => {
  const item = walkItem({ id: 'photo', materials: ['photo-backdrop'], owner: 'service-owner', serviceId });
  const { page, bridge } = openWalk([item]);
  await page.load();
  await page.attach(item, [{ name: 'photo.jpg', size: 10 }]);
  expect(bridge.inputsOf('attachments.add')).toEqual([
    {
      dossierId,
      handles: ['handle of photo.jpg'],
      material: 'photo-backdrop',
      owner: 'service-owner',
      serviceId,
    },
  ]);
  expect(page.intake.uploading).toBe(0);
});

test('says why a file was refused and changes nothing else', async () => {
  const { page, bridge } = openWalk(three);
  bridge.refusedUploads.set('huge.jpg', {
    code: 'files.too-large',
    params: { fileName: 'huge.jpg', maxMb: 60 },
  });
  await page.load();
  await page.attach(three[1]!, [{ name: 'huge.jpg', size: 1e9 }]);
  expect(page.intake.refused.map((file) => file.fileName)).toEqual(['huge.jpg']);
  expect(page.intake.refused[0]?.reason['zh-CN']).toContain('60');
  expect(bridge.inputsOf('attachments.add')).toEqual([]);
  expect(page.selected?.id).toBe('photo');
});

test('sends an answer with its note, and an empty note as none', async () => {
  const { page, bridge } = openWalk(three);
  await page.load();
  await page.answer(three[1]!, 'yes', '  已电话核实 ');
  await page.answer(three[1]!, null, '');
  expect(bridge.inputsOf('filings.answer')).toEqual([
    { dossierId, filingId: order.id, itemId: 'photo', value: 'yes', note: '已电话核实' },
    { dossierId, filingId: order.id, itemId: 'photo', value: null, note: null },
  ]);
});

test('offers the pack at the moment it becomes ready, and not again', async () => {
  const { page, shown } = openWalk(three);
  await page.load();
  shown.readyForPack = true;
  await page.load();
  expect(page.place).toBe('pack');
  page.select(three[0]!);
  await page.load();
  expect(page.place).toBe('gather');
});

test('judges anew after an answer, and when an inspection or an undo changed the dossier', async () => {
  const { page, bridge } = openWalk(three);
  await page.load();
  await page.answer(three[1]!, 'yes', '');
  expect(bridge.inputsOf('checklist.get')).toHaveLength(2);
  bridge.tell({ type: 'dossier-changed', dossierId });
  bridge.tell({ type: 'dossier-changed', dossierId: randomUUID() });
  page.hear({ type: 'undone', dossierId: null });
  expect(bridge.inputsOf('checklist.get')).toHaveLength(4);
});

test('keeps what is shown when main refuses, and says so', async () => {
  const bridge = new AnsweringBridge({
    'checklist.get': () => walkOf(three),
    'dossiers.get': () => dossierView({ filings: [order] }),
    'filings.waive': () => {
      throw new Refuse({ code: 'store.disk-full', params: { file: 'dossier.json' } });
    },
  });
  const page = new WalkPage(createClient(bridge), dossierId, order.id, memory());
  await page.load();
  await page.waive(three[1]!, '接入商确认无须提供');
  expect(page.failure?.code).toBe('store.disk-full');
  expect(page.selected?.id).toBe('photo');
  expect(page.walk?.items).toHaveLength(3);
});

test('shows the files of the selected item with what main thinks of them', async () => {
  const file = attachment();
  const document = {
    attachmentId: file.id,
    verdict: 'warn' as const,
    pages: [],
    otherMaterials: [],
    previewUrls: [],
  };
  const { page, shown } = openWalk([
    walkItem({ id: 'licence', state: 'attached', attachmentIds: [file.id] }),
  ]);
  shown.view = dossierView({
    dossierId,
    filings: [order],
    attachments: [attachment(), file],
    documents: [document],
  });
  await page.load();
  expect(page.documents.map(({ attachment, view }) => [attachment.id, view?.verdict])).toEqual([
    [file.id, 'warn'],
  ]);
});
