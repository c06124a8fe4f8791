import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ImageFacts, ImageKind, type PageInspection } from '../../preload/contract/index.ts';
import { isImageFindingCode } from '../../preload/messages/image-findings.ts';
import { isAppError } from '../../main/errors.ts';
import { judgeFile, measureInPool, type ImageLimits, type MeasuredFile } from '../../main/images/index.ts';
import { clockMs, type WorkerPool } from '../../main/workers/pool.ts';
import { mutant, type Mutant, type Sample } from './mutations.ts';
import { randomOfCase } from './random.ts';

/** No page may keep its inspection for longer, refused or not; nor the picture of it for the screen. */
export const maxPageMs = 5000;
/** Every so many cases the picture for the screen is drawn too. */
const previewEvery = 5;

export interface CaseResult {
  index: number;
  story: string;
  /** From begin to end, by the clock. */
  wallMs: number;
  /** Of the processor, in all threads. */
  cpuMs: number;
  /** Longest time without progress; what a busy machine gave to others is left out of it. */
  pageMs: number;
  /** Code of the reason it was refused with; `null` when it was measured. */
  refusal: string | null;
  /** What must not happen; `null` when all is well. */
  fault: string | null;
}

export interface CaseRun {
  seed: number;
  samples: readonly Sample[];
  pool: WorkerPool;
  limits: ImageLimits;
  /** Told before a case begins, so that a crash can be laid at its door. */
  onStart?: (index: number) => void;
}

export function mutantOf({ seed, samples }: Pick<CaseRun, 'seed' | 'samples'>, index: number): Mutant {
  return mutant(samples, randomOfCase(seed, index));
}

/** Runs cases one after the other, so that the time of the processor and the memory are of one case each. */
export async function* runCases(run: CaseRun, indices: Iterable<number>): AsyncGenerator<CaseResult> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-fuzz-'));
  try {
    for (const index of indices) yield await runCase(run, index, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runCase(run: CaseRun, index: number, folder: string): Promise<CaseResult> {
  run.onStart?.(index);
  const { fileName, bytes, story } = mutantOf(run, index);
  const kind = ImageKind.options[index % ImageKind.options.length]!;
  const file = join(folder, String(index));
  await writeFile(file, bytes);
  const times = startTimes();
  let refusal: string | null = null;
  let fault: string | null;
  try {
    const measured = await measureInPool(run.pool, { file, fileName, kind }, { onProgress: times.lap });
    times.lap();
    if (index % previewEvery === 0) await preview(run.pool, file, fileName);
    times.lap();
    refusal = measured.pages.find(({ failure }) => failure !== null)?.failure ?? null;
    fault = faultOf(measured, run.limits);
  } catch (cause) {
    fault = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  }
  const taken = times.end();
  await rm(file, { force: true });
  fault ??= taken.pageMs > maxPageMs ? 'took too long' : null;
  return { index, story, ...taken, refusal, fault };
}

function startTimes() {
  const began = clockMs();
  let since = began;
  let pageMs = 0;
  const lap = () => {
    const now = clockMs();
    pageMs = Math.max(pageMs, Math.min(now.wall - since.wall, now.cpu - since.cpu));
    since = now;
  };
  const end = () => {
    lap();
    return { wallMs: since.wall - began.wall, cpuMs: since.cpu - began.cpu, pageMs };
  };
  return { lap, end };
}

/** An expected failure is an answer; anything else is a fault. */
async function preview(pool: WorkerPool, file: string, fileName: string): Promise<void> {
  const out = `${file}.jpg`;
  try {
    await pool.run('images.preview', { file, fileName, page: 1, maxPx: 300, out });
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
  } finally {
    await rm(out, { force: true });
  }
}

function faultOf(measured: MeasuredFile, limits: ImageLimits): string | null {
  if (measured.pages.length === 0) return 'no page and no reason';
  for (const { facts, failure } of measured.pages) {
    if (facts === null && (failure === null || !isImageFindingCode(failure))) return `no reason: ${failure}`;
    if (facts !== null && !v.is(ImageFacts, facts)) return 'facts of another shape';
  }
  const odd = oddNumber(measured, '');
  if (odd) return `${odd} is no number`;
  const judged = judgeFile(measured, { limits, provider: null, material: null });
  return judged.map(faultOfPage).find((fault) => fault !== null) ?? null;
}

function faultOfPage({ verdict, findings }: PageInspection): string | null {
  if (verdict === 'unreadable' && findings.length !== 1) return 'unreadable without one reason';
  for (const { code, region, message } of findings) {
    const text = `${message['zh-CN']}${message.en}`;
    if (/NaN|undefined|null|Infinity|\[object/.test(text)) return `${code} says: ${text}`;
    if (message['zh-CN'] === code) return `${code} has no sentence`;
    if (region && ![region.x, region.y, region.x + region.width, region.y + region.height].every(isInside))
      return `${code} points outside: ${JSON.stringify(region)}`;
  }
  return null;
}

const isInside = (value: number) => value >= -1e-6 && value <= 1 + 1e-6;

/** JSON would turn it into `null`. */
function oddNumber(value: unknown, path: string): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const odd = oddNumber(inner, `${path}.${key}`);
    if (odd) return odd;
  }
  return null;
}
