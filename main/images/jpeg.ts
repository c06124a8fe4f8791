/** How strongly a JPEG was compressed, read from its header without decoding. */
export interface JpegFacts {
  /** 1..100 on the scale of the Independent JPEG Group. */
  quality: number;
  subsampling: '4:4:4' | '4:2:2' | '4:2:0' | 'grey' | 'other';
}

/** Luminance table of ITU-T T.81 Annex K in zigzag order: quality 50 of the IJG scale. */
const standardTable = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58,
  51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103,
  62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

/** `null` when the header holds no table (not a JPEG, or cut short). */
export function readJpegFacts(bytes: Buffer): JpegFacts | null {
  let table: number[] | null = null;
  let subsampling: JpegFacts['subsampling'] = 'other';
  for (const { marker, body } of segments(bytes)) {
    if (marker === 0xdb) table = luminanceTable(body) ?? table;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      subsampling = subsamplingOf(body);
    }
  }
  return table ? { quality: qualityOf(table), subsampling } : null;
}

/** How often the reader of a JPEG goes over the whole picture: once, a dozen times when it is progressive. */
export function countScans(bytes: Buffer): number {
  let scans = 0;
  for (let at = bytes.indexOf(0xff, 2); at !== -1 && at + 4 <= bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) break;
    if (marker === 0xff) at++;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      if (marker === 0xda) scans++;
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  return scans;
}

function* segments(bytes: Buffer): Generator<{ marker: number; body: Buffer }> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0x00) {
      at++;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    yield { marker, body: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}

function luminanceTable(body: Buffer): number[] | null {
  let at = 0;
  while (at < body.length) {
    const isWide = body[at]! >> 4 !== 0;
    const id = body[at]! & 15;
    const size = isWide ? 128 : 64;
    const values = body.subarray(at + 1, at + 1 + size);
    if (values.length < size) return null;
    if (id === 0)
      return Array.from({ length: 64 }, (_, i) => (isWide ? values.readUInt16BE(i * 2) : values[i]!));
    at += 1 + size;
  }
  return null;
}

function qualityOf(table: number[]): number {
  let sum = 0;
  let count = 0;
  table.forEach((value, i) => {
    // Entries at the ends of the range were cut off and say nothing of the scale.
    if (value <= 1 || value >= 255) return;
    sum += (value / standardTable[i]!) * 100;
    count++;
  });
  if (count === 0) return 100;
  const scale = sum / count;
  return Math.max(1, Math.min(100, Math.round(scale <= 100 ? (200 - scale) / 2 : 5000 / scale)));
}

function subsamplingOf(frame: Buffer): JpegFacts['subsampling'] {
  const components = frame[5];
  if (components === 1) return 'grey';
  if (components !== 3) return 'other';
  if (frame[10] !== 0x11 || frame[13] !== 0x11) return 'other';
  switch (frame[7]) {
    case 0x11:
      return '4:4:4';
    case 0x21:
      return '4:2:2';
    case 0x22:
      return '4:2:0';
    default:
      return 'other';
  }
}
