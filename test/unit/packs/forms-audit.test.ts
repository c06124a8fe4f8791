import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawPdf, type Drawn } from '../../../main/packs/draw.ts';
import { printForm } from '../../../main/packs/forms/index.ts';
import type { Mark, Page, TextMark, Zone } from '../../../main/packs/page.ts';
import { fieldsOf, pagesOfForms, planPack } from '../../../main/packs/plan.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  dataKinds,
  everyVariant,
  factsOf,
  inputOf,
  printedMaterials,
  shownFacts,
  type DataKind,
  type FormVariant,
} from './form-variants.ts';
import { demand, sampleInput } from './pack-samples.ts';
import {
  checkStructure,
  needsPdfTools,
  pageTexts,
  pageWords,
  pdfFonts,
  pdfInfo,
  renderGrey,
  type GreyPage,
  type WordBox,
} from './pdf-tools.ts';

// Everything the pack prints itself, in every variant, with three kinds of data, opened with tools that are not ours.

interface AuditedPage {
  /** Of the variant or sheet, for messages. */
  name: string;
  material: string | null;
  page: Page;
}

const dpi = 50;
const px = (mm: number) => (mm / 25.4) * dpi;
/** Top of the footer. */
const footerMm = 283;
const marginMm = 5;
/** Forms of more than one page, by their source: both pages are scanned, six chapters. */
const pageCounts: Record<string, number> = { 'form-infosec': 2, 'form-site-proposal': 2 };

describe.each(dataKinds)('everything printed, with %s data', { timeout: 120_000 }, (kind) => {
  needsPdfTools();
  let folder: string;
  let file: string;
  let pages: AuditedPage[];
  let texts: string[];
  let drawn: Drawn;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beian-audit-'));
    file = join(folder, 'forms.pdf');
    pages = [...formPages(variants(), kind), ...sheetPages(kind)];
    drawn = await draw(
      file,
      pages.map(({ page }) => page),
    );
    texts = pageTexts(file);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is a sound file of A4 pages in fonts that are embedded as subsets', () => {
    checkStructure(file);
    const info = pdfInfo(file, ['-f', '1', '-l', String(pages.length)]);
    expect(Number(info['Pages'])).toBe(pages.length);
    const sizes = Object.entries(info).filter(([key]) => /^Page +\d+ size$/.test(key));
    expect(sizes).toHaveLength(pages.length);
    expect(sizes.filter(([, size]) => !size.includes('(A4)'))).toEqual([]);
    for (const font of pdfFonts(file)) {
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
    }
  });

  test('has every filled-in text, none smaller than can be read', () => {
    const lost = pages.flatMap(({ name, page }, index) =>
      fieldsOf([page])
        .filter((field) => !texts[index]!.includes(compact(field.text)))
        .map((field) => `${name}: ${field.text}`),
    );
    expect(lost).toEqual([]);
    expect(drawn.smallTexts).toEqual([]);
  });

  test('shows the facts that belong on each form', () => {
    const lost = pages.flatMap(({ name, material, page }) => {
      if (material === null || page.title['zh-CN'].includes('第 2 页')) return [];
      const own = pages.flatMap((other, index) => (other.name === name ? [texts[index]!] : [])).join('');
      return shownFacts[material]!.map((key) => compact(String(factsOf[kind][key])))
        .filter((value) => !own.includes(value))
        .map((value) => `${name}: ${value}`);
    });
    expect(lost).toEqual([]);
  });

  test('has no text upon another', () => {
    expect(wordsUponWords(file).map(({ page, words }) => `${pages[page]!.name}: ${words}`)).toEqual([]);
  });
});

describe('as pixels', () => {
  needsPdfTools();

  test(
    'filled-in data, printed words and lines stand apart, and clear of the margin and of what is filled in by hand',
    { timeout: 120_000 },
    async () => {
      const folder = await tempFolder();
      const pages = dataKinds.flatMap((kind) => [...formPages(variants(), kind), ...sheetPages(kind)]);
      const { parts, layers } = await drawLayers(folder, pages);
      expect(problemsOf(pages, parts, layers)).toEqual([]);
    },
  );

  test('each of these faults would be seen', async () => {
    const [variant] = variants().filter(({ material }) => material === 'form-situation-statement');
    const [form] = formPages([variant!], 'ordinary');
    const [value, heading, line] = [
      form!.page.marks.find((mark) => mark.kind === 'text' && mark.field === 'entity.name') as TextMark,
      form!.page.marks.find((mark) => mark.kind === 'text' && mark.isHeading) as TextMark,
      form!.page.marks.findLast((mark) => mark.kind === 'line')!,
    ];
    const upon = { ...value.area, x: line.x1, y: line.y1 - 2, height: 4 };
    const zone = form!.page.zones.find(({ kind }) => kind === 'handwriting')!;
    const faults: Record<string, Mark> = {
      'data upon printed words': { ...value, area: heading.area, align: 'center' },
      'data upon a line': { ...value, area: upon },
      'words upon a line': { ...heading, area: upon, align: 'left' },
      'within the margin': { ...heading, area: { ...heading.area, x: 2 }, align: 'left' },
      'data where the handwriting goes': { ...value, area: zone.area, valign: 'middle' },
    };
    const pages = Object.entries(faults).map(([name, mark]) => ({
      ...form!,
      name,
      page: { ...form!.page, marks: [...form!.page.marks, mark] },
    }));
    const folder = await tempFolder();
    const { parts, layers } = await drawLayers(folder, pages);
    const seen = problemsOf(pages, parts, layers);
    for (const fault of Object.keys(faults)) expect(seen).toContain(`${fault}: ${fault}`);
    await draw(
      join(folder, 'words.pdf'),
      pages.map(({ page }) => page),
    );
    // Of the five, one sets words upon words.
    expect(wordsUponWords(join(folder, 'words.pdf')).map(({ page }) => page)).toContain(0);
  });
});

test('knows what every form has to show and how many pages it has', () => {
  expect(printedMaterials.filter((material) => !(material in shownFacts))).toEqual([]);
  for (const { material, options, name } of variants()) {
    expect(printForm(material, inputOf(options, 'ordinary')), name).toHaveLength(pageCounts[material] ?? 1);
  }
});

let found: FormVariant[] | null = null;

function variants(): FormVariant[] {
  return (found ??= everyVariant());
}

function formPages(all: FormVariant[], kind: DataKind): AuditedPage[] {
  return all.flatMap(({ material, options, name }) => {
    const input = inputOf(options, kind);
    return pagesOfForms(input, printForm(material, input)).map((page) => ({ name, material, page }));
  });
}

/** Cover, contents, separators, signing sheet and courier list of a pack with everything in it. */
function sheetPages(kind: DataKind): AuditedPage[] {
  const materials = printedMaterials.map((material) => demand(material));
  const { pages } = planPack(sampleInput({ facts: factsOf[kind], materials }), []);
  return pages
    .filter((page) => page.kind !== 'form')
    .map((page) => ({
      name: page.title['zh-CN'],
      material: null,
      page: { ...page, marks: page.marks.filter(({ kind }) => kind !== 'link') },
    }));
}

async function draw(file: string, pages: Page[]): Promise<Drawn> {
  const { fonts, on } = sampleInput();
  const nothing = () => Promise.reject(new Error('there are no pictures'));
  const drawing = { pages, outline: [], fonts, entityName: '', title: '', on, draft: false };
  return drawPdf(drawing, nothing, createWriteStream(file));
}

/** What is drawn of a page: data, words of the form itself, and lines; indices of parts. */
type Layers = Record<'values' | 'words' | 'lines', number>;

/** Parts that pages have in common are drawn once. */
async function drawLayers(
  folder: string,
  pages: AuditedPage[],
): Promise<{ parts: GreyPage[]; layers: Layers[] }> {
  const drawn = new Map<string, { at: number; page: Page }>();
  const add = (page: Page, marks: Mark[]) => {
    const key = JSON.stringify(marks);
    if (!drawn.has(key)) drawn.set(key, { at: drawn.size, page: { ...page, marks } });
    return drawn.get(key)!.at;
  };
  const texts = (page: Page, areValues: boolean) =>
    page.marks.flatMap((mark) =>
      mark.kind === 'text' && (mark.field !== undefined) === areValues ? inBlack(mark) : [],
    );
  const layers = pages.map(({ page }) => ({
    values: add(page, texts(page, true)),
    words: add(page, texts(page, false)),
    lines: add(page, page.marks.flatMap(outlineOf)),
  }));
  const file = join(folder, 'layers.pdf');
  await draw(
    file,
    [...drawn.values()].map(({ page }) => page),
  );
  return { parts: renderGrey(file, drawn.size, dpi), layers };
}

function problemsOf(pages: AuditedPage[], parts: GreyPage[], layers: Layers[]): string[] {
  const outside = parts.map(reachesEdge);
  return pages.flatMap(({ name, page }, index) => {
    const { values, words, lines } = layers[index]!;
    const problems = [
      share(parts[values]!, parts[words]!) && 'data upon printed words',
      share(parts[values]!, parts[lines]!) && 'data upon a line',
      share(parts[words]!, parts[lines]!) && 'words upon a line',
      [values, words, lines].some((part) => outside[part]) && 'within the margin',
      ...page.zones.map(
        (zone) => zone.kind !== 'date' && inkIn(parts[values]!, zone) && `data where the ${zone.kind} goes`,
      ),
    ];
    return problems.flatMap((problem) => (problem ? [`${name}: ${problem}`] : []));
  });
}

/** A tick stands in its box. */
function inBlack(mark: TextMark): Mark[] {
  return mark.text === '✓' ? [] : [{ ...mark, colour: '#000000' }];
}

/** Black and wide enough to be seen in every pixel they touch; fills are no lines. */
function outlineOf(mark: Mark): Mark[] {
  const style = { widthPt: 1, colour: '#000000' };
  if (mark.kind === 'line') return [{ ...mark, ...style }];
  if (mark.kind === 'rect') {
    const { fill: _fill, ...rest } = mark;
    return mark.stroke ? [{ ...rest, widthPt: 1, stroke: '#000000' }] : [];
  }
  return mark.kind === 'code' ? [mark] : [];
}

/** Of 255: darker is ink, be it only part of a pixel. */
const inkGrey = 200;

function share(one: GreyPage, other: GreyPage): boolean {
  const end = Math.floor(px(footerMm)) * one.width;
  for (let at = 0; at < end; at++) {
    if (one.data[at]! < inkGrey && other.data[at]! < inkGrey) return true;
  }
  return false;
}

function reachesEdge(page: GreyPage): boolean {
  const edge = Math.floor(px(marginMm));
  const { width, height } = page;
  const across = (y: number, rows: number) => hasInk(page, 0, y, width, y + rows);
  const along = (x: number) => hasInk(page, x, 0, x + edge, height);
  return across(0, edge) || across(height - edge, edge) || along(0) || along(width - edge);
}

function inkIn(page: GreyPage, { area }: Zone): boolean {
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  return hasInk(page, Math.ceil(px(area.x)), Math.ceil(px(area.y)), px(right) - 1, px(bottom) - 1);
}

function hasInk(
  { data, width }: GreyPage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (data[y * width + x]! < inkGrey) return true;
  }
  return false;
}

function wordsUponWords(file: string): { page: number; words: string }[] {
  return pageWords(file).flatMap((words, page) =>
    words.flatMap((word, at) =>
      words
        .slice(at + 1)
        .filter((other) => overlap(word, other))
        .map((other) => ({ page, words: `“${word.text}” and “${other.text}”` })),
    ),
  );
}

/** By more than rounding, in both directions. */
function overlap(a: WordBox, b: WordBox): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3
  );
}

function compact(content: string): string {
  return content.replace(/\s+/g, '');
}
