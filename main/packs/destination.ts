import { createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PackResult } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';

type Download = PackResult['downloads'][number];

/** `备案材料 上海样例有限公司 2026-11-21`: what the folder or archive is called on the person's disk. */
export function folderName(entity: string | null, on: string): string {
  const name = (entity ?? '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .slice(0, 60)
    .trim();
  return ['备案材料', name, on].filter(Boolean).join(' ');
}

/** The first of `name`, `name (2)` ... that is free. */
export function firstFree(name: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} (${n})`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** A second pack of the same day goes beside the first. */
export async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder).catch(() => []));
  return join(
    folder,
    firstFree(name, (candidate) => taken.has(candidate)),
  );
}

/** @throws AppError `packs.destination-in-use` unless the folder is empty or not there */
export async function refuseFolderInUse(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    if (cause.code === 'ENOTDIR') return ['.'];
    throw cause;
  });
  if (names.length > 0) throw new AppError('packs.destination-in-use', { folder });
}

/** What the disk itself said, for a person; `null` when something else went wrong. */
export function diskFailure(cause: unknown, file: string): AppError | null {
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('store.disk-full', { file }, { cause });
  const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return isForbidden ? new AppError('store.no-permission', { file }, { cause }) : null;
}

/**
 * One archive of everything in a folder, to be downloaded under the folder's name.
 *
 * @param on the day that the files in it carry
 */
export async function offerArchive(
  folder: string,
  downloads: string,
  taskId: string,
  on: string,
): Promise<Download> {
  const mtime = new Date(on);
  const file = join(downloads, 'pack.zip');
  const zip = new ZipFile();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
    // JPEG and PDF do not get smaller.
    zip.addFile(path, inside, { compress: false, mtime });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }));
  return offerFile(`${basename(folder)}.zip`, taskId, (await stat(file)).size);
}

export function offerFile(name: string, taskId: string, bytes: number): Download {
  return { name, url: `/download/${taskId}/pack.${name.split('.').at(-1)}`, bytes };
}
