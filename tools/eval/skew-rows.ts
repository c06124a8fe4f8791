import { join } from 'node:path';
import sharp from 'sharp';
import { opaqueBorder, scanSidePx, type DecodedPage } from '../../main/images/decode.ts';
import { measureScan } from '../../main/images/measure-scan.ts';
import type { Scan } from './pictures.ts';
import {
  atLeast,
  atMost,
  digits,
  figure,
  mean,
  quantileOf,
  row,
  type Confusion,
  type Figure,
  type Row,
} from './rows.ts';

/** Clockwise, of exact rotations of real pages. */
const anglesDegrees = [8.3, 3.17, 0.62, -0.37, -1.43, -5.9];
/** Pages that stand straighter than this are turned, so many of them. */
const maxOwnDegrees = 3;
const maxPages = 21;
/** Large enough for the rotation to add no error of its own. */
const rotationSidePx = 2400;

interface Turned {
  file: string;
  wantedDegrees: number;
  foundDegrees: number | null;
}

interface SkewGoals {
  mean: number;
  /** Within so many degrees. */
  near: number;
  worst: number;
}

export function labelledSkewRow(scans: Scan[]): Row {
  const pages = scans.flatMap(({ label, facts }): Turned[] =>
    label.skew_scorable === true && label.skew_deg !== null
      ? [{ file: label.file, wantedDegrees: label.skew_deg, foundDegrees: facts.skewDegrees }]
      : [],
  );
  return skewRow('skew, labelled flat pages', pages, { mean: 0.035, near: 0.25, worst: 0.5 });
}

/** Each page is turned by known angles: what is found is held against what is found on the page itself. */
export async function exactSkewRow(folder: string, scans: Scan[]): Promise<Row> {
  const pages = scans
    .filter(({ label }) => label.skew_scorable === true && Math.abs(label.skew_deg ?? 90) < maxOwnDegrees)
    .slice(0, maxPages);
  const turned: Turned[] = [];
  for (const { label, facts } of pages)
    for (const angle of anglesDegrees) {
      const { skewDegrees } = measureScan(await turnedPage(join(folder, label.file), angle), 'scan');
      turned.push({
        file: `${label.file} at ${angle}`,
        wantedDegrees: angle,
        foundDegrees:
          skewDegrees === null || facts.skewDegrees === null ? null : skewDegrees - facts.skewDegrees,
      });
    }
  return skewRow('skew, exact rotations', turned, { mean: 0.02, near: 0.1, worst: 0.3 }, [
    figure('unanswered', turned.length === 0 ? null : unansweredOf(turned), atMost(0)),
  ]);
}

function skewRow(name: string, pages: Turned[], goals: SkewGoals, more: Figure[] = []): Row {
  const errorOf = ({ wantedDegrees, foundDegrees }: Turned) =>
    foundDegrees === null ? Number.POSITIVE_INFINITY : Math.abs(foundDegrees - wantedDegrees);
  const answered = pages.map(errorOf).filter(Number.isFinite);
  const off = pages.filter((page) => errorOf(page) > goals.near);
  return row(
    name,
    pages.length,
    [
      figure('mean', mean(answered), atMost(goals.mean), 'degrees'),
      figure(
        `within ${goals.near} degrees`,
        pages.length === 0 ? null : 1 - off.length / pages.length,
        atLeast(0.99),
      ),
      figure('worst', quantileOf(answered, 1), atMost(goals.worst), 'degrees'),
      ...(more.length > 0 ? more : [figure('unanswered', pages.length === 0 ? null : unansweredOf(pages))]),
    ],
    off.map(({ file, wantedDegrees, foundDegrees }): Confusion => ({
      file,
      what: foundDegrees === null ? 'unanswered' : 'far off',
      note: `${digits(foundDegrees)} instead of ${wantedDegrees}`,
    })),
  );
}

const unansweredOf = (pages: Turned[]) => pages.filter(({ foundDegrees }) => foundDegrees === null).length;

async function turnedPage(path: string, degrees: number): Promise<DecodedPage> {
  const { data, info } = await sharp(path)
    .flatten({ background: '#fff' })
    .resize({ width: rotationSidePx, height: rotationSidePx, fit: 'inside', withoutEnlargement: true })
    .rotate(degrees, { background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const smaller = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: scanSidePx, height: scanSidePx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    widthPx: width,
    heightPx: height,
    raster: { width: smaller.info.width, height: smaller.info.height, rgb: smaller.data },
    grey: null,
    orientation: null,
    densityDpi: null,
    isStoredGrey: false,
    border: opaqueBorder,
    pageMm: null,
  };
}
