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
  const wanted = mark.sizePt;
  for (let sizePt = wanted; sizePt > smallestPt; sizePt -= shrinkStepPt) {
    const lines = tryLines(faces, mark, sizePt, false);
    if (lines) return place(faces, mark, sizePt, lines);
  }
  return place(faces, mark, smallestPt, tryLines(faces, mark, smallestPt, true)!);
}

interface Broken {
  text: string;
  indent: number;
  isLast: boolean;
}

/** `null` when it is too high, or when a piece that belongs together is wider than the line. */
function tryLines(faces: Faces, mark: TextMark, sizePt: number, anyway: boolean): Broken[] | null {
  const measure = measurer(faces, mark, sizePt);
  const room = points(mark.area.width);
  const lines: Broken[] = [];
  for (const paragraph of mark.text.split('\n')) {
    let indent = (mark.indentEm ?? 0) * sizePt;
    let current = '';
    let width = indent;
    for (const piece of fittingPieces(paragraph, measure, room)) {
      const pieceWidth = measure(piece);
      if (width + pieceWidth > room + 0.01 && current !== '') {
        lines.push({ text: current.trimEnd(), indent, isLast: false });
        indent = 0;
        current = '';
        width = 0;
        if (piece.trim() === '') continue;
      }
      current += piece;
      width += pieceWidth;
    }
    if (width > room + 0.5 && !anyway) return null;
    lines.push({ text: current.trimEnd(), indent, isLast: true });
  }
  const height = blockHeight(lines.length, sizePt, mark);
  return anyway || height <= points(mark.area.height) + 0.01 ? lines : null;
}

/** Breaks a word that is wider than the line, such as a long domain, between any two characters. */
function* fittingPieces(
  paragraph: string,
  measure: (text: string) => number,
  room: number,
): Generator<string> {
  for (const piece of breakable(paragraph)) {
    if (piece.length > 1 && measure(piece) > room) yield* piece;
    else yield piece;
  }
}

function blockHeight(lines: number, sizePt: number, mark: TextMark): number {
  return (ascent + descent) * sizePt + (lines - 1) * leadingOf(mark) * sizePt;
}

function leadingOf(mark: TextMark): number {
  return mark.leading ?? 1.35;
}

function measurer(faces: Faces, mark: TextMark, sizePt: number): (text: string) => number {
  const known = new Map<string, number>();
  return (content) => {
    let width = known.get(content);
    if (width === undefined) {
      width = runsOf(faces, mark.weight ?? 'regular', content).reduce(
        (sum, run) =>
          sum + faces.width(run.face, run.text, sizePt) + countOf(run.text) * (mark.spacingPt ?? 0),
        0,
      );
      known.set(content, width);
    }
    return width;
  };
}

function runsOf(faces: Faces, weight: Weight, content: string): { face: Face; text: string }[] {
  const runs: { face: Face; text: string }[] = [];
  for (const character of content) {
    const face = faceOf(faces, weight, character) ?? weight;
    const last = runs.at(-1);
    if (last?.face === face) last.text += character;
    else runs.push({ face, text: character });
  }
  return runs;
}

function countOf(content: string): number {
  let count = 0;
  for (const _ of content) count++;
  return count;
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
  const count = countOf(line.text);
  let spacingPt = mark.spacingPt ?? 0;
  const natural = runs.reduce((sum, run) => sum + faces.width(run.face, run.text, sizePt), 0);
  const gap = room - natural - Math.max(0, count - 1) * spacingPt;
  // A line is stretched by a character or so; more would tear it apart.
  if (mark.justify && !line.isLast && count > 1 && gap > 0 && gap < 3 * sizePt)
    spacingPt += gap / (count - 1);
  const width = natural + Math.max(0, count - 1) * spacingPt;
  const align = mark.align ?? 'left';
  let x = line.indent + (align === 'center' ? (room - width) / 2 : align === 'right' ? room - width : 0);
  return runs.map((run) => {
    const placed = { ...run, x, spacingPt };
    x += faces.width(run.face, run.text, sizePt) + countOf(run.text) * spacingPt;
    return placed;
  });
}
