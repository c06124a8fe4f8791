import type {
  Attachment,
  DocumentView,
  Dossier,
  PageInspection,
  Verdict,
} from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import { judgeFile } from '../images/index.ts';

/** The dossier's documents, judged by the provider of its open filing as its limits stand now. */
export function documentViews(context: Context, dossier: Dossier): DocumentView[] {
  const provider = dossier.filings.find(({ state }) => isOpenState(state))?.provider ?? null;
  return dossier.attachments.map((attachment) => viewDocument(context, dossier.id, attachment, provider));
}

function viewDocument(
  context: Context,
  dossierId: string,
  attachment: Attachment,
  provider: string | null,
): DocumentView {
  const pages = judgedPages(context, dossierId, attachment, provider);
  return {
    attachmentId: attachment.id,
    verdict: pages.length > 0 ? worst(pages.map(({ verdict }) => verdict)) : null,
    pages,
    previewUrls: pages.map(({ page }) => `/preview/${dossierId}/${attachment.id}/${page}`),
  };
}

/** Empty while the file waits for inspection. */
export function judgedPages(
  context: Context,
  dossierId: string,
  attachment: Attachment,
  provider: string | null,
): PageInspection[] {
  const measured = openSession(context).inspections.of(dossierId, attachment);
  if (!measured) return [];
  return judgeFile(measured, { provider, material: attachment.material, limits: context.limits });
}

const ORDER: Verdict[] = ['pass', 'warn', 'fail', 'unreadable'];

function worst(verdicts: Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'pass');
}
