import type { FontFiles } from './fonts.ts';
import type { Face, Faces } from './typeset.ts';

interface Glyph {
  id: number;
  /** In thousandths of the size. */
  advanceWidth: number;
}

/** One glyph as a subset stores it. */
interface GlyphData {
  outline: Uint8Array;
  advance: number;
  bearing: number;
}

/** The parts of a font file, as fontkit reads it, that setting text needs. */
interface FontTables {
  unitsPerEm: number;
  glyphForCodePoint(codePoint: number): { id: number };
  hmtx: { metrics: { length: number; get(index: number): { advance: number } } };
}

/** fontkit's collection of the glyphs that a document uses. */
interface Subset {
  includeGlyph(id: number): number;
  _addGlyph(id: number): number;
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
}

/** pdfkit's own font object, which its types do not show. */
interface LoadedFont {
  id: string;
  font: FontTables;
  subset: Subset;
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
  ref(): unknown;
}

/** What pdfkit keeps its fonts in; the same for the version that package.json pins. */
interface FontShelf {
  _font: LoadedFont;
  _fontCount: number;
  _fontFamilies: Record<string, LoadedFont>;
  page: { fonts: Record<string, unknown> };
}

type FontClass = new (document: PDFKit.PDFDocument, font: FontTables, id: string) => LoadedFont;

/** A font file as parsed once in this thread: 10 MB each, and half the time of drawing a pack without pictures. */
interface ParsedFont {
  tables: FontTables;
  make: FontClass;
  glyph: (codePoint: number) => Glyph;
  data: Map<number, GlyphData>;
}

/** Faces that can also be drawn with. */
export interface DrawingFaces extends Faces {
  /** Makes the face known to the page being drawn: its name there, and the text as a hexadecimal string of glyphs. */
  show(face: Face, content: string): { name: string; glyphs: string };
}

const parsed = new Map<string, ParsedFont>();

/**
 * The faces of a document, opened when first used. Text is laid out one character, one glyph: ideographs have neither
 * kerning nor ligatures, and pdfkit's general layout takes several times as long.
 */
export function facesOf(document: PDFKit.PDFDocument, files: FontFiles): DrawingFaces {
  const shelf = document as unknown as FontShelf;
  const opened = new Map<Face, LoadedFont>();
  const open = (face: Face) => {
    let font = opened.get(face);
    if (!font) opened.set(face, (font = openFont(document, files[face])));
    return font;
  };
  const glyphOf = (face: Face, character: string) => {
    const file = files[face];
    if (!parsed.has(file)) open(face);
    return parsed.get(file)!.glyph(character.codePointAt(0)!);
  };
  return {
    has: (face, codePoint) => glyphOf(face, String.fromCodePoint(codePoint)).id !== 0,
    width(face, content, sizePt) {
      let units = 0;
      for (const character of content) units += glyphOf(face, character).advanceWidth;
      return (units / 1000) * sizePt;
    },
    show(face, content) {
      const font = open(face);
      shelf.page.fonts[font.id] ??= font.ref();
      let glyphs = '';
      for (const character of content) {
        const glyph = glyphOf(face, character);
        const id = font.subset.includeGlyph(glyph.id);
        font.widths[id] ??= glyph.advanceWidth;
        font.unicode[id] ??= [character.codePointAt(0)!];
        glyphs += id.toString(16).padStart(4, '0');
      }
      return { name: font.id, glyphs };
    },
  };
}

function openFont(document: PDFKit.PDFDocument, file: string): LoadedFont {
  const shelf = document as unknown as FontShelf;
  const known = parsed.get(file);
  if (known) shelf._fontFamilies[file] = new known.make(document, known.tables, `F${++shelf._fontCount}`);
  document.font(file);
  const font = shelf._font;
  const tables = font.font;
  const own = known ?? {
    tables,
    make: font.constructor as FontClass,
    glyph: glyphsOf(tables),
    data: new Map<number, GlyphData>(),
  };
  parsed.set(file, own);
  rememberGlyphs(font.subset, own.data);
  return font;
}

function glyphsOf(font: FontTables): (codePoint: number) => Glyph {
  const known = new Map<number, Glyph>();
  const { metrics } = font.hmtx;
  const perMille = 1000 / font.unitsPerEm;
  return (codePoint) => {
    let glyph = known.get(codePoint);
    if (!glyph) {
      const { id } = font.glyphForCodePoint(codePoint);
      // Glyphs beyond the table have the width of its last entry.
      const { advance } = metrics.get(Math.min(id, metrics.length - 1));
      glyph = { id, advanceWidth: advance * perMille };
      known.set(codePoint, glyph);
    }
    return glyph;
  };
}

/** fontkit decodes an outline to its points whenever it is put into a subset; here it is taken over as it was. */
function rememberGlyphs(subset: Subset, known: Map<number, GlyphData>): void {
  const addAnew = subset._addGlyph.bind(subset);
  subset._addGlyph = (id) => {
    const data = known.get(id);
    if (data) {
      subset.glyf.push(data.outline);
      subset.loca.offsets.push(subset.offset);
      subset.hmtx.metrics.push({ advance: data.advance, bearing: data.bearing });
      subset.offset += data.outline.length;
      return subset.glyf.length - 1;
    }
    const at = addAnew(id);
    const outline = subset.glyf[at]!;
    // A composite names its parts by their number in this subset.
    if (!isComposite(outline)) known.set(id, { outline, ...subset.hmtx.metrics[at]! });
    return at;
  };
}

/** The number of contours, a signed 16-bit integer at the start, is negative. */
function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && (outline[0]! & 0x80) !== 0;
}
