import type { Box } from '../../preload/contract/index.ts';
import { labOfPixel } from './lab.ts';
import type { Raster } from './raster.ts';

/**
 * What skin and colours in the head's box suggest. They are wrong on dyed hair, hands before the face and hard light:
 * never more than a hint to look. `null`: too little skin was recognised to say anything.
 */
export interface FaceHints {
  /** The skin lies to one side of the head, as when the face is turned. */
  isMaybeTurned: boolean | null;
  /** The crown has a colour that neither hair nor skin has. */
  isMaybeCovered: boolean | null;
}

/** Share of the head in which skin must be seen. */
const minSkinShare = 0.12;
/** Of the head's width. */
const maxFaceOffset = 0.16;
const crownShare = 0.3;
const minForeignShare = 0.5;

/** @param background 1 where the background is */
export function measureFaceHints(
  { width, height, rgb }: Raster,
  head: Box,
  background: Uint8Array,
): FaceHints {
  const left = Math.round(head.x * width);
  const right = Math.min(width, Math.round((head.x + head.width) * width));
  const top = Math.round(head.y * height);
  const bottom = Math.min(height, Math.round((head.y + head.height) * height));
  const crownEnd = top + (bottom - top) * crownShare;
  const lab = { l: 0, a: 0, b: 0 };
  let all = 0;
  let skin = 0;
  let skinX = 0;
  let crown = 0;
  let foreign = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = y * width + x;
      if (background[i] === 1) continue;
      all++;
      const [r, g, b] = [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!];
      if (isSkin(r, g, b)) {
        skin++;
        skinX += x + 0.5;
      }
      if (y >= crownEnd) continue;
      crown++;
      labOfPixel(r, g, b, lab);
      if (isForeign(lab.a, lab.b)) foreign++;
    }
  }
  const hasSkin = all > 0 && skin / all >= minSkinShare;
  const offset = skinX / Math.max(1, skin) - (left + right) / 2;
  return {
    isMaybeTurned: hasSkin ? Math.abs(offset) > maxFaceOffset * (right - left) : null,
    isMaybeCovered: hasSkin && crown > 0 ? foreign / crown > minForeignShare : null,
  };
}

/** Chai and Ngan's range of chrominance, which holds from light to dark skin. */
function isSkin(r: number, g: number, b: number): boolean {
  const cb = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
  const cr = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
  return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173;
}

/** Hair is grey, or between red-brown and yellow and not vivid. */
function isForeign(a: number, b: number): boolean {
  const chroma = Math.hypot(a, b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return chroma > 50 || (chroma > 18 && (hue < 15 || hue > 110));
}
