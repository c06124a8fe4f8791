import type { Box } from '../../../preload/contract/index.ts';
import type { PixelBox } from '../raster.ts';
import type { Size } from './turn.ts';

/** Whole pixels, so that nothing is mixed anew; at least one. */
export function cropBox({ width, height }: Size, box: Box): PixelBox {
  const left = Math.min(width - 1, Math.round(box.x * width));
  const top = Math.min(height - 1, Math.round(box.y * height));
  return {
    left,
    top,
    right: Math.max(left + 1, Math.min(width, Math.round((box.x + box.width) * width))),
    bottom: Math.max(top + 1, Math.min(height, Math.round((box.y + box.height) * height))),
  };
}

/** A part of a part, as a part of the whole. */
export function within(outer: Box | null, box: Box): Box {
  if (outer === null) return box;
  return {
    x: outer.x + box.x * outer.width,
    y: outer.y + box.y * outer.height,
    width: box.width * outer.width,
    height: box.height * outer.height,
  };
}

/** Where a box lies after a quarter turn clockwise. */
export function turnBox({ x, y, width, height }: Box): Box {
  return { x: 1 - y - height, y: x, width: height, height: width };
}
