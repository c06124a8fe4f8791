/** The `beian` command from the project's folder; builds it first when it is not there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/run.mjs';

const command = join(root, 'dist/main/hosts/cli/beian.js');
if (!existsSync(command)) {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  const { build } = await import('./build.mjs');
  await build({ quiet: true });
}
process.argv[1] = command;
await import(pathToFileURL(command).href);
