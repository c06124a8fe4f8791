import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawIdFront, drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { guessMaterial, imageKindOf, otherMaterials } from '../../../main/images/index.ts';
import { measured, resourcesDir, sampleCard, sampleLetter } from '../../helpers/drawn-images.ts';

test.each([
  [null, 'scan'],
  ['photo-backdrop', 'owner-photo'],
  ['photo-handheld-id', 'owner-photo'],
  ['photo-handheld-licence', 'owner-photo'],
  ['photo-commitment-video', 'scan'],
  ['id-resident-front', 'id-card'],
  ['cert-business-licence', 'business-licence'],
  ['form-verification', 'verification-form'],
  ['form-poa-principal', 'letter'],
  ['domain-certificate', 'scan'],
])('the material %s is inspected as %s', (material, kind) => {
  expect(imageKindOf(material)).toBe(kind);
});

test.each([
  ['云杉科技_营业执照副本.jpg', 'cert-business-licence'],
  ['business licence 2026.pdf', 'cert-business-licence'],
  ['license.png', 'cert-business-licence'],
  ['张样例身份证正面.jpg', 'id-resident-front'],
  ['张样例 身份证 反面.jpg', 'id-resident-back'],
  ['身份证国徽面.png', 'id-resident-back'],
  ['ID_card_back.jpg', 'id-resident-back'],
  ['法人身份证.jpg', 'id-legal-representative'],
  ['手持身份证.jpg', 'photo-handheld-id'],
  ['手持营业执照.jpg', 'photo-handheld-licence'],
  ['主体负责人授权书.pdf', 'form-poa-principal'],
  ['网站负责人授权书（盖章）.pdf', 'form-poa-owner'],
  ['网站备案真实性核验单.jpg', 'form-verification'],
  ['域名证书.png', 'domain-certificate'],
  ['域名使用授权书.pdf', 'domain-use-authorization'],
  ['负责人照片.jpg', 'photo-backdrop'],
  ['IMG_2034.jpg', null],
  ['scan0001.pdf', null],
])('%s is guessed as %s', (fileName, material) => {
  expect(guessMaterial(fileName, null)).toBe(material);
});

test('every guess is a material of the catalogue', async () => {
  const catalogue = JSON.parse(await readFile(join(resourcesDir, 'data', 'materials.json'), 'utf8'));
  const known = new Set(catalogue.materials.map(({ id }: { id: string }) => id));
  for (const name of [
    '营业执照',
    '身份证',
    '身份证反面',
    '法人身份证',
    '手持执照',
    '手持',
    '幕布照',
    '护照',
    '组织机构代码证',
    '核验单',
    '域名使用授权',
    '域名实名',
    '域名证书',
    '网站负责人授权书',
    '授权书',
    '备案承诺书',
    '情况说明',
    '增值电信许可证',
  ])
    expect(known).toContain(guessMaterial(name, null));
});

test('without a telling name only the shape of a card is worth a guess', async () => {
  const card = (await measured(await renderDrawing(drawIdFront(sampleCard)), 'IMG_1.jpg', 'scan')).pages[0]!
    .facts;
  expect(guessMaterial('IMG_1.jpg', card)).toBe('id-resident-front');
  const letter = (await measured(await renderDrawing(drawLetter(sampleLetter)), 'IMG_2.jpg', 'scan'))
    .pages[0]!.facts;
  expect(guessMaterial('IMG_2.jpg', letter)).toBeNull();
});

test.each([
  ['id-resident-front', ['id-resident-back', 'id-legal-representative']],
  ['form-poa-principal', ['form-poa-owner', 'domain-use-authorization']],
])('a guess of %s is corrected to what it is mistaken for', (guessed, others) => {
  expect(otherMaterials(guessed, null)).toEqual(others);
});

test('without a guess the shape suggests what it may be', async () => {
  const shapeOf = async (svg: string) =>
    (await measured(await renderDrawing(svg), 'a.jpg', 'scan')).pages[0]!.facts;
  expect(otherMaterials(null, await shapeOf(drawIdFront(sampleCard)))).toEqual([
    'id-resident-front',
    'id-resident-back',
  ]);
  expect(otherMaterials(null, await shapeOf(drawLetter(sampleLetter)))[0]).toBe('form-verification');
  expect(otherMaterials(null, null)).toEqual([]);
});

test('every suggestion is in the catalogue of materials', async () => {
  const json = await readFile(join(resourcesDir, 'data', 'materials.json'), 'utf8');
  const known = [...json.matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id);
  const suggested = known.flatMap((id) => otherMaterials(id!, null));
  expect(suggested.length).toBeGreaterThan(20);
  expect(suggested.filter((id) => !known.includes(id))).toEqual([]);
});
