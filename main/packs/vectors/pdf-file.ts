import { inflateSync } from 'node:zlib';
import { Keyword, Scanner } from './scanner.ts';
import { Unfit } from './unfit.ts';
import { isArray, isDict, nameOf, PdfRef, PdfStream, type PdfDict, type PdfValue } from './values.ts';

/** Of one stream when unpacked, and of all that one page unpacks: more is made to exhaust the machine. */
const limits = { streamBytes: 32 * 1024 * 1024, pageBytes: 96 * 1024 * 1024, indirections: 32 };

/**
 * A PDF as PDFium writes it: one table of objects, each on its own. Anything else is refused, so that there is one
 * reading of the file and no guessing.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #offsets: Map<number, number>;
  readonly #known = new Map<number, PdfValue>();
  /** Objects being read: one that needs itself is refused. */
  readonly #open = new Set<number>();
  readonly #trailer: PdfDict;
  #unpacked = 0;

  /** @throws Unfit */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(
      bytes.toString('latin1', Math.max(0, bytes.length - 64)),
    );
    if (!start) throw new Unfit('damaged');
    const { offsets, end } = readTable(bytes, Number(start[1]));
    this.#offsets = offsets;
    const trailer = new Scanner(bytes, end, { hasRefs: true }).next();
    if (!isDict(trailer as PdfValue)) throw new Unfit('damaged');
    this.#trailer = trailer as PdfDict;
  }

  /** The pages of a flat page tree, as PDFium writes it. @throws Unfit */
  pages(): PdfDict[] {
    const root = this.dict(this.#trailer.get('Root'));
    const kids = this.resolve(this.dict(root.get('Pages')).get('Kids'));
    if (!isArray(kids)) throw new Unfit('damaged');
    return kids.map((kid) => this.dict(kid));
  }

  /** The object itself, wherever it stands; `null` for one that is not there. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; found instanceof PdfRef; step++) {
      if (step > limits.indirections) throw new Unfit('complex');
      found = this.#object(found.id);
    }
    return found;
  }

  /** @throws Unfit when it is none */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.resolve(value);
    if (!isDict(found)) throw new Unfit('damaged');
    return found;
  }

  stream(value: PdfValue | undefined): PdfStream {
    const found = this.resolve(value);
    if (!(found instanceof PdfStream)) throw new Unfit('damaged');
    return found;
  }

  numbers(value: PdfValue | undefined, count: number): number[] {
    const found = this.resolve(value);
    const numbers = isArray(found) ? found.map((entry) => this.resolve(entry)) : [];
    if (numbers.length !== count || numbers.some((number) => typeof number !== 'number' || !isFinite(number)))
      throw new Unfit('damaged');
    return numbers as number[];
  }

  /** Names of the filters of a stream, outermost first. */
  filters(dict: PdfDict): string[] {
    const filter = this.resolve(dict.get('Filter'));
    const list = isArray(filter)
      ? filter.map((entry) => this.resolve(entry))
      : filter === null
        ? []
        : [filter];
    return list.map((entry) => {
      const name = nameOf(entry);
      if (name === null) throw new Unfit('damaged');
      return name;
    });
  }

  /** The unpacked bytes of a stream that is no picture. @throws Unfit, also when they are too many */
  unpack({ dict, bytes }: PdfStream): Buffer {
    let data = bytes;
    const isUnpredicted = isPlain(this.resolve(dict.get('DecodeParms')), this);
    for (const filter of this.filters(dict)) {
      if (filter === 'ASCII85Decode') data = fromAscii85(data);
      else if (filter === 'FlateDecode' && isUnpredicted) data = inflated(data);
      else throw new Unfit('content');
    }
    this.#unpacked += data.length;
    if (this.#unpacked > limits.pageBytes) throw new Unfit('complex');
    return data;
  }

  /** The next page may unpack as much again. */
  beginPage(): void {
    this.#unpacked = 0;
  }

  #object(id: number): PdfValue {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const offset = this.#offsets.get(id);
    if (offset === undefined) return null;
    if (this.#open.has(id)) throw new Unfit('damaged');
    this.#open.add(id);
    const object = this.#read(id, offset);
    this.#open.delete(id);
    this.#known.set(id, object);
    return object;
  }

  #read(id: number, offset: number): PdfValue {
    const scanner = new Scanner(this.#bytes, offset, { hasRefs: true });
    if (scanner.next() !== id || scanner.next() !== 0 || !isWord(scanner.next(), 'obj'))
      throw new Unfit('damaged');
    const value = scanner.next();
    if (value === undefined || value instanceof Keyword) throw new Unfit('damaged');
    const word = scanner.next();
    return isWord(word, 'stream') && isDict(value) ? this.#streamAt(value, scanner) : value;
  }

  #streamAt(dict: PdfDict, scanner: Scanner): PdfStream {
    let from = scanner.at;
    if (this.#bytes[from] === 13) from++;
    if (this.#bytes[from] !== 10) throw new Unfit('damaged');
    from++;
    const length = this.resolve(dict.get('Length'));
    if (typeof length !== 'number' || length < 0 || from + length > this.#bytes.length)
      throw new Unfit('damaged');
    scanner.at = from + length;
    if (!isWord(scanner.next(), 'endstream')) throw new Unfit('damaged');
    return new PdfStream(dict, this.#bytes.subarray(from, from + length));
  }
}

function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: limits.streamBytes });
  } catch (cause) {
    const isLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unfit(isLarge ? 'complex' : 'damaged');
  }
}

/** ISO 32000-1, 7.4.3: five characters stand for four bytes, `z` for four zeros; `~>` ends. */
function fromAscii85(data: Buffer): Buffer {
  const end = data.indexOf('~>');
  const text = data.toString('latin1', 0, end < 0 ? data.length : end).replace(/[\s\0]+/g, '');
  const groups = text.replaceAll('z', '!!!!!').match(/.{1,5}/gs) ?? [];
  if (/[^!-uz]/.test(text)) throw new Unfit('damaged');
  const bytes = Buffer.alloc(4 * groups.length);
  groups.forEach((group, at) => {
    let value = 0;
    for (const character of group.padEnd(5, 'u')) value = value * 85 + character.charCodeAt(0) - 33;
    if (value > 0xffffffff) throw new Unfit('damaged');
    bytes.writeUInt32BE(value, 4 * at);
  });
  const last = groups.at(-1);
  return last ? bytes.subarray(0, bytes.length - (5 - last.length)) : bytes;
}

/** No predictor: nothing but fonts and content is unpacked, which have none. */
function isPlain(parms: PdfValue, file: PdfFile): boolean {
  if (parms === null) return true;
  if (isArray(parms)) return parms.every((entry) => isPlain(file.resolve(entry), file));
  if (!isDict(parms)) return false;
  const predictor = file.resolve(parms.get('Predictor'));
  return predictor === null || predictor === 1;
}

function isWord(token: PdfValue | Keyword | undefined, word: string): boolean {
  return token instanceof Keyword && token.word === word;
}

function readTable(bytes: Buffer, start: number): { offsets: Map<number, number>; end: number } {
  const scanner = new Scanner(bytes, start);
  const offsets = new Map<number, number>();
  if (!isWord(scanner.next(), 'xref')) throw new Unfit('damaged');
  for (;;) {
    const first = scanner.next();
    if (isWord(first, 'trailer')) return { offsets, end: scanner.at };
    const count = scanner.next();
    if (typeof first !== 'number' || typeof count !== 'number') throw new Unfit('damaged');
    for (let i = 0; i < count; i++) {
      const [offset, generation, kind] = [scanner.next(), scanner.next(), scanner.next()];
      if (typeof offset !== 'number' || typeof generation !== 'number') throw new Unfit('damaged');
      if (isWord(kind, 'n')) offsets.set(first + i, offset);
      else if (!isWord(kind, 'f')) throw new Unfit('damaged');
    }
  }
}
