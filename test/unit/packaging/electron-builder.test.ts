import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageApp, type PackagedApp } from '../../helpers/packaged-app.ts';

/** electron-builder's own reader and validator, the same that `npm run dist` meets first. */
const { getConfig, validateConfiguration } = createRequire(import.meta.url)(
  'app-builder-lib/out/util/config/config.js',
) as {
  getConfig(projectDir: string, file: string | null, fromOptions: object): Promise<Record<string, unknown>>;
  validateConfiguration(config: object, debugLogger: { add(): void; isEnabled: boolean }): Promise<void>;
};
const logger = { add: () => {}, isEnabled: false };

describe('the configuration', () => {
  test('is valid by electron-builder’s schema', async () => {
    const config = await getConfig(resolve('.'), null, {});
    await expect(validateConfiguration(config, logger)).resolves.toBeUndefined();
    expect(config).toMatchObject({
      win: { target: ['nsis'] },
      mac: { target: ['dmg'] },
      linux: { target: ['AppImage', 'deb'] },
      fileAssociations: [{ ext: 'beian' }],
    });
  });

  test('and the schema is really asked: a misspelt option is refused', async () => {
    const config = await getConfig(resolve('.'), null, {});
    await expect(validateConfiguration({ ...config, asarUnpak: [] }, logger)).rejects.toThrow('asarUnpak');
  });
});

describe.skipIf(process.platform !== 'linux')('the package', () => {
  let app: PackagedApp;
  beforeAll(async () => {
    app = await packageApp();
  }, 120_000);
  afterAll(() => app.remove());

  test('holds what the window needs', () => {
    for (const file of [
      'package.json',
      'dist/main/index.js',
      'dist/main/workers/worker.js',
      'dist/preload/index.cjs',
      'dist/renderer/index.html',
      'resources/rules/310000-shanghai.json',
      'node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
      'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
      'node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    ])
      expect(app.files, file).toContain(file);
  });

  test('holds no sources, tests, tools, types, unused fonts or other hosts', () => {
    const strays = app.files.filter(
      (file) =>
        /^(main|preload|renderer|test|tools|bench)\//.test(file) ||
        /\.(ts|map|tsbuildinfo|svelte)$/.test(file) ||
        /^dist\/main\/hosts\/(cli|loopback)\//.test(file) ||
        /^node_modules\/(electron|vite|vitest|svelte|typescript|@playwright)\//.test(file) ||
        (/\.ttf$/.test(file) && !/_(400Regular|700Bold)\.ttf$/.test(file)),
    );
    expect(strays).toEqual([]);
  });

  test('has native code beside the archive, where the system can load it', () => {
    const native = app.files.filter((file) => /\.(node|so(\.[\d.]+)?|dll|dylib)$/.test(file));
    expect(native.some((file) => file.startsWith('node_modules/@img/sharp-'))).toBe(true);
    expect(native.some((file) => file.includes('libvips-cpp'))).toBe(true);
    expect(native.filter((file) => !app.unpacked.includes(file))).toEqual([]);
  });

  test('turns off every way of running the program as something else', () => {
    // https://www.electronjs.org/docs/latest/tutorial/fuses: runAsNode off, cookie encryption on, NODE_OPTIONS off,
    // --inspect off, archive integrity on, only from the archive on, browser snapshot off, file:// privileges off.
    expect(app.fuses.slice(0, 8)).toBe('01001100');
  });
});
