import sharp from 'sharp';
import type { Raster } from '../../main/images/raster.ts';

/** A picture as a screen of that width shows it. */
export async function onScreen(picture: Buffer, widthPx: number): Promise<Raster> {
  const { data, info } = await sharp(picture)
    .resize({ width: widthPx })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

/**
 * A photograph of a screen: each of its pixels is three upright stripes of light with dark gaps, seen at an angle,
 * each pixel of the camera the mean of nine places.
 *
 * @param pitch pixels of the camera for one of the screen
 */
export function photographed(
  screen: Raster,
  widthPx: number,
  heightPx: number,
  pitch: number,
  degrees: number,
): Raster {
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  const [c, s] = [Math.cos((degrees * Math.PI) / 180) / pitch, Math.sin((degrees * Math.PI) / 180) / pitch];
  const light = [0, 0, 0];
  for (let y = 0, to = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, to += 3) {
      light.fill(0);
      for (let k = 0; k < 9; k++) {
        // The lens spreads every point over more than a pixel.
        const dx = x - widthPx / 2 + ((k % 3) - 1) * 0.6;
        const dy = y - heightPx / 2 + (((k / 3) | 0) - 1) * 0.6;
        const u = dx * c + dy * s + screen.width / 2;
        const v = dy * c - dx * s + screen.height / 2;
        const [column, row] = [Math.floor(u), Math.floor(v)];
        if (column < 0 || row < 0 || column >= screen.width || row >= screen.height || v - row > 0.85)
          continue;
        const channel = Math.floor((u - column) * 3);
        light[channel]! += (screen.rgb[(row * screen.width + column) * 3 + channel]! / 255) ** 2.2;
      }
      for (let channel = 0; channel < 3; channel++) {
        // Light strays between the stripes.
        const stray = (light[0]! + light[1]! + light[2]!) / 3;
        rgb[to + channel] = 230 * Math.min(1, (light[channel]! + stray) / 2 / 2.7) ** (1 / 2.2);
      }
    }
  }
  return { width: widthPx, height: heightPx, rgb };
}

export const fileOf = ({ width, height, rgb }: Raster, quality = 85) =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .blur(0.9)
    .jpeg({ quality })
    .toBuffer();
