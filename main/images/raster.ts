/** Upright pixels, three bytes each (red, green, blue), row by row. */
export interface Raster {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** One number 0..255 per pixel, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One number per pixel in an array that may hold others between: from the `first` on, every `step`-th. */
export interface Channel extends Plane {
  step: number;
  first: number;
}

/** The green of each pixel, where it is. */
export function greenOf({ width, height, rgb }: Raster): Channel {
  return { width, height, data: rgb, step: 3, first: 1 };
}

/** A rectangle in whole pixels; `right` and `bottom` are outside it. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rec. 601 luma, 0..255. */
export function lumaOf({ width, height, rgb }: Raster): Plane {
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < data.length; i++, p += 3)
    data[i] = (77 * rgb[p]! + 150 * rgb[p + 1]! + 29 * rgb[p + 2]! + 128) >> 8;
  return { width, height, data };
}

/** A grey picture in three channels. */
export function rasterOf({ width, height, data }: Plane): Raster {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, p = 0; i < data.length; i++, p += 3) rgb[p] = rgb[p + 1] = rgb[p + 2] = data[i]!;
  return { width, height, rgb };
}

/** A smaller copy whose long side is at most `maxSidePx`; each pixel is the mean of the pixels it covers. */
export function shrink(raster: Raster, maxSidePx: number): Raster {
  const scale = maxSidePx / Math.max(raster.width, raster.height);
  if (scale >= 1) return raster;
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const columns = edges(raster.width, width);
  const rows = edges(raster.height, height);
  const rgb = new Uint8Array(width * height * 3);
  const sums = new Float64Array(width * 3);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let sourceY = rows[y]!; sourceY < rows[y + 1]!; sourceY++) {
      let p = sourceY * raster.width * 3;
      for (let x = 0, s = 0; x < width; x++, s += 3) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let n = columns[x + 1]! - columns[x]!; n > 0; n--, p += 3) {
          r += raster.rgb[p]!;
          g += raster.rgb[p + 1]!;
          b += raster.rgb[p + 2]!;
        }
        sums[s]! += r;
        sums[s + 1]! += g;
        sums[s + 2]! += b;
      }
    }
    const rowHeight = rows[y + 1]! - rows[y]!;
    for (let x = 0, s = 0, to = y * width * 3; x < width; x++) {
      const area = rowHeight * (columns[x + 1]! - columns[x]!);
      for (let c = 0; c < 3; c++) rgb[to++] = sums[s++]! / area + 0.5;
    }
  }
  return { width, height, rgb };
}

/** Half as wide and high; each pixel is the mean of four. An odd last row or column is left out. */
export function halve({ width: fullWidth, height: fullHeight, rgb: full }: Raster): Raster {
  const width = fullWidth >> 1;
  const height = fullHeight >> 1;
  const rgb = new Uint8Array(width * height * 3);
  const row = fullWidth * 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = 2 * y * row; x < width; x++, from += 6, to += 3) {
      const below = from + row;
      rgb[to] = (full[from]! + full[from + 3]! + full[below]! + full[below + 3]! + 2) >> 2;
      rgb[to + 1] = (full[from + 1]! + full[from + 4]! + full[below + 1]! + full[below + 4]! + 2) >> 2;
      rgb[to + 2] = (full[from + 2]! + full[from + 5]! + full[below + 2]! + full[below + 5]! + 2) >> 2;
    }
  }
  return { width, height, rgb };
}

/** The same of one channel. */
export function halvePlane({ width: fullWidth, height: fullHeight, data: full }: Plane): Plane {
  const width = fullWidth >> 1;
  const height = fullHeight >> 1;
  const data = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = 2 * y * fullWidth; x < width; x++, from += 2, to++) {
      const below = from + fullWidth;
      data[to] = (full[from]! + full[from + 1]! + full[below]! + full[below + 1]! + 2) >> 2;
    }
  }
  return { width, height, data };
}

/** Rows become columns. */
export function transpose({ width, height, data: from }: Plane): Plane {
  const data = new Uint8Array(from.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) data[x * height + y] = from[i]!;
  return { width: height, height: width, data };
}

/** Where each of `to` cells begins when `from` pixels are shared out among them. */
function edges(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to + 1 }, (_, i) => Math.round((i * from) / to));
}

export function crop(raster: Raster, box: PixelBox): Raster {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (width === raster.width && height === raster.height) return raster;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((box.top + y) * raster.width + box.left) * 3;
    rgb.set(raster.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
}

/** The value below which `share` (0..1) of the numbers lie. */
export function quantile(values: Float32Array, share: number): number {
  if (values.length === 0) return 0;
  const sorted = values.slice().sort();
  return sorted[Math.round(share * (sorted.length - 1))]!;
}
