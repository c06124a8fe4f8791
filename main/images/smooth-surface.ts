/**
 * Least-squares fit of a surface that changes smoothly over the picture (quadratic in x and y), one per channel:
 * a wall lit from one side, a studio backdrop with a vignette.
 */
const terms = 6;

export interface SmoothSurface {
  /** Coefficients, `terms` for each channel. */
  coefficients: Float64Array[];
}

/** Writes 1, x, y, x², xy, y² of a pixel, with x and y centred and scaled to the picture. */
export function basisOf(
  index: number,
  width: number,
  height: number,
  out: Float64Array | Float32Array,
  at = 0,
) {
  const x = (index % width) / width - 0.5;
  const y = ((index / width) | 0) / height - 0.3;
  out[at] = 1;
  out[at + 1] = x;
  out[at + 2] = y;
  out[at + 3] = x * x;
  out[at + 4] = x * y;
  out[at + 5] = y * y;
}

/** Fits the channels at the given pixels. The curved terms are damped, so few pixels give a nearly flat surface. */
export function fitSurface(
  channels: Float32Array[],
  pixels: Int32Array,
  width: number,
  height: number,
): SmoothSurface {
  const matrix = new Float64Array(terms * terms);
  const right = channels.map(() => new Float64Array(terms));
  const basis = new Float64Array(terms);
  for (const index of pixels) {
    basisOf(index, width, height, basis);
    for (let r = 0; r < terms; r++) {
      for (let c = r; c < terms; c++) matrix[r * terms + c]! += basis[r]! * basis[c]!;
      for (let k = 0; k < channels.length; k++) right[k]![r]! += basis[r]! * channels[k]![index]!;
    }
  }
  for (let r = 0; r < terms; r++) {
    for (let c = 0; c < r; c++) matrix[r * terms + c] = matrix[c * terms + r]!;
    if (r > 0) matrix[r * terms + r]! += pixels.length * 3e-4;
  }
  return { coefficients: right.map((values) => solve(Float64Array.from(matrix), values)) };
}

export function surfaceValue(
  { coefficients }: SmoothSurface,
  channel: number,
  basis: ArrayLike<number>,
  at = 0,
) {
  const c = coefficients[channel]!;
  let sum = 0;
  for (let k = 0; k < terms; k++) sum += c[k]! * basis[at + k]!;
  return sum;
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
