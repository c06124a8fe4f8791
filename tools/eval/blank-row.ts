import sharp from 'sharp';
import { opaqueBorder, scanSidePx } from '../../main/images/decode.ts';
import { measureScan } from '../../main/images/measure-scan.ts';
import type { Scan } from './pictures.ts';
import { atLeast, balanced, digits, type Case, type Row } from './rows.ts';

/** Sheets of nothing: their lightness, and the grain of paper and scanner. */
const lightnesses = [254, 246, 232, 205];
const grains = [0.5, 2, 4];
/** Of cheap, warm and cold paper: what each channel has less. */
const tints = [
  [0, 0, 0],
  [0, 4, 18],
  [10, 4, 0],
] as const;

/** Blank sheets, made by the command, against every labelled page that is not blank; a blank one has no angle. */
export async function blankRow(scans: Scan[]): Promise<Row> {
  const cases: Case[] = scans.flatMap(({ label: { file, blank }, facts: { isBlank, inkShare } }) =>
    blank === null ? [] : [{ file, truth: blank, found: isBlank, note: digits(inkShare, 4) }],
  );
  for (const mean of lightnesses)
    for (const sigma of grains)
      for (const tint of tints) {
        const { isBlank, skewDegrees } = await measureSheet(mean, sigma, tint);
        cases.push({
          file: `a blank sheet of ${mean} with grain ${sigma} and tint ${tint.join(' ')}`,
          truth: true,
          found: isBlank && skewDegrees === null,
          note: `angle ${digits(skewDegrees)}`,
        });
      }
  return balanced('blank pages, made ones too, without an angle', atLeast(1), cases);
}

async function measureSheet(mean: number, sigma: number, tint: readonly [number, number, number]) {
  const [width, height] = [Math.round(scanSidePx / Math.SQRT2), scanSidePx];
  const noise = { type: 'gaussian' as const, mean, sigma };
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#fff', noise } })
    .linear(
      [1, 1, 1],
      tint.map((less) => -less),
    )
    .jpeg({ quality: 88 })
    .toBuffer();
  const rgb = await sharp(jpeg).raw().toBuffer();
  return measureScan(
    {
      widthPx: width,
      heightPx: height,
      raster: { width, height, rgb },
      grey: null,
      orientation: null,
      densityDpi: null,
      isStoredGrey: false,
      border: opaqueBorder,
      pageMm: null,
    },
    'scan',
  );
}
