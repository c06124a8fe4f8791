import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { FileIntake } from '../../../renderer/documents/file-intake.svelte.ts';
import { AnsweringBridge, Refuse, task } from './walk-builders.ts';

const dossierId = randomUUID();
const picked = (name: string) => ({ name, size: 1 });

function openIntake(add: () => { taskId: string } = () => ({ taskId: randomUUID() })) {
  const bridge = new AnsweringBridge({ 'attachments.add': add });
  const added: string[][] = [];
  const intake = new FileIntake(createClient(bridge), dossierId, (ids) => added.push(ids));
  return { bridge, added, intake };
}

test('offers the files that came over, in the order they were chosen, and lists the others with the reason', async () => {
  const { bridge, intake } = openIntake();
  bridge.refusedUploads.set('empty.png', { code: 'files.empty', params: { fileName: 'empty.png' } });
  await intake.add(['a.jpg', 'empty.png', 'b.jpg'].map(picked));
  expect(bridge.inputsOf('attachments.add')).toEqual([
    {
      dossierId,
      handles: ['handle of a.jpg', 'handle of b.jpg'],
      material: null,
      owner: null,
      serviceId: null,
    },
  ]);
  expect(intake.refused.map((file) => file.fileName)).toEqual(['empty.png']);
  expect(intake.uploading).toBe(0);
});

test('adds no file to the dossier when none came over', async () => {
  const { bridge, intake } = openIntake();
  bridge.refusedUploads.set('empty.png', { code: 'files.empty', params: { fileName: 'empty.png' } });
  await intake.add([picked('empty.png')]);
  expect(bridge.inputsOf('attachments.add')).toEqual([]);
});

test('hands over a hundred files in two lots', async () => {
  const { bridge, intake } = openIntake();
  await intake.add(Array.from({ length: 100 }, (_, at) => picked(`${at}.jpg`)));
  expect(bridge.inputsOf('attachments.add')).toHaveLength(2);
});

test('tells what an inspection of this dossier took in and what it refused', () => {
  const { added, intake } = openIntake();
  const reason = { 'zh-CN': '文件不完整', en: 'The file is incomplete' };
  intake.follow(task({ dossierId, state: 'running' }));
  intake.follow(task({ dossierId: randomUUID(), state: 'done', added: ['other'] }));
  intake.follow(
    task({ dossierId, state: 'done', added: ['new'], refused: [{ fileName: 'cut.jpg', reason }] }),
  );
  expect(added).toEqual([['new']]);
  expect(intake.refused).toEqual([{ fileName: 'cut.jpg', reason }]);
});

test('says a trouble that concerns the dossier as a failure, not as a refused file', async () => {
  const { intake } = openIntake(() => {
    throw new Refuse({ code: 'workspaces.read-only', params: {} });
  });
  await intake.add([picked('a.jpg')]);
  expect(intake.failure?.code).toBe('workspaces.read-only');
  expect(intake.refused).toEqual([]);
  expect(intake.uploading).toBe(0);
});

test('starts with a clean slate when more files come', async () => {
  const { bridge, intake } = openIntake();
  bridge.refusedUploads.set('empty.png', { code: 'files.empty', params: { fileName: 'empty.png' } });
  await intake.add([picked('empty.png')]);
  await intake.add([picked('a.jpg')]);
  expect(intake.refused).toEqual([]);
});
