import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPdf } from '../../../main/packs/draw.ts';
import type { Mark, Page } from '../../../main/packs/page.ts';
import type { FileFacts } from '../../../main/packs/pictures.ts';
import { planPack } from '../../../main/packs/plan.ts';
import { readBack } from '../../../main/packs/verify/read-back.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { sampleInput } from './pack-samples.ts';

const scan: FileFacts = {
  pages: [{ widthPx: 1240, heightPx: 1754, sizeMm: null, isColour: true }],
  failure: null,
};
const document = {
  file: '',
  fileName: 'x.jpg',
  sha256: '',
  mediaType: 'image/jpeg',
  bytes: 1,
  attachmentId: null,
  issuedOn: null,
  material: 'cert-business-licence',
  owner: 'entity',
};

/** A pack with one scan, drawn; what is read back is compared with pages that may differ from the drawn ones. */
async function written(draft = false) {
  const file = join(await tempFolder(), 'pack.pdf');
  const input = sampleInput({ documents: [document], draft });
  const { pages, outline } = planPack(input, [scan]);
  const { fonts, on } = input;
  const picture = async () =>
    sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
  const drawing = { pages, outline, fonts, entityName: '示例', title: '示例', on, draft };
  await drawPdf(drawing, picture, createWriteStream(file));
  return { file, pages };
}

function changed(pages: Page[], change: (mark: Mark) => Mark): Page[] {
  return pages.map((page) => ({ ...page, marks: page.marks.map(change) }));
}

async function codes(file: string, pages: Page[]): Promise<string[]> {
  return (await readBack(file, pages, [scan], {})).map(({ code, page }) => `${code} ${page}`);
}

test.each([false, true])('finds a pack as it was planned (draft: %s)', async (draft) => {
  const { file, pages } = await written(draft);
  expect(await codes(file, pages)).toEqual(['verified null']);
});

test('misses a text that should have been filled in', async () => {
  const { file, pages } = await written();
  const other = changed(pages, (mark) =>
    mark.kind === 'text' && mark.field === 'entity.name' && mark.sizePt === 25
      ? { ...mark, text: '另一公司' }
      : mark,
  );
  expect(await codes(file, other)).toEqual(['field-not-found 1']);
});

test('misses a picture, or sees that it is too small or too coarse', async () => {
  const { file, pages } = await written();
  const at = pages.findIndex(({ kind }) => kind === 'document') + 1;
  const larger = changed(pages, (mark) =>
    mark.kind === 'picture' ? { ...mark, area: { ...mark.area, width: mark.area.width + 2 } } : mark,
  );
  expect(await codes(file, larger)).toEqual([`picture-wrong ${at}`]);
  const finer = [{ ...scan, pages: [{ ...scan.pages[0]!, widthPx: 1800, heightPx: 2546 }] }];
  expect((await readBack(file, pages, finer, {})).map(({ code }) => code)).toEqual(['picture-wrong']);
  const twice = pages.map((page) => ({
    ...page,
    marks: page.marks.flatMap((mark): Mark[] => (mark.kind === 'picture' ? [mark, mark] : [mark])),
  }));
  expect(await codes(file, twice)).toEqual([`picture-wrong ${at}`]);
});

test('counts the pages', async () => {
  const { file, pages } = await written();
  expect(await codes(file, pages.slice(1))).toEqual(['page-count null']);
});

test('sees foreign paper, fonts that are not embedded, ink in the margin and a missing page number', async () => {
  const file = join(await tempFolder(), 'other.pdf');
  const out = createWriteStream(file);
  const pdf = new PDFDocument({ size: 'LETTER' });
  pdf.pipe(out);
  pdf.text('page 11 / 12', 100, 100).rect(300, 4, 20, 20).fill('#000');
  pdf.end();
  await once(out, 'finish');
  const page: Page = { ...planPack(sampleInput(), []).pages[0]!, marks: [] };
  expect(await codes(file, [page])).toEqual([
    'page-size 1',
    'page-number-wrong 1',
    'font-not-embedded 1',
    'outside-margin 1',
  ]);
});

test('a file that is no PDF has no pages', async () => {
  const file = join(await tempFolder(), 'none.pdf');
  await sharp({ create: { width: 9, height: 9, channels: 3, background: '#eee' } })
    .jpeg()
    .toFile(file);
  expect(await codes(file, planPack(sampleInput(), []).pages)).toEqual(['page-count null']);
});
