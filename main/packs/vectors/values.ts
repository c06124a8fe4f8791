/** Objects of a PDF, ISO 32000-1, 7.3. Strings are `Buffer`s; a stream's bytes are as they stand in the file. */
export type PdfValue =
  null | boolean | number | Buffer | PdfName | PdfRef | PdfStream | PdfDict | readonly PdfValue[];

export type PdfDict = ReadonlyMap<string, PdfValue>;

export class PdfName {
  /** Without the slash, `#xx` decoded, one byte a character. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

export class PdfRef {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

export class PdfStream {
  readonly dict: PdfDict;
  readonly bytes: Buffer;

  constructor(dict: PdfDict, bytes: Buffer) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** The object as a file has it, references under the numbers they get there. A stream is its dictionary alone. */
export function written(value: PdfValue, numberOf: (ref: PdfRef) => number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (Buffer.isBuffer(value)) return `<${value.toString('hex')}>`;
  if (value instanceof PdfName) return writtenName(value.name);
  if (value instanceof PdfRef) return `${numberOf(value)} 0 R`;
  if (value instanceof PdfStream) return written(value.dict, numberOf);
  if (isDict(value)) {
    const entries = [...value].map(([key, entry]) => `${writtenName(key)} ${written(entry, numberOf)}`);
    return `<< ${entries.join(' ')} >>`;
  }
  return `[${value.map((entry) => written(entry, numberOf)).join(' ')}]`;
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function nameOf(value: PdfValue | undefined): string | null {
  return value instanceof PdfName ? value.name : null;
}

/** Exponents are unknown to PDF. */
function writtenNumber(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(10) : plain;
}

function writtenName(name: string): string {
  const escaped = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, escaped)}`;
}
