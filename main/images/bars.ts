import type { PixelBox, Raster } from './raster.ts';

/** Share of a bar's inner edge along which the picture must start abruptly. */
const minEdgeShare = 0.8;
const maxBarSpread = 12;
const minEdgeStep = 14;
/** Bars come in pairs; thinner than this they are a rim of the encoder. */
const minBarShare = 0.02;

/**
 * The picture inside bars of one flat colour at two opposite sides, or `null` when there are none. A plain wall
 * is no bar: the picture does not start abruptly along its whole length.
 */
export function pictureInsideBars(raster: Raster): PixelBox | null {
  const left = barWidth(raster, 'x', 1);
  const right = barWidth(raster, 'x', -1);
  const top = barWidth(raster, 'y', 1);
  const bottom = barWidth(raster, 'y', -1);
  const { width, height } = raster;
  const alike = sameColour(raster, 0, width * height - 1);
  const beside = alike && Math.min(left, right) >= width * minBarShare && left + right < width;
  const above = alike && Math.min(top, bottom) >= height * minBarShare && top + bottom < height;
  if (!beside && !above) return null;
  return {
    left: beside ? left : 0,
    right: beside ? width - right : width,
    top: above ? top : 0,
    bottom: above ? height - bottom : height,
  };
}

/** Bars are painted: the two of a pair have the same colour. */
function sameColour({ rgb }: Raster, pixel: number, other: number): boolean {
  return [0, 1, 2].every((c) => Math.abs(rgb[pixel * 3 + c]! - rgb[other * 3 + c]!) <= maxBarSpread);
}

/** How many lines from one side are flat and alike, when the next one differs along most of its length; else 0. */
function barWidth(raster: Raster, axis: 'x' | 'y', direction: 1 | -1): number {
  const lines = axis === 'x' ? raster.width : raster.height;
  const length = axis === 'x' ? raster.height : raster.width;
  const at = (line: number, along: number) => {
    const position = direction === 1 ? line : lines - 1 - line;
    return (axis === 'x' ? along * raster.width + position : position * raster.width + along) * 3;
  };
  const first = at(0, 0);
  const distance = (p: number) =>
    Math.max(
      Math.abs(raster.rgb[p]! - raster.rgb[first]!),
      Math.abs(raster.rgb[p + 1]! - raster.rgb[first + 1]!),
      Math.abs(raster.rgb[p + 2]! - raster.rgb[first + 2]!),
    );
  const shareBeyond = (line: number, limit: number) => {
    let beyond = 0;
    for (let along = 0; along < length; along++) if (distance(at(line, along)) > limit) beyond++;
    return beyond / length;
  };
  for (let line = 0; line < lines / 2; line++) {
    if (shareBeyond(line, maxBarSpread) <= 0.01) continue;
    // Shrinking smears the edge over a line or two: look a little further in.
    return shareBeyond(Math.min(lines - 1, line + 3), minEdgeStep) > minEdgeShare ? line : 0;
  }
  return 0;
}
