import type { Box } from '../../preload/contract/index.ts';
import type { Raster } from './raster.ts';
import { withoutLines, type InkPatch } from './red-ink.ts';

/** A rim with something in it, where a company seal (公章), an oval stamp or a square name seal was pressed. */
export interface Seal {
  /** Fractions of the picture. */
  box: Box;
  shape: SealShape;
  /** Share of the directions from its centre in which the rim is inked, 0..1. */
  rimCoverage: number;
  /** How much more colour its ink has than the paper, in units of L*a*b*: the median over its pixels. */
  strength: number;
}

export type SealShape = 'round' | 'oval' | 'square';

/** Uneven ink leaves gaps: pixels in neighbouring squares with these sides, as shares of the long side, belong together. */
const gapShares = [0.004, 0.008, 0.016];
const directions = 48;
const minSizeShare = 0.03;
/** A ring that fills most of a picture is a red wall behind somebody, not a seal on a page. */
const maxSizeShare = 0.6;
const minPixels = 80;
/** No rim of a seal runs straight for this share of the long side. */
const maxRunShare = 0.12;
/** Sides of a round seal differ by less: a flatbed keeps a circle, a phone held at an angle nearly so. */
const maxRoundAspect = 1.18;

/** Seals among the pixels of one ink of a picture, the surest first. */
export function findSeals(ink: InkPatch, picture: Raster): Seal[] {
  if (ink.xs.length < minPixels) return [];
  const longSide = Math.max(ink.width, ink.height);
  const unlined = withoutLines(ink, longSide * maxRunShare);
  const found: Candidate[] = [];
  for (const patch of unlined === null ? [ink] : [ink, unlined]) {
    for (const gapShare of gapShares) {
      const cellPx = Math.max(2, Math.round(longSide * gapShare));
      for (const group of groupsOf(patch, cellPx)) {
        const seal = judgeShape(group, patch);
        if (seal !== null) found.push(seal);
      }
    }
  }
  found.sort((a, b) => b.score - a.score || b.box.width - a.box.width);
  const kept: Candidate[] = [];
  for (const one of found) {
    const isKnown = kept.some(({ box }) => overlap(box, one.box) > 0.3);
    if (!isKnown && isOnPaper(one.box, picture)) kept.push(one);
  }
  return kept.map(({ box, shape, rimCoverage, strength }) => ({ box, shape, rimCoverage, strength }));
}

interface Candidate extends Seal {
  score: number;
}

/** Pixels that belong together: their positions in the patch, and the box around them. */
interface Group {
  members: Int32Array;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The groups of a size and shape that a seal may have. */
function groupsOf(patch: InkPatch, cellPx: number): Group[] {
  const { xs, ys } = patch;
  const columns = Math.ceil(patch.width / cellPx);
  const rows = Math.ceil(patch.height / cellPx);
  const cells = new Int32Array(xs.length);
  /** 0 empty, -1 inked, else the number of its group. */
  const labels = new Int32Array(columns * rows);
  for (let k = 0; k < cells.length; k++) {
    const cell = ((ys[k]! / cellPx) | 0) * columns + ((xs[k]! / cellPx) | 0);
    cells[k] = cell;
    labels[cell] = -1;
  }
  const groups = label(labels, columns, rows);
  const boxes = Array.from({ length: groups }, () => ({
    left: 32767,
    top: 32767,
    right: -1,
    bottom: -1,
    count: 0,
  }));
  for (let k = 0; k < cells.length; k++) {
    const box = boxes[labels[cells[k]!]! - 1]!;
    if (xs[k]! < box.left) box.left = xs[k]!;
    if (xs[k]! > box.right) box.right = xs[k]!;
    if (ys[k]! < box.top) box.top = ys[k]!;
    box.bottom = ys[k]!;
    box.count++;
  }
  const longSide = Math.max(patch.width, patch.height);
  const minSize = longSide * minSizeShare;
  const maxSize = longSide * maxSizeShare;
  const found: Group[] = [];
  boxes.forEach(({ left, top, right, bottom, count }, index) => {
    const width = right - left + 1;
    const height = bottom - top + 1;
    const aspect = width / height;
    if (count < minPixels || Math.min(width, height) < minSize || Math.max(width, height) > maxSize) return;
    if (aspect < 0.5 || aspect > 2.1) return;
    const members = new Int32Array(count);
    let to = 0;
    for (let k = 0; k < cells.length; k++) if (labels[cells[k]!] === index + 1) members[to++] = k;
    found.push({ members, left, top, right, bottom });
  });
  return found;
}

/** Numbers the connected areas of inked cells from 1 and tells how many there are. */
function label(labels: Int32Array, columns: number, rows: number): number {
  const stack = new Int32Array(labels.length);
  let groups = 0;
  for (let start = 0; start < labels.length; start++) {
    if (labels[start] !== -1) continue;
    groups++;
    labels[start] = groups;
    let top = 0;
    stack[top++] = start;
    while (top > 0) {
      const cell = stack[--top]!;
      const row = (cell / columns) | 0;
      const column = cell - row * columns;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          if (labels[y * columns + x] !== -1) continue;
          labels[y * columns + x] = groups;
          stack[top++] = y * columns + x;
        }
      }
    }
  }
  return groups;
}

/** Whether the pixels form a closed, evenly inked rim with little outside it; `null` when they do not. */
function judgeShape(group: Group, patch: InkPatch): Candidate | null {
  const { members, left, top, right, bottom } = group;
  const width = right - left + 1;
  const height = bottom - top + 1;
  const aspect = Math.max(width, height) / Math.min(width, height);
  const round = rimOf(group, patch, (dx, dy) => Math.sqrt(dx * dx + dy * dy));
  const fill = members.length / ((Math.PI * width * height) / 4);
  const box = {
    x: left / patch.width,
    y: top / patch.height,
    width: width / patch.width,
    height: height / patch.height,
  };
  const isRing = round.outside <= 0.05 && fill <= 0.62 && round.share >= 0.38;
  const isClosed =
    (round.coverage >= 0.94 && round.evenness >= 0.3) || (round.coverage >= 0.78 && round.evenness >= 0.6);
  if (isRing && isClosed) {
    const score = round.coverage * Math.min(1, round.share / 0.25) * (fill > 0.04 ? 1 : 0.4);
    const shape = aspect <= maxRoundAspect ? 'round' : 'oval';
    return { box, shape, rimCoverage: round.coverage, strength: strengthOf(group, patch), score };
  }
  // A name seal is small and square, with a frame all round and strokes inside.
  if (aspect > 1.25 || Math.max(width, height) > Math.max(patch.width, patch.height) * maxSquareShare)
    return null;
  const square = rimOf(group, patch, (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy)));
  const inside = (members.length * (1 - square.share)) / (width * height);
  const isFrame = square.coverage === 1 && square.evenness >= 0.45 && square.share >= 0.3;
  if (!isFrame || inside < 0.1 || inside > 0.5) return null;
  return { box, shape: 'square', rimCoverage: 1, strength: strengthOf(group, patch), score: 0.5 };
}

/** On A4 about 45 mm: name seals have 15 to 25. */
const maxSquareShare = 0.15;

interface Rim {
  /** Share of the directions in which there is ink. */
  coverage: number;
  /** Ink in the weaker directions over ink in the stronger ones, 0..1. */
  evenness: number;
  /** Share of all pixels that are on the rim, and beyond it. */
  share: number;
  outside: number;
}

/** How the pixels lie around the middle; `radiusOf` is 1 on the outline that fills the box. */
function rimOf(
  { members, left, top, right, bottom }: Group,
  { xs, ys }: InkPatch,
  radiusOf: (dx: number, dy: number) => number,
): Rim {
  const rim = new Int32Array(directions);
  let onRim = 0;
  let outside = 0;
  for (const k of members) {
    const dx = (2 * xs[k]! - left - right) / (right - left + 1);
    const dy = (2 * ys[k]! - top - bottom) / (bottom - top + 1);
    const radius = radiusOf(dx, dy);
    if (radius > 1.1) outside++;
    else if (radius > 0.8) {
      onRim++;
      const turn = (Math.atan2(dy, dx) + Math.PI) / (2 * Math.PI);
      rim[Math.min(directions - 1, (turn * directions) | 0)]!++;
    }
  }
  const coverage = rim.filter((count) => count > 0).length / directions;
  const sorted = rim.slice().sort();
  return {
    coverage,
    evenness: sorted[directions / 4]! / (sorted[(directions * 3) / 4]! || 1),
    share: onRim / members.length,
    outside: outside / members.length,
  };
}

function strengthOf({ members }: Group, { excess }: InkPatch): number {
  const values = Uint8Array.from(members, (k) => excess[k]!).sort();
  return values[values.length >> 1]!;
}

/** Whether the same paper shows inside the rim and around it; a red frame around something else is no seal. */
function isOnPaper(box: Box, { width, height, rgb }: Raster): boolean {
  const inside = new PaperTone();
  const around = new PaperTone();
  const [halfWidth, halfHeight] = [(box.width * width) / 2, (box.height * height) / 2];
  const [centreX, centreY] = [box.x * width + halfWidth, box.y * height + halfHeight];
  for (
    let y = Math.max(0, Math.floor(centreY - 1.4 * halfHeight));
    y < Math.min(height, centreY + 1.4 * halfHeight);
    y++
  ) {
    for (
      let x = Math.max(0, Math.floor(centreX - 1.4 * halfWidth));
      x < Math.min(width, centreX + 1.4 * halfWidth);
      x++
    ) {
      const radius = Math.hypot((x - centreX) / halfWidth, (y - centreY) / halfHeight);
      const tone = radius < 0.8 ? inside : radius > 1.1 && radius < 1.4 ? around : null;
      tone?.add(rgb, (y * width + x) * 3);
    }
  }
  return around.count < minPixels || Math.abs(inside.lightness() - around.lightness()) <= maxToneStep;
}

/** How light the paper between print may differ inside and around a seal, of 255. */
const maxToneStep = 40;

/** The lighter half of some pixels: the paper between what is printed on it. */
class PaperTone {
  count = 0;
  readonly #greens = new Int32Array(256);

  add(rgb: Uint8Array, at: number): void {
    this.#greens[rgb[at + 1]!]!++;
    this.count++;
  }

  lightness(): number {
    let seen = 0;
    for (let value = 255; value > 0; value--) {
      seen += this.#greens[value]!;
      if (seen * 4 > this.count) return value;
    }
    return 0;
  }
}

/** Shared area over the area of both. */
export function overlap(p: Box, q: Box): number {
  const width = Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x);
  const height = Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (p.width * p.height + q.width * q.height - shared);
}
