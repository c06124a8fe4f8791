/** `npm test`: set-up, build, static checks, unit tests, end-to-end tests; closes with one line of totals. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { binOf, onPath, root, run, runNode } from './lib/run.mjs';
import { fromPlaywright, fromVitest, sum } from './lib/totals.mjs';

const reports = join(root, 'test-results/reports');
const heading = (text) => console.log(`\n== ${text}`);
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

async function vitest(name, project, wrap = (args, env) => runNode(args, { env })) {
  heading(name);
  const file = join(reports, `vitest-${project}.json`);
  const args = [binOf('vitest'), 'run', '--project', project, '--reporter=default', '--reporter=json'];
  const code = await wrap([...args, `--outputFile.json=${file}`], { ...process.env, NODE_ENV: 'test' });
  return fromVitest(name, readReport(file), code);
}

/** The keychain's tests talk to a real gnome-keyring on a bus of their own, with its files in a folder that goes away. */
async function inKeyringSession(args, env) {
  if (!onPath('dbus-run-session') || !onPath('gnome-keyring-daemon')) return runNode(args, { env });
  const home = mkdtempSync(join(tmpdir(), 'beian-keyring-'));
  try {
    const session = { ...env, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home };
    const inner = [process.execPath, join(root, 'tools/lib/keyring-session.mjs'), process.execPath, ...args];
    return await run('dbus-run-session', ['--', ...inner], { env: session });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function playwright() {
  heading('end-to-end tests');
  const file = join(reports, 'playwright.json');
  const args = [binOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'];
  const code = await inKeyringSession(args, { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return fromPlaywright('end-to-end tests', readReport(file), code);
}

await bootstrap();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results = [];
heading('build');
try {
  await (await import('./build.mjs')).build();
  results.push({ name: 'build', passed: 1, failed: 0, skipped: 0 });
} catch (cause) {
  console.log(`build failed: ${cause.message}`);
  results.push({ name: 'build', passed: 0, failed: 1, skipped: 0 });
}
heading('static checks');
results.push({ name: 'static checks', skipped: 0, ...(await (await import('./check.mjs')).check()) });
results.push(await vitest('unit tests', 'unit'));
results.push(await vitest('keychain tests', 'keyring', inKeyringSession));
results.push(await playwright());

const total = sum(results);
heading('totals');
for (const { name, passed, failed, skipped, note } of results)
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${note ? ` (${note})` : ''}`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
