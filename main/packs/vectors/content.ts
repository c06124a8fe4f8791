import { Keyword, Scanner } from './scanner.ts';
import { Unfit } from './unfit.ts';
import { isArray, isDict, nameOf, PdfName, type PdfValue } from './values.ts';

/** Categories of resources that content names. */
export type ResourceKind = 'ColorSpace' | 'ExtGState' | 'Font' | 'Pattern' | 'Shading' | 'XObject';

export interface CleanContent {
  bytes: Buffer;
  /** What it names, by category. */
  uses: Record<ResourceKind, Set<string>>;
}

/** ISO 19005-2, 6.1.13: how deep the graphics state may be saved. */
const maxSaved = 28;
/** More operands than any operator has; arrays count as one. */
const maxOperands = 64;

/** ISO 32000-1, annex A, without colours of CMYK, marked content, compatibility sections and what is dealt with apart. */
const operators = new Set(
  (
    'b B b* B* BT ET c cm d d0 d1 f F f* G g h i j J l m M n re RG rg s S T* Td TD Tj TJ TL Tm Tr Ts Tw Tc Tz v w W W* y \' " ' +
    'cs CS sc SC scn SCN Do gs Tf sh ri q Q'
  ).split(' '),
);
const markedContent = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);
const deviceSpaces = new Set(['DeviceGray', 'DeviceRGB', 'Pattern']);
export const renderingIntents = new Set([
  'RelativeColorimetric',
  'AbsoluteColorimetric',
  'Perceptual',
  'Saturation',
]);

/**
 * Reads all of a page's, form's or pattern's content: every operator is known, colours are grey or RGB, nothing is
 * optional. Marks of another file's structure are left out; saved states are closed.
 *
 * @throws Unfit
 */
export function cleanContent(bytes: Buffer): CleanContent {
  const uses = noUses();
  const scanner = new Scanner(bytes);
  const kept: Buffer[] = [];
  const newLine = Buffer.from('\n');
  let operands: PdfValue[] = [];
  let keptUntil = 0;
  let from = 0;
  let saved = 0;
  const useSpace = (name: string) => {
    if (name === 'DeviceCMYK') throw new Unfit('colours');
    if (!deviceSpaces.has(name)) uses.ColorSpace.add(name);
  };
  const namedOperand = (kind: ResourceKind, at = operands.length - 1) => {
    const name = nameOf(operands[at]);
    if (name === null) throw new Unfit('damaged');
    uses[kind].add(name);
  };
  for (;;) {
    scanner.skipSpace();
    if (operands.length === 0) from = scanner.at;
    const token = scanner.next();
    if (token === undefined) break;
    if (!(token instanceof Keyword)) {
      if (operands.push(token) > maxOperands) throw new Unfit('damaged');
      continue;
    }
    const { word } = token;
    if (word === 'BI') readInlineImage(scanner, useSpace);
    else if (markedContent.has(word)) {
      if (operands.some((operand) => nameOf(operand) === 'OC')) throw new Unfit('content');
      kept.push(bytes.subarray(keptUntil, from), newLine);
      keptUntil = scanner.at;
    } else if (word === 'k' || word === 'K') throw new Unfit('colours');
    else if (!operators.has(word)) throw new Unfit('content');
    switch (word) {
      case 'q':
        if (++saved > maxSaved) throw new Unfit('complex');
        break;
      case 'Q':
        if (--saved < 0) throw new Unfit('damaged');
        break;
      case 'Do':
        namedOperand('XObject');
        break;
      case 'gs':
        namedOperand('ExtGState');
        break;
      case 'sh':
        namedOperand('Shading');
        break;
      case 'Tf':
        namedOperand('Font', operands.length - 2);
        break;
      case 'cs':
      case 'CS':
        useSpace(nameOf(operands.at(-1)) ?? '');
        break;
      case 'scn':
      case 'SCN':
        if (operands.at(-1) instanceof PdfName) namedOperand('Pattern');
        break;
      case 'ri':
        if (!renderingIntents.has(nameOf(operands.at(-1)) ?? '')) throw new Unfit('content');
    }
    operands = [];
  }
  kept.push(bytes.subarray(keptUntil, operands.length > 0 ? from : bytes.length), newLine);
  kept.push(Buffer.from('Q\n'.repeat(saved)));
  return { bytes: Buffer.concat(kept), uses };
}

export function noUses(): CleanContent['uses'] {
  return {
    ColorSpace: new Set(),
    ExtGState: new Set(),
    Font: new Set(),
    Pattern: new Set(),
    Shading: new Set(),
    XObject: new Set(),
  };
}

const shortSpaces: Record<string, string> = { G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK' };
const inlineFilters = new Set([
  ...['AHx', 'A85', 'Fl', 'RL', 'CCF', 'DCT'],
  ...['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'DCTDecode'],
]);

/** After `BI`; leaves the scanner after `EI`. */
function readInlineImage(scanner: Scanner, useSpace: (name: string) => void): void {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const key = scanner.next();
    if (key instanceof Keyword && key.word === 'ID') break;
    const value = scanner.next();
    if (!(key instanceof PdfName) || value === undefined || value instanceof Keyword)
      throw new Unfit('damaged');
    entries.set(key.name, value);
  }
  if (entries.get('I') === true || entries.get('Interpolate') === true) throw new Unfit('content');
  const filter = entries.get('F') ?? entries.get('Filter') ?? null;
  for (const name of filter === null ? [] : isArray(filter) ? filter : [filter])
    if (!inlineFilters.has(nameOf(name) ?? '')) throw new Unfit('content');
  const parms = entries.get('DP') ?? entries.get('DecodeParms') ?? null;
  if (parms !== null && !isDict(parms) && !isArray(parms)) throw new Unfit('damaged');
  const space = entries.get('CS') ?? entries.get('ColorSpace') ?? null;
  const base = isArray(space) ? space[1] : space;
  if (base !== null) useSpace(shortSpaces[nameOf(base) ?? ''] ?? nameOf(base) ?? '');
  scanner.at = endOfInlineImage(scanner.bytes, scanner.at);
}

/** Behind an `EI` that stands alone and is followed by text, as content is. */
function endOfInlineImage(bytes: Buffer, from: number): number {
  const isSpace = (byte: number | undefined) =>
    byte === undefined || byte === 10 || byte === 13 || byte === 32;
  for (let at = bytes.indexOf('EI', from); at >= 0; at = bytes.indexOf('EI', at + 2)) {
    const after = bytes.subarray(at + 2, at + 14);
    const isText = after.every((byte) => isSpace(byte) || byte === 9 || (byte > 32 && byte < 127));
    if (isSpace(bytes[at - 1]) && isSpace(bytes[at + 2]) && isText) return at + 2;
  }
  throw new Unfit('damaged');
}
