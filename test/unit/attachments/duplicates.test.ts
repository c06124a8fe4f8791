import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { DocumentOwner } from '../../../preload/contract/index.ts';
import { drawBusinessLicence, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { alikePhotos } from '../../../main/attachments/alike-pictures.ts';
import { isSamePaper, isSamePhoto, parseFingerprint, parsePaperPrint } from '../../../main/images/index.ts';
import { person, photoFacts, sampleLicence } from '../../helpers/drawn-images.ts';
import { testApp } from '../../helpers/test-app.ts';

const photo = await renderDrawing(person());
const printOf = async (bytes: Uint8Array) => parseFingerprint((await photoFacts(bytes)).fingerprint);

test('a photo keeps its fingerprint when it is compressed, made smaller or cut a little', async () => {
  const print = await printOf(photo);
  const copies = [
    sharp(photo).jpeg({ quality: 40 }),
    sharp(photo).resize(500),
    sharp(photo).extract({ left: 8, top: 10, width: 1184, height: 1480 }),
  ];
  for (const copy of copies) expect(isSamePhoto(print, await printOf(await copy.toBuffer()))).toBe(true);
});

test.each([{ suit: '#803020' }, { skin: '#5b3a29' }, { headTop: 0.2 }, { headCentre: 0.42 }])(
  'another person before the same wall has another one: %o',
  async (change) => {
    expect(isSamePhoto(await printOf(photo), await printOf(await renderDrawing(person(change))))).toBe(false);
  },
);

async function twoCompanies() {
  const { client, send, ended } = await testApp();
  const ids: string[] = [];
  for (const name of ['甲公司', '乙公司'])
    ids.push((await client.call('dossiers.create', { name, creditCode: null })).dossier.id);
  const add = async (
    dossierId: string,
    name: string,
    bytes: Uint8Array,
    material: string,
    owner: DocumentOwner | null = null,
  ) => {
    const { handle } = await send(name, bytes);
    const input = { dossierId, handles: [handle], material, owner, serviceId: null };
    const { taskId } = await client.call('attachments.add', input);
    return (await ended(taskId)).added[0]!;
  };
  const duplicates = async (dossierId: string) =>
    (await client.call('dossiers.get', { dossierId })).documents.flatMap(({ pages }) =>
      pages.flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('duplicate.'))),
    );
  return { client, first: ids[0]!, second: ids[1]!, add, duplicates };
}

test('the same photo in two dossiers is named in both, also compressed anew, and gone with the copy', async () => {
  const { client, first, second, add, duplicates } = await twoCompanies();
  await add(first, 'one.jpg', photo, 'photo-backdrop');
  expect(await duplicates(first)).toEqual([]);
  const copy = await add(
    second,
    'copy.jpg',
    await sharp(photo).jpeg({ quality: 55 }).toBuffer(),
    'photo-backdrop',
  );
  const [here] = await duplicates(first);
  expect(here).toMatchObject({
    code: 'duplicate.other-entity',
    severity: 'warning',
    params: { otherEntity: '乙公司', otherFile: 'copy.jpg', isExact: false },
  });
  expect(here!.message['zh-CN']).toContain('乙公司');
  expect(await duplicates(second)).toMatchObject([
    { params: { otherEntity: '甲公司', otherFile: 'one.jpg' } },
  ]);
  const groups = await client.call('attachments.attention', {});
  expect(groups.map(({ dossierId }) => dossierId).sort()).toEqual([first, second].sort());
  await client.call('attachments.remove', { dossierId: second, attachmentId: copy });
  expect(await duplicates(first)).toEqual([]);
  expect(await client.call('attachments.attention', {})).toEqual([]);
});

test('the same photo for two people is an error, also when it was made smaller; for one person it is none', async () => {
  const { client, first, second, add, duplicates } = await twoCompanies();
  const assign = async (dossierId: string, name: string) => {
    const { person: somebody } = await client.call('people.create', { fields: { name } });
    const assignment = { personId: somebody.id, position: null };
    await client.call('dossiers.assignRole', { dossierId, role: 'principal', assignment });
  };
  await assign(first, '林样例');
  await assign(second, '王样例');
  const smaller = await sharp(photo).resize(900).jpeg({ quality: 80 }).toBuffer();
  await add(first, 'lin.jpg', photo, 'photo-backdrop', 'principal');
  await add(second, 'wang.jpg', smaller, 'photo-backdrop', 'principal');
  expect(await duplicates(first)).toMatchObject([
    {
      code: 'duplicate.other-person',
      severity: 'error',
      params: { otherPerson: '王样例', otherEntity: '乙公司', otherFile: 'wang.jpg', isExact: false },
    },
  ]);
  expect(await duplicates(second)).toMatchObject([{ params: { otherPerson: '林样例', isExact: false } }]);
  // One person may have the same job in two companies.
  await assign(second, '林样例');
  expect(await duplicates(first)).toEqual([]);
});

test("one company's licence in another's dossier is an error; two licences of one layout are not", async () => {
  const { first, second, add, duplicates } = await twoCompanies();
  const licence = await renderDrawing(drawBusinessLicence(sampleLicence));
  await add(first, 'licence.jpg', licence, 'cert-business-licence');
  const other = drawBusinessLicence({ ...sampleLicence, company: '青松样例贸易有限公司' });
  await add(second, 'own.jpg', await renderDrawing(other), 'cert-business-licence');
  expect(await duplicates(second)).toEqual([]);
  await add(second, 'wrong.jpg', licence, 'cert-business-licence');
  expect(await duplicates(second)).toMatchObject([
    { code: 'duplicate.other-entity', severity: 'error', params: { isExact: true, otherEntity: '甲公司' } },
  ]);
});

test.each([
  ['compressed hard', 'jpg', (scan: Sharp) => scan.jpeg({ quality: 50 })],
  ['made smaller', 'jpg', (scan: Sharp) => scan.resize(900).jpeg({ quality: 80 })],
  ['in another format', 'webp', (scan: Sharp) => scan.webp({ quality: 75 })],
])('a scan saved again is known in the dossier of another company: %s', async (_how, extension, again) => {
  const { first, second, add, duplicates } = await twoCompanies();
  const licence = await renderDrawing(drawBusinessLicence(sampleLicence));
  await add(first, 'licence.jpg', licence, 'cert-business-licence');
  await add(second, `again.${extension}`, await again(sharp(licence)).toBuffer(), 'cert-business-licence');
  expect(await duplicates(second)).toMatchObject([
    { code: 'duplicate.other-entity', severity: 'error', params: { isExact: false, otherEntity: '甲公司' } },
  ]);
});

test('letters of one wording are different papers as soon as a name and a number are', () => {
  const page = (name: number[]) => {
    const cells = Uint8Array.from({ length: 64 * 64 }, (_, i) => (i % 128 < 50 ? 190 : 250));
    name.forEach((value, i) => (cells[700 + i] = value));
    return parsePaperPrint(Buffer.from(cells).toString('base64'));
  };
  expect(isSamePaper(page([190, 196, 188]), page([194, 190, 192]))).toBe(true);
  expect(isSamePaper(page([190, 190, 190]), page([190, 201, 190]))).toBe(false);
});

test('of many photos each finds its copies, those that came later and those that went', () => {
  const print = (n: number) => createHash('sha512').update(String(n)).digest('hex').repeat(3).slice(0, 280);
  const many = new Map(Array.from({ length: 50 }, (_, n) => [`photo-${n}`, print(n)]));
  const alike = alikePhotos();
  alike.update(many);
  expect([...alike.of('photo-7')]).toEqual([]);
  many.set('copy', print(7));
  alike.update(many);
  expect([...alike.of('photo-7')]).toEqual(['copy']);
  expect([...alike.of('copy')]).toEqual(['photo-7']);
  many.delete('photo-7');
  alike.update(many);
  expect([...alike.of('copy')]).toEqual([]);
  expect([...alike.of('photo-7')]).toEqual([]);
});
