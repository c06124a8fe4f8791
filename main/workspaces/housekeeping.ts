import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readIfThere } from '../store/durable-file.ts';
import type { Layout } from './files.ts';
import type { Workspace } from './workspace.ts';

/** What was removed can be brought back by hand for this long. */
const TRASH_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Clears away what nothing refers to any more: pictures of removed documents, downloads of earlier sessions, and
 * what has lain in the trash for 30 days. Personal data that was removed does not stay for ever.
 *
 * @param onPurged is told the id of each dossier that is gone for good
 */
export async function tidyWorkspace(
  workspace: Workspace,
  nowMs: number,
  onPurged: (dossierId: string) => Promise<void>,
): Promise<void> {
  const { paths } = workspace;
  for (const folder of [paths.downloads, paths.repairs]) await rm(folder, { recursive: true, force: true });
  for (const { id, attachments } of workspace.dossiers)
    await removeUnreferenced(paths, id, new Set(attachments.flatMap(filesOf)));
  await emptyTrash(paths, nowMs, onPurged);
}

const File = v.object({ sha256: v.string() });
const Backup = v.object({
  attachments: v.array(v.object({ ...File.entries, repairedFrom: v.nullish(File) })),
});

/** Hashes of a document's bytes: its own, and those of the original it was made from. */
function filesOf({ sha256, repairedFrom }: v.InferOutput<typeof Backup>['attachments'][number]): string[] {
  return repairedFrom ? [sha256, repairedFrom.sha256] : [sha256];
}

/** The last good version of the dossier may be wanted yet: what it refers to stays too. */
async function removeUnreferenced(paths: Layout, dossierId: string, wanted: Set<string>): Promise<void> {
  const folder = paths.attachments(dossierId);
  const orphans = (await namesIn(folder)).filter((name) => !wanted.has(name));
  if (orphans.length === 0) return;
  const backup = await readIfThere(`${paths.dossier(dossierId)}.bak`);
  const parsed = backup && v.safeParse(Backup, parseOrNull(backup.toString('utf8')));
  // An unreadable backup tells nothing, so nothing is removed.
  if (parsed && !parsed.success) return;
  for (const name of parsed?.output.attachments.flatMap(filesOf) ?? []) wanted.add(name);
  for (const name of orphans) if (!wanted.has(name)) await rm(join(folder, name), { force: true });
}

async function emptyTrash(
  { trash }: Layout,
  nowMs: number,
  onPurged: (dossierId: string) => Promise<void>,
): Promise<void> {
  for (const name of await namesIn(trash)) {
    const path = join(trash, name);
    // A rename changes the folder's own time of change on every system we run on.
    const { ctimeMs } = await stat(path);
    if (nowMs - ctimeMs < TRASH_DAYS * DAY_MS) continue;
    await rm(path, { recursive: true, force: true });
    if (name.startsWith('dossier-')) await onPurged(name.slice('dossier-'.length));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
