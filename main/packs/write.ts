import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import type { PackManifest, PackPreview, PreflightItem } from '../../preload/contract/index.ts';
import { packWords as words } from '../../preload/messages/packs.ts';
import { AppError, isAppError } from '../errors.ts';
import { inParallel } from '../workers/in-parallel.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { diskFailure, refuseFolderInUse } from './destination.ts';
import { drawPdf } from './draw.ts';
import { factText, type PackInput } from './input.ts';
import { manifestOf, type ManifestFile } from './manifest.ts';
import { Pictures, type FileFacts } from './pictures.ts';
import { planPack, type Plan } from './plan.ts';
import { isComplete, preflightItem } from './preflight.ts';
import { uploadFiles } from './upload/names.ts';
import { writeUploads } from './upload/write-uploads.ts';
import { readBack } from './verify/read-back.ts';

/**
 * Writes `pack.pdf`, `upload/` and `manifest.json` into a folder that does not exist yet or is empty. Everything is made
 * in a folder beside it and moved there at the end: after a failure or a cancel the destination is as it was.
 *
 * @throws AppError `packs.destination-in-use`, `packs.incomplete` (unless `input.draft`), `packs.missing-glyphs`,
 *   `tasks.cancelled`, `store.disk-full`, `store.no-permission`
 */
export async function writePack(
  input: PackInput,
  outDir: string,
  context: WorkContext = {},
): Promise<PackManifest> {
  const folder = resolve(outDir);
  const pictures = new Pictures(input.documents);
  let work: string | null = null;
  try {
    await refuseFolderInUse(folder);
    const files = await probeAll(input, pictures, context);
    const plan = planPack(input, files);
    if (!input.draft && !isComplete(plan.preflight)) {
      throw new AppError('packs.incomplete', {
        missing: plan.preflight.filter((item) => item.severity === 'error').length,
      });
    }
    await pause(context);
    await mkdir(dirname(folder), { recursive: true });
    work = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    const manifest = await writeInto(work, input, plan, files, pictures, context);
    await pause(context);
    await rmdir(folder).catch(() => undefined);
    await rename(work, folder);
    work = null;
    return manifest;
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    if (context.signal?.aborted) throw new AppError('tasks.cancelled', {}, { cause });
    throw diskFailure(cause, folder) ?? cause;
  } finally {
    await pictures.close();
    if (work) await rm(work, { recursive: true, force: true });
  }
}

/** The pages and uploads as they would be written, and what speaks against writing them. */
export async function previewPack(input: PackInput, context: WorkContext = {}): Promise<PackPreview> {
  const pictures = new Pictures(input.documents);
  try {
    const files = await probeAll(input, pictures, context);
    const plan = planPack(input, files);
    return {
      complete: isComplete(plan.preflight),
      pages: plan.pages.map(({ title, kind, material }, index) => ({
        number: index + 1,
        title,
        kind,
        material,
      })),
      upload: uploadFiles(input, files, plan.groups).map(({ name, material, attachmentId }) => ({
        name,
        material,
        attachmentId,
      })),
      preflight: plan.preflight,
    };
  } finally {
    await pictures.close();
  }
}

/** Only `pack.pdf`, as it would be exported now: as a draft while it is not complete. */
export async function drawPackFile(input: PackInput, file: string, context: WorkContext = {}): Promise<void> {
  const pictures = new Pictures(input.documents);
  try {
    const files = await probeAll(input, pictures, context);
    const draft = !isComplete(planPack(input, files).preflight);
    const asExported = { ...input, draft };
    await writePdf(file, asExported, planPack(asExported, files), pictures, context);
  } finally {
    await pictures.close();
  }
}

/** Two at a time: while one is decoded, the next is read. */
async function probeAll(input: PackInput, pictures: Pictures, context: WorkContext): Promise<FileFacts[]> {
  return inParallel(2, [...input.documents.keys()], async (index) => {
    await pause(context);
    return pictures.probe(index);
  });
}

async function writeInto(
  work: string,
  input: PackInput,
  plan: Plan,
  files: FileFacts[],
  pictures: Pictures,
  context: WorkContext,
): Promise<PackManifest> {
  const uploads = uploadFiles(input, files, plan.groups);
  const progress = { done: 0, total: plan.pages.length + uploads.length };
  const counted: WorkContext = {
    ...context,
    onProgress() {
      progress.done++;
      context.onProgress?.({ ...progress });
    },
  };
  const pdf = join(work, 'pack.pdf');
  // Drawing and reading back are this thread's work; files are read, hashed and encoded in others.
  const [uploaded, [drawn, found]] = await bothOf(
    counted,
    (own) => writeUploads(join(work, 'upload'), input, plan, uploads, pictures, own),
    async (own) => {
      const written = await writePdf(pdf, input, plan, pictures, own);
      return [written, await readBack(pdf, plan.pages, files, own)] as const;
    },
  );
  const packFile: ManifestFile = {
    path: 'pack.pdf',
    bytes: drawn.bytes,
    sha256: drawn.sha256,
    material: null,
    ruleIds: [],
    pages: plan.pages.map((_, index) => index + 1),
  };
  const preflight = [...plan.preflight, ...drawn.preflight, ...uploaded.preflight, ...found];
  const manifest = manifestOf(input, plan, [packFile, ...uploaded.files], preflight);
  await writeFile(join(work, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The failure of one stops the other, and both have ended when it is thrown. */
async function bothOf<A, B>(
  context: WorkContext,
  one: (context: WorkContext) => Promise<A>,
  other: (context: WorkContext) => Promise<B>,
): Promise<[A, B]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(context.signal ? [context.signal] : [])]);
  const failures: unknown[] = [];
  const orStop = async <T>(work: (context: WorkContext) => Promise<T>): Promise<T> => {
    try {
      return await work({ ...context, signal });
    } catch (cause) {
      failures.push(cause);
      stop.abort();
      throw cause;
    }
  };
  const ended = await Promise.allSettled([orStop(one), orStop(other)]);
  if (failures.length > 0) throw failures[0];
  return ended.map((end) => (end as PromiseFulfilledResult<unknown>).value) as [A, B];
}

interface WrittenPdf {
  bytes: number;
  sha256: string;
  preflight: PreflightItem[];
}

async function writePdf(
  file: string,
  input: PackInput,
  plan: Plan,
  pictures: Pictures,
  context: WorkContext,
): Promise<WrittenPdf> {
  const entityName = factText(input.factsFile.facts, 'entity.name');
  const filing = input.catalogue.filingTypes[input.factsFile.filing ?? '']?.['zh-CN'];
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const disk = createWriteStream(file, { flags: 'wx' });
  const closed = new Promise<void>((done, fail) => disk.once('close', done).once('error', fail));
  // Its failure reaches `drawPdf` through the stream before it.
  closed.catch((cause: unknown) => counted.destroy(cause as Error));
  counted.once('close', () => counted.readableEnded || disk.destroy());
  counted.pipe(disk);
  const drawing = {
    pages: plan.pages,
    outline: plan.outline,
    fonts: input.fonts,
    entityName,
    title: [words.pack['zh-CN'], entityName, filing].filter(Boolean).join(' · '),
    on: input.on,
    draft: input.draft,
  };
  const { smallTexts, withoutWatermark } = await drawPdf(
    drawing,
    (ref, area) => pictures.forPrint(ref, area),
    counted,
    context,
  );
  await closed;
  return {
    bytes,
    sha256: hash.digest('hex'),
    preflight: [
      ...smallTexts.map(({ page, text, sizePt }) =>
        preflightItem('small-text', 'warning', { text, sizePt }, { page }),
      ),
      ...[...new Set(withoutWatermark)].map((page) =>
        preflightItem('watermark-left-out', 'warning', {}, { page }),
      ),
    ],
  };
}
