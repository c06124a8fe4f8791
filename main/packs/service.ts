import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, PackManifest, PackPreview, Parsed } from '../../preload/contract/index.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { writeBatch } from './batch.ts';
import { folderName, freeName, offerArchive, offerFile } from './destination.ts';
import { inputOf, type FilingRef, type JudgedBy } from './filing-input.ts';

/** @throws AppError `rules.no-region` while no rules can be chosen */
export async function previewFiling(
  context: Context,
  { options, ...filing }: Parsed<'packs.preview'>,
): Promise<PackPreview> {
  const { input } = await inputOf(context, filing, { draft: true, options });
  return context.pool.run('packs.preview', input);
}

/** @throws AppError `rules.no-region`; `packs.incomplete` and what writing meets end the task */
export async function exportFiling(
  context: Context,
  { draft, options, ...filing }: Parsed<'packs.export'>,
): Promise<Output<'packs.export'>> {
  const session = openSession(context);
  const { input, judgedBy } = await inputOf(context, filing, { draft, options });
  const name = folderName(session.workspace.dossier(filing.dossierId).entity.name, input.on);
  const chosen = await chooseFolder(context);
  if (chosen === 'none') return { taskId: null };
  const taskId = context.tasks.start('export', filing.dossierId, 1, async (run) => {
    const { signal, progress } = run;
    const downloads = join(session.workspace.paths.downloads, run.taskId);
    const outDir = chosen ? await freeName(chosen, name) : join(downloads, name);
    const manifest = await context.pool.run(
      'packs.write',
      { input, outDir },
      { signal, onProgress: ({ done, total }) => progress(done, total) },
    );
    const waiting = chosen
      ? []
      : await removedOnFailure(downloads, async () => [
          await offerArchive(outDir, downloads, run.taskId, input.on),
          offerFile(`${name}.pdf`, run.taskId, manifest.files.find(({ path }) => path === 'pack.pdf')!.bytes),
        ]);
    await noteJudgement(session, filing, judgedBy, manifest);
    return { pack: { manifest, folder: chosen ? outDir : null, downloads: waiting } };
  });
  return { taskId };
}

/** The packs of several filings in one folder. A failure of one is in the result; the task ends well all the same. */
export async function exportMany(
  context: Context,
  { filings, incomplete, options }: Parsed<'packs.exportMany'>,
): Promise<Output<'packs.exportMany'>> {
  const session = openSession(context);
  const chosen = await chooseFolder(context);
  if (chosen === 'none') return { taskId: null };
  const today = context.ports.clock.today();
  const name = folderName(null, today);
  const taskId = context.tasks.start('export-many', null, filings.length, async ({ taskId, ...run }) => {
    const downloads = join(session.workspace.paths.downloads, taskId);
    const outDir = chosen ? await freeName(chosen, name) : join(downloads, name);
    const written = await writeBatch(context, { filings, incomplete, options }, outDir, run);
    const waiting = chosen
      ? []
      : await removedOnFailure(downloads, async () => [await offerArchive(outDir, downloads, taskId, today)]);
    for (const { ref, judgedBy, manifest } of written) {
      if (judgedBy && manifest) await noteJudgement(session, ref, judgedBy, manifest);
    }
    const packs = written.map(({ pack }) => pack);
    return { batch: { packs, folder: chosen ? outDir : null, downloads: waiting } };
  });
  return { taskId };
}

/** `null` where the host has no folders, `none` when nobody chose one. */
async function chooseFolder({ ports }: Context): Promise<string | null | 'none'> {
  return ports.folders.canChoose ? ((await ports.folders.choose()) ?? 'none') : null;
}

async function removedOnFailure<T>(folder: string, work: () => Promise<T>): Promise<T> {
  return work().catch(async (cause: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  });
}

/** The filing remembers by which rules, as of which day, its pack was judged. */
async function noteJudgement(
  { workspace }: Session,
  { dossierId, filingId }: FilingRef,
  judgedBy: JudgedBy,
  { pages, draft: isDraft }: PackManifest,
): Promise<void> {
  if (workspace.readOnly) return;
  const action = { action: 'filings.judged', params: { pages, draft: isDraft } };
  await workspace.markDossier(dossierId, action, (draft) => {
    const filing = draft.filings.find(({ id }) => id === filingId);
    if (filing) filing.judgedBy = judgedBy;
  });
}
