import type { PreflightItem } from '../../../preload/contract/index.ts';
import type { PreflightCode } from '../../../preload/messages/packs.ts';
import { pause, type WorkContext } from '../../workers/task.ts';
import { paper, type Area, type Page } from '../page.ts';
import { dpiFor, isVector, type FileFacts, type PageFacts } from '../pictures.ts';
import { fieldsOf } from '../plan.ts';
import { preflightItem } from '../preflight.ts';
import { openPdfOnDisk, type DrawnObject, type ReadPage } from './pdf-on-disk.ts';

/** Printers leave this much of the edge white. */
const marginMm = 5;
/** Rounding of coordinates and hairlines' width. */
const toleranceMm = 0.3;
const subsetName = /^[A-Z]{6}\+/;

const faults: PreflightCode[] = [
  'page-count',
  'page-size',
  'page-number-wrong',
  'font-not-embedded',
  'outside-margin',
  'picture-wrong',
  'field-not-found',
];

/** Whether reading back found nothing wrong with the file itself; what a draft lacks is another matter. */
export function isSound(preflight: PreflightItem[]): boolean {
  return !preflight.some(({ code }) => (faults as string[]).includes(code));
}

/** Opens the written file again, from the disk, and compares every page with what was planned for it. */
export async function readBack(
  file: string,
  pages: Page[],
  files: FileFacts[],
  context: WorkContext,
): Promise<PreflightItem[]> {
  const pdf = await openPdfOnDisk(file);
  try {
    if (pdf.pages !== pages.length)
      return [preflightItem('page-count', 'error', { pages: pdf.pages, expected: pages.length })];
    const fields = fieldsOf(pages);
    const items: PreflightItem[] = [];
    for (const [index, page] of pages.entries()) {
      await pause(context);
      const number = index + 1;
      const read = pdf.read(index);
      items.push(
        ...pageItems(read, number, pages.length),
        ...pictureItems(read, page, number, files),
        ...fieldItems(
          read,
          number,
          fields.filter((field) => field.page === number).map(({ text }) => text),
        ),
      );
    }
    return items.length > 0
      ? items
      : [preflightItem('verified', 'info', { pages: pdf.pages, fields: fields.length })];
  } finally {
    pdf.close();
  }
}

function pageItems(
  { widthMm, heightMm, text, objects }: ReadPage,
  page: number,
  of: number,
): PreflightItem[] {
  const items: PreflightItem[] = [];
  const isA4 = Math.abs(widthMm - paper.widthMm) < 0.5 && Math.abs(heightMm - paper.heightMm) < 0.5;
  if (!isA4) items.push(preflightItem('page-size', 'error', { widthMm, heightMm }, { page }));
  const isNumbered = new RegExp(`(?<!\\d)${page}/${of}(?!\\d)`).test(comparable(text));
  if (!isNumbered)
    items.push(preflightItem('page-number-wrong', 'error', { expected: `${page} / ${of}` }, { page }));
  // Fonts of a PDF that was taken over are as they were in it.
  const wrong = objects
    .flatMap(({ kind, fonts }) => fonts.map((font) => ({ ...font, isOurs: kind === 'text' })))
    .find(({ name, isEmbedded, isOurs }) => !isEmbedded || (isOurs && !subsetName.test(name)));
  if (wrong) items.push(preflightItem('font-not-embedded', 'error', { font: wrong.name }, { page }));
  const distance = Math.min(...objects.map((object) => distanceFromEdge(object, widthMm, heightMm)));
  if (distance < marginMm - toleranceMm)
    items.push(preflightItem('outside-margin', 'error', { distanceMm: distance, marginMm }, { page }));
  return items;
}

function distanceFromEdge({ left, top, right, bottom }: DrawnObject, width: number, height: number): number {
  return Math.min(left, top, width - right, height - bottom);
}

/** Every planned picture is there, at its size, with the pixels it can have; every PDF's page that is taken over is. */
function pictureItems(
  { objects }: ReadPage,
  page: Page,
  number: number,
  files: FileFacts[],
): PreflightItem[] {
  const wanted = page.marks.filter((mark) => mark.kind === 'picture');
  const found = {
    image: objects.filter(({ kind }) => kind === 'image'),
    form: objects.filter(({ kind }) => kind === 'form'),
  };
  const isRight = wanted.every(({ area, picture }) => {
    const facts = files[picture.document]!.pages[picture.page]!;
    if (isVector(facts)) return isTakenOver(found.form.shift(), area, facts);
    const image = found.image.shift();
    if (!image || Math.abs(image.right - image.left - area.width) > toleranceMm) return false;
    const finest = Math.round((area.width / 25.4) * dpiFor(facts));
    // Sides of a picture are whole pixels.
    return image.widthPx >= Math.min(finest, facts.widthPx) - 2;
  });
  return isRight && found.image.length + found.form.length === 0
    ? []
    : [preflightItem('picture-wrong', 'error', {}, { page: number })];
}

/** A PDF's page at the size that was planned, and nowhere beyond its area. */
function isTakenOver(form: DrawnObject | undefined, area: Area, { sizeMm }: PageFacts): boolean {
  if (!form) return false;
  const isInside =
    form.left > area.x - toleranceMm &&
    form.top > area.y - toleranceMm &&
    form.right < area.x + area.width + toleranceMm &&
    form.bottom < area.y + area.height + toleranceMm;
  // An empty page has no bounds.
  const isEmpty = form.right <= form.left;
  return (isInside || isEmpty) && Math.abs(form.scale * sizeMm!.width - area.width) < toleranceMm;
}

function fieldItems({ text }: ReadPage, page: number, wanted: string[]): PreflightItem[] {
  const found = comparable(text);
  return wanted
    .filter((field) => !found.includes(comparable(field)))
    .map((field) => preflightItem('field-not-found', 'error', { text: field }, { page }));
}

/** Spaces, line ends and hyphens at them are the page's, not the text's. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\ufffe\uffff-]+/gu, '');
}
