import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createWorkerPool } from '../../../main/workers/pool.ts';
import { mutantOf, runCases, type CaseResult } from '../../../tools/fuzz/cases.ts';
import { drawnSamples } from '../../../tools/fuzz/samples.ts';
import { limits } from '../../helpers/drawn-images.ts';

/** The same cases every time; `npm run fuzz` runs many more. */
const seed = 20_261_121;
const cases = 500;
/** More than this is no spread of buffers between the start and the end of so many files. */
const maxGrowthMb = 400;

const pool = createWorkerPool({
  file: fileURLToPath(new URL('../../../dist/main/workers/worker.js', import.meta.url)),
  execArgv: [],
});
afterAll(() => pool.close());

const samples = await drawnSamples();

test('500 broken, lying and hostile files end no process, hang nowhere, keep no memory, and each has its reason', async () => {
  const run = { seed, samples, pool, limits };
  const results: CaseResult[] = [];
  let warmMb = 0;
  for await (const result of runCases(run, Array(cases).keys())) {
    results.push(result);
    if (results.length === 100) warmMb = rssMb();
  }
  expect(results.filter(({ fault }) => fault !== null)).toEqual([]);
  expect(rssMb() - warmMb).toBeLessThan(maxGrowthMb);
  // The cases reach behind the first bytes: many are measured, and many reasons are met.
  expect(results.filter(({ refusal }) => refusal === null).length).toBeGreaterThan(cases / 8);
  expect(new Set(results.map(({ refusal }) => refusal)).size).toBeGreaterThan(8);
}, 300_000);

test('a case is the same file in every run', () => {
  const once = mutantOf({ seed, samples }, 17);
  expect(mutantOf({ seed, samples }, 17)).toEqual(once);
  expect(mutantOf({ seed, samples }, 18).bytes.equals(once.bytes)).toBe(false);
});

const rssMb = () => process.memoryUsage.rss() / 1024 / 1024;
