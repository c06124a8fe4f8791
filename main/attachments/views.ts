import type {
  Attachment,
  DocumentView,
  Dossier,
  ImageFinding,
  PageInspection,
  Verdict,
} from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import { judgeFile, otherMaterials, verdictOf, type MeasuredFile } from '../images/index.ts';
import type { ReturnedPage } from '../packs/returns/facts.ts';
import { duplicateFindings } from './duplicates.ts';
import { returnFindings } from './returned-forms.ts';

/** The dossier's documents, judged by the provider of its open filing as its limits stand now. */
export function documentViews(context: Context, dossier: Dossier): DocumentView[] {
  const provider = providerOf(dossier);
  return dossier.attachments.map((attachment) => viewDocument(context, dossier.id, attachment, provider));
}

/** Whose limits count: the provider of the open filing. */
export function providerOf(dossier: Dossier): string | null {
  return dossier.filings.find(({ state }) => isOpenState(state))?.provider ?? null;
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
    otherMaterials:
      attachment.material === null || attachment.materialGuessed
        ? [...otherMaterials(attachment.material, pages[0]?.facts ?? null)]
        : [],
    // The bytes are part of the address: a repaired copy is another picture.
    previewUrls: pages.map(
      ({ page }) => `/preview/${dossierId}/${attachment.id}/${page}?${attachment.sha256.slice(0, 8)}`,
    ),
  };
}

/** Empty while the file waits for inspection. */
export function judgedPages(
  context: Context,
  dossierId: string,
  attachment: Attachment,
  provider: string | null,
): PageInspection[] {
  const { inspections } = openSession(context);
  const measured = inspections.of(dossierId, attachment);
  if (!measured) return [];
  const returned = inspections.returnedForms(dossierId, attachment.sha256) ?? [];
  const pages = judgeDocument(context, dossierId, attachment, { measured, returned }, provider);
  const duplicates = duplicateFindings(context, dossierId, attachment.id);
  return pages.map((page, index) =>
    index === 0 ? withFindings(page, [...duplicates, ...page.findings]) : page,
  );
}

/** What was measured of a document or of a copy of it, judged as the document's material. */
export function judgeDocument(
  context: Context,
  dossierId: string,
  attachment: Attachment,
  { measured, returned }: { measured: MeasuredFile; returned: ReturnedPage[] },
  provider: string | null,
): PageInspection[] {
  const pages = judgeFile(measured, { provider, material: attachment.material, limits: context.limits });
  if (returned.length === 0) return pages;
  const findings = returnFindings(context, dossierId, attachment, returned);
  return pages.map((page) => withFormFindings(page, findings.get(page.page) ?? []));
}

/** Where its fields are known, what is said of them replaces what a mere look at the page finds. */
function withFormFindings(page: PageInspection, found: ImageFinding[]): PageInspection {
  if (found.length === 0) return page;
  return withFindings(page, [...found, ...page.findings.filter(({ code }) => code !== 'scan.no-red-seal')]);
}

function withFindings(page: PageInspection, findings: ImageFinding[]): PageInspection {
  return { ...page, findings, verdict: page.verdict === 'unreadable' ? page.verdict : verdictOf(findings) };
}

const ORDER: Verdict[] = ['pass', 'warn', 'fail', 'unreadable'];

function worst(verdicts: Verdict[]): Verdict {
  return verdicts.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'pass');
}
