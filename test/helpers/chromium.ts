import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
  'msedge.exe',
];

/** The machine's own Chromium, which `tools/bootstrap.mjs` looks for too; undefined: Playwright's, where installed. */
export function findChromium(): string | undefined {
  if (process.env['BEIAN_CHROMIUM']) return process.env['BEIAN_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
}
