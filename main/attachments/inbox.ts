import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReceivedFile } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import { toWriteError } from '../store/store.ts';

/** Larger files are no scans; the strictest provider takes 8 MB, a scanner's raw TIFF may have 50. */
const MAX_MB = 60;

export interface InboxFile extends ReceivedFile {
  path: string;
  sha256: string;
}

/** Files that came in from outside and wait to be taken into a dossier. Emptied when the workspace opens. */
export class Inbox {
  readonly #folder: string;
  readonly #files = new Map<string, InboxFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    this.#files.clear();
  }

  /** Streams `bytes` to disk. @throws AppError `files.too-large`, `files.empty`, `store.*`; nothing is left then */
  async receive(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
    const handle = randomUUID();
    const name = cleanName(fileName);
    const path = join(this.#folder, handle);
    const hash = createHash('sha256');
    let size = 0;
    try {
      await mkdir(this.#folder, { recursive: true });
      const file = await open(path, 'wx', 0o600);
      try {
        for await (const chunk of bytes) {
          size += chunk.byteLength;
          if (size > MAX_MB * 1024 * 1024)
            throw new AppError('files.too-large', { fileName: name, maxMb: MAX_MB });
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        if (size === 0) throw new AppError('files.empty', { fileName: name });
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (cause) {
      await rm(path, { force: true });
      if (cause instanceof AppError) throw cause;
      throw toWriteError(cause, name);
    }
    this.#files.set(handle, { handle, fileName: name, bytes: size, path, sha256: hash.digest('hex') });
    return { handle, fileName: name, bytes: size };
  }

  /** @throws AppError `files.unknown-handle` */
  file(handle: string): InboxFile {
    const file = this.#files.get(handle);
    if (!file) throw new AppError('files.unknown-handle', {});
    return file;
  }

  /** Moves a received file to `target`; the handle is used up. */
  async take(handle: string, target: string): Promise<void> {
    const file = this.file(handle);
    await rename(file.path, target).catch((cause: unknown) => {
      throw toWriteError(cause, file.fileName);
    });
    this.#files.delete(handle);
  }

  async discard(handle: string): Promise<void> {
    const file = this.#files.get(handle);
    this.#files.delete(handle);
    if (file) await rm(file.path, { force: true });
  }
}

/** The last part of whatever path or name came from outside, without control characters, at most 200 long. */
export function cleanName(fileName: string): string {
  const last = basename(fileName.replaceAll('\\', '/'));
  const printable = [...last].filter((c) => c >= ' ' && c !== '\u007f').join('');
  return printable.slice(-200) || 'file';
}
