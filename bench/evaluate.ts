import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext } from '../main/app.ts';
import { listDossiers } from '../main/dossiers/rows.ts';
import { updateDossier } from '../main/dossiers/service.ts';
import type { Ports } from '../main/ports.ts';
import { memorySecrets } from '../main/secrets/memory-secrets.ts';
import { closeWorkspace, openWorkspace } from '../main/workspaces/service.ts';
import { writeGroup } from './group.ts';
import { median, timeMs, type Row } from './rows.ts';

function benchPorts(dataDir: string): Ports {
  return {
    host: 'cli',
    version: '0.0.0',
    systemLanguage: 'en',
    clock: { today: () => '2026-11-21', now: () => new Date().toISOString() },
    log: { error: (message, cause) => console.error(message, cause) },
    secrets: memorySecrets(),
    clipboard: null,
    folders: { suggestedWorkspace: '', canChoose: false, choose: async () => null },
    resourcesDir: resolve('resources'),
    dataDir,
    workers: { file: pathToFileURL(resolve('dist/main/workers/worker.js')).href, execArgv: [] },
  };
}

/** The list of 300 entities with one open filing each: judged for the first time, and after one edit. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  const context = await createContext(benchPorts(join(folder, 'data')));
  try {
    const dossiers = await writeGroup(join(folder, 'group'), 300);
    await openWorkspace(context, { folder: join(folder, 'group'), readOnly: false });
    const first = await timeMs(() => listDossiers(context));
    const again: number[] = [];
    for (let i = 0; i < 10; i++) {
      const dossierId = dossiers[i]!.id;
      await updateDossier(context, { dossierId, patch: { remark: `edit ${i}` } });
      again.push(await timeMs(() => listDossiers(context)));
    }
    const share = (100 * median(again)) / first;
    return [
      {
        name: 'judge 300 open filings for the list',
        value: first,
        unit: 'ms',
        goal: '< 2000',
        ok: first < 2000,
      },
      {
        name: 'the list again after one edit',
        value: share,
        unit: '% of the first',
        goal: '<= 5',
        ok: share <= 5,
      },
    ];
  } finally {
    await closeWorkspace(context);
    await context.pool.close();
    await rm(folder, { recursive: true, force: true });
  }
}
