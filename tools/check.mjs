import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { binOf, root, runNode } from './lib/run.mjs';

/** Everything that is checked without running the application. Each is one program that fails with a non-zero code. */
export const checkers = [
  { name: 'types of main and preload', args: () => [binOf('typescript', 'tsc'), '-b'] },
  { name: 'types of tests and benchmarks', args: () => [binOf('typescript', 'tsc'), '-p', 'test'] },
  {
    name: 'types of the page',
    args: () => [binOf('svelte-check'), '--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings'],
  },
  { name: 'lint', args: () => [binOf('eslint'), '.', '--max-warnings', '0'] },
  { name: 'format', args: () => [binOf('prettier'), '--check', '--log-level', 'warn', '.'] },
];

/** Runs every checker, two at a time, and answers how many passed; the output of a failing one is shown. */
export async function check() {
  const failed = [];
  const waiting = [...checkers];
  const worker = async () => {
    for (let checker = waiting.shift(); checker; checker = waiting.shift()) {
      const output = [];
      const code = await collect(checker.args(), output);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${checker.name}`);
      if (code !== 0) {
        failed.push(checker.name);
        process.stdout.write(Buffer.concat(output));
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: checkers.length - failed.length, failed: failed.length };
}

async function collect(args, output) {
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (bytes) => output.push(bytes));
    child.stderr.on('data', (bytes) => output.push(bytes));
    child.once('close', (code) => done(code ?? 1));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  const { failed } = await check();
  // Who may import what is a test of its own.
  const rules = existsSync(join(root, 'test/unit/import-rules.test.ts'))
    ? await runNode([binOf('vitest'), 'run', '--project', 'unit', 'test/unit/import-rules.test.ts'])
    : 1;
  process.exitCode = failed > 0 || rules !== 0 ? 1 : 0;
}
