import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dossier } from '../preload/contract/index.ts';
import { JSONFilePreset } from 'lowdb/node';
import { Workspace } from '../main/workspaces/workspace.ts';
import { writeGroup } from './group.ts';
import { median, timeMs, type Row } from './rows.ts';

const deps = {
  clock: { today: () => '2026-11-21', now: () => new Date().toISOString() },
  emit: () => undefined,
};
const EDITS = 60;

/** Opening a large workspace, and what one saved edit costs there, in a small one and in one single lowdb file. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  try {
    const large = await writeGroup(join(folder, 'large'), 300);
    await writeGroup(join(folder, 'small'), 3);
    const openings: number[] = [];
    for (let i = 0; i < 5; i++)
      openings.push(
        await timeMs(async () => (await Workspace.open(join(folder, 'large'), false, deps)).close()),
      );
    const inLarge = await Workspace.open(join(folder, 'large'), false, deps);
    const inSmall = await Workspace.open(join(folder, 'small'), false, deps);
    const single = await JSONFilePreset<{ dossiers: Dossier[] }>(join(folder, 'single.json'), {
      dossiers: large,
    });
    const times = { large: [] as number[], small: [] as number[], single: [] as number[] };
    // Turn by turn, so that whatever else the machine does falls on all three alike.
    for (let i = 0; i < EDITS; i++) {
      times.large.push(await timeMs(() => editOne(inLarge, i)));
      times.small.push(await timeMs(() => editOne(inSmall, i)));
      if (i % 10 === 0)
        times.single.push(
          await timeMs(() =>
            single.update(({ dossiers }) => {
              dossiers[0]!.entity.remark = `edit ${i}`;
            }),
          ),
        );
    }
    await Promise.all([inLarge.close(), inSmall.close()]);
    const ratio = median(times.large) / median(times.small);
    const row = (name: string, value: number, unit: string): Row => ({
      name,
      value,
      unit,
      goal: null,
      ok: null,
    });
    return [
      row('open 300 dossiers with 20 services each', median(openings), 'ms'),
      row('save one edit among 300 dossiers', median(times.large), 'ms'),
      row('save one edit among 3 dossiers', median(times.small), 'ms'),
      { name: 'ratio 300 / 3', value: ratio, unit: 'x', goal: '<= 1.2', ok: ratio <= 1.2 },
      row('save one edit in one lowdb file of 300, not flushed', median(times.single), 'ms'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function editOne(workspace: Workspace, i: number) {
  const { id } = workspace.dossiers[i % 3]!;
  return workspace.editDossier(id, { action: 'dossiers.update', params: { fields: [`f${i}`] } }, (draft) => {
    draft.entity.remark = `edit ${i}`;
  });
}
