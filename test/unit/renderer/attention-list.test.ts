import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AttentionGroup } from '../../../preload/contract/index.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { AttentionList } from '../../../renderer/documents/attention-list.svelte.ts';
import { AnsweringBridge, attachment, Refuse } from './walk-builders.ts';

function groupOf(entity: string): AttentionGroup {
  const [unnamed, bad] = [attachment({ material: null }), attachment({ fileName: 'bad.jpg' })];
  const view = { pages: [], otherMaterials: [], previewUrls: [] };
  return {
    dossierId: randomUUID(),
    entity,
    province: '310000',
    attachments: [unnamed, bad],
    documents: [
      { attachmentId: unnamed.id, verdict: 'pass', ...view },
      { attachmentId: bad.id, verdict: 'fail', ...view },
    ],
    services: [],
  };
}

test('reads the files of all entities in one call, the worst of each first', async () => {
  const bridge = new AnsweringBridge({
    'attachments.attention': () => [groupOf('甲公司'), groupOf('乙公司')],
  });
  const list = new AttentionList(createClient(bridge));
  expect(list.groups).toBeNull();
  await list.load();
  expect(list.groups?.map((group) => group.rows.map((row) => row.verdict))).toEqual([
    ['fail', 'pass'],
    ['fail', 'pass'],
  ]);
  expect(list.count).toBe(4);
  expect(bridge.calls).toHaveLength(1);
});

test('reads again when a dossier has changed or a step was undone, and not for other news', async () => {
  let groups = [groupOf('甲公司')];
  const bridge = new AnsweringBridge({ 'attachments.attention': () => groups });
  const list = new AttentionList(createClient(bridge));
  await list.load();
  list.hear({ type: 'command', command: 'find' });
  groups = [];
  list.hear({ type: 'undone', dossierId: null });
  await expect.poll(() => list.count).toBe(0);
  expect(bridge.calls).toHaveLength(2);
});

test('keeps what it shows when main cannot answer, and says why', async () => {
  let answer = () => [groupOf('甲公司')];
  const bridge = new AnsweringBridge({ 'attachments.attention': () => answer() });
  const list = new AttentionList(createClient(bridge));
  await list.load();
  answer = () => {
    throw new Refuse({ code: 'workspaces.none-open', params: {} });
  };
  await list.load();
  expect(list.failure?.code).toBe('workspaces.none-open');
  expect(list.count).toBe(2);
});
