/**
 * `node write-one-pack.mjs INPUT.json FOLDER`: writes a pack in a worker thread, as the application does; prints the largest
 * memory of the process in each of its phases, in MB, as JSON: `{ reading, writing, checking }`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createWorkerPool } from '../dist/main/workers/pool.js';

const [inputFile, outDir] = process.argv.slice(2);
const pool = createWorkerPool({
  file: new URL('../dist/main/workers/worker.js', import.meta.url).href,
  execArgv: [],
});
const input = JSON.parse(await readFile(inputFile, 'utf8'));
const peaks = { reading: 0, writing: 0, checking: 0 };
let phase = 'reading';

const onProgress = ({ done, total }) => {
  const next = done === total ? 'checking' : 'writing';
  if (next === phase) return;
  endPhase();
  phase = next;
};
await pool.run('packs.write', { input, outDir }, { onProgress });
endPhase();
await pool.close();
process.stdout.write(JSON.stringify(peaks));

function endPhase() {
  peaks[phase] = Math.max(peaks[phase], peakMb());
  startPeakAnew();
}

/**
 * The kernel's own mark for this program. `resourceUsage().maxRSS` is no less than what the process that started us
 * held when it did: on Linux it survives `exec`.
 */
function peakMb() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** https://www.kernel.org/doc/html/latest/filesystems/proc.html: 5 resets the mark. */
function startPeakAnew() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere a later phase shows the largest of the earlier ones too.
  }
}
