import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { nothingDone } from '../../../main/images/repairs/plan.ts';
import type { RepairPlan } from '../../../preload/contract/index.ts';
import { pdfOf, sampleLetter } from '../../helpers/drawn-images.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testApp, type TestApp } from '../../helpers/test-app.ts';

const letter = drawLetter(sampleLetter);

async function withDocument(bytes: Uint8Array, fileName = '授权书.jpg') {
  const desk = await testApp();
  const { client } = desk;
  const { dossier } = await client.call('dossiers.create', { name: '样例公司', creditCode: null });
  const dossierId = dossier.id;
  const { handle } = await desk.send(fileName, bytes);
  const input = {
    dossierId,
    handles: [handle],
    material: 'form-poa-principal',
    owner: null,
    serviceId: null,
  };
  const { added } = await desk.ended((await client.call('attachments.add', input)).taskId);
  const attachmentId = added[0]!;
  const view = async () => {
    const { dossier, documents } = await client.call('dossiers.get', { dossierId });
    return { attachment: dossier.attachments[0]!, document: documents[0]!, dossier };
  };
  const make = async (change: Partial<RepairPlan>) => {
    const plan = { ...nothingDone, ...change };
    const { taskId } = await client.call('attachments.repair', { dossierId, attachmentId, plan });
    return { taskId, task: await desk.ended(taskId) };
  };
  return { desk, client, dossierId, attachmentId, view, make, files: () => filesOf(desk, dossierId) };
}

async function filesOf({ client }: TestApp, dossierId: string): Promise<string[]> {
  const { workspace } = await client.call('app.status', {});
  return readdir(join(workspace!.folder, 'dossiers', dossierId, 'attachments'));
}

const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

test('a finding leads to a plan, a copy without the finding, and nothing changes before it is accepted', async () => {
  const { client, dossierId, attachmentId, view, make } = await withDocument(
    await renderDrawing(letter, { skewDegrees: 3.5 }),
  );
  const before = await view();
  const skewed = before.document.pages[0]!.findings.find(({ code }) => code === 'scan.skewed')!;
  expect(skewed.repair).toBe('deskew');
  const options = await client.call('attachments.repairOptions', { dossierId, attachmentId });
  expect(options.plan).toEqual(nothingDone);
  const offer = options.offers.find(({ kind }) => kind === 'deskew')!;
  const { taskId, task } = await make(offer.plan);
  expect(task.state).toBe('done');
  expect(codes(task.repaired!.page.findings)).not.toContain('scan.skewed');
  expect((await view()).attachment).toEqual(before.attachment);

  const accepted = await client.call('attachments.acceptRepair', { dossierId, taskId });
  const [repaired] = accepted.dossier.attachments;
  expect(repaired).toMatchObject({ id: attachmentId, fileName: '授权书.jpg', mediaType: 'image/jpeg' });
  expect(repaired!.sha256).not.toBe(before.attachment.sha256);
  expect(repaired!.repairedFrom).toMatchObject({ sha256: before.attachment.sha256, plan: offer.plan });
  expect(codes(accepted.documents[0]!.pages[0]!.findings)).not.toContain('scan.skewed');
  const [entry] = (await client.call('dossiers.history', { dossierId })).filter(({ action }) =>
    action.startsWith('attachments.repair'),
  );
  expect(entry).toMatchObject({ action: 'attachments.repair', params: { repairs: ['deskew'] } });
});

test('undo brings the original back, redo the copy, and going back to the original is a step of its own', async () => {
  const { client, dossierId, attachmentId, view, make, files } = await withDocument(
    await renderDrawing(letter),
  );
  const { attachment: original } = await view();
  const { taskId } = await make({ maxSidePx: 1200 });
  await client.call('attachments.acceptRepair', { dossierId, taskId });
  const { attachment: repaired } = await view();
  await client.call('workspaces.undo', {});
  expect((await view()).attachment).toEqual(original);
  await client.call('workspaces.redo', {});
  expect((await view()).attachment).toEqual(repaired);
  await client.call('attachments.backToOriginal', { dossierId, attachmentId });
  expect((await view()).attachment).toEqual(original);
  expect((await files()).sort()).toEqual([original.sha256, repaired.sha256].sort());
});

test('repairs add up on the original: a second one begins with the plan of the first and its bytes', async () => {
  const { client, dossierId, attachmentId, view, make } = await withDocument(await renderDrawing(letter));
  const { attachment: original } = await view();
  const first = await make({ quarterTurns: 1 });
  await client.call('attachments.acceptRepair', { dossierId, taskId: first.taskId });
  const options = await client.call('attachments.repairOptions', { dossierId, attachmentId });
  expect(options.plan.quarterTurns).toBe(1);
  const second = await make({ ...options.plan, maxSidePx: 1000 });
  await client.call('attachments.acceptRepair', { dossierId, taskId: second.taskId });
  const { attachment, document } = await view();
  expect(attachment.repairedFrom?.sha256).toBe(original.sha256);
  expect(document.pages[0]!.facts).toMatchObject({ widthPx: 1000, heightPx: 707 });
});

test('the original outlives the workspace being opened again, the copies that were not accepted do not', async () => {
  const { client, dossierId, view, make, files } = await withDocument(await renderDrawing(letter));
  const { attachment: original } = await view();
  await client.call('attachments.acceptRepair', {
    dossierId,
    taskId: (await make({ maxSidePx: 900 })).taskId,
  });
  const { attachment: repaired } = await view();
  await make({ maxSidePx: 800 });
  const { workspace } = await client.call('app.status', {});
  // Saved once more, so that the backup knows the copy alone.
  await client.call('dossiers.update', { dossierId, patch: { remark: '备注' } });
  await client.call('workspaces.close', {});
  await client.call('workspaces.open', { folder: workspace!.folder, readOnly: false });
  expect((await files()).sort()).toEqual([original.sha256, repaired.sha256].sort());
  await expect(readdir(join(workspace!.folder, 'cache', 'repairs'))).rejects.toThrow();
});

test('names the copy by what it is', async () => {
  const png = await sharp(await renderDrawing(letter))
    .png()
    .toBuffer();
  const { client, dossierId, view, make } = await withDocument(png, '授权书.v2.png');
  await client.call('attachments.acceptRepair', {
    dossierId,
    taskId: (await make({ format: 'jpeg' })).taskId,
  });
  expect((await view()).attachment).toMatchObject({ fileName: '授权书.v2.jpg', mediaType: 'image/jpeg' });
});

test('shows the copy and the original as pictures', async () => {
  const { desk, client, dossierId, make } = await withDocument(await renderDrawing(letter));
  const crop = { x: 0, y: 0, width: 0.5, height: 0.25 };
  const { taskId, task } = await make({ crop });
  const sizeOf = async (url: string) => {
    const found = await desk.app.resource(url);
    const { width, height } = await sharp(await readFile(found!.file)).metadata();
    return [width, height];
  };
  expect(await sizeOf(task.repaired!.previewUrl)).toEqual([827, 585]);
  expect(await sizeOf(task.repaired!.uncroppedUrl)).toEqual([1131, 1600]);
  const { documents } = await client.call('attachments.acceptRepair', { dossierId, taskId });
  expect(await sizeOf(documents[0]!.previewUrls[0]!)).toEqual([827, 585]);
  const { originalUrl } = await client.call('attachments.repairOptions', {
    dossierId,
    attachmentId: documents[0]!.attachmentId,
  });
  expect(await sizeOf(originalUrl)).toEqual([1131, 1600]);
  expect(await desk.app.resource(task.repaired!.previewUrl)).toBeNull();
  expect(await desk.app.resource('/preview/repair/no-such/copy')).toBeNull();
});

test('takes no copy that is out of date, and only the newest of a document', async () => {
  const { client, dossierId, attachmentId, make } = await withDocument(await renderDrawing(letter));
  const older = await make({ maxSidePx: 900 });
  const newer = await make({ maxSidePx: 800 });
  const accept = (taskId: string) => client.call('attachments.acceptRepair', { dossierId, taskId });
  await expect(accept(older.taskId)).rejects.toMatchObject({ failure: { code: 'repairs.outdated' } });
  await client.call('attachments.update', { dossierId, attachmentId, patch: { material: 'photo-backdrop' } });
  await expect(accept(newer.taskId)).rejects.toMatchObject({ failure: { code: 'repairs.outdated' } });
});

test('refuses crossed corners and files of several pages with the reason', async () => {
  const one = await withDocument(await renderDrawing(letter));
  const crossed = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ] as RepairPlan['corners'];
  const plan = { ...nothingDone, corners: crossed };
  await expect(one.client.call('attachments.repair', { ...idsOf(one), plan })).rejects.toMatchObject({
    failure: { code: 'repairs.impossible-corners' },
  });
  const file = join(await tempFolder(), 'two.pdf');
  await pdfOf([null, null], file);
  const two = await withDocument(await readFile(file), 'two.pdf');
  await expect(two.client.call('attachments.repairOptions', idsOf(two))).rejects.toMatchObject({
    failure: { code: 'repairs.several-pages', params: { pages: 2 } },
  });

  function idsOf({ dossierId, attachmentId }: { dossierId: string; attachmentId: string }) {
    return { dossierId, attachmentId };
  }
});

test('leaves nothing behind when a repair is cancelled', async () => {
  const { desk, client, dossierId, attachmentId, view } = await withDocument(await renderDrawing(letter));
  const before = await view();
  const plan = { ...nothingDone, skewDegrees: 5 };
  const { taskId } = await client.call('attachments.repair', { dossierId, attachmentId, plan });
  await client.call('tasks.cancel', { taskId });
  const task = await desk.ended(taskId);
  expect(task).toMatchObject({ state: 'cancelled', repaired: null });
  expect(await view()).toEqual(before);
  await expect(client.call('attachments.acceptRepair', { dossierId, taskId })).rejects.toMatchObject({
    failure: { code: 'repairs.outdated' },
  });
  expect(desk.incidents).toEqual([]);
});
