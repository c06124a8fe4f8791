import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { DocumentsPage, rowsOf } from '../../../renderer/documents/documents-page.svelte.ts';
import { AnsweringBridge, attachment, dossierView } from './walk-builders.ts';

const dossierId = randomUUID();

function viewWith(...verdicts: (Verdict | null)[]) {
  const attachments = verdicts.map((_, at) => attachment({ fileName: `${at}.jpg` }));
  const documents = attachments.map((file, at) => ({
    attachmentId: file.id,
    verdict: verdicts[at] ?? null,
    pages: [],
    otherMaterials: [],
    previewUrls: [],
  }));
  return dossierView({ dossierId, attachments, documents });
}

test('lists the worst verdict first', () => {
  const { dossier, documents } = viewWith('pass', null, 'warn', 'unreadable', 'fail');
  const rows = rowsOf({ attachments: dossier.attachments, documents });
  expect(rows.map((row) => row.verdict)).toEqual(['unreadable', 'fail', 'warn', null, 'pass']);
});

test('lists what still has to be named before its equals', () => {
  const { dossier, documents } = viewWith('pass', 'pass', 'pass', 'fail');
  const named = { material: 'cert-business-licence', materialGuessed: false };
  const attachments = dossier.attachments.map((file, at) => ({
    ...file,
    ...[named, { ...named, materialGuessed: true }, { material: null }, named][at],
  }));
  const rows = rowsOf({ attachments, documents });
  expect(rows.map(({ attachment }) => attachment.fileName)).toEqual(['3.jpg', '1.jpg', '2.jpg', '0.jpg']);
});

test('selects the neighbour of a file that was removed', async () => {
  const before = viewWith('fail', 'warn', 'pass');
  const [first, second] = before.dossier.attachments;
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
