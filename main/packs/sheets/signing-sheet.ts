import type { Bilingual } from '../../../preload/contract/index.ts';
import {
  courierRules,
  dateRules,
  packOwners,
  packWords as words,
  sealKinds,
  signatureMethods,
  signingRules,
} from '../../../preload/messages/packs.ts';
import { colours, contentArea, line, text, type Mark, type Page } from '../page.ts';
import { bilingual, cell, columns, headCells, rowCells } from './parts.ts';

/** One sheet of paper that somebody signs. */
export interface SigningRow {
  title: Bilingual;
  page: number;
  /** Role, as in `packOwners`. */
  signer: string;
  signerName: string;
  method: string;
  seal: keyof typeof sealKinds;
  date: keyof typeof dateRules;
  originals: number;
  courier: string;
}

const rowsPerPage = 10;
const rowHeight = 15;
const headHeight = 11;
const top = 38;
const grid = columns(
  contentArea.x,
  [11, 45, 42, 19, 21, 13, 19],
  ['left', 'left', 'left', 'left', 'left', 'center', 'center'],
);

export function signingPageCount(rows: number): number {
  return Math.ceil(rows / rowsPerPage);
}

/** Who signs and seals what, where, with which pen, and what the courier takes. */
export function signingPages(rows: SigningRow[], twoSided: boolean): Page[] {
  const count = signingPageCount(rows.length);
  return Array.from({ length: count }, (_, index) => {
    const shown = rows.slice(index * rowsPerPage, (index + 1) * rowsPerPage);
    const end = top + headHeight + shown.length * rowHeight;
    return {
      kind: 'signing-sheet',
      title: words.signingSheet,
      material: null,
      ruleIds: [],
      marks: [
        ...head(),
        ...shown.flatMap(signingRow),
        ...(index === count - 1 ? notes(end + 9, twoSided) : []),
      ],
      zones: [],
    } satisfies Page;
  });
}

function head(): Mark[] {
  const { x, width } = contentArea;
  const titles = [
    words.page,
    words.document,
    words.signer,
    words.seal,
    words.dateRule,
    words.originals,
    words.courier,
  ];
  return [
    ...bilingual({ x, y: 20, width, height: 14 }, words.signingSheet, 18, {
      weight: 'bold',
      isHeading: true,
    }),
    line(x, top, x + width, top, { widthPt: 0.8, colour: colours.ink }),
    ...headCells(grid, titles, top + 0.5, headHeight - 1),
    line(x, top + headHeight, x + width, top + headHeight, { widthPt: 0.5, colour: colours.ink }),
  ];
}

function signingRow(row: SigningRow, index: number): Mark[] {
  const { x, width } = contentArea;
  const y = top + headHeight + index * rowHeight;
  const [page, title, signer, seal, date, originals, courier] = grid.map((c) =>
    cell(c, y + 1, rowHeight - 2),
  );
  const role = packOwners[row.signer] ?? { 'zh-CN': row.signer, en: row.signer };
  const method = signatureMethods[row.method] ?? signatureMethods['handwritten']!;
  const half = (rowHeight - 2) / 2;
  return [
    ...rowCells(index + 1, [
      [
        text(page!, String(row.page), 11, { valign: 'middle', weight: 'bold' }),
        { kind: 'link', area: { x, y, width, height: rowHeight }, page: row.page },
      ],
      bilingual(title!, row.title, 9.5),
      [
        text(
          { ...signer!, height: half },
          role['zh-CN'] + (row.signerName ? `：${row.signerName}` : ''),
          9.5,
          {
            valign: 'middle',
            weight: 'bold',
          },
        ),
        text({ ...signer!, y: signer!.y + half, height: half }, `${method['zh-CN']}\n${method.en}`, 7, {
          colour: colours.soft,
          leading: 1.15,
        }),
      ],
      bilingual(seal!, sealKinds[row.seal], 9),
      bilingual(date!, dateRules[row.date], 9),
      [text(originals!, String(row.originals), 10, { valign: 'middle', align: 'center' })],
      bilingual(courier!, courierRules[row.courier] ?? courierRules['no']!, 8.5, { align: 'center' }),
    ]),
    line(x, y + rowHeight, x + width, y + rowHeight, { widthPt: 0.35, colour: colours.hairline }),
  ];
}

function notes(y: number, twoSided: boolean): Mark[] {
  const { x, width } = contentArea;
  return signingRules(twoSided).flatMap((rule, index) => {
    const rowTop = y + index * 12;
    return [
      text({ x, y: rowTop, width: 7, height: 6 }, `${index + 1}.`, 10, {
        colour: colours.accent,
        weight: 'bold',
      }),
      text({ x: x + 7, y: rowTop, width: width - 7, height: 5.4 }, rule['zh-CN'], 9.5),
      text({ x: x + 7, y: rowTop + 5.2, width: width - 7, height: 5 }, rule.en, 7.5, {
        colour: colours.soft,
      }),
    ];
  });
}
