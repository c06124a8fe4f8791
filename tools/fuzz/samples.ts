import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import sharp from 'sharp';
import {
  cardOnDesk,
  drawIdFront,
  drawLetter,
  drawPerson,
  renderDrawing,
} from '../../main/demo/drawn-images.ts';
import type { Sample } from './mutations.ts';
import { pagesOfSizePdf, pdfOfObjects, pictureInPdf } from './hostile-pdfs.ts';

const person = drawPerson({
  widthPx: 640,
  heightPx: 800,
  background: { kind: 'plain', colour: '#dfe6ee', edgeColour: '#c9d3de' },
});
const letter = drawLetter({
  title: '授权书',
  addressee: '样例市通信管理局',
  paragraphs: ['兹授权林样例办理备案。'],
  company: '云杉样例科技有限公司',
  signedBy: '林样例',
  dateText: '2026年11月1日',
  isSealed: true,
});
const card = drawIdFront({
  name: '林样例',
  sex: '女',
  born: { year: 1988, month: 3, day: 12 },
  address: '样例市样例路100号',
  number: '310000198803120000',
  issuer: '样例市公安局',
  validity: '2020.01.01-2040.01.01',
});

/** Drawn pictures of invented people and papers, in every format and most of its variants. */
export async function drawnSamples(): Promise<Sample[]> {
  const photo = () => sharp(photoBytes);
  const photoBytes = await renderDrawing(person);
  const page = await sharp(await renderDrawing(letter))
    .resize(700)
    .toBuffer();
  const cardBytes = await sharp(await cardOnDesk(card))
    .resize(600)
    .toBuffer();
  const cutOut = photo().resize(300).ensureAlpha(0.6);
  const made: [string, Promise<Buffer> | Buffer][] = [
    ['photo.jpg', photoBytes],
    ['progressive.jpg', photo().resize(400).jpeg({ progressive: true, quality: 70 }).toBuffer()],
    ['turned.jpg', photo().resize(400).withMetadata({ orientation: 6 }).toBuffer()],
    ['grey.jpg', photo().resize(400).greyscale().jpeg().toBuffer()],
    ['cmyk.jpg', photo().resize(400).toColourspace('cmyk').jpeg().toBuffer()],
    ['full-colour.jpg', photo().resize(300).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()],
    ['card.jpg', cardBytes],
    ['page.jpg', page],
    ['photo.png', photo().resize(300).png().toBuffer()],
    ['palette.png', photo().resize(300).png({ palette: true }).toBuffer()],
    ['interlaced.png', photo().resize(300).png({ progressive: true }).toBuffer()],
    ['deep.png', photo().resize(200).toColourspace('rgb16').png().toBuffer()],
    ['cut-out.png', cutOut.png().toBuffer()],
    ['photo.webp', photo().resize(400).webp().toBuffer()],
    ['lossless.webp', cutOut.clone().webp({ lossless: true }).toBuffer()],
    ['lzw.tif', photo().resize(300).tiff({ compression: 'lzw' }).toBuffer()],
    ['jpeg.tif', photo().resize(300).tiff({ compression: 'jpeg' }).toBuffer()],
    ['tiled.tif', photo().resize(300).tiff({ compression: 'deflate', tile: true }).toBuffer()],
    [
      'fax.tif',
      sharp(page).threshold().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ],
    ['picture.pdf', pictureInPdf(page)],
    ['lines.pdf', pagesOfSizePdf(595, 842, 3)],
    ['text.pdf', textPdf()],
  ];
  return Promise.all(made.map(async ([name, bytes]) => ({ name, bytes: await bytes })));
}

function textPdf(): Buffer {
  const lines = Array.from({ length: 30 }, (_, i) => `(Line ${i} of an invented letter) Tj 0 -20 Td`).join(
    '\n',
  );
  const content = `BT /F 12 Tf 70 770 Td ${lines} ET`;
  return pdfOfObjects([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

const extensions = ['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.webp', '.pdf'];

/** Every picture and PDF below a folder of your own. */
export async function samplesIn(folder: string): Promise<Sample[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(files.map(async (file) => ({ name: file, bytes: await readFile(file) })));
}
