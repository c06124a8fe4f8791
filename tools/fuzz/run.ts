/**
 * Throws broken, lying and hostile files at the inspection:
 * `npm run fuzz -- [--cases N] [--seed N] [--lanes N] [--case I] [DIR]`.
 * Besides drawn samples it takes the pictures of DIR. The cases run in processes of their own, one for each lane, so that
 * a crash is counted and the rest still run. Exit code 1 when anything crashed, hung, lacked a reason or kept memory.
 * `--case I` runs one case alone and writes its file beside.
 */
import { fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadImageLimits } from '../../main/images/index.ts';
import { createWorkerPool } from '../../main/workers/pool.ts';
import { mutantOf, runCases, type CaseResult } from './cases.ts';
import { createReport, type MemoryMb } from './report.ts';
import { drawnSamples, samplesIn } from './samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '2' },
    case: { type: 'string' },
    child: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cases = Number(values.cases);
const lanes = Number(values.lanes);

type FromChild = { started: number } | { ended: CaseResult; memory: MemoryMb };

async function samples() {
  const own = await Promise.all(positionals.map((folder) => samplesIn(folder)));
  return [...(await drawnSamples()), ...own.flat()];
}

async function surroundings() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const pool = createWorkerPool({ file: resolve(root, 'dist/main/workers/worker.js'), execArgv: [] });
  return { seed, samples: await samples(), pool, limits: await loadImageLimits(resolve(root, 'resources')) };
}

/** Every case of one lane from `first` on. */
function* indicesOfLane(first: number): Generator<number> {
  for (let index = first; index < cases; index += lanes) yield index;
}

async function child(first: number): Promise<void> {
  process.once('disconnect', () => process.exit());
  const run = { ...(await surroundings()), onStart: (started: number) => process.send!({ started }) };
  for await (const ended of runCases(run, indicesOfLane(first))) process.send!({ ended, memory: memoryMb() });
  await run.pool.close();
  process.disconnect();
}

function memoryMb(): MemoryMb {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / 1024 / 1024, heap: heapUsed / 1024 / 1024 };
}

async function single(index: number): Promise<void> {
  const run = await surroundings();
  const { bytes, fileName } = mutantOf(run, index);
  await writeFile(`fuzz-${seed}-${index}-${fileName}`, bytes);
  for await (const result of runCases(run, [index])) console.log(result);
  await run.pool.close();
}

async function parent(): Promise<number> {
  const report = createReport(seed, cases);
  await Promise.all(
    Array.from({ length: Math.min(lanes, cases) }, async (_, lane) => {
      for (let next = lane; next < cases;) {
        const life = report.newLife();
        const end = await runChild(next, life.take);
        if (end.isWell) break;
        report.crash(end.during);
        if (end.during === null) break;
        next = end.during + lanes;
      }
    }),
  );
  const { lines, faults } = report.sum();
  console.log(lines.join('\n'));
  return faults === 0 ? 0 : 1;
}

/** @returns in `during` the case under way when the process died; `null` between two cases */
function runChild(
  first: number,
  take: (result: CaseResult, memory: MemoryMb) => void,
): Promise<{ isWell: boolean; during: number | null }> {
  let during: number | null = null;
  const options = ['cases', 'seed', 'lanes'] as const;
  const args = options.flatMap((name) => [`--${name}`, values[name]]);
  const process_ = fork(fileURLToPath(import.meta.url), ['--child', String(first), ...args, ...positionals], {
    execArgv: ['--import', 'tsx'],
    // On Linux every thread gets an arena of the allocator; they fill up over hours and hide what is kept.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  process_.on('message', (message: FromChild) => {
    if ('started' in message) {
      during = message.started;
      return;
    }
    during = null;
    take(message.ended, message.memory);
  });
  return new Promise((done) => process_.once('exit', (code) => done({ isWell: code === 0, during })));
}

if (values.child !== undefined) await child(Number(values.child));
else if (values.case !== undefined) await single(Number(values.case));
else process.exitCode = await parent();
