import { expect, test } from 'vitest';
import type { PackPreview } from '../../../preload/contract/index.ts';
import { picturesOfPages } from '../../../renderer/packs/page-pictures.ts';
import { attachment, dossierView } from './walk-builders.ts';

const page = (number: number, kind: PackPreview['pages'][number]['kind'], material: string | null) => ({
  number,
  kind,
  material,
  title: { 'zh-CN': '页', en: 'page' },
});

test('gives every page of a document its own picture, and drawn pages none', () => {
  const card = attachment({ material: 'id-resident-front' });
  const licence = attachment({ material: 'cert-business-licence' });
  const view = dossierView({
    attachments: [card, licence],
    documents: [
      { attachmentId: licence.id, verdict: 'pass', pages: [], previewUrls: ['/licence/1', '/licence/2'] },
      { attachmentId: card.id, verdict: 'pass', pages: [], previewUrls: ['/card/1'] },
    ],
  });
  const preview: PackPreview = {
    complete: true,
    upload: [],
    preflight: [],
    pages: [
      page(1, 'cover', null),
      page(2, 'form', 'cert-business-licence'),
      page(3, 'document', 'cert-business-licence'),
      page(4, 'document', 'cert-business-licence'),
      page(5, 'document', 'id-resident-front'),
      page(6, 'document', 'id-resident-front'),
    ],
  };
  expect([...picturesOfPages(preview, view)]).toEqual([
    [3, '/licence/1'],
    [4, '/licence/2'],
    [5, '/card/1'],
  ]);
});
