import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FilingRow, Input, PackBatch } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { PackBatchState } from '../../../renderer/packs/pack-batch.svelte.ts';
import { AnsweringBridge, task } from './walk-builders.ts';

function row(): FilingRow {
  return {
    dossierId: randomUUID(),
    filingId: randomUUID(),
    entity: '样例有限公司',
    province: '310000',
    type: 'first',
    state: 'draft',
    provider: null,
    plannedSubmissionOn: null,
    services: 1,
    progress: null,
  };
}

const [one, two, three] = [row(), row(), row()];

function openBatch() {
  const taskId = randomUUID();
  const asked: Input<'packs.exportMany'>[] = [];
  const bridge = new AnsweringBridge({
    'packs.exportMany': (input) => {
      asked.push(input as Input<'packs.exportMany'>);
      return { taskId };
    },
  });
  return { taskId, asked, batch: new PackBatchState(createClient(bridge)) };
}

test('asks for the chosen filings in the order of the list, with what is to become of incomplete ones', async () => {
  const { batch, asked } = openBatch();
  for (const chosen of [three, one, two]) batch.toggle(chosen!);
  batch.toggle(two!);
  batch.drafts = false;
  batch.twoSided = true;
  await batch.start([one!, two!, three!]);
  const ref = ({ dossierId, filingId }: FilingRow) => ({ dossierId, filingId });
  expect(asked).toEqual([
    { filings: [ref(one!), ref(three!)], incomplete: 'skip', options: { twoSided: true } },
  ]);
});

test('has a result when its own export has ended', async () => {
  const { batch, taskId } = openBatch();
  batch.toggle(one!);
  await batch.start([one!]);
  const done: PackBatch = { packs: [], folder: '/packs', downloads: [] };
  batch.hear({ type: 'task', task: task({ kind: 'export-many', state: 'done', batch: done }) });
  expect(batch.result).toBeNull();
  batch.hear({ type: 'task', task: task({ id: taskId, kind: 'export-many', state: 'done', batch: done }) });
  expect(batch.result).toEqual(done);
});
