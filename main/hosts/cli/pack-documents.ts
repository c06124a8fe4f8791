import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { DocumentOwner, type Facts } from '../../../preload/contract/index.ts';
import { guessMaterial } from '../../images/index.ts';
import type { PackDocument } from '../../packs/input.ts';
import type { RuleBook } from '../../rules/book.ts';
import { unreadable } from './input.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** What a facts file says of a document. */
interface StatedDocument {
  material: string;
  owner: string | null;
  issuedOn: string | null;
}

/**
 * The documents of a folder, in the order of their names. What each is stands at the start of its name:
 * `form-verification.pdf`, `principal@id-resident-front-2.jpg`; otherwise it is guessed as in the window.
 */
export async function documentsIn(folder: string, book: RuleBook, facts: Facts): Promise<PackDocument[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const stated = (Array.isArray(facts['documents']) ? facts['documents'] : []) as StatedDocument[];
  const documents = names
    .filter((name) => MEDIA_TYPES[extname(name).toLowerCase()])
    .sort()
    .map((name) => describe(join(folder, name), name, book, stated));
  return Promise.all(documents);
}

async function describe(
  file: string,
  fileName: string,
  book: RuleBook,
  stated: StatedDocument[],
): Promise<PackDocument> {
  const [before, after] = fileName.includes('@') ? fileName.split('@', 2) : [null, fileName];
  const owner = DocumentOwner.options.find((known) => known === before) ?? null;
  const material = materialAtStart(after ?? '', book) ?? guessMaterial(fileName, null);
  const match = stated.find(
    (entry) => entry.material === material && (owner === null || entry.owner === owner),
  );
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return {
    file,
    fileName,
    sha256: hash.digest('hex'),
    mediaType: MEDIA_TYPES[extname(fileName).toLowerCase()]!,
    bytes,
    material,
    owner: owner ?? match?.owner ?? null,
    attachmentId: null,
    issuedOn: match?.issuedOn ?? null,
  };
}

/** The longest id that the name begins with, because some ids begin with others. */
function materialAtStart(name: string, book: RuleBook): string | null {
  const fits = [...book.materials.keys()].filter(
    (id) => name.startsWith(id) && !/^[a-z]/.test(name.slice(id.length)),
  );
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}
