/** `npm run dist`: a fresh build, then electron-builder with its own arguments: `npm run dist -- --win --publish never`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { binOf, root, runNode } from './lib/run.mjs';

await bootstrap();
await (await import('./build.mjs')).build();
if (!existsSync(join(root, 'node_modules/keytar/build/Release/keytar.node')))
  console.log('keytar is not built here: this installer will have no filing passwords.');
process.exitCode = await runNode([binOf('electron-builder'), '--publish', 'never', ...process.argv.slice(2)]);
