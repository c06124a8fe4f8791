import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { packWords as words } from '../../preload/messages/packs.ts';
import { AppError } from '../errors.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { facesOf, type DrawingFaces } from './faces.ts';
import type { FontFiles } from './fonts.ts';
import {
  colours,
  marginMm,
  paper,
  text,
  type Area,
  type Page,
  type PictureRef,
  type TextMark,
} from './page.ts';
import type { Picture } from './pictures.ts';
import type { OutlineItem } from './plan.ts';
import { gatherWrites } from './gather-writes.ts';
import { drawJpeg } from './jpeg-object.ts';
import { prefetch } from './prefetch.ts';
import { codeModules, type CodeModules } from './returns/barcode.ts';
import { tagsOf } from './tags.ts';
import { vectorsOf } from './vectors/draw.ts';
import { quietPlace } from './watermark.ts';
import { faceOf, points, setText, type Faces, type SetText } from './typeset.ts';

export interface DrawingInput {
  pages: Page[];
  outline: OutlineItem[];
  fonts: FontFiles;
  /** Stands in the footer and the metadata. */
  entityName: string;
  title: string;
  /** `YYYY-MM-DD`. */
  on: string;
  draft: boolean;
}

export interface Drawn {
  /** Texts that had to become smaller than can be read well, with their page (1-based). */
  smallTexts: { page: number; text: string; sizePt: number }[];
  /** Pages (1-based) with a picture that has no quiet place for its watermark; one for each such picture. */
  withoutWatermark: number[];
}

/** Text smaller than this is reported. */
const legiblePt = 6;
/** How much of the file may wait in memory for the disk. */
const maxWaitingBytes = 16 * 1024 * 1024;
/** Noon in Shanghai: the day is the same in every zone the file is likely read in. */
const noon = 'T12:00:00+08:00';
const draftWords = `${words.draft['zh-CN']} ${words.draft.en}`;

/**
 * Draws planned pages as PDF/A-2b. The same input gives the same bytes.
 *
 * @param picture makes the JPEG, or takes over the PDF's page, of one placed picture; called in page order, a few ahead of the page being drawn
 * @throws AppError `packs.missing-glyphs` before anything is written
 */
export async function drawPdf(
  input: DrawingInput,
  picture: (ref: PictureRef, area: Area) => Promise<Picture>,
  out: Writable,
  context: WorkContext = {},
): Promise<Drawn> {
  const document = openDocument(input);
  gatherWrites(document);
  const faces = facesOf(document, input.fonts);
  const furniture = input.pages.map((_, index) => pageFurniture(input, index));
  const missing = missingCharacters(faces, [...input.pages.flatMap(textsOf), ...furniture.flat()]);
  if (missing.length > 0) throw new AppError('packs.missing-glyphs', { characters: missing });

  let failure: unknown = null;
  out.once('error', (cause) => (failure = cause));
  document.pipe(out);
  const prepared = prefetch(input.pages, picture);
  const tagsOfPage = tagsOf(document);
  const drawVector = vectorsOf(document);
  const drawn: Drawn = { smallTexts: [], withoutWatermark: [] };
  try {
    for (const [index, page] of input.pages.entries()) {
      await pause(context);
      if (failure) throw failure;
      document.addPage();
      document.addNamedDestination(`page-${index + 1}`, 'Fit');
      const tags = tagsOfPage(page);
      for (const mark of page.marks) {
        switch (mark.kind) {
          case 'picture': {
            const picture = await prepared.next();
            tags.picture(mark, () => {
              if (Buffer.isBuffer(picture)) drawJpeg(document, picture, mark.area);
              else drawVector(picture.page, mark.area);
            });
            if (mark.watermark !== undefined) {
              const look = Buffer.isBuffer(picture) ? picture : await picture.look();
              const set = await quietText(faces, look, mark.area, mark.watermark);
              if (set) tags.artifact(() => drawPale(document, faces, set));
              else drawn.withoutWatermark.push(index + 1);
            }
            break;
          }
          case 'text': {
            const set = setText(faces, mark);
            if (mark.field && set.sizePt < legiblePt) {
              drawn.smallTexts.push({
                page: index + 1,
                text: mark.text,
                sizePt: Math.round(set.sizePt * 10) / 10,
              });
            }
            tags.text(mark, () => drawText(document, faces, mark, set));
            break;
          }
          case 'link': {
            const { x, y, width, height } = mark.area;
            const title = input.pages[mark.page - 1]?.title['zh-CN'] ?? '';
            // pdfkit takes a bare string for a name.
            const contents = new String(title) as string;
            const options = { structParent: tags.link(), Contents: contents };
            document.goTo(points(x), points(y), points(width), points(height), `page-${mark.page}`, options);
            break;
          }
          case 'code': {
            const modules = await codeModules(mark.content);
            tags.artifact(() => drawCode(document, mark.area, modules));
            break;
          }
          default:
            tags.artifact(() => drawShape(document, mark));
        }
      }
      tags.artifact(() => {
        for (const mark of furniture[index]!) drawText(document, faces, mark, setText(faces, mark));
        if (input.draft) drawWatermark(document, faces);
      });
      tags.end();
      context.onProgress?.({ done: index + 1, total: input.pages.length });
      while (document.readableLength > maxWaitingBytes && !failure) {
        await (out.writableNeedDrain ? once(out, 'drain') : setImmediate());
      }
    }
    addOutline(document, input.outline);
    addPageLabels(document);
    const finished = once(out, 'finish');
    document.end();
    await finished;
    return drawn;
  } catch (cause) {
    document.unpipe(out);
    out.destroy();
    throw cause;
  } finally {
    prepared.drop();
  }
}

type Document = PDFKit.PDFDocument;

function openDocument(input: DrawingInput): Document {
  const created = new Date(`${input.on}${noon}`);
  return new PDFDocument({
    autoFirstPage: false,
    size: [points(paper.widthMm), points(paper.heightMm)],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    // None to begin with: the standard one would not be embedded.
    font: '',
    info: {
      Title: plain(input.title),
      Author: plain(input.entityName),
      Subject: words.pack['zh-CN'],
      Producer: 'Beian Desk',
      Creator: 'Beian Desk',
      CreationDate: created,
      ModDate: created,
    },
  });
}

/** pdfkit puts the metadata into XML without escaping it. */
function plain(content: string): string {
  return content.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

function textsOf(page: Page): Pick<TextMark, 'text' | 'weight'>[] {
  return page.marks.flatMap((mark) => {
    if (mark.kind === 'text') return [mark];
    return mark.kind === 'picture' && mark.watermark !== undefined ? [{ text: mark.watermark }] : [];
  });
}

function missingCharacters(faces: Faces, marks: Pick<TextMark, 'text' | 'weight'>[]): string[] {
  const missing = new Set<string>();
  for (const mark of marks) {
    for (const character of mark.text) {
      if (faceOf(faces, mark.weight ?? 'regular', character) === null) missing.add(character);
    }
  }
  return [...missing].sort();
}

/** In one line of the footer. */
function shortName(name: string): string {
  const characters = [...name];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : name;
}

/** Footer of one page: short name of the entity, draft mark, page number. */
function pageFurniture({ pages, entityName, draft }: DrawingInput, index: number): TextMark[] {
  const y = 284;
  const right = paper.widthMm - marginMm;
  const soft = { colour: colours.soft, valign: 'middle' } as const;
  const marks = [
    text({ x: marginMm, y, width: 118, height: 5 }, shortName(entityName), 7.5, soft),
    text({ x: right - 20, y, width: 20, height: 5 }, `${index + 1} / ${pages.length}`, 8, {
      ...soft,
      align: 'right',
    }),
  ];
  if (draft) {
    const options = { align: 'right', valign: 'middle', colour: colours.seal, weight: 'bold' } as const;
    marks.push(text({ x: right - 50, y, width: 28, height: 5 }, draftWords, 8, options));
  }
  return marks;
}

/** Written as operators: pdfkit's own text lays out every run anew and takes several times as long. */
function drawText(document: Document, faces: DrawingFaces, mark: TextMark, { sizePt, lines }: SetText): void {
  const left = points(mark.area.x);
  const top = points(mark.area.y);
  const operators = ['BT'];
  for (const { runs, baseline } of lines) {
    for (const { face, text: content, x, spacingPt } of runs) {
      const { name, glyphs } = faces.show(face, content);
      // Pages are drawn downwards: the text is turned back up.
      const place = `1 0 0 -1 ${decimal(left + x)} ${decimal(top + baseline)} Tm`;
      operators.push(`/${name} ${decimal(sizePt)} Tf ${decimal(spacingPt)} Tc ${place} <${glyphs}> Tj`);
    }
  }
  document.fillColor(mark.colour ?? colours.ink);
  document.addContent([...operators, 'ET'].join('\n'));
}

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

type Shape = Exclude<Page['marks'][number], { kind: 'text' | 'picture' | 'link' | 'code' }>;

function drawShape(document: Document, mark: Shape): void {
  document.lineWidth(mark.widthPt ?? 0.5);
  if (mark.dashMm) document.dash(points(mark.dashMm), { space: points(mark.dashMm) });
  if (mark.kind === 'line') {
    document.moveTo(points(mark.x1), points(mark.y1)).lineTo(points(mark.x2), points(mark.y2));
    document.stroke(mark.colour ?? colours.ink);
  } else {
    const { x, y, width, height } = mark.area;
    const outline = [points(x), points(y), points(width), points(height)] as const;
    if (mark.radiusMm) document.roundedRect(...outline, points(mark.radiusMm));
    else document.rect(...outline);
    if (mark.fill && mark.stroke) document.fillAndStroke(mark.fill, mark.stroke);
    else if (mark.fill) document.fill(mark.fill);
    else document.stroke(mark.stroke ?? colours.ink);
  }
  if (mark.dashMm) document.undash();
}

/** One path of all inked modules, neighbours in a row as one bar: no hairlines between them in any viewer. */
function drawCode(document: Document, area: Area, { size, ink }: CodeModules): void {
  const step = points(area.width) / size;
  const [left, top] = [points(area.x), points(area.y)];
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      let until = from;
      while (until < size && ink[row * size + until]) until++;
      if (until > from) document.rect(left + from * step, top + row * step, (until - from) * step, step);
      from = until;
    }
  }
  document.fill(colours.ink);
}

/** The text at the largest size and on the place where it covers nothing; `null` when there is none. */
async function quietText(
  faces: Faces,
  picture: Buffer,
  area: Area,
  content: string,
): Promise<TextMark | null> {
  const place = await quietPlace(picture, area, faces.width('regular', content, 1));
  if (!place) return null;
  const sizePt = points(place.height) / 1.5;
  return text(place, content, sizePt, { align: 'center', valign: 'middle', colour: colours.soft });
}

function drawPale(document: Document, faces: DrawingFaces, mark: TextMark): void {
  document.save();
  document.fillOpacity(0.55);
  drawText(document, faces, mark, setText(faces, mark));
  document.restore();
  document.fillOpacity(1);
}

/** Large, pale and across the page: over pictures too, yet everything stays readable. */
function drawWatermark(document: Document, faces: DrawingFaces): void {
  const size = 84;
  const width = faces.width('bold', draftWords, size);
  const [centreX, centreY] = [points(paper.widthMm) / 2, points(paper.heightMm) / 2];
  const { name, glyphs } = faces.show('bold', draftWords);
  document.save();
  document.rotate(-52, { origin: [centreX, centreY] });
  document.fillColor(colours.seal).fillOpacity(0.13);
  const place = `1 0 0 -1 ${decimal(centreX - width / 2)} ${decimal(centreY + size * 0.36)} Tm`;
  document.addContent(`BT\n/${name} ${size} Tf 0 Tc ${place} <${glyphs}> Tj\nET`);
  document.restore();
  document.fillOpacity(1);
}

function addOutline(document: Document, items: OutlineItem[]): void {
  const add = (parent: PDFKit.PDFOutline, item: OutlineItem) => {
    const options = { expanded: true, pageNumber: item.page - 1 };
    const entry = parent.addItem(item.title, options);
    for (const child of item.children) add(entry, child);
  };
  for (const item of items) add(document.outline, item);
  if (items.length === 0) return;
  // pdfkit leaves out how many lines are to be seen, which a hierarchy with open entries has to say.
  const { outlineData } = document.outline as unknown as { outlineData: Record<string, unknown> };
  outlineData['Count'] = items.reduce((lines, { children }) => lines + 1 + children.length, 0);
}

/** Viewers count pages as the footers do. */
function addPageLabels(document: Document): void {
  const root = (document as unknown as { _root: { data: Record<string, unknown> } })._root;
  root.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
}
