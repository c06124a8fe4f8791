import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** Packages that only one place may import, because it is the adapter around them. */
const ADAPTED: Record<string, string> = {
  keytar: 'main/secrets/',
  lowdb: 'main/store/',
  'proper-lockfile': 'main/workspaces/',
  piscina: 'main/workers/',
  sharp: 'main/',
  '@hyzyla/pdfium': 'main/',
  pdfkit: 'main/packs/',
  yazl: 'main/packs/',
};

interface Layer {
  /** Folder or file it holds for; the first that matches counts. */
  path: string;
  /** Project paths it may import. */
  files: RegExp;
  /** Packages it may import. */
  packages: RegExp;
}

const CONTRACT = 'preload/(contract|messages)/';
const LAYERS: Layer[] = [
  { path: 'preload/contract/', files: /^preload\/contract\//, packages: /^valibot$/ },
  { path: 'preload/messages/', files: new RegExp(`^${CONTRACT}`), packages: /^$/ },
  { path: 'preload/index.ts', files: /^preload\/contract\//, packages: /^electron$/ },
  {
    path: 'renderer/',
    files: new RegExp(`^(renderer/|${CONTRACT})`),
    packages: /^(svelte(\/.*)?|bits-ui|@tanstack\/svelte-virtual)$/,
  },
  {
    path: 'main/index.ts',
    files: /^(main|preload\/(contract|messages))\//,
    packages: /^(node:.*|electron)$/,
  },
  {
    path: 'main/hosts/electron/',
    files: /^(main|preload\/(contract|messages))\//,
    packages: /^(node:.*|electron|valibot)$/,
  },
  // A host may use the whole application; the page's part of the loopback host only the contract.
  {
    path: 'main/hosts/loopback/page/',
    files: /^(main\/hosts\/loopback\/page|preload\/contract)\//,
    packages: /^$/,
  },
  {
    path: 'main/hosts/',
    files: /^(main|preload\/(contract|messages))\//,
    packages: /^(node:.*|valibot|@valibot\/to-json-schema)$/,
  },
  {
    path: 'main/',
    files: new RegExp(`^(main/(?!hosts/)|${CONTRACT})`),
    packages: /^(?!electron$|svelte|bits-ui|@tanstack)/,
  },
];

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|svelte)$/.test(entry.name)) yield path;
  }
}

function importsOf(file: string): string[] {
  // Statements start a line; `import(...)` may stand anywhere. Words in comments and strings are neither.
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g),
  ];
  return found.map(([, name]) => name!);
}

function strays(file: string): string[] {
  const layer = LAYERS.find(({ path }) => file.startsWith(path));
  if (!layer) return [`${file}: belongs to no layer`];
  return importsOf(file).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = posix.join(posix.dirname(file), name);
      return layer.files.test(target) ? [] : [`${file} -> ${target}`];
    }
    const owner = Object.entries(ADAPTED).find(
      ([adapted]) => name === adapted || name.startsWith(`${adapted}/`),
    );
    const allowed = layer.packages.test(name) && (!owner || file.startsWith(owner[1]));
    return allowed ? [] : [`${file} -> ${name}`];
  });
}

test('each folder imports only what its layer may use', () => {
  const files = ['main', 'preload', 'renderer'].flatMap((top) => [...sources(top)]);
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(strays)).toEqual([]);
});

test('what the shipped code imports is among the shipped dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join('package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const packageOf = (name: string) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
  const used = new Set(
    ['main', 'preload']
      .flatMap((top) => [...sources(top)])
      .flatMap(importsOf)
      .filter((name) => !/^(\.|node:)/.test(name) && name !== 'electron')
      .map(packageOf),
  );
  const shipped = { ...dependencies, ...optionalDependencies };
  expect([...used].filter((name) => !(name in shipped))).toEqual([]);
  expect(Object.keys(shipped ?? {}).filter((name) => name in (devDependencies ?? {}))).toEqual([]);
});
