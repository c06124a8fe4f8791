import type { ImageKind } from '../../preload/contract/index.ts';
import { measureColour, type ColourFacts } from './colour.ts';
import { measureCut } from './cut-content.ts';
import type { DecodedPage } from './decode.ts';
import { measureExposure } from './exposure.ts';
import type { ScanFacts, SealFacts } from './facts.ts';
import { measureFlatColour } from './flat-colour.ts';
import { findGreySeals } from './grey-seals.ts';
import { findInk, inkMask, minInkShare } from './ink.ts';
import { labOf } from './lab.ts';
import { measureLineConvergence } from './line-convergence.ts';
import type { Measured } from './measure-photo.ts';
import { measurePageArea } from './page-area.ts';
import { paperPrintOf } from './paper-print.ts';
import { effectiveDpi } from './paper-size.ts';
import { greenOf, halve, halvePlane, lumaOf } from './raster.ts';
import { findBlueInk, findRedInk } from './red-ink.ts';
import { measureScreenGrid } from './screen-grid.ts';
import { edgePoints } from './row-sharpness.ts';
import { findSeals, type Seal } from './seals.ts';
import { measureDetail, measureEdges } from './sharpness.ts';
import { measureSkew } from './skew.ts';
import { textHeight, textLines } from './text-height.ts';
import { measureTurn } from './turn.ts';

const coarseSidePx = 520;
const colourSidePx = 320;

const mmPerInch = 25.4;

/** What is filed with a seal on it; elsewhere nobody asks for one that is not red. */
const sealedKinds = new Set<ImageKind>(['verification-form', 'letter']);

const noColour: Pick<ColourFacts, 'kind'> = { kind: 'grey' };

export function measureScan(decoded: DecodedPage, kind: ImageKind): Measured<ScanFacts> {
  const { grey, widthPx, heightPx } = decoded;
  // Colour, seals and light show as well on fewer pixels; lines and letters need all of them.
  const coarse = grey === null ? halvedTo(decoded.raster, coarseSidePx, halve) : null;
  const luma = grey ?? lumaOf(decoded.raster);
  const coarseLuma = coarse === null ? halvedTo(luma, coarseSidePx, halvePlane) : lumaOf(coarse);
  const colour = coarse === null ? noColour : measureColour(labOf(halvedTo(coarse, colourSidePx, halve)));
  const isInked = coarse !== null && colour.kind !== 'grey';
  const red = isInked ? findSeals(findRedInk(coarse), coarse) : [];
  const blue = isInked && red.length === 0 ? findSeals(findBlueInk(coarse), coarse) : [];
  const greySeals = !isInked && sealedKinds.has(kind) ? findGreySeals(coarseLuma) : [];
  const ink = findInk(luma, coarseLuma);
  const mask = inkMask(ink);
  const lower = edgePoints(ink, luma, 'lower');
  const skew = measureSkew(ink, luma, lower);
  const area = measurePageArea(coarseLuma);
  const dpi = effectiveDpi(kind, widthPx, heightPx, area.page, decoded.pageMm);
  const withDiameter = ({ box, shape, strength }: Seal): SealFacts => ({
    box,
    diameterMm: dpi && diameterMm(box, widthPx, heightPx, dpi),
    shape,
    strength,
  });
  const lines = skew.degrees === null ? [] : textLines(ink, skew.degrees);
  const height = textHeight(lines);
  const textHeightPx = height && (height / luma.width) * widthPx;
  const edges = measureEdges(luma);
  const grid = measureScreenGrid(grey === null ? greenOf(decoded.raster) : { ...grey, step: 1, first: 0 });
  const isBlank = ink.markShare < minInkShare && red.length + blue.length === 0;
  const cut = measureCut(ink, luma, mask, area.surroundings);
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
    redSeals: red.map(withDiameter),
    blueSeals: blue.map(withDiameter),
    greySeals,
    isBlank,
    paperPrint: isBlank ? null : paperPrintOf(luma),
    edgesVisible: area.surroundings.length === 4,
    surroundings: area.surroundings,
    page: area.page,
    corners: area.corners,
    keystoneDegrees: area.keystoneDegrees,
    lineConvergenceDegrees: skew.degrees === null ? null : measureLineConvergence(lower, ink, skew.degrees),
    edgeWidthPx: edges.widthPx,
    strokeContrast: edges.contrast,
    textHeightPx,
    textHeightMm: textHeightPx && dpi && (textHeightPx / dpi) * mmPerInch,
    ...measureTurn({ ink, luma, mask, lower, lines, degrees: skew.degrees }, coarseLuma),
    contrast: ink.contrast,
    paperLuma: area.paperLuma,
    inkShare: ink.share,
    unevenness: area.unevenness,
    glareShare: area.glareShare,
    glare: area.glare,
    cutStrokes: cut.strokes,
    cutStrokesPer1000Px: cut.per1000Px,
    cutSide: cut.side,
    screenGrid: { ...grid, periodPx: grid.periodPx && (grid.periodPx / luma.width) * widthPx },
    flatColour:
      coarse === null || decoded.pageMm !== null ? null : measureFlatColour(coarse, widthPx, heightPx),
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
