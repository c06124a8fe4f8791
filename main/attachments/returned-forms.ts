import type { Attachment, Bilingual, Dossier, Filing, ImageFinding } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { isAppError } from '../errors.ts';
import { factsOfFiling, judgedDay } from '../filings/filing-facts.ts';
import { findFonts } from '../packs/fonts.ts';
import type { PrintedForm } from '../packs/forms/form.ts';
import { printForm } from '../packs/forms/index.ts';
import { packInput, type PackInput } from '../packs/input.ts';
import { pagesOfForms } from '../packs/plan.ts';
import type { FormCode, ReturnedPage } from '../packs/returns/facts.ts';
import { filingMark, printMark } from '../packs/returns/form-code.ts';
import { judgeReturn, type ReturnContext } from '../packs/returns/judge.ts';
import type { ScannedFile } from '../packs/returns/measure.ts';

interface Place {
  dossier: Dossier;
  filing: Filing;
}

/**
 * The pages of a scan that are forms we printed, with the ink in their fields. Empty for any other file, and for one
 * that breaks its reader: what is wrong with that one, its inspection says.
 *
 * @throws AppError `tasks.cancelled`
 */
export async function measureReturnedForms(
  context: Context,
  scan: ScannedFile,
  signal: AbortSignal,
): Promise<ReturnedPage[]> {
  try {
    return await measure(context, scan, signal);
  } catch (cause) {
    if (isAppError(cause, 'tasks.timed-out') || isAppError(cause, 'tasks.out-of-memory')) return [];
    throw cause;
  }
}

async function measure(context: Context, scan: ScannedFile, signal: AbortSignal): Promise<ReturnedPage[]> {
  const coded = await context.pool.run('packs.find-codes', scan, { signal });
  if (coded.length === 0) return [];
  const pages = coded.map((one) => {
    const place = placeOf(context, one.code);
    const form = place && formsNow(context, place, one.code.material);
    return { ...one, printed: (form && pagesOfForms(form.input, form.forms)[one.code.ordinal - 1]) ?? null };
  });
  return context.pool.run('packs.measure-returns', { ...scan, pages, fonts: findFonts() }, { signal });
}

/** What a code settles about its scan: which material it is, and of which service. */
export function settledBy(
  context: Context,
  dossierId: string,
  [first]: ReturnedPage[],
): Pick<Attachment, 'material' | 'serviceId'> | null {
  const place = first && placeOf(context, first.code);
  if (!place || place.dossier.id !== dossierId) return null;
  const { material, ordinal } = first.code;
  const { forms } = formsNow(context, place, material);
  const isOneEach = forms.length > 1 && forms.length === place.filing.serviceIds.length && !isOneForm(forms);
  return { material, serviceId: isOneEach ? place.filing.serviceIds[ordinal - 1]! : null };
}

/** Findings of the pages of one file, by page number. Looks at no pixel. */
export function returnFindings(
  context: Context,
  dossierId: string,
  attachment: Attachment,
  returned: ReturnedPage[],
): Map<number, ImageFinding[]> {
  const filedAs = attachment.material === null ? null : named(context, attachment.material);
  return new Map(
    returned.map((page) => {
      const { code } = page;
      const place = placeOf(context, code);
      const isOwn = place?.dossier.id === dossierId;
      const forms = place && isOwn ? formsNow(context, place, code.material).forms : [];
      const judged: ReturnContext = {
        form: named(context, code.material).name,
        filedAs,
        filing: place && { otherEntity: isOwn ? null : (place.dossier.entity.name ?? '') },
        prints: forms.map(printMark),
        isOneForm: isOneForm(forms),
        cameBack: cameBack(context, dossierId, code),
      };
      return [page.page, judgeReturn(page, judged)];
    }),
  );
}

function placeOf(context: Context, { filing: mark }: FormCode): Place | null {
  for (const dossier of openSession(context).workspace.dossiers) {
    const filing = dossier.filings.find(({ id }) => filingMark(id) === mark);
    if (filing) return { dossier, filing };
  }
  return null;
}

function formsNow(
  context: Context,
  { dossier, filing }: Place,
  material: string,
): { input: PackInput; forms: PrintedForm[] } {
  const factsFile = factsOfFiling(context, dossier, filing);
  const input = packInput(context.book, {
    factsFile,
    filingId: filing.id,
    evaluation: { findings: [], materials: [], unchecked: [] },
    documents: [],
    draft: false,
    options: { twoSided: false, separators: false, watermark: null },
    on: judgedDay(context, filing),
    fonts: findFonts(),
  });
  return { input, forms: printForm(material, input) };
}

const isOneForm = (forms: PrintedForm[]) => forms.some(({ continues }) => continues);

function named({ book }: Context, id: string): { id: string; name: Bilingual } {
  return { id, name: book.materials.get(id)?.name ?? { 'zh-CN': id, en: id } };
}

/** Ordinals of the form's pages among all documents of the dossier. */
function cameBack(context: Context, dossierId: string, { filing, material }: FormCode): number[] {
  const { workspace, inspections } = openSession(context);
  return workspace
    .dossier(dossierId)
    .attachments.flatMap(({ sha256 }) =>
      (inspections.returnedForms(dossierId, sha256) ?? [])
        .filter(({ code }) => code.filing === filing && code.material === material)
        .map(({ code }) => code.ordinal),
    );
}
