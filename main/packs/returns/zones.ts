import { mapPoint, type Homography } from '../../images/homography.ts';
import { labOfPixel } from '../../images/lab.ts';
import { quantile, type Raster } from '../../images/raster.ts';
import { paper, type Area, type Zone } from '../page.ts';
import type { GreyPicture } from './barcode.ts';
import type { ZoneFacts } from './facts.ts';

const perMm = 6;
/** Printing may lie this far from where it should: so wide a rim of it is not looked at. */
const printRimMm = 0.45;
/** People write over the edge of a field, and press seals beside it. */
const reachMm: Record<Zone['kind'], { sides: number; above: number; below: number }> = {
  signature: { sides: 3, above: 4, below: 2 },
  seal: { sides: 12, above: 12, below: 12 },
  date: { sides: 2, above: 3, below: 2 },
  handwriting: { sides: 2, above: 3, below: 2 },
  fingerprint: { sides: 5, above: 5, below: 5 },
};
/** Darker than the paper around it by this share of its luma. */
const minDarkness = 0.22;
/** Red by more than scanners tint black print. */
const minRedA = 16;
const minHueSlope = -0.6;
const maxHueSlope = 1.5;
/** Pen strokes are wider than specks of dust. */
const minSpeckMm2 = 0.12;

/**
 * The ink in one zone that was not printed.
 *
 * @param printed the page as drawn, `printedPerMm` pixels a millimetre
 */
export function measureZone(
  zone: Zone,
  printed: GreyPicture,
  printedPerMm: number,
  scan: Raster,
  toScan: Homography,
): ZoneFacts {
  const area = reachOf(zone);
  const width = Math.round(area.width * perMm);
  const height = Math.round(area.height * perMm);
  const luma = new Float32Array(width * height);
  const red = new Uint8Array(width * height);
  const covered = printedMask(printed, printedPerMm, area, width, height);
  const lab = { l: 0, a: 0, b: 0 };
  const rgb = [0, 0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = mapPoint(toScan, area.x + (x + 0.5) / perMm, area.y + (y + 0.5) / perMm);
      sampleColour(scan, at.x - 0.5, at.y - 0.5, rgb);
      luma[i] = 0.299 * rgb[0]! + 0.587 * rgb[1]! + 0.114 * rgb[2]!;
      labOfPixel(rgb[0]! | 0, rgb[1]! | 0, rgb[2]! | 0, lab);
      if (lab.a > minRedA && lab.b > lab.a * minHueSlope && lab.b < lab.a * maxHueSlope) red[i] = 1;
    }
  }
  const limit = quantile(luma, 0.85) * (1 - minDarkness);
  const pen = new Uint8Array(width * height);
  let redCount = 0;
  for (let i = 0; i < pen.length; i++) {
    if (covered[i] === 1) continue;
    if (red[i] === 1) redCount++;
    else if (luma[i]! < limit) pen[i] = 1;
  }
  return {
    kind: zone.kind,
    by: zone.by,
    box: boxInScan(zone.area, toScan, scan),
    penMm2: round(strokeCount(pen, width) / perMm ** 2),
    redMm2: round(redCount / perMm ** 2),
    visible: visibleShare(zone.area, toScan, scan),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function reachOf({ kind, area }: Zone): Area {
  const { sides, above, below } = reachMm[kind];
  const x = Math.max(0, area.x - sides);
  const y = Math.max(0, area.y - above);
  return {
    x,
    y,
    width: Math.min(paper.widthMm, area.x + area.width + sides) - x,
    height: Math.min(paper.heightMm, area.y + area.height + below) - y,
  };
}

/** 1 where the form itself has ink, or nearly. */
function printedMask(
  printed: GreyPicture,
  printedPerMm: number,
  area: Area,
  width: number,
  height: number,
): Uint8Array {
  const mask = new Uint8Array(width * height);
  const rim = Math.ceil(printRimMm * perMm);
  const step = printedPerMm / perMm;
  for (let y = 0; y < height; y++) {
    const row = Math.min(printed.height - 1, Math.floor(area.y * printedPerMm + (y + 0.5) * step));
    for (let x = 0; x < width; x++) {
      const column = Math.min(printed.width - 1, Math.floor(area.x * printedPerMm + (x + 0.5) * step));
      if (printed.luma[row * printed.width + column]! > 240) continue;
      for (let v = Math.max(0, y - rim); v <= Math.min(height - 1, y + rim); v++)
        mask.fill(1, v * width + Math.max(0, x - rim), v * width + Math.min(width, x + rim + 1));
    }
  }
  return mask;
}

/** Pixels in connected patches that are larger than a speck. Marks them as seen. */
function strokeCount(pen: Uint8Array, width: number): number {
  const minCount = minSpeckMm2 * perMm ** 2;
  const stack: number[] = [];
  let count = 0;
  for (let start = 0; start < pen.length; start++) {
    if (pen[start] !== 1) continue;
    let size = 0;
    pen[start] = 2;
    stack.push(start);
    while (stack.length > 0) {
      const i = stack.pop()!;
      const x = i % width;
      size++;
      for (const next of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
        if (next < 0 || next >= pen.length || pen[next] !== 1) continue;
        pen[next] = 2;
        stack.push(next);
      }
    }
    if (size >= minCount) count += size;
  }
  return count;
}

function sampleColour({ width, height, rgb }: Raster, x: number, y: number, out: number[]): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
    out.fill(255);
    return;
  }
  const [fx, fy] = [x - left, y - top];
  const p = (top * width + left) * 3;
  const below = p + width * 3;
  for (let c = 0; c < 3; c++) {
    const upper = rgb[p + c]! * (1 - fx) + rgb[p + 3 + c]! * fx;
    const lower = rgb[below + c]! * (1 - fx) + rgb[below + 3 + c]! * fx;
    out[c] = upper * (1 - fy) + lower * fy;
  }
}

function visibleShare({ x, y, width, height }: Area, toScan: Homography, scan: Raster): number {
  const steps = 10;
  let inside = 0;
  for (let j = 0; j <= steps; j++) {
    for (let i = 0; i <= steps; i++) {
      const at = mapPoint(toScan, x + (width * i) / steps, y + (height * j) / steps);
      if (at.x >= 0 && at.y >= 0 && at.x < scan.width && at.y < scan.height) inside++;
    }
  }
  return Math.round((inside / (steps + 1) ** 2) * 100) / 100;
}

function boxInScan({ x, y, width, height }: Area, toScan: Homography, scan: Raster): Area {
  const corners = [
    mapPoint(toScan, x, y),
    mapPoint(toScan, x + width, y),
    mapPoint(toScan, x, y + height),
    mapPoint(toScan, x + width, y + height),
  ];
  const share = (value: number, size: number) => Math.max(0, Math.min(1, value / size));
  const left = share(Math.min(...corners.map((c) => c.x)), scan.width);
  const right = share(Math.max(...corners.map((c) => c.x)), scan.width);
  const top = share(Math.min(...corners.map((c) => c.y)), scan.height);
  const bottom = share(Math.max(...corners.map((c) => c.y)), scan.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
