import type { TextMark } from './page.ts';

export type Weight = 'regular' | 'bold';
export type Face = 'regular' | 'bold' | 'fallbackRegular' | 'fallbackBold';

/** What setting text needs to know about the fonts. */
export interface Faces {
  has(face: Face, codePoint: number): boolean;
  /** Width of a run in points. */
  width(face: Face, text: string, sizePt: number): number;
}

/** Characters of one face, and where the first of them stands in its line. Points. */
export interface Run {
  face: Face;
  text: string;
  x: number;
  /** Added after every character when a line is stretched or spaced. */
  spacingPt: number;
}

export interface SetLine {
  runs: Run[];
  /** Baseline below the area's upper edge, in points. */
  baseline: number;
}

export interface SetText {
  sizePt: number;
  lines: SetLine[];
}

const pointsPerMm = 72 / 25.4;
/** Steps in which a text that does not fit gets smaller. */
const shrinkStepPt = 0.25;
const smallestPt = 1.5;
/** Part of the size above and below the baseline that ideographs of Noto Sans reach. */
const ascent = 0.88;
const descent = 0.14;

const closing = '、。，．：；！？）》〉」』】〕〗”’…·%‰℃)]},.;:!?/';
const opening = '（《〈「『【〔〖“‘([{';
const latin = /[A-Za-z0-9\u00c0-\u024f@._\-+&'#=~]/;

export function points(mm: number): number {
  return mm * pointsPerMm;
}

/** The face that has the character; `null` when none has. Control characters count as spaces. */
export function faceOf(faces: Faces, weight: Weight, character: string): Face | null {
  const codePoint = character.codePointAt(0)!;
  if (codePoint <= 0x20) return weight;
  if (faces.has(weight, codePoint)) return weight;
  const fallback = weight === 'bold' ? 'fallbackBold' : 'fallbackRegular';
  return faces.has(fallback, codePoint) ? fallback : null;
}

/** Splits a paragraph into pieces between which a line may break. */
export function breakable(paragraph: string): string[] {
  const pieces: string[] = [];
  let glue = false;
  for (const character of paragraph) {
    const last = pieces.at(-1);
    const joins =
      last !== undefined &&
      (glue || closing.includes(character) || (latin.test(character) && latin.test(last.at(-1)!)));
    if (joins) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
    glue = opening.includes(character);
  }
  return pieces;
}

/** Breaks a text into lines and chooses the largest size, down from the wanted one, at which all of it fits. */
export function setText(faces: Faces, mark: TextMark): SetText {
  const paragraphs = paragraphsOf(faces, mark);
  for (let sizePt = mark.sizePt; sizePt > smallestPt; sizePt -= shrinkStepPt) {
    const lines = tryLines(faces, mark, paragraphs, sizePt, false);
    if (lines) return place(faces, mark, sizePt, lines);
  }
  return place(faces, mark, smallestPt, tryLines(faces, mark, paragraphs, smallestPt, true)!);
}

interface Broken {
  text: string;
  indent: number;
  isLast: boolean;
}

/** A piece that is not broken: its width is `em` times the size, and `spacingPt` for each character. */
interface Piece {
  text: string;
  em: number;
  count: number;
}

function pieceOf(faces: Faces, weight: Weight, content: string): Piece {
  let em = 0;
  let count = 0;
  for (const character of content) {
    em += castOf(faces, weight, character).em;
    count++;
  }
  return { text: content, em, count };
}

/** `null` when it is too high, or when a piece that belongs together is wider than the line. */
function tryLines(
  faces: Faces,
  mark: TextMark,
  paragraphs: Paragraph[],
  sizePt: number,
  anyway: boolean,
): Broken[] | null {
  const spacingPt = mark.spacingPt ?? 0;
  const room = points(mark.area.width);
  const lines: Broken[] = [];
  for (const paragraph of paragraphs) {
    let indent = (mark.indentEm ?? 0) * sizePt;
    let current = '';
    let width = indent;
    for (const piece of fittingPieces(faces, mark, paragraph, sizePt)) {
      const pieceWidth = piece.em * sizePt + piece.count * spacingPt;
      if (width + pieceWidth > room + 0.01 && current !== '') {
        lines.push({ text: current.trimEnd(), indent, isLast: false });
        indent = 0;
        current = '';
        width = 0;
        if (piece.text.trim() === '') continue;
      }
      current += piece.text;
      width += pieceWidth;
    }
    if (width > room + 0.5 && !anyway) return null;
    lines.push({ text: current.trimEnd(), indent, isLast: true });
  }
  const height = blockHeight(lines.length, sizePt, mark);
  return anyway || height <= points(mark.area.height) + 0.01 ? lines : null;
}

type Paragraph = Piece[];

function paragraphsOf(faces: Faces, mark: TextMark): Paragraph[] {
  const weight = mark.weight ?? 'regular';
  return mark.text
    .split('\n')
    .map((paragraph) => breakable(paragraph).map((content) => pieceOf(faces, weight, content)));
}

/** Breaks a word that is wider than the line, such as a long domain, after a sign, or else between any two characters. */
function* fittingPieces(
  faces: Faces,
  mark: TextMark,
  paragraph: Paragraph,
  sizePt: number,
): Generator<Piece> {
  const spacingPt = mark.spacingPt ?? 0;
  const room = points(mark.area.width);
  const weight = mark.weight ?? 'regular';
  const isWide = (piece: Piece) => piece.count > 1 && piece.em * sizePt + piece.count * spacingPt > room;
  for (const piece of paragraph) {
    if (!isWide(piece)) {
      yield piece;
      continue;
    }
    for (const part of piece.text.split(/(?<=[-._@/])/)) {
      const whole = pieceOf(faces, weight, part);
      if (!isWide(whole)) yield whole;
      else for (const character of part) yield pieceOf(faces, weight, character);
    }
  }
}

function blockHeight(lines: number, sizePt: number, mark: TextMark): number {
  return (ascent + descent) * sizePt + (lines - 1) * leadingOf(mark) * sizePt;
}

function leadingOf(mark: TextMark): number {
  return mark.leading ?? 1.35;
}

/** A character in a weight: the face that has it (or lacks it least conspicuously) and its width per size. */
interface Cast {
  face: Face;
  em: number;
}

const casts = new WeakMap<Faces, Record<Weight, Map<string, Cast>>>();

function castOf(faces: Faces, weight: Weight, character: string): Cast {
  let all = casts.get(faces);
  if (!all) casts.set(faces, (all = { regular: new Map(), bold: new Map() }));
  let cast = all[weight].get(character);
  if (!cast) {
    const face = faceOf(faces, weight, character) ?? weight;
    cast = { face, em: faces.width(face, character, 1) };
    all[weight].set(character, cast);
  }
  return cast;
}

function runsOf(faces: Faces, weight: Weight, content: string): (Piece & { face: Face })[] {
  const runs: (Piece & { face: Face })[] = [];
  for (const character of content) {
    const { face, em } = castOf(faces, weight, character);
    const last = runs.at(-1);
    if (last?.face === face) {
      last.text += character;
      last.em += em;
      last.count++;
    } else runs.push({ face, text: character, em, count: 1 });
  }
  return runs;
}

function place(faces: Faces, mark: TextMark, sizePt: number, lines: Broken[]): SetText {
  const height = blockHeight(lines.length, sizePt, mark);
  const free = points(mark.area.height) - height;
  const valign = mark.valign ?? 'top';
  const top = valign === 'middle' ? free / 2 : valign === 'bottom' ? free : 0;
  return {
    sizePt,
    lines: lines.map((line, index) => ({
      runs: placeLine(faces, mark, sizePt, line),
      baseline: top + ascent * sizePt + index * leadingOf(mark) * sizePt,
    })),
  };
}

function placeLine(faces: Faces, mark: TextMark, sizePt: number, line: Broken): Run[] {
  const runs = runsOf(faces, mark.weight ?? 'regular', line.text);
  const room = points(mark.area.width) - line.indent;
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  let spacingPt = mark.spacingPt ?? 0;
  const natural = runs.reduce((sum, run) => sum + run.em * sizePt, 0);
  const gap = room - natural - Math.max(0, count - 1) * spacingPt;
  // A line is stretched by a character or so; more would tear it apart.
  if (mark.justify && !line.isLast && count > 1 && gap > 0 && gap < 3 * sizePt)
    spacingPt += gap / (count - 1);
  const width = natural + Math.max(0, count - 1) * spacingPt;
  const align = mark.align ?? 'left';
  let x = line.indent + (align === 'center' ? (room - width) / 2 : align === 'right' ? room - width : 0);
  return runs.map((run) => {
    const placed = { face: run.face, text: run.text, x, spacingPt };
    x += run.em * sizePt + run.count * spacingPt;
    return placed;
  });
}
