import type { Bilingual, PackPageKind } from '../../preload/contract/index.ts';

/** A rectangle on the paper. Millimetres from the upper left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A4. */
export const paper = { widthMm: 210, heightMm: 297 };
/** What every page keeps clear of the edge; the footer stands inside it. */
export const marginMm = 20;
export const contentArea: Area = { x: marginMm, y: 18, width: 170, height: 259 };

export const colours = {
  ink: '#111111',
  soft: '#5c6670',
  hairline: '#b9c0c7',
  tint: '#f3f5f7',
  accent: '#1f4e79',
  seal: '#b3392f',
};

/**
 * Text set into an area. When it does not fit at `sizePt` it gets smaller in this area alone; it is never cut.
 */
export interface TextMark {
  kind: 'text';
  area: Area;
  text: string;
  sizePt: number;
  weight?: 'regular' | 'bold';
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'middle' | 'bottom';
  colour?: string;
  /** Distance of baselines in multiples of the size. */
  leading?: number;
  /** Extra space between characters, in points. */
  spacingPt?: number;
  /** Lines but the last are stretched to both edges. */
  justify?: boolean;
  /** First line of every paragraph, in multiples of the size. */
  indentEm?: number;
  /** Names its page for whoever has it read aloud; `section`: a part of it. */
  isHeading?: boolean | 'section';
  /** Its place in a table, for whoever has it read aloud. */
  cell?: TableCell;
  /** Language, where it is not Chinese. */
  lang?: 'en';
  /** Fact or cell that this text answers: read back from the finished file. */
  field?: string;
}

/** 0-based. Rows of a table follow one another, and the marks of a cell do. */
export interface TableCell {
  row: number;
  column: number;
  /** What a header stands for: the row beside it or the column below it. */
  heads?: 'Row' | 'Column';
}

export interface LineMark {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  widthPt?: number;
  colour?: string;
  dashMm?: number;
}

export interface RectMark {
  kind: 'rect';
  area: Area;
  fill?: string;
  stroke?: string;
  widthPt?: number;
  dashMm?: number;
  radiusMm?: number;
}

/** A picture at its printed size; pixels are made by `pictures.ts` when the page is drawn. */
export interface PictureMark {
  kind: 'picture';
  area: Area;
  picture: PictureRef;
  /** Words to stand on a quiet place of it. */
  watermark?: string;
}

/** Jumps to a page of the pack. */
export interface LinkMark {
  kind: 'link';
  area: Area;
  page: number;
}

/** A square code that only machines read. */
export interface CodeMark {
  kind: 'code';
  area: Area;
  content: string;
}

export type Mark = TextMark | LineMark | RectMark | PictureMark | LinkMark | CodeMark;

/** One page of one attached file. */
export interface PictureRef {
  /** Index in `PackInput.documents`. */
  document: number;
  /** 0-based; 0 for an image. */
  page: number;
}

/** A place of a form that stays empty for a pen, a seal or a finger. Known so that a scan can be checked against it. */
export interface Zone {
  kind: 'signature' | 'seal' | 'date' | 'handwriting' | 'fingerprint';
  /** Who fills it: `legal-representative`, `service-owner`, `entity`, `provider` ... */
  by: string;
  area: Area;
}

export interface Page {
  kind: PackPageKind;
  title: Bilingual;
  material: string | null;
  ruleIds: string[];
  marks: Mark[];
  zones: Zone[];
}

type TextOptions = Omit<TextMark, 'kind' | 'area' | 'text' | 'sizePt'>;

export function text(area: Area, content: string, sizePt: number, options: TextOptions = {}): TextMark {
  return { kind: 'text', area, text: content, sizePt, ...options };
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  options: Partial<Omit<LineMark, 'kind'>> = {},
): LineMark {
  return { kind: 'line', x1, y1, x2, y2, ...options };
}

export function rect(area: Area, options: Omit<RectMark, 'kind' | 'area'>): RectMark {
  return { kind: 'rect', area, ...options };
}

export function inset(area: Area, x: number, y = x): Area {
  return { x: area.x + x, y: area.y + y, width: area.width - 2 * x, height: area.height - 2 * y };
}

/** The largest area of that aspect (width : height) inside another, centred. */
export function fitInside(outer: Area, aspect: number): Area {
  const width = Math.min(outer.width, outer.height * aspect);
  const height = width / aspect;
  return {
    x: outer.x + (outer.width - width) / 2,
    y: outer.y + (outer.height - height) / 2,
    width,
    height,
  };
}

/** The texts among the marks as one cell of a table. */
export function inCell(cell: TableCell, marks: Mark[]): Mark[] {
  return marks.map((mark) => (mark.kind === 'text' ? { ...mark, cell } : mark));
}
