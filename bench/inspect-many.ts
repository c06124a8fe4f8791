import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { drawLetter, renderDrawing } from '../main/demo/drawn-images.ts';
import { judgeFile, loadImageLimits } from '../main/images/index.ts';
import { createWorkerPool } from '../main/workers/pool.ts';
import { timeMs, type Row } from './rows.ts';

const scans = 200;
/** Of the cores: main itself needs a little. */
const minBusyShare = 0.85;

/** How long main is kept from answering while 200 scans are inspected by the built workers, and how many cores they keep busy. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  const pool = createWorkerPool({ file: resolve('dist/main/workers/worker.js'), execArgv: [] });
  try {
    const files = await drawScans(folder);
    const limits = await loadImageLimits('resources');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const cpuBefore = process.cpuUsage();
    const allMs = await timeMs(() =>
      Promise.all(
        files.map(async (file) => {
          const measured = await pool.run('images.inspect', { file, fileName: 'letter.jpg', kind: 'letter' });
          judgeFile(measured, { limits, provider: null, material: null });
        }),
      ),
    );
    delay.disable();
    const { user, system } = process.cpuUsage(cpuBefore);
    const cores = availableParallelism();
    const busy = (user + system) / 1000 / allMs;
    const p99 = delay.percentile(99) / 1e6;
    return [
      {
        name: `${scans} scans, event-loop delay of main, p99`,
        value: p99,
        unit: 'ms',
        goal: '<= 50',
        ok: p99 <= 50,
      },
      { name: `${scans} scans, longest delay`, value: delay.max / 1e6, unit: 'ms', goal: null, ok: null },
      {
        name: `${scans} scans on ${cores} cores, cores kept busy`,
        value: busy,
        unit: 'cores',
        goal: `>= ${minBusyShare * cores}`,
        ok: busy >= minBusyShare * cores,
      },
      {
        name: `${scans} scans on ${cores} cores, each`,
        value: allMs / scans,
        unit: 'ms',
        goal: null,
        ok: null,
      },
    ];
  } finally {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ten different letters, each inspected ten times. */
async function drawScans(folder: string): Promise<string[]> {
  const different = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      const drawing = drawLetter({
        title: '授权书',
        addressee: '样例通信管理局',
        paragraphs: [
          '兹授权林样例办理互联网信息服务备案的相关事宜，并对所提交材料的真实性负责。'.repeat(i + 1),
        ],
        company: '云杉样例科技有限公司',
        signedBy: '林样例',
        dateText: null,
        isSealed: true,
      });
      const file = join(folder, `letter-${i}.jpg`);
      await writeFile(file, await renderDrawing(drawing, { skewDegrees: i / 5 }));
      return file;
    }),
  );
  return Array.from({ length: scans }, (_, i) => different[i % different.length]!);
}
