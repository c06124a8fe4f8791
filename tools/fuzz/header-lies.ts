import { crc32 } from './png-chunks.ts';
import type { Random } from './random.ts';

const sizes = [
  0, 1, 2, 3, 7, 16, 255, 4096, 16_383, 16_384, 20_000, 65_500, 65_535, 100_000, 1_000_000, 0x7fffffff,
  0xffffffff,
];

/** Changes what a file says of itself, its checksums made to agree. Bytes of no known format stay as they are. */
export function headerLie(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  if (changed[0] === 0x89) lieInPng(changed, random);
  else if (changed[0] === 0xff && changed[1] === 0xd8) lieInJpeg(changed, random);
  else if (changed.length > 16 && /^(II|MM)$/.test(changed.toString('latin1', 0, 2)))
    lieInTiff(changed, random);
  else if (changed.toString('latin1', 0, 4) === 'RIFF') lieInWebp(changed, random);
  else if (changed.toString('latin1', 0, 5) === '%PDF-') return lieInPdf(changed, random);
  return changed;
}

function lieInPng(bytes: Buffer, random: Random): void {
  if (bytes.length < 33) return;
  if (random.below(4) > 0) bytes.writeUInt32BE(random.pick(sizes), random.pick([16, 20]));
  else bytes[random.pick([24, 25, 26, 27, 28])] = random.pick([0, 1, 2, 3, 4, 6, 8, 16, 255]);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
}

/** Sizes, number of components and their sampling, tables, restart interval, EXIF orientation. */
function lieInJpeg(bytes: Buffer, random: Random): void {
  const frames: number[] = [];
  const others: number[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    const marker = bytes[at + 1]!;
    (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 ? frames : others).push(at);
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  const [frame] = frames;
  if (frame !== undefined && frame + 16 < bytes.length && random.below(3) > 0) {
    if (random.below(3) > 0) bytes.writeUInt16BE(random.pick(sizes) & 0xffff, frame + random.pick([5, 7]));
    else
      bytes[frame + random.pick([1, 4, 9, 10, 11, 12])] = random.pick([
        0, 1, 2, 3, 4, 0x11, 0x22, 0x44, 0xc2, 0xff,
      ]);
  } else if (others.length > 0) {
    const at = random.pick(others);
    if (random.below(2) === 0) bytes.writeUInt16BE(random.pick(sizes) & 0xffff, at + 2);
    else bytes[Math.min(bytes.length - 1, at + 4 + random.below(60))] = random.below(256);
  }
}

/** Any entry of the first directory: its tag, type, count or value; or where the next directory is. */
function lieInTiff(bytes: Buffer, random: Random): void {
  const isLittle = bytes[0] === 0x49;
  const read16 = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const write32 = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value >>> 0, at) : bytes.writeUInt32BE(value >>> 0, at);
  const write16 = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const directory = isLittle ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  if (directory + 2 > bytes.length) return;
  const count = read16(directory);
  const end = directory + 2 + count * 12;
  if (count === 0 || end + 4 > bytes.length) return;
  // A directory that leads back to itself has no last page.
  if (random.below(6) === 0) return void write32(random.pick([directory, 8, 0xfffffff0]), end);
  const entry = directory + 2 + random.below(count) * 12;
  switch (random.below(4)) {
    case 0:
      return void write16(
        random.pick([256, 257, 258, 259, 262, 273, 277, 278, 279, 322, 324, 330, 338]),
        entry,
      );
    case 1:
      return void write16(random.pick([0, 1, 2, 3, 4, 5, 12, 13, 255]), entry + 2);
    case 2:
      return void write32(random.pick(sizes), entry + 4);
    default:
      return void write32(random.pick(sizes), entry + 8);
  }
}

function lieInWebp(bytes: Buffer, random: Random): void {
  if (bytes.length < 32) return;
  const value = random.pick(sizes);
  if (random.below(3) === 0) bytes.writeUInt32LE(value >>> 0, random.pick([4, 16]));
  else bytes.writeUIntLE(value & 0xffff, random.between(20, 28), 2);
}

const pdfNumbers =
  /\/(Count|Length|Width|Height|BitsPerComponent|Size|Columns|Colors|Predictor|First|N|Rotate|MediaBox ?\[[^\]]*?)\s?(-?\d+(\.\d+)?)/g;
const pdfValues = [
  '0',
  '-1',
  '1',
  '65536',
  '99999',
  '2147483647',
  '4294967296',
  '1e9',
  '99999999999999999999',
  '0.00001',
];

/** Numbers of the dictionaries, and references that lead to other objects, round in circles. */
function lieInPdf(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  const places =
    random.below(3) === 0 ? [...text.matchAll(/\b(\d+) 0 (?=R)/g)] : [...text.matchAll(pdfNumbers)];
  if (places.length === 0) return bytes;
  const place = random.pick(places);
  const value = place[2] === undefined ? String(random.between(0, 12)) : random.pick(pdfValues);
  const old = place[2] ?? place[1]!;
  const at = place.index + (place[2] === undefined ? 0 : place[0].length - old.length);
  return Buffer.from(text.slice(0, at) + value + text.slice(at + old.length), 'latin1');
}
