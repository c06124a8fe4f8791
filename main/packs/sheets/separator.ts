import type { Bilingual } from '../../../preload/contract/index.ts';
import { moreWords } from '../../../preload/messages/packs.ts';
import { colours, contentArea, line, rect, text, type Mark, type Page } from '../page.ts';
import type { ContentsEntry } from './contents.ts';
import { bilingual, rowCells } from './parts.ts';

const top = 84;
const rowHeight = 10;
/** Entries beyond these are counted; the contents list all. */
const maxRows = 18;

/** Stands before a part of the pack and says what follows, so that the stacks are not mixed up on the desk. */
export function separatorPage(title: Bilingual, entries: ContentsEntry[]): Page {
  const { x, width } = contentArea;
  const shown = entries.slice(0, maxRows);
  const rest = entries.length - shown.length;
  const end = top + shown.length * rowHeight;
  return {
    kind: 'separator',
    title,
    material: null,
    ruleIds: [],
    marks: [
      rect({ x, y: 46, width: 14, height: 1.6 }, { fill: colours.accent }),
      ...bilingual({ x, y: 51, width, height: 24 }, title, 26, { weight: 'bold', isHeading: true }),
      line(x, top, x + width, top, { widthPt: 0.8 }),
      ...shown.flatMap((entry, row) => entryRow(entry, row)),
      ...(rest > 0
        ? bilingual({ x, y: end + 1.5, width, height: 9 }, moreWords(rest), 9, { colour: colours.soft })
        : []),
    ],
    zones: [],
  };
}

function entryRow({ title, owner, page }: ContentsEntry, row: number): Mark[] {
  const { x, width } = contentArea;
  const y = top + row * rowHeight;
  const pageWidth = 18;
  const ownerWidth = 34;
  const titleWidth = width - pageWidth - ownerWidth - 4;
  return [
    ...rowCells(row, [
      bilingual({ x: x + 1, y: y + 0.5, width: titleWidth, height: rowHeight - 1 }, title, 10.5),
      owner
        ? bilingual({ x: x + titleWidth + 3, y: y + 0.5, width: ownerWidth, height: rowHeight - 1 }, owner, 9)
        : [],
      [
        text({ x: x + width - pageWidth - 1, y, width: pageWidth, height: rowHeight }, String(page), 10.5, {
          align: 'right',
          valign: 'middle',
        }),
        { kind: 'link', area: { x, y, width, height: rowHeight }, page: page! },
      ],
    ]),
    line(x, y + rowHeight, x + width, y + rowHeight, { widthPt: 0.35, colour: colours.hairline }),
  ];
}
