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
if (!electron || !(await openWindow(electron))) await servePage();

/** Whether the window came up. A program that ends with an error at once lacks something of the system. */
async function openWindow(program) {
  const startedAt = Date.now();
  const code = await run(program, ['.', ...args], { env: windowEnvironment() });
  process.exitCode = code;
  if (code === 0 || Date.now() - startedAt > 5_000) return true;
  process.exitCode = 0;
  return unavailable(`its program ended with code ${code}`, 'Its messages are above.');
}

/** Fetches the program when it is not there yet. `null`, said in two lines, when it cannot be had or cannot run. */
function electronBinary() {
  const require = createRequire(import.meta.url);
  // In a process of its own: the download reports failure by its exit code and prints what it likes.
  const fetched = spawnSync(
    process.execPath,
    ['-p', `require(${JSON.stringify(require.resolve('electron'))})`],
    { encoding: 'utf8', timeout: 5 * 60_000 },
  );
  const binary = fetched.status === 0 ? fetched.stdout.trim().split('\n').at(-1) : null;
  if (!binary) {
    const cause = /^\w*Error: (.+)$/m.exec(fetched.stderr)?.[1] ?? 'no answer within five minutes';
    return unavailable(
      `its program could not be downloaded (${cause})`,
      'ELECTRON_MIRROR can name a mirror to fetch it from.',
    );
  }
  if (process.platform === 'linux' && process.getuid() === 0)
    return unavailable('its sandbox does not run as root', 'Start it as an ordinary user for the window.');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return unavailable('there is no display', 'Set DISPLAY or WAYLAND_DISPLAY for the window.');
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
