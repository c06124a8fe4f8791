import type { Bilingual } from '../../../preload/contract/index.ts';
import { colours, inCell, text, type Area, type Mark, type TextMark } from '../page.ts';

type Options = Partial<Pick<TextMark, 'weight' | 'align' | 'colour' | 'field' | 'isHeading'>>;

const smallestEnglishPt = 6.8;
const gapMm = 0.5;

/** Chinese with its English below, smaller: two marks that share the area. */
export function bilingual(area: Area, words: Bilingual, sizePt: number, options: Options = {}): TextMark[] {
  const upper = area.height * 0.54;
  const lower = area.height - upper - gapMm;
  return [
    text({ ...area, height: upper }, words['zh-CN'], sizePt, { valign: 'bottom', leading: 1.2, ...options }),
    text(
      { ...area, y: area.y + upper + gapMm, height: lower },
      words.en,
      Math.max(smallestEnglishPt, sizePt * 0.7),
      {
        valign: 'top',
        colour: colours.soft,
        lang: 'en',
        leading: 1.15,
        ...(options.align ? { align: options.align } : {}),
      },
    ),
  ];
}

export interface Column {
  x: number;
  width: number;
  align?: 'left' | 'center' | 'right';
}

/** Columns of these widths side by side, with a gap on both sides of each text. */
export function columns(x: number, widths: number[], aligns: (Column['align'] | undefined)[] = []): Column[] {
  let left = x;
  return widths.map((width, index) => {
    const align = aligns[index];
    const column: Column = { x: left + 1, width: width - 2, ...(align ? { align } : {}) };
    left += width;
    return column;
  });
}

export function cell(column: Column, y: number, height: number): Area {
  return { x: column.x, y, width: column.width, height };
}

/** The first row of a table: what each column is. */
export function headCells(grid: Column[], titles: Bilingual[], y: number, height: number): Mark[] {
  return titles.flatMap((title, column) => {
    const { align } = grid[column]!;
    const options = { colour: colours.soft, ...(align ? { align } : {}) };
    return inCell(
      { row: 0, column, heads: 'Column' },
      bilingual(cell(grid[column]!, y, height), title, 8.5, options),
    );
  });
}

/** One row of a table, by its cells; an empty one holds its place. */
export function rowCells(row: number, cells: Mark[][]): Mark[] {
  return cells.flatMap((marks, column) => inCell({ row, column }, marks));
}
