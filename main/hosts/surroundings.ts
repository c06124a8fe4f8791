import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '../../preload/contract/index.ts';
import type { Clock, Ports } from '../ports.ts';
import { fileLog } from './file-log.ts';

/** The folder that holds package.json, `resources/` and `dist/`; inside the asar archive when packaged. */
export const projectDir = findProject(dirname(fileURLToPath(import.meta.url)));
export const pageDir = join(projectDir, 'dist/renderer');

function findProject(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('package.json not found above the application');
  return findProject(dirname(from));
}

/** The ports that are the same in every host. `BEIAN_DATA_DIR` moves the application's own files. */
export function commonPorts(): Pick<
  Ports,
  'version' | 'clock' | 'log' | 'resourcesDir' | 'dataDir' | 'workers'
> {
  const dataDir = process.env['BEIAN_DATA_DIR'] ?? defaultDataDir();
  const worker = join(projectDir, 'dist/main/workers/worker.js');
  return {
    version: (JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string })
      .version,
    clock: systemClock,
    log: fileLog(join(dataDir, 'logs/errors.log'), homedir()),
    resourcesDir: join(projectDir, 'resources'),
    dataDir,
    workers: { file: pathToFileURL(worker).href, execArgv: [] },
  };
}

function defaultDataDir(): string {
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Beian Desk');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Beian Desk');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'beian-desk');
}

export const suggestedWorkspace = join(homedir(), 'Documents', 'Beian Desk');

/** Authorities count days in China, wherever the computer stands. */
const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

export const systemClock: Clock = {
  today: () => shanghaiDay.format(new Date()),
  now: () => new Date().toISOString(),
};

/** The product's language nearest to a locale such as `zh-Hans-CN` or `de_DE.UTF-8`. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale.replace('_', '-')) ? 'zh-CN' : 'en';
}

export function systemLanguage(): Language {
  return languageOf(new Intl.DateTimeFormat().resolvedOptions().locale);
}
