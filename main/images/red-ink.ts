import { labOfPixel } from './lab.ts';
import type { Raster } from './raster.ts';

/** The coloured pixels of a picture, in reading order. */
export interface InkPatch {
  /** Size of the picture they are in. */
  width: number;
  height: number;
  xs: Int16Array;
  ys: Int16Array;
  /** How much more of the colour each has than the page, in units of L*a*b*. */
  excess: Uint8Array;
}

/** Red enough for seal ink, faded ink included. */
const minA = 8;
const minAOverPage = 9;
/** Hue from -26 to 54 degrees, as b* over a*. */
const minHueSlope = -0.483;
const maxHueSlope = 1.398;
/** Blue enough for a stamp in blue ink: b* below this, and nearer to blue than to purple or green. */
const maxBlueB = -14;
const maxBlueA = 22;
const minLightness = 18;
const maxLightness = 92;
/** Channels of a pixel whose a* or b* passes differ at least this much; it spares most pixels the real test. */
const minChannelStep = 10;

const lab = { l: 0, a: 0, b: 0 };
/** Places of the channels of a pixel. */
const [red, green, blue] = [0, 1, 2];

export function findRedInk(raster: Raster): InkPatch {
  const page = middleA(raster);
  const limit = Math.max(minA, page + minAOverPage);
  return collect(raster, red, green, () => {
    if (lab.a <= limit || lab.l <= minLightness || lab.l >= maxLightness) return 0;
    if (lab.b <= lab.a * minHueSlope || lab.b >= lab.a * maxHueSlope) return 0;
    return lab.a - page;
  });
}

export function findBlueInk(raster: Raster): InkPatch {
  return collect(raster, blue, red, () => {
    if (lab.b >= maxBlueB || lab.a >= maxBlueA || lab.l >= maxLightness) return 0;
    return -lab.b;
  });
}

/** The pixels in which one channel clearly exceeds another and that `excessOf` finds in `lab` to be of the ink. */
function collect(
  { width, height, rgb }: Raster,
  high: number,
  low: number,
  excessOf: () => number,
): InkPatch {
  const size = width * height;
  const xs = new Int16Array(size);
  const ys = new Int16Array(size);
  const excess = new Uint8Array(size);
  let count = 0;
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      if (rgb[p + high]! < rgb[p + low]! + minChannelStep) continue;
      labOfPixel(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!, lab);
      const value = excessOf();
      if (value <= 0) continue;
      xs[count] = x;
      ys[count] = y;
      excess[count++] = value;
    }
  }
  return chosen({ width, height, xs, ys, excess }, count);
}

const chosen = (patch: InkPatch, count: number): InkPatch => ({
  ...patch,
  xs: patch.xs.slice(0, count),
  ys: patch.ys.slice(0, count),
  excess: patch.excess.slice(0, count),
});

/** The same without straight runs longer than `maxRun`: table lines that a seal was pressed over. `null` without any. */
export function withoutLines(patch: InkPatch, maxRun: number): InkPatch | null {
  const { width, height, xs, ys } = patch;
  const count = xs.length;
  const isLine = new Uint8Array(count);
  /** Where the run that goes through each column began, and its last row and pixel. */
  const firstRow = new Int32Array(width);
  const lastRow = new Int32Array(width).fill(-2);
  const long: number[] = [];
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && ys[to] === ys[from] && xs[to] === xs[to - 1]! + 1) to++;
    if (to - from > maxRun) isLine.fill(1, from, to);
    for (let k = from; k < to; k++) {
      const x = xs[k]!;
      if (lastRow[x] !== ys[k]! - 1) firstRow[x] = ys[k]!;
      lastRow[x] = ys[k]!;
      if (ys[k]! - firstRow[x]! === Math.floor(maxRun)) long.push(x, firstRow[x]!);
    }
    from = to;
  }
  if (long.length > 0) {
    const isInLine = new Uint8Array(width * height);
    const isRed = new Uint8Array(width * height);
    for (let k = 0; k < count; k++) isRed[ys[k]! * width + xs[k]!] = 1;
    for (let k = 0; k < long.length; k += 2) {
      for (let i = long[k + 1]! * width + long[k]!; isRed[i] === 1; i += width) isInLine[i] = 1;
    }
    for (let k = 0; k < count; k++) if (isInLine[ys[k]! * width + xs[k]!] === 1) isLine[k] = 1;
  }
  let kept = 0;
  const rest = { ...patch, xs: xs.slice(), ys: ys.slice(), excess: patch.excess.slice() };
  for (let k = 0; k < count; k++) {
    if (isLine[k] === 1) continue;
    rest.xs[kept] = xs[k]!;
    rest.ys[kept] = ys[k]!;
    rest.excess[kept++] = patch.excess[k]!;
  }
  return kept === count ? null : chosen(rest, kept);
}

const sampled = 2000;

/** Middle a* of the page, so that reddish paper or light does not count as ink. */
function middleA({ width, height, rgb }: Raster): number {
  const step = Math.max(1, Math.floor((width * height) / sampled));
  const values = new Float32Array(Math.ceil((width * height) / step));
  for (let k = 0, p = 0; k < values.length; k++, p += step * 3) {
    labOfPixel(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!, lab);
    values[k] = lab.a;
  }
  return values.sort()[values.length >> 1]!;
}
