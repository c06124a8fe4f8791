import { execFileSync, spawnSync } from 'node:child_process';
import { beforeEach } from 'vitest';

/** Independent readers of PDF files; Debian packages poppler-utils and qpdf. */
const tools = ['pdfinfo', 'pdffonts', 'pdftotext', 'pdfimages', 'pdftoppm', 'qpdf'];

/** Skips every test of the file, naming the cause, where a tool is not installed. */
export function needsPdfTools(): void {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error);
  beforeEach((context) => {
    if (missing.length > 0) context.skip(`not installed: ${missing.join(', ')}`);
  });
}

function run(tool: string, args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

export function pdfInfo(file: string, args: string[] = []): Record<string, string> {
  const lines = run('pdfinfo', [...args, file]).split('\n');
  return Object.fromEntries(
    lines.map((line) =>
      line
        .split(/:\s+(.*)/s)
        .slice(0, 2)
        .map((part) => part.trim()),
    ),
  );
}

/** The XMP packet. */
export function pdfMetadata(file: string): string {
  return run('pdfinfo', ['-meta', file]);
}

/** Text of one page without any space. */
export function pageText(file: string, page: number): string {
  return run('pdftotext', ['-f', String(page), '-l', String(page), '-raw', file, '-']).replace(/\s+/g, '');
}

/** The same of every page. */
export function pageTexts(file: string): string[] {
  const pages = run('pdftotext', ['-raw', file, '-']).split('\f');
  return pages.slice(0, -1).map((page) => page.replace(/\s+/g, ''));
}

/** A word and the part of its box that glyphs fill; points from the upper left corner. */
export interface WordBox {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Poppler's boxes reach so far above and below the baseline, in parts of the size; ideographs do not. */
const boxOf = { above: 1.05, below: 0.288 };
const glyphsOf = { above: 0.88, below: 0.1 };

export function pageWords(file: string): WordBox[][] {
  const pages = run('pdftotext', ['-bbox', file, '-']).split('<page ').slice(1);
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return pages.map((page) =>
    [...page.matchAll(pattern)].map(([, left, top, right, bottom, text]) => {
      const size = (Number(bottom) - Number(top)) / (boxOf.above + boxOf.below);
      return {
        text: text!,
        left: Number(left),
        right: Number(right),
        top: Number(top) + (boxOf.above - glyphsOf.above) * size,
        bottom: Number(bottom) - (boxOf.below - glyphsOf.below) * size,
      };
    }),
  );
}

export interface FontRow {
  name: string;
  type: string;
  embedded: boolean;
  subset: boolean;
  unicode: boolean;
}

export function pdfFonts(file: string): FontRow[] {
  return run('pdffonts', [file])
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => {
      const [, name, type, , embedded, subset, unicode] =
        /^(\S+)\s+(CID TrueType|TrueType|Type \S+)\s+(\S+)\s+(yes|no)\s+(yes|no)\s+(yes|no)/.exec(line)!;
      return {
        name: name!,
        type: type!,
        embedded: embedded === 'yes',
        subset: subset === 'yes',
        unicode: unicode === 'yes',
      };
    });
}

export interface ImageRow {
  page: number;
  width: number;
  height: number;
  colours: number;
  dpi: number;
}

export function pdfImages(file: string): ImageRow[] {
  return run('pdfimages', ['-list', file])
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .map(([page, , , width, height, , colours, , , , , , xDpi]) => ({
      page: Number(page),
      width: Number(width),
      height: Number(height),
      colours: Number(colours),
      dpi: Number(xDpi),
    }));
}

/** Throws what qpdf says when the structure of the file is broken. */
export function checkStructure(file: string): void {
  run('qpdf', ['--check', file]);
}

export function pdfObjects(file: string): string {
  return run('qpdf', ['--json=2', '--json-stream-data=none', file]);
}

/** One page as a PNG picture. */
export function renderPage(file: string, page: number, dpi: number): Buffer {
  const range = ['-f', String(page), '-l', String(page), '-singlefile'];
  return execFileSync('pdftoppm', ['-r', String(dpi), ...range, '-png', file], {
    maxBuffer: 64 * 1024 * 1024,
  });
}

export interface GreyPage {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  data: Uint8Array;
}

export function renderGrey(file: string, pages: number, dpi: number): GreyPage[] {
  const rendered: GreyPage[] = [];
  const perCall = 50;
  for (let first = 1; first <= pages; first += perCall) {
    const range = ['-f', String(first), '-l', String(Math.min(pages, first + perCall - 1))];
    const pgm = execFileSync('pdftoppm', ['-gray', '-r', String(dpi), ...range, file], {
      maxBuffer: 256 * 1024 * 1024,
    });
    for (let at = 0; at < pgm.length;) {
      const [header, ...size] = /^P5\s(\d+) (\d+)\s255\s/.exec(pgm.toString('latin1', at, at + 40))!;
      const [width, height] = size.map(Number) as [number, number];
      const from = at + header.length;
      at = from + width * height;
      rendered.push({ width, height, data: pgm.subarray(from, at) });
    }
  }
  return rendered;
}
