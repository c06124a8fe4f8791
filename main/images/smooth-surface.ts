/**
 * Least-squares fit of a surface that changes smoothly over the picture (quadratic in x and y), one per channel:
 * a wall lit from one side, a studio backdrop with a vignette.
 */
const terms = 6;

export interface SmoothSurface {
  /** Coefficients, `terms` for each channel. */
  coefficients: Float64Array[];
}

/** 1, x, y, x², xy, y² of each pixel, with x and y centred and scaled to the picture. */
export function basisOf(pixels: Int32Array, width: number, height: number): Float64Array {
  const basis = new Float64Array(pixels.length * terms);
  for (let k = 0, at = 0; k < pixels.length; k++, at += terms) {
    const x = (pixels[k]! % width) / width - 0.5;
    const y = ((pixels[k]! / width) | 0) / height - 0.3;
    basis[at] = 1;
    basis[at + 1] = x;
    basis[at + 2] = y;
    basis[at + 3] = x * x;
    basis[at + 4] = x * y;
    basis[at + 5] = y * y;
  }
  return basis;
}

/**
 * Fits the channels at some of the pixels. The curved terms are damped, so few pixels give a nearly flat surface.
 *
 * @param chosen which of `pixels` to use, as positions in it
 */
export function fitSurface(
  channels: Float32Array[],
  pixels: Int32Array,
  basis: Float64Array,
  chosen: Int32Array,
): SmoothSurface {
  const matrix = new Float64Array(terms * terms);
  const right = channels.map(() => new Float64Array(terms));
  for (const k of chosen) {
    const at = k * terms;
    for (let r = 0; r < terms; r++) {
      const value = basis[at + r]!;
      for (let c = r; c < terms; c++) matrix[r * terms + c]! += value * basis[at + c]!;
      for (let n = 0; n < channels.length; n++) right[n]![r]! += value * channels[n]![pixels[k]!]!;
    }
  }
  for (let r = 0; r < terms; r++) {
    for (let c = 0; c < r; c++) matrix[r * terms + c] = matrix[c * terms + r]!;
    if (r > 0) matrix[r * terms + r]! += chosen.length * 3e-4;
  }
  return { coefficients: right.map((values) => solve(Float64Array.from(matrix), values)) };
}

/** The surface of one channel at the pixel whose basis stands at position `k`. */
export function surfaceAt(
  { coefficients }: SmoothSurface,
  channel: number,
  basis: Float64Array,
  k: number,
): number {
  const c = coefficients[channel]!;
  let sum = 0;
  for (let term = 0, at = k * terms; term < terms; term++, at++) sum += c[term]! * basis[at]!;
  return sum;
}

/** The surface of one channel over the whole picture. */
export function surfaceOver(
  { coefficients }: SmoothSurface,
  channel: number,
  width: number,
  height: number,
): Float32Array {
  const [c0, c1, c2, c3, c4, c5] = coefficients[channel]! as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const values = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    const y = row / height - 0.3;
    const start = c0 + c2 * y + c5 * y * y;
    const slope = c1 + c4 * y;
    for (let column = 0; column < width; column++, i++) {
      const x = column / width - 0.5;
      values[i] = start + slope * x + c3 * x * x;
    }
  }
  return values;
}

/** Gaussian elimination with partial pivoting of a small square system. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  for (let i = 0; i < terms; i++) {
    let pivot = i;
    for (let r = i + 1; r < terms; r++) {
      if (Math.abs(matrix[r * terms + i]!) > Math.abs(matrix[pivot * terms + i]!)) pivot = r;
    }
    for (let c = 0; c < terms; c++) swap(matrix, i * terms + c, pivot * terms + c);
    swap(right, i, pivot);
    const divisor = matrix[i * terms + i]! || 1e-9;
    for (let r = i + 1; r < terms; r++) {
      const factor = matrix[r * terms + i]! / divisor;
      for (let c = i; c < terms; c++) matrix[r * terms + c]! -= factor * matrix[i * terms + c]!;
      right[r]! -= factor * right[i]!;
    }
  }
  const result = new Float64Array(terms);
  for (let i = terms - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let c = i + 1; c < terms; c++) sum -= matrix[i * terms + c]! * result[c]!;
    result[i] = sum / (matrix[i * terms + i]! || 1e-9);
  }
  return result;
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
}
