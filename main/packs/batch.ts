import { mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { BatchedPack, PackManifest, Parsed } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { AppError, isAppError } from '../errors.ts';
import { toFailure } from '../router.ts';
import type { TaskRun } from '../tasks/task-list.ts';
import { inParallel } from '../workers/in-parallel.ts';
import { diskFailure, firstFree, folderName, refuseFolderInUse } from './destination.ts';
import { inputOf, type FilingRef, type JudgedBy } from './filing-input.ts';
import { packInput, type PackInput } from './input.ts';

export interface BatchOrder extends Parsed<'packs.exportMany'> {
  /** Instead of each filing's own. */
  provider?: string | null;
}

/** One filing of a batch as it ended; `manifest` and `judgedBy` are set when its pack was written. */
export interface BatchedFiling {
  ref: FilingRef;
  pack: BatchedPack;
  manifest: PackManifest | null;
  judgedBy: JudgedBy | null;
}

/**
 * Writes the packs of many filings into one new folder, as many at once as there are worker threads, and beside them
 * `batch.json` with what became of each. After a cancel nothing of it is left.
 *
 * @throws AppError `packs.destination-in-use`, `tasks.cancelled`, `store.disk-full`, `store.no-permission`
 */
export async function writeBatch(
  context: Context,
  order: BatchOrder,
  outDir: string,
  { signal, progress }: Pick<TaskRun, 'signal' | 'progress'>,
): Promise<BatchedFiling[]> {
  await refuseFolderInUse(outDir);
  let work: string | null = null;
  try {
    await mkdir(dirname(outDir), { recursive: true });
    const folder = (work = await mkdtemp(join(dirname(outDir), `.${basename(outDir)}-`)));
    const names = new Set<string>();
    let done = 0;
    const written = await inParallel(availableParallelism(), order.filings, async (ref) => {
      if (signal.aborted) throw new AppError('tasks.cancelled', {});
      const filing = await writeOne(context, order, ref, signal, (input, entity) => {
        const name = firstFree(folderName(entity, input.on), (candidate) => names.has(candidate));
        names.add(name);
        return join(folder, name);
      });
      progress(++done, order.filings.length);
      return filing;
    });
    const list = { packs: written.map(({ pack }) => pack) };
    await writeFile(join(folder, 'batch.json'), `${JSON.stringify(list, null, 2)}\n`);
    await rmdir(outDir).catch(() => undefined);
    await rename(folder, outDir);
    work = null;
    return written;
  } catch (cause) {
    throw diskFailure(cause, outDir) ?? cause;
  } finally {
    // A thread that was told to stop may be writing its last file.
    if (work) await rm(work, { recursive: true, force: true, maxRetries: 6, retryDelay: 100 });
  }
}

async function writeOne(
  context: Context,
  { incomplete, options, provider = null }: BatchOrder,
  ref: FilingRef,
  signal: AbortSignal,
  folderFor: (input: PackInput, entity: string | null) => string,
): Promise<BatchedFiling> {
  const pack: BatchedPack = { ...ref, entity: null, folder: null, draft: false, pages: 0, failure: null };
  try {
    pack.entity = openSession(context).workspace.dossier(ref.dossierId).entity.name;
    const found = await inputOf(context, ref, { draft: false, options });
    const { judgedBy } = found;
    const input = provider === null ? found.input : withProvider(context, found.input, provider);
    const outDir = folderFor(input, pack.entity);
    const write = (draft: boolean) =>
      context.pool.run('packs.write', { input: { ...input, draft }, outDir }, { signal });
    const manifest = await write(false).catch((cause: unknown) => {
      if (incomplete === 'draft' && isAppError(cause, 'packs.incomplete')) return write(true);
      throw cause;
    });
    const { draft, pages } = manifest;
    return { ref, manifest, judgedBy, pack: { ...pack, folder: basename(outDir), draft, pages } };
  } catch (cause) {
    if (signal.aborted) throw cause;
    return { ref, manifest: null, judgedBy: null, pack: { ...pack, failure: toFailure(cause, context) } };
  }
}

/** The same pack for another provider. */
export function withProvider({ book }: Pick<Context, 'book'>, input: PackInput, provider: string): PackInput {
  return packInput(book, { ...input, factsFile: { ...input.factsFile, provider } });
}
