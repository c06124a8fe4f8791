import type { Size } from './turn.ts';

/** The size whose longer side is at most `maxSidePx`. Never more than there is: pixels that were not taken say nothing. */
export function shrunkSize({ width, height }: Size, maxSidePx: number | null): Size {
  const scale = maxSidePx === null ? 1 : Math.min(1, maxSidePx / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
