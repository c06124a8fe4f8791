import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
const asar = require('@electron/asar') as {
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractAll(archive: string, folder: string): void;
  statFile(archive: string, file: string): { unpacked?: boolean };
};

/** How Electron's program marks its fuses: this text, a version, their number, then one character each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = 9;

export interface PackagedApp {
  /** Paths inside the archive, without a leading slash. */
  files: string[];
  /** Of these, the ones that lie beside the archive. */
  unpacked: string[];
  /** Fuses of the program in their order: `0` off, `1` on. */
  fuses: string;
  program: string;
  /** Unpacks the archive and what lies beside it, as the installed application would see it. */
  extractTo(folder: string): void;
  remove(): Promise<void>;
}

/**
 * Packages the built application for this system with electron-builder, without an installer. Electron's program cannot
 * be had everywhere, so a stand-in takes its place: an executable with nothing but fuses.
 */
export async function packageApp(): Promise<PackagedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-package-'));
  const distribution = join(folder, 'electron');
  await mkdir(join(distribution, 'resources'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('0'.repeat(FUSE_COUNT)),
  ]);
  await writeFile(join(distribution, 'electron'), fuses, { mode: 0o755 });
  const { version } = require('electron/package.json') as { version: string };
  await writeFile(join(distribution, 'version'), version);
  await promisify(execFile)(process.execPath, [
    resolve('node_modules/electron-builder/cli.js'),
    ...['--linux', 'dir', '--publish', 'never'],
    `-c.electronDist=${distribution}`,
    `-c.directories.output=${join(folder, 'out')}`,
  ]);
  const appDir = join(
    folder,
    'out',
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
  const archive = join(appDir, 'resources/app.asar');
  const files = asar.listPackage(archive, { isPack: false }).map((path) => path.replace(/^[\\/]/, ''));
  const program = join(appDir, 'beian-desk');
  const bytes = await readFile(program);
  return {
    files,
    unpacked: files.filter((file) => asar.statFile(archive, file).unpacked === true),
    fuses: bytes.subarray(bytes.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2).toString('latin1'),
    program,
    extractTo: (target) => asar.extractAll(archive, target),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
