import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Resource } from './app.ts';
import type { Context, Session } from './context.ts';
import { packPage } from './packs/page-previews.ts';
import { exportedFile } from './rule-packs/service.ts';

/** Longest side of a preview, in pixels: enough for a page on a large screen, zoomed once. */
const PREVIEW_PX = 1600;

/** Answers `GET` of the window for pictures and downloads; `null` when there is no such thing. */
export async function findResource(context: Context, path: string): Promise<Resource | null> {
  const [kind, ...parts] = path.split('?')[0]!.split('/').filter(Boolean).map(decodeURIComponent);
  if (kind === 'preview' && parts[0] === 'pack') return packPage(context, parts.slice(1));
  if (kind === 'preview') return preview(context, parts);
  if (kind === 'download' && parts[0] === 'rules') return exportedRules(context, parts[1] ?? '');
  if (kind === 'download') return download(context, parts);
  return null;
}

/** `/preview/<dossier>/<attachment>/<page or original>` or `/preview/repair/<task>/<copy or uncropped>`. */
async function preview(context: Context, parts: string[]): Promise<Resource | null> {
  const { session } = context;
  if (!session) return null;
  const [first, second, third] = parts;
  return first === 'repair'
    ? repairedPreview(context, session, second ?? '', third)
    : documentPreview(context, session, first, second, third);
}

async function documentPreview(
  { pool }: Context,
  { workspace }: Session,
  dossierId: string | undefined,
  attachmentId: string | undefined,
  which: string | undefined,
): Promise<Resource | null> {
  const dossier = workspace.dossiers.find(({ id }) => id === dossierId);
  const attachment = dossier?.attachments.find(({ id }) => id === attachmentId);
  const page = which === 'original' ? 1 : Number(which);
  if (!dossier || !attachment || !Number.isInteger(page) || page < 1) return null;
  const { sha256, fileName } = (which === 'original' && attachment.repairedFrom) || attachment;
  const { paths } = workspace;
  const name = createHash('sha256').update(`${sha256}:${page}:${PREVIEW_PX}`).digest('hex');
  const out = join(paths.previews, `${name}.jpg`);
  if (!(await isThere(out))) {
    const file = paths.attachment(dossier.id, sha256);
    await pool.run('images.preview', { file, fileName, page, maxPx: PREVIEW_PX, out });
  }
  return { mediaType: 'image/jpeg', file: out, downloadName: null };
}

/** Lies beside the copy and goes with it. */
async function repairedPreview(
  { pool }: Context,
  { copies }: Session,
  taskId: string,
  which: string | undefined,
): Promise<Resource | null> {
  const copy = copies.find(taskId);
  if (!copy) return null;
  const files = copies.files(taskId);
  if (which === 'uncropped' && copy.plan.crop)
    return { mediaType: 'image/jpeg', file: files.uncropped, downloadName: null };
  if (which !== 'copy') return null;
  const out = join(files.folder, 'preview.jpg');
  if (!(await isThere(out))) {
    const fileName = `copy.${copy.format}`;
    await pool.run('images.preview', { file: files.out, fileName, page: 1, maxPx: PREVIEW_PX, out });
  }
  return { mediaType: 'image/jpeg', file: out, downloadName: null };
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

/** The names in the address only choose among finished packs; they never become a path. */
async function download({ session, tasks }: Context, [taskId, which]: string[]): Promise<Resource | null> {
  const task = tasks.tasks.find(({ id }) => id === taskId);
  const offered = (task?.pack ?? task?.batch)?.downloads.find(
    ({ url }) => url === `/download/${taskId}/${which}`,
  );
  if (!session || !offered || !taskId) return null;
  const dir = join(session.workspace.paths.downloads, taskId);
  if (which === 'pack.zip')
    return { mediaType: 'application/zip', file: join(dir, 'pack.zip'), downloadName: offered.name };
  const folder = (await readdir(dir)).find((name) => name !== 'pack.zip');
  if (!folder) return null;
  return {
    mediaType: 'application/pdf',
    file: join(dir, folder, 'pack.pdf'),
    downloadName: offered.name,
  };
}

/** A rule pack or its schema, written by `rulePacks.export` under a name of this form. */
async function exportedRules(context: Context, name: string): Promise<Resource | null> {
  if (!context.session || !/^beian-rule[-.\w]+\.json$/.test(name)) return null;
  const file = exportedFile(context, name);
  if (!(await stat(file).catch(() => null))) return null;
  return { mediaType: 'application/json', file, downloadName: name };
}
