import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { DocumentsPage, needsAttention, rowsOf } from '../../../renderer/documents/documents-page.svelte.ts';
import { AnsweringBridge, attachment, dossierView } from './walk-builders.ts';

const dossierId = randomUUID();

function viewWith(...verdicts: (Verdict | null)[]) {
  const attachments = verdicts.map((_, at) => attachment({ fileName: `${at}.jpg` }));
  const documents = attachments.map((file, at) => ({
    attachmentId: file.id,
    verdict: verdicts[at] ?? null,
    pages: [],
    previewUrls: [],
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
