import { printTable, type Row } from './rows.ts';

/** `npm run bench` runs all; `npm run bench -- workspace` those named. */
const BENCHES: Record<string, () => Promise<{ run(): Promise<Row[]> }>> = {
  workspace: () => import('./workspace.ts'),
  evaluate: () => import('./evaluate.ts'),
  'rule-pack': () => import('./rule-pack.ts'),
  'inspect-photo': () => import('./inspect-photo.ts'),
  'inspect-many': () => import('./inspect-many.ts'),
  'alike-pictures': () => import('./alike-pictures.ts'),
  'pack-30-pages': () => import('./pack-30-pages.ts'),
  'pack-100-pages': () => import('./pack-100-pages.ts'),
  'pack-batch': () => import('./pack-batch.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, load] of Object.entries(BENCHES))
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await (await load()).run()));
printTable(rows);
