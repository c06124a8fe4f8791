import { packWords as words } from '../../../preload/messages/packs.ts';
import { factText, type PackInput } from '../input.ts';
import { colours, contentArea, inCell, line, rect, text, type Mark, type Page } from '../page.ts';
import { bilingual, cell, columns, headCells, rowCells } from './parts.ts';
import type { SigningRow } from './signing-sheet.ts';

const rowsPerPage = 12;
const rowHeight = 11;
const top = 118;
const headHeight = 11;
const grid = columns(contentArea.x, [13, 103, 18, 18, 18], ['left', 'left', 'center', 'center', 'center']);

/** Sent to the authority in any case: where only some ask for it, or the provider does, a person decides. */
function isSent({ courier }: SigningRow): boolean {
  return courier === 'yes';
}

export function courierPageCount(rows: SigningRow[]): number {
  return Math.ceil(rows.filter(isSent).length / rowsPerPage);
}

/** Goes on top of the originals in the parcel: sender, receiver, what is inside, with boxes to tick off. */
export function courierPages(input: PackInput, rows: SigningRow[]): Page[] {
  const sent = rows.filter(isSent);
  return Array.from({ length: courierPageCount(rows) }, (_, index) => {
    const first = index * rowsPerPage;
    const shown = sent.slice(first, first + rowsPerPage);
    return {
      kind: 'signing-sheet',
      title: words.courierList,
      material: null,
      ruleIds: [],
      marks: [
        ...addresses(input),
        ...tableHead(),
        ...shown.flatMap((row, at) => itemRow(row, first + at + 1, at)),
      ],
      zones: [],
    } satisfies Page;
  });
}

function addresses(input: PackInput): Mark[] {
  const { x, width } = contentArea;
  const { facts, region } = input.factsFile;
  const authority = input.catalogue.regions[region]?.authority['zh-CN'] ?? '';
  const values = [
    { title: words.receiver, value: authority, field: 'order.region' },
    { title: words.receiverAddress, value: '', field: '' },
    { title: words.sender, value: factText(facts, 'entity.name'), field: 'entity.name' },
    {
      title: words.senderAddress,
      value: factText(facts, 'entity.mailingAddress'),
      field: 'entity.mailingAddress',
    },
    {
      title: words.contact,
      value: [factText(facts, 'principal.name'), factText(facts, 'principal.mobile')]
        .filter(Boolean)
        .join('\u3000'),
      field: 'principal.mobile',
    },
    { title: words.courierNumber, value: '', field: '' },
  ];
  const step = 12.5;
  return [
    ...bilingual({ x, y: 20, width, height: 14 }, words.courierList, 18, { weight: 'bold', isHeading: true }),
    ...values.flatMap(({ title, value, field }, row) => {
      const y = 38 + row * step;
      return [
        ...inCell(
          { row, column: 0, heads: 'Row' },
          bilingual({ x, y, width: 36, height: step - 1.5 }, title, 9.5),
        ),
        text({ x: x + 38, y: y + 0.5, width: width - 38, height: step - 2 }, value, 11, {
          valign: 'middle' as const,
          leading: 1.2,
          cell: { row, column: 1 },
          ...(value ? { field } : {}),
        }),
        line(x, y + step - 0.6, x + width, y + step - 0.6, { widthPt: 0.35, colour: colours.hairline }),
      ];
    }),
  ];
}

function tableHead(): Mark[] {
  const { x, width } = contentArea;
  const titles = [words.item, words.document, words.originals, words.signedAndSealed, words.enclosed];
  return [
    line(x, top, x + width, top, { widthPt: 0.8 }),
    ...headCells(grid, titles, top + 0.5, headHeight - 1),
    line(x, top + headHeight, x + width, top + headHeight, { widthPt: 0.5 }),
  ];
}

function itemRow(row: SigningRow, number: number, at: number): Mark[] {
  const { x, width } = contentArea;
  const y = top + headHeight + at * rowHeight;
  const [numberCell, titleCell, originals, ...boxes] = grid.map((column) => cell(column, y, rowHeight));
  const size = 4;
  return [
    ...rowCells(at + 1, [
      [text(numberCell!, String(number), 10, { valign: 'middle' })],
      bilingual(titleCell!, row.title, 10.5),
      [text(originals!, String(row.originals), 10, { valign: 'middle', align: 'center' })],
    ]),
    ...boxes.map((area) =>
      rect(
        {
          x: area.x + (area.width - size) / 2,
          y: area.y + (rowHeight - size) / 2,
          width: size,
          height: size,
        },
        { stroke: colours.ink, widthPt: 0.6 },
      ),
    ),
    line(x, y + rowHeight, x + width, y + rowHeight, { widthPt: 0.35, colour: colours.hairline }),
  ];
}
