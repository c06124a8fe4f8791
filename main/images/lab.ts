import type { Raster } from './raster.ts';

/** CIE L*a*b* (D65) of a picture: L 0..100, a and b about -100..100. */
export interface LabPlanes {
  width: number;
  height: number;
  l: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

const linear = Float64Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/** The cube-root curve of L*a*b* as a table; 4096 steps keep the error under 0.1 units. */
const steps = 4096;
const curve = Float64Array.from({ length: steps + 2 }, (_, i) => {
  const t = i / steps;
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
});

function curved(t: number): number {
  const position = t * steps;
  const i = position | 0;
  const low = curve[i]!;
  return low + (curve[i + 1]! - low) * (position - i);
}

export function labOf({ width, height, rgb }: Raster): LabPlanes {
  const size = width * height;
  const planes = {
    width,
    height,
    l: new Float32Array(size),
    a: new Float32Array(size),
    b: new Float32Array(size),
  };
  const out = { l: 0, a: 0, b: 0 };
  for (let i = 0, p = 0; i < size; i++, p += 3) {
    labOfPixel(rgb[p]!, rgb[p + 1]!, rgb[p + 2]!, out);
    planes.l[i] = out.l;
    planes.a[i] = out.a;
    planes.b[i] = out.b;
  }
  return planes;
}

/** Writes into `out` so that a loop over pixels makes no objects. Channels 0..255 (sRGB). */
export function labOfPixel(
  red: number,
  green: number,
  blue: number,
  out: { l: number; a: number; b: number },
): void {
  const r = linear[red]!;
  const g = linear[green]!;
  const b = linear[blue]!;
  const x = curved((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = curved(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curved((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  out.l = 116 * y - 16;
  out.a = 500 * (x - y);
  out.b = 200 * (y - z);
}
