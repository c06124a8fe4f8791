import type { Bilingual } from '../../../preload/contract/index.ts';
import type { PackInput } from '../input.ts';
import { colours, line, rect, text, type Area, type Mark, type Zone } from '../page.ts';
import type { SigningRow } from '../sheets/signing-sheet.ts';
import {
  dataTable,
  emptyDate,
  formArea,
  heading,
  sealPlace,
  writingLine,
  type PrintedForm,
  type TableRow,
} from './form.ts';

/** Who signs, as in `packOwners`, and what stands before the line. */
export interface Signer {
  by: string;
  label: string;
  name: string;
}

/** Lines that stay empty for what only a person knows. */
export interface Writing {
  label: string;
  lines: number;
}

/** `holder`: of the domain. `both`: the unit's and the provider's. */
export type StatementSeal =
  'official' | 'holder' | 'both' | 'fingerprint' | 'fingerprint-and-provider' | 'none';

/** A form of the plain kind: heading, table, addressee, sentences, room to write, places to sign and to seal. */
export interface Statement {
  material: string;
  heading: string;
  /** What tells it from others of its kind, such as the website. */
  detail?: string;
  rows: TableRow[];
  addressee?: string;
  paragraphs: string[];
  writing?: Writing;
  /** `null`: it is sealed only. */
  signer: Signer | null;
  seal: StatementSeal;
  /** The number of the signer's ID is written by hand too. */
  writesIdNumber?: boolean;
}

const bodyPt = 12;
const leading = 1.7;
const lineMm = (bodyPt * leading * 25.4) / 72;
const charactersPerLine = Math.floor(((formArea.width / 25.4) * 72) / bodyPt) - 1;
const writingStep = 10;
/** Where the line for the signature is. */
const signY = 228;
const bodyEnd = 199;

export function printStatement(input: PackInput, statement: Statement): PrintedForm {
  const { x, width } = formArea;
  const table = dataTable(statement.rows, 44);
  let y = table.bottom + 6;
  const marks: Mark[] = [
    heading(statement.heading, 24, statement.heading.length > 16 ? 16 : 20),
    ...table.marks,
  ];
  const zones: Zone[] = [];
  if (statement.addressee) {
    marks.push(text({ x, y, width, height: 7 }, `${statement.addressee}：`, 12));
    y += 9;
  }
  const writingHeight = statement.writing ? 8 + statement.writing.lines * writingStep : 0;
  const height = Math.min(heightOf(statement.paragraphs), bodyEnd - writingHeight - y);
  const body = { x, y, width, height };
  marks.push(text(body, statement.paragraphs.join('\n'), bodyPt, { leading, indentEm: 2, justify: true }));
  if (statement.writing) {
    const area = { x, y: y + height + 3, width, height: writingHeight - 3 };
    marks.push(...ruled(statement.writing, area));
    zones.push({ kind: 'handwriting', by: statement.signer?.by ?? 'entity', area: belowLabel(area) });
  }
  const places = signPlaces(statement);
  return {
    material: statement.material,
    title: titleOf(input, statement),
    marks: [...marks, ...places.marks],
    zones: [...zones, ...places.zones],
    signing: {
      signer: statement.signer?.by ?? 'entity',
      signerName: statement.signer?.name ?? '',
      method: input.catalogue.materials[statement.material]?.signature?.method ?? 'handwritten',
      seal: sealOf(statement.seal),
      date: 'handwritten',
    },
  };
}

/** Height of the sentences at their full size, a line of each counted generously. */
export function heightOf(paragraphs: string[]): number {
  const lines = paragraphs.reduce((sum, { length }) => sum + Math.ceil((length + 3) / charactersPerLine), 0);
  return lines * lineMm + 2;
}

/** A label, and ruled lines below it across the page. */
export function ruled({ label, lines }: Writing, area: Area): Mark[] {
  return [
    text({ ...area, height: 5.5 }, label, 10, { colour: colours.soft }),
    ...Array.from({ length: lines }, (_, row) => {
      const y = area.y + 4 + (row + 1) * writingStep;
      return line(area.x, y, area.x + area.width, y, { widthPt: 0.4, colour: colours.soft });
    }),
  ];
}

/** The part of a ruled area that is written on. */
export function belowLabel(area: Area): Area {
  return { ...area, y: area.y + 6, height: area.height - 6 };
}

function sealOf(seal: StatementSeal): SigningRow['seal'] {
  return seal === 'holder' ? 'official' : seal;
}

function titleOf(input: PackInput, { material, heading: own, detail }: Statement): Bilingual {
  // Without what the catalogue explains in brackets.
  const en = (input.catalogue.materials[material]?.name.en ?? own).replace(/ \(.*\)$/, '');
  return detail ? { 'zh-CN': `${own}（${detail}）`, en: `${en} (${detail})` } : { 'zh-CN': own, en };
}

/** Signature and date on the left, seals on the right; where two seal, one stands on either side. */
export function signPlaces({
  signer,
  seal,
  writesIdNumber,
}: Pick<Statement, 'signer' | 'seal' | 'writesIdNumber'>): {
  marks: Mark[];
  zones: Zone[];
} {
  const { x, width } = formArea;
  const marks: Mark[] = [];
  const zones: Zone[] = [];
  const by = signer?.by ?? 'entity';
  const date = { x, y: signY + 24, width: 92, height: 8 };
  if (signer) {
    const labelWidth = 4 + signer.label.length * 4.2;
    const name = signer.name && `（${signer.name}）`;
    marks.push(
      ...writingLine(`${signer.label}：`, { x, y: signY - 12, width: 92, height: 12 }, labelWidth, name),
    );
    const area = { x: x + labelWidth, y: signY - 14, width: 92 - labelWidth, height: 14 };
    zones.push({ kind: 'signature', by, area });
  }
  if (writesIdNumber) {
    const line = { x, y: signY + 5, width: 92, height: 11 };
    marks.push(...writingLine('证件号码：', line, 24));
    zones.push({ kind: 'handwriting', by, area: { ...line, x: x + 24, width: line.width - 24 } });
  }
  const addSeal = (centreX: number, label: string, owner: string) => {
    const place = sealPlace(centreX, signY + 2, owner);
    marks.push(...place.marks, text({ x: centreX - 26, y: signY - 26, width: 52, height: 6 }, label, 11));
    zones.push(place.zone);
  };
  if (seal === 'official') addSeal(x + width - 38, '单位盖章：', 'entity');
  if (seal === 'holder') addSeal(x + width - 38, '域名持有者盖章：', 'holder');
  if (seal === 'both') {
    if (!signer) addSeal(x + 34, '单位盖章：', 'entity');
    addSeal(x + width - 38, '接入服务单位盖章：', 'provider');
  }
  const addFinger = (left: number, top: number) => {
    const finger = { x: left, y: top, width: 26, height: 26 };
    marks.push(
      rect(finger, { stroke: colours.hairline, widthPt: 0.5, dashMm: 1 }),
      text({ ...finger, y: finger.y + 10, height: 6 }, '手印', 8, { align: 'center', colour: colours.soft }),
    );
    zones.push({ kind: 'fingerprint', by, area: finger });
  };
  if (seal === 'fingerprint') addFinger(x + width - 50, signY - 12);
  if (seal === 'fingerprint-and-provider') {
    addFinger(x + 66, signY + 7);
    addSeal(x + width - 38, '接入服务单位盖章：', 'provider');
  }
  const dateY = seal === 'both' && !signer ? { ...date, y: signY + 28 } : date;
  marks.push(text(dateY, `日期：${emptyDate}`, 11, { valign: 'bottom' }));
  zones.push({ kind: 'date', by, area: dateY });
  return { marks, zones };
}
