import {
  isSamePaper,
  isSamePhoto,
  parseFingerprint,
  parsePaperPrint,
  type Fingerprint,
  type PaperPrint,
} from '../images/index.ts';

/** Which pictures look the same; every pair is compared once, for as long as both are there. */
export class AlikePictures<Print> {
  readonly #parse: (print: string) => Print;
  readonly #isSame: (a: Print, b: Print) => boolean;
  readonly #prints = new Map<string, Print>();
  readonly #alike = new Map<string, Set<string>>();

  constructor(parse: (print: string) => Print, isSame: (a: Print, b: Print) => boolean) {
    this.#parse = parse;
    this.#isSame = isSame;
  }

  /** @param pictures prints of all pictures by their sha256 */
  update(pictures: ReadonlyMap<string, string>): void {
    for (const gone of [...this.#prints.keys()].filter((sha256) => !pictures.has(sha256))) this.#forget(gone);
    for (const [sha256, print] of pictures)
      if (!this.#prints.has(sha256)) this.#add(sha256, this.#parse(print));
  }

  /** Those of the pictures last told that look like this one, without itself. */
  of(sha256: string): ReadonlySet<string> {
    return this.#alike.get(sha256) ?? new Set();
  }

  #add(sha256: string, print: Print): void {
    const alike = new Set<string>();
    for (const [other, otherPrint] of this.#prints) {
      if (!this.#isSame(print, otherPrint)) continue;
      alike.add(other);
      this.#alike.get(other)!.add(sha256);
    }
    this.#prints.set(sha256, print);
    this.#alike.set(sha256, alike);
  }

  #forget(sha256: string): void {
    for (const other of this.of(sha256)) this.#alike.get(other)!.delete(sha256);
    this.#prints.delete(sha256);
    this.#alike.delete(sha256);
  }
}

export const alikePhotos = () => new AlikePictures<Fingerprint>(parseFingerprint, isSamePhoto);
export const alikePapers = () => new AlikePictures<PaperPrint>(parsePaperPrint, isSamePaper);
