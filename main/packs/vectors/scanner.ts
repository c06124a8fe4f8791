import { Unfit } from './unfit.ts';
import { PdfName, PdfRef, type PdfValue } from './values.ts';

/** A word that is no object: an operator, `obj`, `endobj`. */
export class Keyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

/** ISO 19005-2, 6.1.13. */
const limits = { stringBytes: 32_767, nameBytes: 127, nesting: 32 };

const spaces = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const isRegular = (byte: number) => !spaces.has(byte) && !delimiters.has(byte);
const numeric = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Reads objects and keywords one after the other. Whatever is not as the standard has it is refused. */
export class Scanner {
  readonly bytes: Buffer;
  at: number;
  /** In files `1 0 R` refers to an object; in content it is two numbers and an operator. */
  readonly #hasRefs: boolean;

  constructor(bytes: Buffer, at = 0, { hasRefs = false } = {}) {
    this.bytes = bytes;
    this.at = at;
    this.#hasRefs = hasRefs;
  }

  /** `undefined` at the end. @throws Unfit */
  next(depth = 0): PdfValue | Keyword | undefined {
    this.skipSpace();
    const { bytes } = this;
    const byte = bytes[this.at];
    if (byte === undefined) return undefined;
    if (depth > limits.nesting) throw new Unfit('complex');
    switch (byte) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x5b:
        this.at++;
        return this.#until(']', depth);
      case 0x3c:
        if (bytes[this.at + 1] !== 0x3c) return this.#hexadecimal();
        this.at += 2;
        return this.#dictionary(depth);
      case 0x5d:
        this.at++;
        return new Keyword(']');
      case 0x3e:
        if (bytes[this.at + 1] !== 0x3e) throw new Unfit('damaged');
        this.at += 2;
        return new Keyword('>>');
      default:
        return this.#word();
    }
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) {
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at++;
      } else if (spaces.has(byte)) this.at++;
      else return;
    }
  }

  #word(): PdfValue | Keyword {
    const from = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at]!)) this.at++;
    if (this.at === from || this.at - from > limits.nameBytes) throw new Unfit('damaged');
    const word = this.bytes.toString('latin1', from, this.at);
    if (numeric.test(word)) return this.#hasRefs ? this.#refOr(Number(word)) : Number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    return word === 'null' ? null : new Keyword(word);
  }

  #refOr(number: number): PdfValue {
    const found = /^[\s\0]+0[\s\0]+R(?![^\s\0()<>[\]{}/%])/.exec(
      this.bytes.toString('latin1', this.at, this.at + 16),
    );
    if (!found || !Number.isInteger(number)) return number;
    this.at += found[0].length;
    return new PdfRef(number);
  }

  #name(): PdfName {
    const from = ++this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at]!)) this.at++;
    const name = this.bytes
      .toString('latin1', from, this.at)
      .replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (name.length > limits.nameBytes) throw new Unfit('complex');
    return new PdfName(name);
  }

  #until(end: string, depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.next(depth + 1);
      if (value instanceof Keyword && value.word === end) return values;
      if (value === undefined || value instanceof Keyword) throw new Unfit('damaged');
      values.push(value);
    }
  }

  #dictionary(depth: number): Map<string, PdfValue> {
    const entries = this.#until('>>', depth);
    const dict = new Map<string, PdfValue>();
    for (let i = 0; i < entries.length; i += 2) {
      const [key, value] = [entries[i], entries[i + 1]];
      if (!(key instanceof PdfName) || value === undefined) throw new Unfit('damaged');
      dict.set(key.name, value);
    }
    return dict;
  }

  #hexadecimal(): Buffer {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw new Unfit('damaged');
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/[\s\0]+/g, '');
    this.at = end + 1;
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new Unfit('damaged');
    return bounded(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  }

  #literal(): Buffer {
    const out: number[] = [];
    let open = 1;
    for (this.at++; ; this.at++) {
      let byte = this.bytes[this.at];
      if (byte === undefined) throw new Unfit('damaged');
      if (byte === 0x29 && --open === 0) break;
      if (byte === 0x28) open++;
      if (byte === 0x5c) {
        const escaped = this.#escaped();
        if (escaped === null) continue;
        byte = escaped;
      } else if (byte === 13) {
        // Any end of a line is one line feed.
        if (this.bytes[this.at + 1] === 10) this.at++;
        byte = 10;
      }
      out.push(byte);
      if (out.length > limits.stringBytes) throw new Unfit('complex');
    }
    this.at++;
    return Buffer.from(out);
  }

  /** At a backslash; stops on the last byte that belongs to it. `null`: the line goes on. */
  #escaped(): number | null {
    const byte = this.bytes[++this.at];
    if (byte === undefined) throw new Unfit('damaged');
    if (byte === 10) return null;
    if (byte === 13) {
      if (this.bytes[this.at + 1] === 10) this.at++;
      return null;
    }
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))?.[0];
    if (octal) {
      this.at += octal.length - 1;
      return Number.parseInt(octal, 8) & 0xff;
    }
    const control = 'nrtbf'.indexOf(String.fromCharCode(byte));
    return control < 0 ? byte : [10, 13, 9, 8, 12][control]!;
  }
}

function bounded(bytes: Buffer): Buffer {
  if (bytes.length > limits.stringBytes) throw new Unfit('complex');
  return bytes;
}
