import type { DossierView, PackPreview } from '../../preload/contract/index.ts';

/**
 * The preview picture of each page of the pack, by page number. Documents stand in the pack material by material,
 * each with its pages in their order; forms and lists are drawn by the pack itself and have none.
 */
export function picturesOfPages(preview: PackPreview, view: DossierView): Map<number, string> {
  const byId = new Map(view.documents.map((document) => [document.attachmentId, document]));
  const waiting = new Map<string, string[]>();
  for (const attachment of view.dossier.attachments) {
    if (attachment.material === null) continue;
    const urls = byId.get(attachment.id)?.previewUrls ?? [];
    waiting.set(attachment.material, [...(waiting.get(attachment.material) ?? []), ...urls]);
  }
  const pictures = new Map<number, string>();
  for (const page of preview.pages) {
    if (page.kind !== 'document' || page.material === null) continue;
    const url = waiting.get(page.material)?.shift();
    if (url) pictures.set(page.number, url);
  }
  return pictures;
}
