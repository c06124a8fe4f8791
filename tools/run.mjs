/** Runs a TypeScript file of the project against the built application: `node tools/run.mjs FILE ARGUMENTS`. */
import { bootstrap } from './bootstrap.mjs';
import { runNode } from './lib/run.mjs';

await bootstrap();
await (await import('./build.mjs')).build({ quiet: true });
process.exitCode = await runNode(['--import', 'tsx', ...process.argv.slice(2)]);
