import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whenChanged } from './lib/fingerprint.mjs';
import { binOf, root, runNode } from './lib/run.mjs';

const shared = [
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
  'preload/contract',
  'preload/messages',
];

/**
 * Builds what changed: main (tsc, one file per source), the preload script (one CommonJS file, because a sandboxed
 * preload cannot load modules) and the page. With `quiet` everything but errors is kept off stdout.
 */
export async function build({ quiet = false } = {}) {
  const stdio = quiet ? ['ignore', process.stderr, process.stderr] : 'inherit';
  await whenChanged(
    'main',
    [...shared, 'main', 'preload/index.ts', 'preload/tsconfig.json'],
    'dist/main/app.js',
    async () => {
      if ((await runNode([binOf('typescript', 'tsc'), '-b'], { stdio })) !== 0)
        throw new Error('types: tsc -b failed');
      for (const folder of ['main', 'preload/contract', 'preload/messages']) removeOrphans(folder);
    },
  );

  const logLevel = quiet ? 'error' : 'warn';
  if (existsSync(join(root, 'preload/index.ts')))
    await whenChanged('preload', [...shared, 'preload/index.ts'], 'dist/preload/index.cjs', async () => {
      const { build: viteBuild } = await import('vite');
      await viteBuild({ configFile: false, root, logLevel, ...preloadBuild });
    });

  if (existsSync(join(root, 'renderer/index.html')))
    await whenChanged(
      'renderer',
      [...shared, 'renderer', 'vite.config.ts'],
      'dist/renderer/index.html',
      async () => {
        const { build: viteBuild } = await import('vite');
        await viteBuild({ configFile: join(root, 'vite.config.ts'), logLevel });
      },
    );
}

/** What was built from a source that is no longer there would still be loaded, and shipped. */
function removeOrphans(folder) {
  for (const entry of readdirSync(join(root, 'dist', folder), { withFileTypes: true, recursive: true })) {
    const built = relative(join(root, 'dist'), join(entry.parentPath, entry.name));
    const source = join(root, built.replace(/(\.d\.ts|\.js|\.js\.map)$/, '.ts'));
    if (/\.(js|js\.map|d\.ts)$/.test(built) && !existsSync(source)) rmSync(join(root, 'dist', built));
  }
}

const preloadBuild = {
  build: {
    outDir: 'dist/preload',
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    target: 'es2023',
    lib: { entry: 'preload/index.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { bootstrap } = await import('./bootstrap.mjs');
  await bootstrap();
  await build();
}
