import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Electron's own program when it has been fetched, and why it cannot be used when not. Fetches nothing. */
export function findElectron(): { program: string } | { missing: string } {
  const folder = resolve('node_modules/electron');
  const pathFile = resolve(folder, 'path.txt');
  const program = existsSync(pathFile)
    ? resolve(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
    : null;
  if (!program || !existsSync(program))
    return { missing: 'Electron’s program has not been downloaded on this machine' };
  const hasDisplay = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && !hasDisplay) return { missing: 'Electron needs a display' };
  return { program };
}
