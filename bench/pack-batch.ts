import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createContext } from '../main/app.ts';
import { createDemoWorkspace } from '../main/demo/index.ts';
import { createCliPorts } from '../main/hosts/cli/ports.ts';
import { writeBatch } from '../main/packs/batch.ts';
import { memorySecrets } from '../main/secrets/memory-secrets.ts';
import { openWorkspace } from '../main/workspaces/service.ts';
import { printTable, timeMs, type Row } from './rows.ts';

const packs = 50;

/** 50 packs of a stored filing at once: how busy the cores are, and how long main is kept from answering. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  const ports = {
    ...createCliPorts(),
    dataDir: join(folder, 'data'),
    secrets: memorySecrets(),
    workers: { file: resolve('dist/main/workers/worker.js'), execArgv: [] },
  };
  const { filings, workspace } = await createDemoWorkspace(ports, join(folder, 'group'));
  const context = await createContext(ports);
  try {
    await openWorkspace(context, { folder: workspace, readOnly: true });
    const [ready] = filings;
    const one = { dossierId: ready!.entity, filingId: ready!.id };
    const order = (count: number) => ({
      filings: Array.from({ length: count }, () => one),
      incomplete: 'skip' as const,
      options: { twoSided: false, separators: true, watermark: null },
    });
    const run = { signal: new AbortController().signal, progress: () => undefined };
    // The workers are started and have read the fonts before anything is counted.
    await writeBatch(context, order(4), join(folder, 'warm'), run);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const before = process.cpuUsage();
    const waitedBefore = waitedMs();
    delay.enable();
    const ms = await timeMs(() => writeBatch(context, order(packs), join(folder, 'packs'), run));
    delay.disable();
    const { user, system } = process.cpuUsage(before);
    const busy = (user + system) / 1000 / ms;
    const wanted = busy + (waitedMs() - waitedBefore) / ms;
    const p99 = delay.percentile(99) / 1e6;
    const cores = availableParallelism();
    return [
      { name: `batch of ${packs} packs, each`, value: ms / packs, unit: 'ms', goal: null, ok: null },
      {
        name: `cores busy meanwhile, of ${cores}`,
        value: busy,
        unit: '',
        goal: `>= ${0.8 * cores}`,
        ok: busy >= 0.8 * cores,
      },
      {
        name: 'cores wanted meanwhile: busy, or other programs had them',
        value: wanted,
        unit: '',
        goal: null,
        ok: null,
      },
      {
        name: 'event-loop delay of main meanwhile, p99',
        value: p99,
        unit: 'ms',
        goal: '<= 50',
        ok: p99 <= 50,
      },
      { name: 'longest delay', value: delay.max / 1e6, unit: 'ms', goal: null, ok: null },
    ];
  } finally {
    await context.pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long the threads of this process have waited for a core; 0 where the system does not say. */
function waitedMs(): number {
  try {
    const threads = readdirSync('/proc/self/task');
    const stats = threads.map((id) => readFileSync(`/proc/self/task/${id}/schedstat`, 'utf8').split(' '));
    return stats.reduce((sum, [, waitedNs]) => sum + Number(waitedNs) / 1e6, 0);
  } catch {
    return 0;
  }
}

if (process.argv[1] === import.meta.filename) printTable(await run());
