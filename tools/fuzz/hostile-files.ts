import { deflateSync } from 'node:zlib';
import {
  blanksBombPdf,
  endlessPdf,
  nestedFormsPdf,
  nestedPdf,
  pagesOfSizePdf,
  pictureBombPdf,
  pictureInPdf,
} from './hostile-pdfs.ts';
import { pngChunk, pngHeader, pngSignature } from './png-chunks.ts';
import type { Random } from './random.ts';
import { scansBombJpeg } from './scans-bomb-jpeg.ts';

/** A file that is made to hang, to exhaust or to mislead its reader. `bytes` is carried inside where there is room. */
export function hostileFile(bytes: Buffer, random: Random): Buffer {
  return random.pick(traps)(bytes, random);
}

const traps: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (_, random) => endlessPdf(random.pick([0, 0.05, 0.5, 2, 10])),
  (_, random) => nestedFormsPdf(random.between(2, 14), random.between(2, 14)),
  (_, random) => pictureBombPdf(random.pick([10, 2000, 9000])),
  (_, random) => pagesOfSizePdf(pageSide(random), pageSide(random), random.between(1, 60)),
  (_, random) => blanksBombPdf(random.pick([1, 8, 40])),
  (bytes) => pictureInPdf(bytes),
  (bytes, random) => nestedPdf(bytes, random.between(10, 5000)),
  (_, random) => flatPng(random.pick([30_000, 8000, 400]), random.pick([2600, 10_000, 1]), random),
  (_, random) => textBombPng(random.between(1, 64)),
  (_, random) => scansBombJpeg(random.pick([800, 8000]), random.pick([3, 90, 2000, 20_000])),
  (bytes, random) => manySegmentsJpeg(bytes, random.between(1, 3000)),
  (_, random) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${10 ** random.between(1, 9)}"/>`),
  (bytes) => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes]),
];

const pageSide = (random: Random) => random.pick([0, 0.001, 1, 72, 595, 14_400, 200_000, 1e9, -595]);

/** Right in every checksum, and a flat colour: thousands of times larger unpacked. */
function flatPng(width: number, height: number, random: Random): Buffer {
  const bitDepth = random.pick([1, 8, 16]);
  const colourType = bitDepth === 1 ? 0 : random.pick([0, 2, 4, 6]);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colourType]!;
  const row = 1 + Math.ceil((width * channels * bitDepth) / 8);
  const rows = Math.min(height, Math.floor(20_000_000 / row));
  return Buffer.concat([
    pngSignature,
    pngHeader(width, height, bitDepth, colourType, random.below(2)),
    pngChunk('IDAT', deflateSync(Buffer.alloc(row * rows), { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Text and a colour profile that unpack to that many megabytes. */
function textBombPng(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 1 });
  const named = (name: string) => Buffer.concat([Buffer.from(`${name}\0\0`, 'latin1'), packed]);
  return Buffer.concat([
    pngSignature,
    pngHeader(8, 8),
    pngChunk('zTXt', named('Comment')),
    pngChunk('iCCP', named('profile')),
    pngChunk('IDAT', deflateSync(Buffer.alloc(8 * 25))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Notes before the picture, each as long as it may be; a picture within a picture when it is a JPEG. */
function manySegmentsJpeg(bytes: Buffer, count: number): Buffer {
  const note = Buffer.alloc(Math.min(bytes.length, 6000) + 4);
  note.writeUInt16BE(0xffe1);
  note.writeUInt16BE(note.length - 2, 2);
  bytes.copy(note, 4);
  const notes = Array.from({ length: Math.min(count, Math.floor(4e6 / note.length)) }, () => note);
  const body = bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes.subarray(2) : bytes;
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...notes, body]);
}
