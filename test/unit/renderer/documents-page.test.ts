import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { DocumentsPage, needsAttention, rowsOf } from '../../../renderer/documents/documents-page.svelte.ts';
import { AnsweringBridge, attachment, dossierView, Refuse } from './walk-builders.ts';

const dossierId = randomUUID();

function viewWith(...verdicts: (Verdict | null)[]) {
  const attachments = verdicts.map((verdict, at) =>
    attachment({
      fileName: `${at}.jpg`,
      inspected: verdict ? { version: 1, kind: 'scan', pages: [] } : null,
    }),
  );
  const documents = attachments.map((file, at) => ({
    attachmentId: file.id,
    verdict: verdicts[at] ?? null,
    pages: [],
    previewUrls: [],
    guessed: false,
  }));
  return dossierView({ dossierId, attachments, documents });
}

test('lists the worst verdict first', () => {
  const rows = rowsOf(viewWith('pass', null, 'warn', 'unreadable', 'fail'));
  expect(rows.map((row) => row.verdict)).toEqual(['unreadable', 'fail', 'warn', null, 'pass']);
});

test('asks for attention for bad verdicts and for files nobody has named', () => {
  const [bad, good] = rowsOf(viewWith('fail', 'pass'));
  expect(needsAttention(bad!)).toBe(true);
  expect(needsAttention(good!)).toBe(false);
  expect(needsAttention({ ...good!, attachment: attachment({ material: null }) })).toBe(true);
});

test('takes in the good files and lists the refused ones, in the order they were chosen', async () => {
  const bridge = new AnsweringBridge({
    'attachments.add': ({ handles }) => {
      if (handles.includes('handle of broken.pdf'))
        throw new Refuse({ code: 'files.truncated', params: { fileName: 'broken.pdf' } });
      return { attachmentIds: handles.map(() => randomUUID()), taskId: randomUUID(), view: viewWith('pass') };
    },
  });
  bridge.refusedUploads.set('empty.png', { code: 'files.empty', params: { fileName: 'empty.png' } });
  const page = new DocumentsPage(createClient(bridge), dossierId);
  await page.add(['a.jpg', 'empty.png', 'broken.pdf', 'b.jpg'].map((name) => ({ name, size: 1 })));
  expect(page.refused.map((refusal) => refusal.failure.code)).toEqual(['files.empty', 'files.truncated']);
  expect(bridge.inputsOf('attachments.add').at(-1)).toMatchObject({
    handles: ['handle of a.jpg', 'handle of b.jpg'],
  });
  expect(page.view).not.toBeNull();
  expect(page.failure).toBeNull();
});

test('offers files of the same name one by one, so that only the bad one is left out', async () => {
  const bridge = new AnsweringBridge({
    'attachments.add': ({ handles }) => {
      if (handles.length > 1)
        throw new Refuse({ code: 'files.unsupported', params: { fileName: 'scan.jpg' } });
      return { attachmentIds: [randomUUID()], taskId: randomUUID(), view: viewWith('pass') };
    },
  });
  const page = new DocumentsPage(createClient(bridge), dossierId);
  await page.add([
    { name: 'scan.jpg', size: 1 },
    { name: 'scan.jpg', size: 2 },
  ]);
  expect(bridge.inputsOf('attachments.add')).toHaveLength(3);
  expect(page.refused).toEqual([]);
});

test('says a trouble that concerns the dossier as a failure, not as a refused file', async () => {
  const bridge = new AnsweringBridge({
    'attachments.add': () => {
      throw new Refuse({ code: 'store.disk-full', params: { file: 'dossier.json' } });
    },
  });
  const page = new DocumentsPage(createClient(bridge), dossierId);
  await page.add([{ name: 'a.jpg', size: 1 }]);
  expect(page.failure?.code).toBe('store.disk-full');
  expect(page.refused).toEqual([]);
  expect(page.uploading).toBe(0);
});

test('selects the neighbour of a file that was removed', async () => {
  const before = viewWith('fail', 'warn', 'pass');
  const [first, second] = rowsOf(before).map((row) => row.attachment);
  const after = {
    ...before,
    dossier: { ...before.dossier, attachments: before.dossier.attachments.filter((file) => file !== first) },
  };
  const bridge = new AnsweringBridge({ 'dossiers.get': () => before, 'attachments.remove': () => after });
  const page = new DocumentsPage(createClient(bridge), dossierId);
  await page.load();
  page.selectedId = first!.id;
  await page.remove(first!.id);
  expect(page.selected?.attachment.id).toBe(second!.id);
});
