/** Draws resources/icons/icon.svg as the files the installers need: png (Linux), ico (Windows), icns (macOS). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const { default: sharp } = await import('sharp');
const folder = join(root, 'resources/icons');
const svg = readFileSync(join(folder, 'icon.svg'));

async function png(size) {
  const image = sharp(svg, { density: Math.max(72, (72 * size) / 1024) }).resize(size, size);
  return image.png({ compressionLevel: 9, palette: size <= 256 }).toBuffer();
}

/** ICONDIR with PNG entries, which Windows reads since Vista. */
function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, bytes }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  });
  return Buffer.concat([header, ...images.map(({ bytes }) => bytes)]);
}

/** https://en.wikipedia.org/wiki/Apple_Icon_Image_format: type, length, PNG. */
function icns(images) {
  const chunk = (type, bytes) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(8 + bytes.length, 4);
    return Buffer.concat([head, bytes]);
  };
  return chunk('icns', Buffer.concat(images.map(({ type, bytes }) => chunk(type, bytes))));
}

const drawn = async (list) =>
  Promise.all(list.map(async (entry) => ({ ...entry, bytes: await png(entry.size) })));

writeFileSync(join(folder, 'icon.png'), await png(1024));
writeFileSync(
  join(folder, 'icon.ico'),
  ico(await drawn([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size })))),
);
const apple = [
  { type: 'ic11', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic08', size: 256 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
];
writeFileSync(join(folder, 'icon.icns'), icns(await drawn(apple)));
