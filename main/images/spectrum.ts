import type { Channel } from './raster.ts';

/** Power of the waves in a square of a picture, by a fast Fourier transform along rows and then columns. */
export class Spectrum {
  readonly #side: number;
  readonly #window: Float64Array;
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;
  readonly #reversed: Uint16Array;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;

  /** @param side of the square in pixels, a power of two */
  constructor(side: number) {
    this.#side = side;
    // A Hann window, for a square cut out has steps at its ends.
    this.#window = Float64Array.from({ length: side }, (_, k) => 1 - Math.cos((2 * Math.PI * k) / side));
    this.#cosines = Float64Array.from({ length: side / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / side));
    this.#sines = Float64Array.from({ length: side / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / side));
    const bits = Math.log2(side);
    this.#reversed = Uint16Array.from({ length: side }, (_, k) => {
      let reversed = 0;
      for (let bit = 0; bit < bits; bit++) reversed |= ((k >> bit) & 1) << (bits - 1 - bit);
      return reversed;
    });
    this.#real = new Float64Array(side * side);
    this.#imaginary = new Float64Array(side * side);
  }

  /**
   * Squared amplitude, in units of the channel, at `v * side + u`: u waves across and v down the square. The result
   * is overwritten by the next call.
   */
  of({ width, data, step, first }: Channel, left: number, top: number): Float64Array {
    const side = this.#side;
    const real = this.#real;
    const imaginary = this.#imaginary.fill(0);
    let mean = 0;
    for (let y = 0; y < side; y++)
      for (let x = 0, i = ((top + y) * width + left) * step + first; x < side; x++, i += step)
        mean += data[i]!;
    mean /= side * side;
    for (let y = 0; y < side; y++) {
      const weight = this.#window[y]!;
      for (let x = 0, i = ((top + y) * width + left) * step + first; x < side; x++, i += step) {
        real[y * side + x] = (data[i]! - mean) * weight * this.#window[x]!;
      }
    }
    for (let row = 0; row < side; row++) this.#transform(row * side, 1);
    for (let column = 0; column < side; column++) this.#transform(column, side);
    // A wave is split between both halves of the plane; the window's mean is 1.
    const scale = 4 / side ** 4;
    for (let k = 0; k < real.length; k++) {
      real[k] = (real[k]! * real[k]! + imaginary[k]! * imaginary[k]!) * scale;
    }
    return real;
  }

  #transform(start: number, stride: number): void {
    const side = this.#side;
    const real = this.#real;
    const imaginary = this.#imaginary;
    for (let k = 0; k < side; k++) {
      const other = this.#reversed[k]!;
      if (other <= k) continue;
      const [p, q] = [start + k * stride, start + other * stride];
      const [re, im] = [real[p]!, imaginary[p]!];
      real[p] = real[q]!;
      imaginary[p] = imaginary[q]!;
      real[q] = re;
      imaginary[q] = im;
    }
    for (let half = 1; half < side; half *= 2) {
      const turn = side / 2 / half;
      for (let group = 0; group < side; group += 2 * half) {
        for (let k = 0; k < half; k++) {
          const p = start + (group + k) * stride;
          const q = p + half * stride;
          const c = this.#cosines[k * turn]!;
          const s = this.#sines[k * turn]!;
          const re = real[q]! * c - imaginary[q]! * s;
          const im = real[q]! * s + imaginary[q]! * c;
          real[q] = real[p]! - re;
          imaginary[q] = imaginary[p]! - im;
          real[p]! += re;
          imaginary[p]! += im;
        }
      }
    }
  }
}
