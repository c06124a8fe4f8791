/**
 * Makes a fresh clone ready: system packages (Debian and Ubuntu only), then the locked npm dependencies.
 * Plain Node without dependencies and without a shell. Does nothing when nothing changed since last time.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmScript, onPath, root, run } from './lib/run.mjs';

/** What Linux needs, and how to see that it is there. */
const SYSTEM_PACKAGES = [
  {
    name: 'libsecret-1-dev',
    for: 'passwords in the keychain',
    has: () => existsSync('/usr/include/libsecret-1'),
  },
  { name: 'build-essential', for: 'building keytar', has: () => onPath('make') && onPath('g++') },
  { name: 'python3', for: 'building keytar', has: () => onPath('python3') },
  { name: 'pkg-config', for: 'building keytar', has: () => onPath('pkg-config') },
  { name: 'gnome-keyring', for: 'tests of the keychain', has: () => onPath('gnome-keyring-daemon') },
  { name: 'dbus', for: 'tests of the keychain', has: () => onPath('dbus-run-session') },
  { name: 'chromium', for: 'end-to-end tests', has: () => CHROMIUM_NAMES.some(onPath) },
  { name: 'poppler-utils', for: 'tests of the packs', has: () => onPath('pdftotext') },
  { name: 'qpdf', for: 'tests of the packs', has: () => onPath('qpdf') },
  // A validator of PDF/A, wanted only where Java is there to run it.
  { name: 'libpdfbox2-java', for: 'a PDF/A validator', has: () => hasJar('preflight') },
  { name: 'libjaxb-api-java', for: 'a PDF/A validator', has: () => hasJar('jaxb-api') },
  {
    name: 'fonts-noto-cjk',
    for: 'Chinese in the test browser',
    has: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
];

function hasJar(name) {
  return !onPath('java') || existsSync(`/usr/share/java/${name}.jar`);
}

/** Programs that count as the Chromium of the end-to-end tests. */
export const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const say = (line) => process.stderr.write(`${line}\n`);

function stop(line) {
  say(line);
  process.exit(1);
}

/** `debian`, `ubuntu`, or null on everything else. */
function distribution() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return null;
  const text = readFileSync('/etc/os-release', 'utf8');
  if (/^ID=["']?ubuntu/m.test(text) || /^ID_LIKE=.*ubuntu/m.test(text)) return 'ubuntu';
  return /^ID(_LIKE)?=.*debian/m.test(text) ? 'debian' : null;
}

async function installSystemPackages() {
  const system = distribution();
  if (system === null) return;
  const missing = SYSTEM_PACKAGES.filter((entry) => !entry.has());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) =>
    name === 'chromium' && system === 'ubuntu' ? 'chromium-browser' : name,
  );
  const why = missing.map((entry, index) => `${names[index]} (${entry.for})`).join(', ');
  if (process.getuid?.() !== 0) {
    say(`Set-up: system packages are missing: ${why}.`);
    say(
      `Going on with what can run without them. To install them: sudo apt-get install -y ${names.join(' ')}`,
    );
    return;
  }
  say(`Set-up: installing system packages: ${why}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    run('apt-get', args, { env, stdio: ['ignore', process.stderr, process.stderr] }).catch(() => 1);
  const install = () => apt('install', '-y', '--no-install-recommends', '-q', ...names);
  // Package lists may be absent (fresh container) or out of date: one refresh, one more try.
  if ((await install()) !== 0 && ((await apt('update', '-q')) !== 0 || (await install()) !== 0))
    say(`Set-up: could not install ${names.join(' ')}; going on with what can run without them.`);
}

/** The dependencies are as locked when the lock, the platform and the presence of libsecret are those of last time. */
function installState() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const libsecret = process.platform !== 'linux' || existsSync('/usr/include/libsecret-1');
  return JSON.stringify({
    lock,
    platform: process.platform,
    arch: process.arch,
    abi: process.versions.modules,
    libsecret,
  });
}

async function installDependencies() {
  const stamp = join(root, 'node_modules/.set-up.json');
  const state = installState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  // npm would empty the folder behind the link, which others use.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    return say('Set-up: node_modules is a link; install the locked dependencies where it leads.');
  say('Set-up: installing the locked dependencies (npm ci)');
  const env = { ...process.env, ...keytarFromSource() };
  const options = { env, stdio: ['ignore', process.stderr, process.stderr] };
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const npm = npmScript();
  const code = npm
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' });
  if (code !== 0) stop('Set-up: npm ci failed; its messages are above.');
  if (!existsSync(join(root, 'node_modules/keytar/build/Release/keytar.node')))
    say('Set-up: keytar could not be built, so filing passwords will be unavailable; everything else works.');
  writeFileSync(stamp, state);
}

/**
 * Where Node's headers and libsecret are on this machine, keytar is built from them: its prebuilt binary lies on a
 * server that a firewall may not answer for. npm skips an optional dependency that fails to build.
 */
function keytarFromSource() {
  if (process.platform !== 'linux' || !onPath('g++') || !existsSync('/usr/include/libsecret-1')) return {};
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, 'include/node/node_api.h'));
  const given = process.env.npm_config_nodedir;
  if (!headers && !given) return {};
  return { npm_config_build_from_source: 'keytar', npm_config_nodedir: given ?? prefix };
}

/** Everything a command of this project needs before it can import a dependency. */
export async function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node 20.19 or newer is needed, this is ${process.version}.`);
  await installSystemPackages();
  await installDependencies();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bootstrap();
