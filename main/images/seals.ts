import type { Box } from '../../preload/contract/index.ts';
import { labOfPixel } from './lab.ts';
import type { Raster } from './raster.ts';

/** A red ring with something in it, where a company seal (公章) or an oval stamp was pressed. */
export interface Seal {
  /** Fractions of the picture. */
  box: Box;
  /** Share of the directions from its centre in which the rim is inked, 0..1. */
  rimCoverage: number;
}

/** Red enough for seal ink, faded ink included. */
const minA = 8;
const minAOverPage = 9;
/** Hue from -26 to 54 degrees, as b* over a*. */
const minHueSlope = -0.483;
const maxHueSlope = 1.398;
const minLightness = 18;
const maxLightness = 92;
/** Uneven ink leaves gaps: pieces closer than these shares of the long side belong together. */
const gapShares = [0.0012, 0.004, 0.009];
const directions = 48;
const minSizeShare = 0.03;
const minPixels = 80;
/** No rim of a seal runs straight for this share of the long side. */
const maxRunShare = 0.12;

export function findSeals(raster: Raster): Seal[] {
  const longSide = Math.max(raster.width, raster.height);
  const red = findRed(raster);
  if (red.count < minPixels) return [];
  const unlined = withoutLines(red, longSide * maxRunShare);
  const found: Candidate[] = [];
  for (const patch of unlined === null ? [red] : [red, unlined]) {
    for (const gapShare of gapShares) {
      const reach = Math.max(1, Math.round(longSide * gapShare));
      for (const pixels of components(patch, dilate(patch, reach))) {
        const seal = judgeShape(pixels, patch, raster);
        if (seal !== null) found.push(seal);
      }
    }
  }
  found.sort((a, b) => b.score - a.score || b.box.width - a.box.width);
  const kept: Seal[] = [];
  for (const { box, rimCoverage } of found) {
    if (!kept.some((other) => overlap(other.box, box) > 0.3)) kept.push({ box, rimCoverage });
  }
  return kept;
}

interface Candidate extends Seal {
  score: number;
}

/** The part of the picture in which anything is red; `left` and `top` are its place in the picture. */
interface RedPatch {
  left: number;
  top: number;
  width: number;
  height: number;
  mask: Uint8Array;
  count: number;
}

const lab = { l: 0, a: 0, b: 0 };

function findRed(raster: Raster): RedPatch {
  const { width, height, rgb } = raster;
  const mask = new Uint8Array(width * height);
  const limit = Math.max(minA, medianA(rgb, width * height) + minAOverPage);
  let count = 0;
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0, i = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++, p += 3) {
      const r = rgb[p]!;
      const g = rgb[p + 1]!;
      // Anything with an a* above the limit has clearly more red than green; this spares most pixels the real test.
      if (r < g + 10) continue;
      labOfPixel(r, g, rgb[p + 2]!, lab);
      if (lab.a <= limit || lab.l <= minLightness || lab.l >= maxLightness) continue;
      if (lab.b <= lab.a * minHueSlope || lab.b >= lab.a * maxHueSlope) continue;
      mask[i] = 1;
      count++;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (count === 0) return { left: 0, top: 0, width: 0, height: 0, mask, count };
  const patch = new Uint8Array((right - left + 1) * (bottom - top + 1));
  for (let y = top; y <= bottom; y++) {
    patch.set(mask.subarray(y * width + left, y * width + right + 1), (y - top) * (right - left + 1));
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1, mask: patch, count };
}

/** Takes away straight runs longer than `maxRun`: table lines that a seal was pressed over. `null` without any. */
function withoutLines(patch: RedPatch, maxRun: number): RedPatch | null {
  const { width, height } = patch;
  const mask = patch.mask.slice();
  const clear = (start: number, step: number, length: number) => {
    let from = 0;
    for (let k = 0; k <= length; k++) {
      if (k < length && patch.mask[start + k * step] === 1) continue;
      if (k - from > maxRun) for (let n = from; n < k; n++) mask[start + n * step] = 0;
      from = k + 1;
    }
  };
  if (width > maxRun) for (let y = 0; y < height; y++) clear(y * width, 1, width);
  if (height > maxRun) for (let x = 0; x < width; x++) clear(x, width, height);
  const count = mask.reduce((sum, value) => sum + value, 0);
  return count === patch.count ? null : { ...patch, mask, count };
}

/** Middle a* of the page, so that reddish paper or light does not count as ink. */
function medianA(rgb: Uint8Array, size: number): number {
  const values: number[] = [];
  const step = Math.max(1, Math.floor(size / 5000));
  for (let i = 0; i < size; i += step) {
    labOfPixel(rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!, lab);
    values.push(lab.a);
  }
  values.sort((a, b) => a - b);
  return values[values.length >> 1]!;
}

/** Every pixel within `reach` columns and rows of a set pixel. */
function dilate({ mask, width, height }: RedPatch, reach: number): Uint8Array {
  const wide = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    let until = -1;
    for (let i = y * width; i < end; i++) {
      if (mask[i] === 1) {
        // Backwards only over what an earlier pixel has not reached.
        wide.fill(1, Math.max(until + 1, y * width, i - reach), i);
        until = Math.min(end - 1, i + reach);
      }
      if (i <= until) wide[i] = 1;
    }
  }
  const full = new Uint8Array(width * height);
  const until = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (wide[i] === 1) until[x] = y + reach;
      if (y <= until[x]!) full[i] = 1;
    }
  }
  until.fill(height);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (wide[i] === 1) until[x] = y - reach;
      if (y >= until[x]!) full[i] = 1;
    }
  }
  return full;
}

/** The red pixels of each connected area; each is overwritten by the next. */
function* components({ mask, width, height }: RedPatch, area: Uint8Array): Generator<Int32Array> {
  const stack = new Int32Array(width * height);
  const pixels = new Int32Array(width * height);
  const lastRow = width * (height - 1);
  for (let start = 0; start < area.length; start++) {
    if (area[start] === 0) continue;
    let top = 0;
    let count = 0;
    area[start] = 0;
    stack[top++] = start;
    while (top > 0) {
      const i = stack[--top]!;
      if (mask[i] === 1) pixels[count++] = i;
      const x = i % width;
      if (x > 0 && area[i - 1] === 1) {
        area[i - 1] = 0;
        stack[top++] = i - 1;
      }
      if (x < width - 1 && area[i + 1] === 1) {
        area[i + 1] = 0;
        stack[top++] = i + 1;
      }
      if (i >= width && area[i - width] === 1) {
        area[i - width] = 0;
        stack[top++] = i - width;
      }
      if (i < lastRow && area[i + width] === 1) {
        area[i + width] = 0;
        stack[top++] = i + width;
      }
    }
    if (count >= minPixels) yield pixels.subarray(0, count);
  }
}

/** Whether the pixels form a closed, evenly inked rim with little outside it; `null` when they do not. */
function judgeShape(pixels: Int32Array, patch: RedPatch, picture: Raster): Candidate | null {
  let left = patch.width;
  let right = 0;
  let top = patch.height;
  let bottom = 0;
  for (const i of pixels) {
    const x = i % patch.width;
    const y = (i / patch.width) | 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const boxWidth = right - left + 1;
  const boxHeight = bottom - top + 1;
  const minSize = Math.max(picture.width, picture.height) * minSizeShare;
  const aspect = boxWidth / boxHeight;
  if (boxWidth < minSize || boxHeight < minSize || aspect < 0.5 || aspect > 2.1) return null;

  const rim = new Int32Array(directions);
  let onRim = 0;
  let outside = 0;
  for (const i of pixels) {
    const dx = ((i % patch.width) - (left + right) / 2) / (boxWidth / 2);
    const dy = (((i / patch.width) | 0) - (top + bottom) / 2) / (boxHeight / 2);
    const radius = Math.sqrt(dx * dx + dy * dy);
    if (radius > 1.1) outside++;
    else if (radius > 0.8) {
      onRim++;
      const turn = (Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI);
      rim[Math.min(directions - 1, (turn * directions) | 0)]!++;
    }
  }
  const rimCoverage = rim.filter((count) => count > 0).length / directions;
  const sorted = rim.slice().sort();
  const evenness = sorted[directions / 4]! / (sorted[(directions * 3) / 4]! || 1);
  const fill = pixels.length / ((Math.PI * boxWidth * boxHeight) / 4);
  const isRing = outside / pixels.length <= 0.05 && fill <= 0.62 && onRim / pixels.length >= 0.38;
  const isClosed = (rimCoverage >= 0.94 && evenness >= 0.3) || (rimCoverage >= 0.78 && evenness >= 0.6);
  if (!isRing || !isClosed) return null;
  return {
    box: {
      x: (patch.left + left) / picture.width,
      y: (patch.top + top) / picture.height,
      width: boxWidth / picture.width,
      height: boxHeight / picture.height,
    },
    rimCoverage,
    score: rimCoverage * Math.min(1, onRim / pixels.length / 0.25) * (fill > 0.04 ? 1 : 0.4),
  };
}

function overlap(p: Box, q: Box): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (p.width * p.height + q.width * q.height - shared);
}
