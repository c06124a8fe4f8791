/**
 * Throws broken, lying and hostile files at the inspection: `npm run fuzz -- [--cases N] [--seed N] [--case I] [DIR]`.
 * Besides drawn samples it takes the pictures of DIR. The cases run in a process of their own, so that a crash is
 * counted and the rest still run. Exit code 1 when anything crashed, hung, lacked a reason or kept memory.
 * `--case I` runs one case alone and writes its file beside.
 */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadImageLimits } from '../../main/images/index.ts';
import { createWorkerPool } from '../../main/workers/pool.ts';
import { maxCaseMs, mutantOf, runCases, type CaseResult } from './cases.ts';
import { drawnSamples, samplesIn } from './samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    child: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
const reportEvery = 500;
/** Threads, engines and buffers are warm after these. */
const warmUpCases = 1000;
const maxGrowthMb = 150;

type FromChild = { started: number } | { ended: CaseResult; rssMb: number };

async function samples() {
  const own = await Promise.all(positionals.map((folder) => samplesIn(folder)));
  return [...(await drawnSamples()), ...own.flat()];
}

async function surroundings() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const pool = createWorkerPool(
    { file: resolve(root, 'dist/main/workers/worker.js'), execArgv: [] },
    { silenceMs: maxCaseMs - 500 },
  );
  return { seed, samples: await samples(), pool, limits: await loadImageLimits(resolve(root, 'resources')) };
}

async function child(from: number): Promise<void> {
  const run = { ...(await surroundings()), onStart: (started: number) => process.send!({ started }) };
  for await (const ended of runCases(run, from, cases)) {
    process.send!({ ended, rssMb: process.memoryUsage.rss() / 1024 / 1024 });
  }
  await run.pool.close();
  process.disconnect();
}

async function single(index: number): Promise<void> {
  const run = await surroundings();
  const { bytes, fileName } = mutantOf(run, index);
  await writeFile(`fuzz-${seed}-${index}-${fileName}`, bytes);
  for await (const result of runCases(run, index, index + 1)) console.log(result);
  await run.pool.close();
}

async function parent(): Promise<number> {
  const began = performance.now();
  const refusals = new Map<string, number>();
  const faults: string[] = [];
  const memory: { index: number; rssMb: number }[] = [];
  let slowest = 0;
  let measured = 0;
  let count = 0;

  const take = ({ index, story, ms, refusal, fault }: CaseResult, rssMb: number) => {
    count++;
    slowest = Math.max(slowest, ms);
    if (refusal === null) measured++;
    else refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
    if (fault !== null) faults.push(`case ${index} (${story}): ${fault}`);
    memory.push({ index: count, rssMb });
    if (count % reportEvery === 0)
      console.error(`${count} of ${cases}, ${Math.round(rssMb)} MB, slowest ${Math.round(slowest)} ms`);
  };

  for (let from = 0; from < cases;) {
    const open = await runChild(from, take);
    if (open === null) break;
    if (open.size === 0) {
      faults.push('the process died between two cases');
      break;
    }
    faults.push(`crash during case ${[...open].join(' or ')}: run each with --case`);
    from = Math.max(...open) + 1;
  }

  const growthMb = growth(memory);
  if (growthMb > maxGrowthMb) faults.push(`memory grew by ${Math.round(growthMb)} MB`);
  console.log(`${count} cases of seed ${seed} in ${Math.round((performance.now() - began) / 1000)} s`);
  console.log(
    `measured ${measured}, slowest ${Math.round(slowest)} ms, memory ${signed(growthMb)} MB after warm-up`,
  );
  for (const [code, times] of [...refusals].sort((a, b) => b[1] - a[1]))
    console.log(`  refused ${times} x ${code}`);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(
    faults.length === 0 ? 'no crash, no hang, a reason for every refusal' : `${faults.length} faults`,
  );
  return faults.length === 0 ? 0 : 1;
}

/** @returns the cases under way when the process died; `null` when it came to its end */
function runChild(
  from: number,
  take: (result: CaseResult, rssMb: number) => void,
): Promise<Set<number> | null> {
  const open = new Set<number>();
  const args = ['--child', String(from), '--cases', String(cases), '--seed', String(seed), ...positionals];
  const process_ = fork(fileURLToPath(import.meta.url), args, { execArgv: ['--import', 'tsx'] });
  process_.on('message', (message: FromChild) => {
    if ('started' in message) return void open.add(message.started);
    open.delete(message.ended.index);
    take(message.ended, message.rssMb);
  });
  return new Promise((done) => process_.once('exit', (code) => done(code === 0 ? null : open)));
}

/** Median of the last quarter less that of the quarter after the warm-up: single peaks say nothing. */
function growth(memory: { rssMb: number }[]): number {
  const warm = memory.slice(Math.min(warmUpCases, Math.floor(memory.length / 4)));
  const quarter = Math.ceil(warm.length / 4);
  return medianMb(warm.slice(-quarter)) - medianMb(warm.slice(0, quarter));
}

function medianMb(entries: { rssMb: number }[]): number {
  const sorted = entries.map(({ rssMb }) => rssMb).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

const signed = (value: number) => `${value < 0 ? '' : '+'}${Math.round(value)}`;

if (values.child !== undefined) await child(Number(values.child));
else if (values.case !== undefined) await single(Number(values.case));
else process.exitCode = await parent();
