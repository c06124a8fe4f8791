import { pause, type WorkContext } from '../../workers/task.ts';
import type { Raster } from '../raster.ts';
import type { Step } from './turn.ts';

/** Positions between two pixels that have weights of their own. */
const phases = 256;
const white = 255;
/** Rows between two looks at whether the work was cancelled. */
const rowsAtOnce = 64;

/**
 * The picture that `step` asks for, each pixel mixed from sixteen by cubic convolution (Keys 1981, a = -1/2). What lies
 * outside the source is white.
 *
 * @throws the signal's reason when cancelled
 */
export async function warp(source: Raster, step: Step, context: WorkContext = {}): Promise<Raster> {
  const { width, height } = step;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += rowsAtOnce) {
    warpRows(source, step, rgb, y, Math.min(height, y + rowsAtOnce));
    await pause(context);
  }
  return { width, height, rgb };
}

function warpRows(source: Raster, { width, toSource: m }: Step, rgb: Uint8Array, from: number, to: number) {
  const { width: sourceWidth, height: sourceHeight, rgb: pixels } = source;
  const stride = sourceWidth * 3;
  const columns = new Int32Array(4);
  const rows = new Int32Array(4);
  let out = from * width * 3;
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++, out += 3) {
      const [outX, outY] = [x + 0.5, y + 0.5];
      const depth = m[6] * outX + m[7] * outY + m[8];
      const sourceX = (m[0] * outX + m[1] * outY + m[2]) / depth;
      const sourceY = (m[3] * outX + m[4] * outY + m[5]) / depth;
      if (!(sourceX >= 0 && sourceY >= 0 && sourceX <= sourceWidth && sourceY <= sourceHeight)) {
        rgb[out] = rgb[out + 1] = rgb[out + 2] = white;
        continue;
      }
      const left = Math.floor(sourceX - 0.5);
      const top = Math.floor(sourceY - 0.5);
      const phaseX = Math.round((sourceX - 0.5 - left) * phases) * 4;
      const phaseY = Math.round((sourceY - 0.5 - top) * phases) * 4;
      for (let i = 0; i < 4; i++) {
        columns[i] = Math.max(0, Math.min(sourceWidth - 1, left - 1 + i)) * 3;
        rows[i] = Math.max(0, Math.min(sourceHeight - 1, top - 1 + i)) * stride;
      }
      let r = 0;
      let g = 0;
      let b = 0;
      for (let i = 0; i < 4; i++) {
        const weightY = weights[phaseY + i]!;
        const row = rows[i]!;
        for (let j = 0; j < 4; j++) {
          const weight = weightY * weights[phaseX + j]!;
          const at = row + columns[j]!;
          r += weight * pixels[at]!;
          g += weight * pixels[at + 1]!;
          b += weight * pixels[at + 2]!;
        }
      }
      rgb[out] = toByte(r);
      rgb[out + 1] = toByte(g);
      rgb[out + 2] = toByte(b);
    }
  }
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5;
}

/** Four weights for each position between two pixels. */
const weights = Float32Array.from({ length: (phases + 1) * 4 }, (_, i) => {
  const position = Math.floor(i / 4) / phases;
  const away = Math.abs((i % 4) - 1 - position);
  if (away < 1) return 1.5 * away ** 3 - 2.5 * away ** 2 + 1;
  return away < 2 ? -0.5 * away ** 3 + 2.5 * away ** 2 - 4 * away + 2 : 0;
});
