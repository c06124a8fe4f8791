import type { ImageKind } from '../../preload/contract/index.ts';
import { measureColour, type ColourFacts } from './colour.ts';
import type { DecodedPage } from './decode.ts';
import { measureExposure } from './exposure.ts';
import type { ScanFacts } from './facts.ts';
import { findInk, minInkShare } from './ink.ts';
import { labOf } from './lab.ts';
import type { Measured } from './measure-photo.ts';
import { measurePageArea } from './page-area.ts';
import { effectiveDpi } from './paper-size.ts';
import { halve, halvePlane, lumaOf } from './raster.ts';
import { findRedInk } from './red-ink.ts';
import { findSeals, type Seal } from './seals.ts';
import { measureDetail, measureEdgeWidth } from './sharpness.ts';
import { measureSkew } from './skew.ts';

const coarseSidePx = 520;
const colourSidePx = 320;

const mmPerInch = 25.4;

const noColour: Pick<ColourFacts, 'kind'> = { kind: 'grey' };

export function measureScan(decoded: DecodedPage, kind: ImageKind): Measured<ScanFacts> {
  const { grey, widthPx, heightPx } = decoded;
  // Colour, seals and light show as well on fewer pixels; lines and letters need all of them.
  const coarse = grey === null ? halvedTo(decoded.raster, coarseSidePx, halve) : null;
  const luma = grey ?? lumaOf(decoded.raster);
  const coarseLuma = coarse === null ? halvedTo(luma, coarseSidePx, halvePlane) : lumaOf(coarse);
  const colour = coarse === null ? noColour : measureColour(labOf(halvedTo(coarse, colourSidePx, halve)));
  const seals = coarse === null || colour.kind === 'grey' ? [] : findSeals(findRedInk(coarse), coarse);
  const ink = findInk(luma, coarseLuma);
  const skew = measureSkew(ink, luma);
  const area = measurePageArea(coarseLuma);
  const dpi = effectiveDpi(kind, widthPx, heightPx, area.page, decoded.pageMm);
  return {
    measuredAs: 'scan',
    widthPx,
    heightPx,
    densityDpi: decoded.densityDpi,
    // Yellowed paper scanned in colour is toned and still a scan in colour.
    isColour: colour.kind !== 'grey',
    colourKind: colour.kind,
    isGreyStoredAsColour: colour.kind === 'grey' && !decoded.isStoredGrey,
    sharpness: measureDetail(luma),
    exposure: measureExposure(coarseLuma),
    orientation: decoded.orientation,
    skewDegrees: skew.degrees,
    skewConfidence: skew.confidence,
    effectiveDpi: dpi,
    redSeals: seals.map(({ box }) => ({ box, diameterMm: dpi && diameterMm(box, widthPx, heightPx, dpi) })),
    isBlank: ink.markShare < minInkShare && seals.length === 0,
    edgesVisible: area.surroundings.length === 4,
    surroundings: area.surroundings,
    page: area.page,
    edgeWidthPx: measureEdgeWidth(luma),
    contrast: ink.contrast,
    paperLuma: area.paperLuma,
    inkShare: ink.share,
    unevenness: area.unevenness,
  };
}

/** Halved until its long side has at most `sidePx`; a strip has no row to spare. */
function halvedTo<P extends { width: number; height: number }>(
  picture: P,
  sidePx: number,
  half: (picture: P) => P,
): P {
  let result = picture;
  while (Math.max(result.width, result.height) > sidePx && Math.min(result.width, result.height) > 1) {
    result = half(result);
  }
  return result;
}

/** The larger of its sides, as a ruler would be laid. */
function diameterMm(box: Seal['box'], widthPx: number, heightPx: number, dpi: number): number {
  return (Math.max(box.width * widthPx, box.height * heightPx) / dpi) * mmPerInch;
}
