import type { FontFiles } from './fonts.ts';
import type { Face, Faces } from './typeset.ts';

interface Glyph {
  id: number;
  /** In thousandths of the size. */
  advanceWidth: number;
  codePoints: number[];
}

/** The parts of a font file, as fontkit reads it, that setting text needs. */
interface FontTables {
  unitsPerEm: number;
  glyphForCodePoint(codePoint: number): { id: number };
  hmtx: { metrics: { length: number; get(index: number): { advance: number } } };
}

/** pdfkit's own font object, which its types do not show. */
interface LoadedFont {
  font: FontTables;
  layoutRun(content: string): {
    glyphs: Glyph[];
    positions: {
      xAdvance: number;
      yAdvance: number;
      xOffset: number;
      yOffset: number;
      advanceWidth: number;
    }[];
    advanceWidth: number;
  };
}

/** What pdfkit keeps its fonts in; the same for the version that package.json pins. */
interface FontShelf {
  _font: LoadedFont;
  _fontCount: number;
  _fontFamilies: Record<string, LoadedFont>;
}

type FontClass = new (document: PDFKit.PDFDocument, font: FontTables, id: string) => LoadedFont;

/** Font files as parsed once in this thread: 10 MB each, and half the time of drawing a pack without pictures. */
const parsed = new Map<string, { tables: FontTables; make: FontClass }>();

function openFont(document: PDFKit.PDFDocument, file: string): LoadedFont {
  const shelf = document as unknown as FontShelf;
  const known = parsed.get(file);
  if (known) shelf._fontFamilies[file] = new known.make(document, known.tables, `F${++shelf._fontCount}`);
  document.font(file);
  const font = shelf._font;
  parsed.set(file, { tables: font.font, make: font.constructor as FontClass });
  return font;
}

/**
 * The faces of a document, loaded when first used. Text is laid out one character, one glyph: ideographs have neither
 * kerning nor ligatures, and pdfkit's general layout takes several times as long.
 */
export function facesOf(document: PDFKit.PDFDocument, files: FontFiles): Faces {
  const loaded = new Map<Face, (codePoint: number) => Glyph>();
  const load = (face: Face) => {
    let glyphs = loaded.get(face);
    if (!glyphs) {
      const font = openFont(document, files[face]);
      glyphs = glyphsOf(font.font);
      font.layoutRun = simpleLayout(glyphs, 1000 / font.font.unitsPerEm);
      loaded.set(face, glyphs);
    }
    return glyphs;
  };
  return {
    has: (face, codePoint) => load(face)(codePoint).id !== 0,
    width(face, content, sizePt) {
      const glyphs = load(face);
      let units = 0;
      for (const character of content) units += glyphs(character.codePointAt(0)!).advanceWidth;
      return (units / 1000) * sizePt;
    },
  };
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
      glyph = { id, advanceWidth: advance * perMille, codePoints: [codePoint] };
      known.set(codePoint, glyph);
    }
    return glyph;
  };
}

function simpleLayout(glyphs: (codePoint: number) => Glyph, perMille: number): LoadedFont['layoutRun'] {
  return (content) => {
    const run = [...content].map((character) => glyphs(character.codePointAt(0)!));
    return {
      // pdfkit scales the glyphs' widths, not the positions'.
      glyphs: run.map((glyph) => ({ ...glyph, advanceWidth: glyph.advanceWidth / perMille })),
      positions: run.map(({ advanceWidth }) => ({
        xAdvance: advanceWidth,
        yAdvance: 0,
        xOffset: 0,
        yOffset: 0,
        advanceWidth,
      })),
      advanceWidth: run.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
    };
  };
}
