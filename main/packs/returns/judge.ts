import type { Bilingual, ImageFinding } from '../../../preload/contract/index.ts';
import { finding } from '../../images/finding.ts';
import type { FormCode, ReturnedPage, ZoneFacts } from './facts.ts';

/** What the dossier knows of the form that a code names. */
export interface ReturnContext {
  /** Name of the material of the code. */
  form: Bilingual;
  /** Material the scan is kept as; `null` while nobody has said. */
  filedAs: { id: string; name: Bilingual } | null;
  /** `null`: no filing of this workspace. `entity`: set when it is another filing than those of this dossier. */
  filing: { otherEntity: string | null } | null;
  /** Marks of the data the pages of this form would be printed with now, in their order. */
  prints: string[];
  /** Whether these pages are the pages of one form; else each is a form of its own. */
  isOneForm: boolean;
  /** Ordinals of this form's pages that came back, in whatever file. */
  cameBack: number[];
}

/**
 * Square millimetres of ink. A signature has 25 or more, what is left of dust and misprinting under 1; a company seal
 * has 120 or more, a faint one a third of that.
 */
const signed = { from: 8, unsure: 2.5 };
const sealed = { from: 45, faint: 6 };
const written = 8;
const dated = 3;
const fingerprinted = 25;
/** Pen ink in the place of a seal that is a seal without colour. */
const greySeal = 45;
const minVisible = 0.85;
const maxOutside = 0.01;

/** What is wrong with one page that came back; one `info` when nothing is. */
export function judgeReturn({ code, seen }: ReturnedPage, context: ReturnContext): ImageFinding[] {
  const foreign = judgeFiling(context);
  if (foreign) return [foreign];
  const findings = [...judgeCode(code, context), ...(seen ? judgePage(seen) : [])];
  if (seen && findings.length === 0)
    findings.push(
      finding('form.recognised', 'info', { form: context.form['zh-CN'], formEn: context.form.en }),
    );
  return findings;
}

function judgeFiling({ filing }: ReturnContext): ImageFinding | null {
  if (filing === null) return finding('form.unknown-filing', 'error', {});
  if (filing.otherEntity !== null)
    return finding('form.other-filing', 'error', { entity: filing.otherEntity });
  return null;
}

function judgeCode(
  code: FormCode,
  { form, filedAs, prints, isOneForm, cameBack }: ReturnContext,
): ImageFinding[] {
  const findings: ImageFinding[] = [];
  if (filedAs !== null && filedAs.id !== code.material)
    findings.push(
      finding('form.other-kind', 'error', {
        form: form['zh-CN'],
        formEn: form.en,
        filedAs: filedAs.name['zh-CN'],
        filedAsEn: filedAs.name.en,
      }),
    );
  if (code.draft) findings.push(finding('form.draft', 'error', {}));
  const print = prints[code.ordinal - 1];
  if (print === undefined) findings.push(finding('form.not-printed-now', 'warning', {}));
  else if (print !== code.print) findings.push(finding('form.data-changed', 'error', {}));
  const missing = isOneForm ? prints.map((_, index) => index + 1).filter((n) => !cameBack.includes(n)) : [];
  if (missing.length > 0)
    findings.push(finding('form.pages-missing', 'error', { missing: missing.join(', ') }));
  return findings;
}

function judgePage({ found, outside, zones }: NonNullable<ReturnedPage['seen']>): ImageFinding[] {
  if (zones === null) return [finding('form.not-aligned', 'error', { foundPercent: percent(found) })];
  const cut =
    outside > maxOutside
      ? [finding('form.incomplete-page', 'error', { outsidePercent: percent(outside) })]
      : [];
  // What the provider fills in is empty until it is there.
  const own = zones.filter(({ by }) => by !== 'provider');
  return [...cut, ...own.flatMap(judgeZone)];
}

const percent = (share: number) => Math.round(share * 100);

function judgeZone(zone: ZoneFacts): ImageFinding[] {
  const { kind, by, box, penMm2, redMm2, visible } = zone;
  if (visible < minVisible)
    return [finding('form.field-cut', 'error', { visiblePercent: percent(visible) }, box)];
  switch (kind) {
    case 'signature':
      if (penMm2 >= signed.from) return [];
      if (penMm2 >= signed.unsure)
        return [finding('form.signature-unsure', 'warning', { by, inkMm2: penMm2 }, box)];
      return [finding('form.unsigned', 'error', { by }, box)];
    case 'seal':
      if (redMm2 >= sealed.from) return [];
      if (penMm2 >= greySeal) return [finding('form.seal-not-red', 'error', { by }, box)];
      if (redMm2 >= sealed.faint) return [finding('form.seal-faint', 'warning', { by, inkMm2: redMm2 }, box)];
      return [finding('form.unsealed', 'error', { by }, box)];
    case 'date':
      return penMm2 >= dated ? [] : [finding('form.undated', 'warning', {}, box)];
    case 'handwriting':
      return penMm2 >= written ? [] : [finding('form.no-handwriting', 'error', { by }, box)];
    case 'fingerprint':
      return penMm2 + redMm2 >= fingerprinted ? [] : [finding('form.no-fingerprint', 'error', { by }, box)];
  }
}
