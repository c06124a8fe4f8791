import { expect, test } from 'vitest';
import { drawPerson, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { testApp } from '../../helpers/test-app.ts';

const photo = (widthPx: number, heightPx: number) =>
  renderDrawing(drawPerson({ widthPx, heightPx, background: { kind: 'plain', colour: '#f4f5f7' } }));

test('names the files that somebody has to look at, with the service they belong to', async () => {
  const { client, send, ended } = await testApp();
  const { dossier } = await client.call('dossiers.create', { name: '甲公司', creditCode: null });
  await client.call('dossiers.create', { name: '没有文件的公司', creditCode: null });
  const dossierId = dossier.id;
  const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
  await client.call('services.update', {
    dossierId,
    serviceId,
    patch: { domain: { name: 'yangli.cn' } },
  });
  const add = async (name: string, bytes: Uint8Array, of: string | null) => {
    const { handle } = await send(name, bytes);
    const input = { dossierId, handles: [handle], material: 'photo-backdrop', owner: null, serviceId: of };
    const { taskId } = await client.call('attachments.add', input);
    return (await ended(taskId)).added[0]!;
  };
  await add('good.jpg', await photo(1200, 1600), null);
  expect(await client.call('attachments.attention', {})).toEqual([]);

  const small = await add('small.jpg', await photo(480, 640), serviceId);
  const [group, ...others] = await client.call('attachments.attention', {});
  expect(others).toEqual([]);
  expect(group).toMatchObject({
    dossierId,
    entity: '甲公司',
    province: null,
    services: [{ id: serviceId, name: 'yangli.cn' }],
  });
  expect(group!.attachments.map(({ id }) => id)).toEqual([small]);
  expect(group!.documents.map(({ verdict }) => verdict)).toEqual(['fail']);

  await client.call('attachments.remove', { dossierId, attachmentId: small });
  expect(await client.call('attachments.attention', {})).toEqual([]);
  await client.call('workspaces.undo', {});
  expect(await client.call('attachments.attention', {})).toEqual([group]);
});
