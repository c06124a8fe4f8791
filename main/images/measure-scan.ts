import type { ImageKind } from '../../preload/contract/index.ts';
import { measureColour } from './colour.ts';
import type { DecodedPage } from './decode.ts';
import { measureExposure } from './exposure.ts';
import type { ScanFacts } from './facts.ts';
import { findInk, minInkShare } from './ink.ts';
import { labOf } from './lab.ts';
import type { Measured } from './measure-photo.ts';
import { measurePageArea } from './page-area.ts';
import { effectiveDpi } from './paper-size.ts';
import { halve, lumaOf, shrink } from './raster.ts';
import { findSeals, type Seal } from './seals.ts';
import { measureDetail, measureEdgeWidth } from './sharpness.ts';
import { measureSkew } from './skew.ts';

const colourSidePx = 300;
/** Seals and light show as well at half the working size, in a quarter of the time. */
const minHalvedSidePx = 800;

const mmPerInch = 25.4;

export function measureScan(decoded: DecodedPage, kind: ImageKind): Measured<ScanFacts> {
  const { raster, widthPx, heightPx } = decoded;
  const luma = lumaOf(raster);
  const longSide = Math.max(raster.width, raster.height);
  // A narrow strip has no row to spare.
  const isHalved = longSide > minHalvedSidePx && Math.min(raster.width, raster.height) > 1;
  const coarse = isHalved ? halve(raster) : raster;
  const coarseLuma = isHalved ? lumaOf(coarse) : luma;
  const colour = measureColour(labOf(shrink(coarse, colourSidePx)));
  const ink = findInk(luma);
  const skew = measureSkew(ink, luma);
  const area = measurePageArea(coarseLuma);
  const seals = colour.kind === 'grey' ? [] : findSeals(coarse);
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

/** The larger of its sides, as a ruler would be laid. */
function diameterMm(box: Seal['box'], widthPx: number, heightPx: number, dpi: number): number {
  return (Math.max(box.width * widthPx, box.height * heightPx) / dpi) * mmPerInch;
}
