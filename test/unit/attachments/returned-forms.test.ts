import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { planPack } from '../../../main/packs/plan.ts';
import { sampleGroup } from '../../helpers/sample-group.ts';
import { chunksOf } from '../../helpers/test-app.ts';
import { demand, sampleInput } from '../packs/pack-samples.ts';
import { drawScan, type Scanning } from '../packs/returns/signed-scan.ts';

const material = 'form-shanghai-commitment';
/** Where the fields of the form are: the same whatever is filled in. */
const letter = planPack(sampleInput({ materials: [demand(material)] }), []).pages.find(
  (page) => page.material === material,
)!;

const openDesk = sampleGroup();

async function desk() {
  const { app, client, summary, ended } = await openDesk();
  const [filing] = summary.filings;
  const ids = { dossierId: filing!.entity, filingId: filing!.id };
  const { taskId } = await client.call('packs.export', { ...ids, draft: false });
  const { pack } = await ended(taskId);
  const pdf = await app.resource(pack!.downloads.find(({ name }) => name.endsWith('.pdf'))!.url);
  const page = pack!.manifest.contents.find((entry) => entry.material === material)!.page;
  const printed = { bytes: await readFile(pdf!.file), page };

  /** Scans the printed letter into a dossier; answers how it is kept and what is said of it. */
  async function comesHome(dossierId: string, scanning: Scanning, keptAs: string | null = null) {
    const scan = await (await drawScan(letter, { ...scanning, pack: printed })).jpeg().toBuffer();
    const { handle } = await app.receiveFile('IMG_0001.jpg', chunksOf(scan));
    const input = { dossierId, handles: [handle], material: keptAs, owner: null, serviceId: null };
    const { added } = await ended((await client.call('attachments.add', input)).taskId);
    return { attachmentId: added[0]!, ...(await seen(dossierId, added[0]!)) };
  }

  async function seen(dossierId: string, attachmentId: string) {
    const { dossier, documents } = await client.call('dossiers.get', { dossierId });
    const { findings } = documents.find((one) => one.attachmentId === attachmentId)!.pages[0]!;
    const attachment = dossier.attachments.find(({ id }) => id === attachmentId)!;
    return { attachment, codes: findings.map(({ code }) => code).filter((code) => /^form|seal/.test(code)) };
  }
  return { client, summary, ids, comesHome, seen };
}

test('a signed and sealed scan is known by its code, whatever its name', async () => {
  const { ids, comesHome } = await desk();
  const { attachment, codes } = await comesHome(ids.dossierId, {
    filled: ['signature', 'seal', 'date'],
    turnDegrees: 0.8,
  });
  expect(attachment).toMatchObject({ material, materialGuessed: false });
  expect(codes).toEqual(['form.recognised']);
});

test('an unsigned, unsealed one blocks its filing, with the reason', async () => {
  const { client, ids, comesHome } = await desk();
  const { codes } = await comesHome(ids.dossierId, {});
  expect(codes.toSorted()).toEqual(['form.undated', 'form.unsealed', 'form.unsigned']);
  const walk = await client.call('checklist.get', ids);
  const said = walk.items.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(said).toContain('form.unsigned');
  expect(said).toContain('form.unsealed');
});

test('one that belongs to another entity, or is kept as another kind, is told so', async () => {
  const { summary, ids, comesHome } = await desk();
  const other = summary.entities.find(({ id }) => id !== ids.dossierId)!;
  const filled: Scanning['filled'] = ['signature', 'seal', 'date'];
  expect((await comesHome(other.id, { filled })).codes).toEqual(['form.other-filing']);
  const asAnother = await comesHome(ids.dossierId, { filled }, 'form-poa-owner');
  expect(asAnother.attachment.material).toBe('form-poa-owner');
  expect(asAnother.codes).toEqual(['form.other-kind']);
});

test('a change of what is printed on it makes it old, and taking that back does not', async () => {
  const { client, ids, comesHome, seen } = await desk();
  const { attachmentId, codes } = await comesHome(ids.dossierId, { filled: ['signature', 'seal', 'date'] });
  expect(codes).toEqual(['form.recognised']);
  await client.call('dossiers.update', {
    dossierId: ids.dossierId,
    patch: { name: '上海云杉新名信息技术有限公司' },
  });
  expect((await seen(ids.dossierId, attachmentId)).codes).toEqual(['form.data-changed']);
  await client.call('workspaces.undo', {});
  expect((await seen(ids.dossierId, attachmentId)).codes).toEqual(['form.recognised']);
});
