import { PdfFile } from './pdf-file.ts';
import { Unfit } from './unfit.ts';
import { isArray, isDict, nameOf, PdfStream, type PdfDict } from './values.ts';

const programs = ['FontFile', 'FontFile2', 'FontFile3'];
const compactPrograms = new Set(['Type1C', 'CIDFontType0C', 'OpenType']);
/** Bits of a font descriptor's flags, ISO 32000-1, table 123. */
const flag = { symbolic: 4, nonsymbolic: 32 };

/**
 * Refuses a font that PDF/A-2 would: without its program, or one whose codes need guessing to find their glyphs
 * (ISO 19005-2, 6.2.11).
 *
 * @throws Unfit
 */
export function demandFont(file: PdfFile, font: PdfDict): void {
  switch (nameOf(file.resolve(font.get('Subtype')))) {
    case 'Type1':
    case 'MMType1':
      program(file, font);
      return demandWidths(file, font);
    case 'TrueType':
      demandTrueType(file, font);
      return demandWidths(file, font);
    case 'Type3':
      return demandWidths(file, font);
    case 'Type0':
      return demandComposite(file, font);
    default:
      throw new Unfit('fonts');
  }
}

function demandWidths(file: PdfFile, font: PdfDict): void {
  const [first, last] = [file.resolve(font.get('FirstChar')), file.resolve(font.get('LastChar'))];
  const widths = file.resolve(font.get('Widths'));
  const isWhole =
    typeof first === 'number' &&
    typeof last === 'number' &&
    isArray(widths) &&
    widths.length === last - first + 1;
  if (!isWhole) throw new Unfit('fonts');
}

/** The embedded program and the flags beside it. */
function program(file: PdfFile, font: PdfDict): { kind: string; bytes: Buffer; flags: number } {
  const descriptor = file.resolve(font.get('FontDescriptor'));
  if (!isDict(descriptor)) throw new Unfit('fonts');
  const kind = programs.find((key) => file.resolve(descriptor.get(key)) instanceof PdfStream);
  if (kind === undefined) throw new Unfit('fonts');
  const stream = file.stream(descriptor.get(kind));
  if (kind === 'FontFile3' && !compactPrograms.has(nameOf(file.resolve(stream.dict.get('Subtype'))) ?? ''))
    throw new Unfit('fonts');
  const flags = file.resolve(descriptor.get('Flags'));
  return { kind, bytes: file.unpack(stream), flags: typeof flags === 'number' ? flags : 0 };
}

/** ISO 19005-2, 6.2.11.6. */
function demandTrueType(file: PdfFile, font: PdfDict): void {
  const { kind, bytes, flags } = program(file, font);
  const encoding = file.resolve(font.get('Encoding'));
  if (kind !== 'FontFile2') throw new Unfit('fonts');
  const tables = characterTables(bytes);
  if (flags & flag.symbolic) {
    const isClear = tables.length === 1 || tables.includes('3,0');
    if (encoding !== null || !isClear) throw new Unfit('fonts');
  } else {
    const isStandard = ['WinAnsiEncoding', 'MacRomanEncoding'].includes(nameOf(encoding) ?? '');
    if (!(flags & flag.nonsymbolic) || !isStandard || !(tables.includes('3,1') || tables.includes('1,0')))
      throw new Unfit('fonts');
  }
}

/** `platform,encoding` of each table from characters to glyphs. */
function characterTables(bytes: Buffer): string[] {
  const at = tableAt(bytes, 'cmap');
  if (at === null || at + 4 > bytes.length) return [];
  const count = Math.min(bytes.readUInt16BE(at + 2), Math.floor((bytes.length - at - 4) / 8));
  return Array.from({ length: count }, (_, i) => {
    const entry = at + 4 + 8 * i;
    return `${bytes.readUInt16BE(entry)},${bytes.readUInt16BE(entry + 2)}`;
  });
}

function tableAt(bytes: Buffer, tag: string): number | null {
  const count = bytes.length >= 12 ? bytes.readUInt16BE(4) : 0;
  for (let entry = 12; entry < 12 + 16 * count && entry + 16 <= bytes.length; entry += 16)
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8);
  return null;
}

/** Codes are glyphs of the embedded program; maps by name need files that are not in the PDF. */
function demandComposite(file: PdfFile, font: PdfDict): void {
  const encoding = nameOf(file.resolve(font.get('Encoding')));
  const descendants = file.resolve(font.get('DescendantFonts'));
  if (
    !['Identity-H', 'Identity-V'].includes(encoding ?? '') ||
    !isArray(descendants) ||
    descendants.length !== 1
  )
    throw new Unfit('fonts');
  const descendant = file.dict(descendants[0]);
  const subtype = nameOf(file.resolve(descendant.get('Subtype')));
  const { kind } = program(file, descendant);
  const isOutline = subtype === 'CIDFontType2' ? kind !== 'FontFile' : kind === 'FontFile3';
  if (!['CIDFontType0', 'CIDFontType2'].includes(subtype ?? '') || !isOutline) throw new Unfit('fonts');
  if (!isDict(file.resolve(descendant.get('CIDSystemInfo')))) throw new Unfit('fonts');
}
