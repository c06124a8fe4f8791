import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeGroup } from '../../../bench/group.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testApp } from '../../helpers/test-app.ts';

async function groupOf(count: number) {
  const testing = await testApp();
  const folder = join(await tempFolder(), 'large');
  const dossiers = await writeGroup(folder, count);
  await testing.client.call('workspaces.open', { folder, readOnly: false });
  return { ...testing, dossiers };
}

test('a row says of a filing what its walk says', async () => {
  const { client, dossiers } = await groupOf(3);
  const rows = await client.call('filings.list', {});
  expect(rows.map(({ entity }) => entity).sort()).toEqual(dossiers.map(({ entity }) => entity.name).sort());
  for (const { dossierId, filingId, progress, ...row } of rows) {
    const walk = await client.call('checklist.get', { dossierId, filingId });
    expect(progress).toEqual(walk.progress);
    expect(row).toMatchObject({ province: '310000', type: 'new-service', state: 'draft', services: 1 });
  }
});

test('what changes in one dossier changes its row only', async () => {
  const { client } = await groupOf(3);
  const before = await client.call('filings.list', {});
  const { dossierId, filingId } = before[1]!;
  const { items } = await client.call('checklist.get', { dossierId, filingId });
  const open = items.find(({ state }) => state === 'missing')!;
  await client.call('filings.waive', { dossierId, filingId, itemId: open.id, reason: '管局电话同意' });
  const after = await client.call('filings.list', {});
  expect(after[1]!.progress!.done).toBe(before[1]!.progress!.done + 1);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
});

test('a filing that has ended, or whose rules cannot be chosen, has no progress', async () => {
  const { client } = await testApp();
  const { dossier } = await client.call('dossiers.create', { name: '无代码公司', creditCode: null });
  const { filingId } = await client.call('filings.create', {
    dossierId: dossier.id,
    type: 'first',
    serviceIds: [],
    provider: null,
    plannedSubmissionOn: '2026-12-24',
  });
  expect(await client.call('filings.list', {})).toEqual([
    {
      dossierId: dossier.id,
      filingId,
      entity: '无代码公司',
      province: null,
      type: 'first',
      state: 'draft',
      provider: null,
      plannedSubmissionOn: '2026-12-24',
      services: 0,
      progress: null,
    },
  ]);
});

test('other work of main gets its turn while a large group is listed', async () => {
  const { app } = await groupOf(60);
  let turns = 0;
  const other = setInterval(() => turns++, 0);
  await app.call('filings.list', '{}');
  clearInterval(other);
  expect(turns).toBeGreaterThan(5);
});
