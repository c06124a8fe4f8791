import sharp from 'sharp';
import type { PackInput } from './input.ts';
import type { Area } from './page.ts';

/** The only words that are taken where nothing but the purpose may be written. */
export const filingUseOnly = '仅供备案使用';

/** The words for a document's pictures: the entity's own where they may be; `null`: none. */
export function watermarkOf(input: PackInput, material: string): string | null {
  const { options, watermarkPolicy: policy } = input;
  if (!options.watermark || !policy?.materials.includes(material) || policy.allowed === 'none') return null;
  return policy.allowed === 'short' ? options.watermark : filingUseOnly;
}

/** Sizes tried, in millimetres of letter height, the largest first. */
const heightsMm = [7, 6, 5, 4, 3.2, 2.6];
const mapWidth = 240;
/** Pixels of the map. */
const around = 2;
/** Of 255. Print and lines differ by more from what is around them, paper and scanned colour by less. */
const quietContrast = 16;
/** How far the background's lightness may be from its most frequent one, of 255. */
const backgroundRange = 24;

/**
 * Where a line of text stands on nothing but background: no print, no line, no seal and no skin below it or close to
 * it. Of the largest size that has such a place, the one nearest to the middle; `null` when there is none.
 *
 * @param area of the picture on the paper, millimetres
 * @param widthPerHeight of the text
 */
export async function quietPlace(picture: Buffer, area: Area, widthPerHeight: number): Promise<Area | null> {
  const { data, info } = await sharp(picture)
    .resize({ width: mapWidth })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const busy = busySums(data, info.width, info.height);
  const mmPerPx = area.width / info.width;
  for (const heightMm of heightsMm) {
    const height = Math.ceil((heightMm * 1.5) / mmPerPx);
    const width = Math.ceil((heightMm * (widthPerHeight + 1)) / mmPerPx);
    // With what is around it: an edge shows a pixel late, and text does not touch text.
    const at = quietestWindow(busy, info.width, info.height, width + 2 * around, height + 2 * around);
    if (!at) continue;
    return {
      x: area.x + (at.x + around) * mmPerPx,
      y: area.y + (at.y + around) * mmPerPx,
      width: width * mmPerPx,
      height: height * mmPerPx,
    };
  }
  return null;
}

/** Sums of busy pixels above and left of each corner. */
function busySums(rgb: Buffer, width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  const light = (x: number, y: number) => lightness(rgb, y * width + x);
  const background = mostFrequentLightness(rgb);
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const here = light(x, y);
      const contrast = Math.max(
        Math.abs(here - light(Math.max(0, x - 1), y)),
        Math.abs(here - light(x, Math.max(0, y - 1))),
      );
      const isBackground = contrast <= quietContrast && Math.abs(here - background) <= backgroundRange;
      if (!isBackground || isSealOrSkin(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!)) row++;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
}

function lightness(rgb: Buffer, pixel: number): number {
  const at = 3 * pixel;
  return (rgb[at]! * 77 + rgb[at + 1]! * 150 + rgb[at + 2]! * 29) >> 8;
}

/** To eight steps: paper, the ground of a card, the cloth behind a person. */
function mostFrequentLightness(rgb: Buffer): number {
  const counts = new Uint32Array(32);
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) counts[lightness(rgb, pixel) >> 3]!++;
  return counts.indexOf(Math.max(...counts)) * 8 + 4;
}

/** Red beyond doubt, or the hues that skin has in any light: red over green over blue, apart. */
function isSealOrSkin(red: number, green: number, blue: number): boolean {
  return (
    red - Math.max(green, blue) > 40 || (red > 80 && red - green > 20 && green > blue && red - blue > 30)
  );
}

function quietestWindow(
  sums: Uint32Array,
  width: number,
  height: number,
  windowWidth: number,
  windowHeight: number,
): { x: number; y: number } | null {
  let best: { x: number; y: number; distance: number } | null = null;
  // A border of two pixels: the edge of a scan is no place for text.
  for (let y = 2; y + windowHeight <= height - 2; y++) {
    for (let x = 2; x + windowWidth <= width - 2; x++) {
      const corner = (dx: number, dy: number) => sums[(y + dy) * (width + 1) + x + dx]!;
      const count =
        corner(windowWidth, windowHeight) - corner(0, windowHeight) - corner(windowWidth, 0) + corner(0, 0);
      if (count > 0) continue;
      const distance = Math.hypot(x + windowWidth / 2 - width / 2, y + windowHeight / 2 - height / 2);
      if (!best || distance < best.distance) best = { x, y, distance };
    }
  }
  return best;
}
