import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sampleGroup } from '../../helpers/sample-group.ts';

const openDesk = sampleGroup();

test('every page of the pack can be looked at, small and large, drawn once', async () => {
  const { app, client, summary } = await openDesk();
  const ids = { dossierId: summary.filings[0]!.entity, filingId: summary.filings[0]!.id };
  const { pages } = await client.call('packs.preview', ids);
  const { pictures } = await client.call('packs.drawPages', ids);
  expect(await client.call('packs.drawPages', ids)).toEqual({ pictures });
  const sizeOf = async (address: string) => {
    const { width, height } = await sharp((await app.resource(address))!.file).metadata();
    return [width, height];
  };
  expect(await sizeOf(`${pictures}/1/small`)).toEqual([297, 420]);
  expect(await sizeOf(`${pictures}/${pages.length}/large`)).toEqual([1239, 1752]);
  expect(await app.resource(`${pictures}/${pages.length + 1}/small`)).toBeNull();
  for (const wrong of ['/0/small', '/1/huge', '/1', '/..%2f1/small'])
    expect(await app.resource(`${pictures}${wrong}`)).toBeNull();
  expect(await app.resource(`/preview/pack/..%2f..%2f..%2fdossiers/${'0'.repeat(32)}/1/small`)).toBeNull();
});

test('a change draws them anew and leaves no old ones behind', async () => {
  const { app, client, summary } = await openDesk();
  const ids = { dossierId: summary.filings[0]!.entity, filingId: summary.filings[0]!.id };
  const before = await client.call('packs.drawPages', ids);
  const { file } = (await app.resource(`${before.pictures}/4/small`))!;
  await client.call('dossiers.update', { dossierId: ids.dossierId, patch: { name: '上海新名样例有限公司' } });
  const after = await client.call('packs.drawPages', ids);
  expect(after.pictures).not.toBe(before.pictures);
  expect(await app.resource(`${before.pictures}/4/small`)).toBeNull();
  const key = after.pictures!.split('/').at(-1);
  expect(await readdir(dirname(dirname(file)))).toEqual([`${key}.pdf`]);
});
