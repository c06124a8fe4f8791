import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext } from '../main/app.ts';
import { listDossiers } from '../main/dossiers/rows.ts';
import { updateDossier } from '../main/dossiers/service.ts';
import { closeWorkspace, openWorkspace } from '../main/workspaces/service.ts';
import { benchPorts, writeGroup } from './group.ts';
import { median, timeMs, type Row } from './rows.ts';

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
