import type { Bilingual } from '../../../preload/contract/index.ts';
import { packWords as words } from '../../../preload/messages/packs.ts';
import { colours, contentArea, line, text, type Mark, type Page } from '../page.ts';
import { bilingual, cell, columns, headCells, rowCells } from './parts.ts';

export interface ContentsEntry {
  title: Bilingual;
  owner: Bilingual | null;
  material: string | null;
  /** Paper originals needed, `null` when scans do. */
  originals: number | null;
  /** First page in the pack, 1-based; `null`: demanded and not there. */
  page: number | null;
  pages: number;
}

const rowsPerPage = 20;
const rowHeight = 11;
const headHeight = 11;
const top = 38;
const grid = columns(contentArea.x, [13, 93, 29, 17, 18], ['left', 'left', 'left', 'center', 'right']);

export function contentsPageCount(entries: number): number {
  return Math.max(1, Math.ceil(entries / rowsPerPage));
}

/** What is in the pack, where, and how many originals; demanded things that are missing stand at the end. */
export function contentsPages(entries: ContentsEntry[]): Page[] {
  return Array.from({ length: contentsPageCount(entries.length) }, (_, index) => {
    const first = index * rowsPerPage;
    return {
      kind: 'contents',
      title: words.contents,
      material: null,
      ruleIds: [],
      marks: [
        ...head(),
        ...entries.slice(first, first + rowsPerPage).flatMap((e, row) => entryRow(e, first + row, row)),
      ],
      zones: [],
    } satisfies Page;
  });
}

function head(): Mark[] {
  const { x, width } = contentArea;
  const titles = [words.item, words.document, words.owner, words.originals, words.page];
  return [
    ...bilingual({ x, y: 20, width, height: 14 }, words.contents, 18, { weight: 'bold', isHeading: true }),
    line(x, top, x + width, top, { widthPt: 0.8, colour: colours.ink }),
    ...headCells(grid, titles, top + 0.5, headHeight - 1),
    line(x, top + headHeight, x + width, top + headHeight, { widthPt: 0.5, colour: colours.ink }),
  ];
}

function entryRow(entry: ContentsEntry, number: number, row: number): Mark[] {
  const { x, width } = contentArea;
  const y = top + headHeight + row * rowHeight;
  const isMissing = entry.page === null;
  const colour = isMissing ? colours.seal : colours.ink;
  const [numberCell, titleCell, ownerCell, originalsCell, pageCell] = grid.map((c) => cell(c, y, rowHeight));
  const originals = entry.originals === null ? '' : String(entry.originals);
  return [
    ...rowCells(row + 1, [
      [text(numberCell!, isMissing ? '—' : String(number + 1), 10, { valign: 'middle', colour })],
      bilingual(titleCell!, entry.title, 10.5, { colour }),
      entry.owner ? bilingual(ownerCell!, entry.owner, 9) : [],
      [text(originalsCell!, originals, 10, { valign: 'middle', align: 'center' })],
      isMissing
        ? bilingual(pageCell!, words.missing, 9, { align: 'right', colour })
        : [
            text(pageCell!, String(entry.page), 10.5, { valign: 'middle', align: 'right' }),
            { kind: 'link', area: { x, y, width, height: rowHeight }, page: entry.page! },
          ],
    ]),
    line(x, y + rowHeight, x + width, y + rowHeight, { widthPt: 0.35, colour: colours.hairline }),
  ];
}
