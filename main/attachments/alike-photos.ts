import { isSamePhoto, parseFingerprint, type Fingerprint } from '../images/index.ts';

/** Which photos look the same; every pair is compared once, for as long as both are there. */
export class AlikePhotos {
  readonly #prints = new Map<string, Fingerprint>();
  readonly #alike = new Map<string, Set<string>>();

  /** @param photos fingerprints of all photos by their sha256 */
  update(photos: ReadonlyMap<string, string>): void {
    for (const gone of [...this.#prints.keys()].filter((sha256) => !photos.has(sha256))) this.#forget(gone);
    for (const [sha256, fingerprint] of photos)
      if (!this.#prints.has(sha256)) this.#add(sha256, parseFingerprint(fingerprint));
  }

  /** Those of the photos last told that look like this one, without itself. */
  of(sha256: string): ReadonlySet<string> {
    return this.#alike.get(sha256) ?? new Set();
  }

  #add(sha256: string, print: Fingerprint): void {
    const alike = new Set<string>();
    for (const [other, otherPrint] of this.#prints) {
      if (!isSamePhoto(print, otherPrint)) continue;
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
