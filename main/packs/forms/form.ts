import type { Bilingual } from '../../../preload/contract/index.ts';
import type { PackInput } from '../input.ts';
import { colours, inset, line, rect, text, type Area, type Mark, type Zone } from '../page.ts';
import type { SigningRow } from '../sheets/signing-sheet.ts';

/** One printed form: its page and what the signing sheet says about it. */
export interface PrintedForm {
  material: string;
  title: Bilingual;
  marks: Mark[];
  zones: Zone[];
  /** A page more of the form before it: printed on its back where both sides are used. */
  continues?: true;
  /** `null`: nobody signs this page. */
  signing: Pick<SigningRow, 'signer' | 'signerName' | 'method' | 'seal' | 'date'> | null;
}

/** Draws the forms of one material; most have one, a form per website may have more. */
export type FormPrinter = (input: PackInput) => PrintedForm[];

export const formArea: Area = { x: 22, y: 20, width: 166, height: 256 };

export function heading(title: string, y: number, sizePt = 20): Mark {
  return text({ x: formArea.x, y, width: formArea.width, height: 12 }, title, sizePt, {
    weight: 'bold',
    isHeading: true,
    align: 'center',
    valign: 'middle',
    // Short titles are set widely, as official forms are; long ones have no room for it.
    spacingPt: sizePt * (title.length <= 12 ? 0.35 : 0.08),
  });
}

export interface TableRow {
  label: string;
  value: string;
  field: string;
  height?: number;
}

/** A framed table of labels and data; data too long for their cell shrink in it. */
export function dataTable(rows: TableRow[], top: number, labelWidth = 42): { marks: Mark[]; bottom: number } {
  const { x, width } = formArea;
  const marks: Mark[] = [];
  let y = top;
  for (const [index, row] of rows.entries()) {
    const height = row.height ?? 11;
    marks.push(
      rect({ x, y, width: labelWidth, height }, { fill: colours.tint }),
      text(inset({ x, y, width: labelWidth, height }, 2, 0.5), row.label, 10.5, {
        align: 'center',
        valign: 'middle',
        leading: 1.15,
        cell: { row: index, column: 0, heads: 'Row' },
      }),
      text(inset({ x: x + labelWidth, y, width: width - labelWidth, height }, 3, 0.8), row.value, 11.5, {
        valign: 'middle',
        leading: 1.2,
        cell: { row: index, column: 1 },
        ...(row.value ? { field: row.field } : {}),
      }),
      line(x, y, x + width, y, { widthPt: 0.6 }),
    );
    y += height;
  }
  marks.push(
    line(x, y, x + width, y, { widthPt: 0.6 }),
    line(x, top, x, y, { widthPt: 0.6 }),
    line(x + labelWidth, top, x + labelWidth, y, { widthPt: 0.6 }),
    line(x + width, top, x + width, y, { widthPt: 0.6 }),
  );
  return { marks, bottom: y };
}

/** `label：` and a line to write on; `hint` stands small below the line. */
export function writingLine(label: string, area: Area, labelWidth: number, hint = ''): Mark[] {
  const bottom = area.y + area.height;
  const start = area.x + labelWidth;
  return [
    text({ ...area, width: labelWidth }, label, 11, { valign: 'bottom' }),
    line(start, bottom, area.x + area.width, bottom, { widthPt: 0.6 }),
    ...(hint
      ? [
          text({ x: start, y: bottom + 1, width: area.width - labelWidth, height: 4 }, hint, 7.5, {
            colour: colours.soft,
            align: 'center' as const,
          }),
        ]
      : []),
  ];
}

/** A faint circle of 42 mm where the round seal goes: a company's is 40 to 42 mm wide. */
export function sealPlace(centreX: number, centreY: number, by: string): { marks: Mark[]; zone: Zone } {
  const size = 42;
  const area = { x: centreX - size / 2, y: centreY - size / 2, width: size, height: size };
  return {
    marks: [
      rect(area, { stroke: '#d9a6a1', widthPt: 0.5, dashMm: 1.2, radiusMm: size / 2 }),
      text({ ...area, y: centreY - 2.5, height: 5 }, '盖章处', 8, {
        align: 'center',
        valign: 'middle',
        colour: '#c98e88',
      }),
    ],
    zone: { kind: 'seal', by, area },
  };
}

/** `2026年11月21日` */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export const emptyDate = '　　　　年　　　月　　　日';
