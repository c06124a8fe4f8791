/**
 * `npm start`: set-up, build, and the window. Without Electron's binary, or with `--loopback`, the same window as a page
 * in the browser. `--demo` opens a fresh sample workspace there; other arguments go to the host.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap } from './bootstrap.mjs';
import { root, run } from './lib/run.mjs';

const given = process.argv.slice(2);
const demo = given.includes('--demo');
const args = given.filter((arg) => arg !== '--loopback');

await bootstrap();
await (await import('./build.mjs')).build({ quiet: true });

const electron = demo || given.includes('--loopback') ? null : electronBinary();
if (electron) process.exitCode = await run(electron, ['.', ...args], { env: windowEnvironment() });
else await servePage();

/** Fetches the binary when it is not there yet. `null`, said in two lines, when it cannot be had or cannot run. */
function electronBinary() {
  const require = createRequire(import.meta.url);
  // In a process of its own: the download reports failure by its exit code and prints what it likes.
  const fetched = spawnSync(
    process.execPath,
    ['-p', `require(${JSON.stringify(require.resolve('electron'))})`],
    {
      encoding: 'utf8',
      timeout: 5 * 60_000,
    },
  );
  const binary = fetched.status === 0 ? fetched.stdout.trim().split('\n').at(-1) : null;
  if (!binary)
    return unavailable(
      'its program could not be downloaded',
      'ELECTRON_MIRROR names a mirror to fetch it from.',
    );
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (needsDisplay)
    return unavailable('there is no display', 'Set DISPLAY or WAYLAND_DISPLAY to use the window.');
  return binary;
}

function unavailable(reason, remedy) {
  console.log(`The Electron window cannot be opened: ${reason}.`);
  console.log(`${remedy} Serving the same application to your browser instead:`);
  return null;
}

function windowEnvironment() {
  // Set by some editors' terminals; Electron would then run as plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return env;
}

async function servePage() {
  process.argv = [process.execPath, join(root, 'dist/main/hosts/loopback/main.js'), ...args];
  await import(pathToFileURL(process.argv[1]).href);
}
