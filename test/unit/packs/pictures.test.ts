import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Pictures } from '../../../main/packs/pictures.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { documentOf, drawPage } from './pack-samples.ts';

/** As no decoder would find it. */
const inspected = [{ widthPx: 77, heightPx: 99, isColour: false }];

async function drawnPage(over: Parameters<typeof documentOf>[3] = {}) {
  const file = join(await tempFolder(), 'page.jpg');
  await drawPage().jpeg().toFile(file);
  return documentOf(file, 'cert-business-licence', 'entity', over);
}

async function probe(document: Awaited<ReturnType<typeof drawnPage>>) {
  const pictures = new Pictures([document]);
  try {
    return await pictures.probe(0);
  } finally {
    await pictures.close();
  }
}

test('an image that has been inspected is not decoded again', async () => {
  const { pages, failure } = await probe(await drawnPage({ inspected }));
  expect([pages, failure]).toEqual([[{ ...inspected[0], sizeMm: null }], null]);
});

test('an image that is another than was inspected is', async () => {
  const { pages, failure } = await probe(await drawnPage({ inspected, sha256: '0'.repeat(64) }));
  expect([pages[0]!.widthPx > 1000, failure]).toEqual([true, null]);
});

test('an image that was cut short after its inspection is unreadable', async () => {
  const document = await drawnPage({ inspected });
  await truncate(document.file, Math.floor(document.bytes / 2));
  expect(await probe(document)).toEqual({ pages: [], failure: 'unreadable' });
});
