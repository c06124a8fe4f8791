import type { Box } from '../../preload/contract/index.ts';
import { maxTexture, measureBackground, minUniformShare, type BackgroundMeasure } from './background.ts';
import { pictureInsideBars } from './bars.ts';
import { measureColour } from './colour.ts';
import type { BorderFacts, DecodedPage } from './decode.ts';
import { measureFineDetail } from './enlargement.ts';
import { measureExposure } from './exposure.ts';
import { measureFaceHints } from './face-hints.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { BackgroundProblem, PhotoFacts } from './facts.ts';
import { labOf } from './lab.ts';
import { crop, lumaOf, shrink, type PixelBox, type Plane } from './raster.ts';
import { measureDetail } from './sharpness.ts';
import { closeUpHeadWidth, fullFigureTallness, measureSilhouette, type Silhouette } from './silhouette.ts';

/** Colour and shapes need no more; every check on it costs little. */
const shapeSidePx = 320;
/** Where a head usually is, for pictures whose background does not let us find it. */
const usualHead: Box = { x: 0.3, y: 0.08, width: 0.4, height: 0.5 };

/** Eyes and a collar are enough, whatever the skin and the wall; what is lighter is sparkle. */
const highlightShare = 0.005;

/** From this share of transparent border on, what is not transparent must be white to be one background with it. */
const maxTransparentBorder = 0.02;
const minWhiteBorder = 0.8;

export type Measured<F> = Omit<F, 'format' | 'bytes' | 'jpeg' | 'bitsPerPixel'>;

export function measurePhoto(decoded: DecodedPage): Measured<PhotoFacts> {
  const whole = shrink(decoded.raster, shapeSidePx);
  const bars = pictureInsideBars(whole);
  const small = bars === null ? whole : crop(whole, bars);
  const inPage = fractionsOf(bars, whole.width, whole.height);
  const lab = labOf(small);
  const colour = measureColour(lab);
  const background = measureBackground(lab);
  const plain = measureSilhouette(background.mask, lab.width, lab.height);
  const entersFrom = sidePersonEnters(background);
  // The ring does not expect a person from there and takes the body for another colour of the wall.
  const found = bars ? 'bars' : backgroundProblem(background, plain, decoded.border);
  const problem = entersFrom !== null && found === 'mixed' ? null : found;
  const silhouette = problem === null && entersFrom === null ? plain : null;
  const framing = silhouette && framingOf(silhouette);
  const headInPage = inside(silhouette?.head ?? usualHead, inPage);
  const head = lumaOf(
    crop(decoded.raster, pixelBox(headInPage, decoded.raster.width, decoded.raster.height)),
  );
  return {
    measuredAs: 'photo',
    fingerprint: fingerprintOf(whole),
    widthPx: decoded.widthPx,
    heightPx: decoded.heightPx,
    densityDpi: decoded.densityDpi,
    isColour: colour.kind === 'colour',
    colourKind: colour.kind,
    isGreyStoredAsColour: colour.kind === 'grey' && !decoded.isStoredGrey,
    sharpness: measureDetail(head),
    exposure: measureExposure(head, faceIn(head)),
    orientation: decoded.orientation,
    background: {
      isUniform: problem === null,
      problem,
      colour: background.colour,
      uniformShare: background.uniformShare,
      texture: background.texture,
      lightness: background.lightness,
      lightnessRange: background.lightnessRange,
      worst: background.worst && inside(background.worst, inPage),
    },
    pictureInsideBars: bars && inPage,
    head: silhouette && inside(silhouette.head, inPage),
    subject: silhouette && inside(silhouette.subject, inPage),
    shoulders: silhouette?.shoulders ? inside(silhouette.shoulders, inPage) : null,
    isHeadCut: silhouette?.isHeadCut ?? null,
    framing,
    isHalfLength: framing && framing === 'half-length',
    persons: silhouette?.persons ?? null,
    hints: silhouette && measureFaceHints(small, silhouette.head, background.mask),
    fineDetail: measureFineDetail(head),
    lightest: lightestOf(lab.l),
    entersFrom,
  };
}

/** Whole steps of L*. */
function lightestOf(lightness: Float32Array): number {
  const counts = new Uint32Array(101);
  for (const value of lightness) counts[Math.min(100, value | 0)]!++;
  let lightest = 100;
  for (let above = counts[100]!; lightest > 0 && above <= lightness.length * highlightShare;)
    above += counts[--lightest]!;
  return lightest;
}

function backgroundProblem(
  { uniformShare, texture }: BackgroundMeasure,
  silhouette: Silhouette | null,
  border: BorderFacts,
): BackgroundProblem | null {
  const isMasked =
    border.transparent > maxTransparentBorder && border.transparent < 1 && border.white < minWhiteBorder;
  if (isMasked) return 'masked';
  if (uniformShare < minUniformShare) return 'mixed';
  if (texture > maxTexture) return 'textured';
  return silhouette?.reachesAcross ? 'scene' : null;
}

/** `null` for a person who stands, and wherever more than one side is covered. */
function sidePersonEnters({ sides, texture }: BackgroundMeasure): PhotoFacts['entersFrom'] {
  const covered = (['top', 'right', 'left'] as const).filter((side) => sides[side] < minUniformShare);
  const isPlainOtherwise = sides.bottom >= minUniformShare && texture <= maxTexture;
  return isPlainOtherwise && covered.length === 1 && sides[covered[0]!] < 0.75 ? covered[0]! : null;
}

/** A head that fills most of the width leaves no room for the upper body; between the limits it may be either. */
function framingOf({ headWidth, tallness, persons }: Silhouette): PhotoFacts['framing'] {
  if (persons > 1) return null;
  if (headWidth >= closeUpHeadWidth) return 'close-up';
  if (tallness !== null && tallness >= fullFigureTallness) return 'full-figure';
  return headWidth <= 0.55 ? 'half-length' : null;
}

function fractionsOf(box: PixelBox | null, width: number, height: number): Box {
  if (box === null) return { x: 0, y: 0, width: 1, height: 1 };
  return {
    x: box.left / width,
    y: box.top / height,
    width: (box.right - box.left) / width,
    height: (box.bottom - box.top) / height,
  };
}

function inside(box: Box, outer: Box): Box {
  return {
    x: outer.x + box.x * outer.width,
    y: outer.y + box.y * outer.height,
    width: box.width * outer.width,
    height: box.height * outer.height,
  };
}

/** The middle of the head's box, without hair and background. */
function faceIn({ width, height }: Plane): PixelBox {
  return {
    left: Math.round(width * 0.2),
    right: Math.round(width * 0.8),
    top: Math.round(height * 0.3),
    bottom: Math.round(height * 0.9),
  };
}

function pixelBox(box: Box, width: number, height: number): PixelBox {
  return {
    left: Math.floor(box.x * width),
    top: Math.floor(box.y * height),
    right: Math.min(width, Math.ceil((box.x + box.width) * width)),
    bottom: Math.min(height, Math.ceil((box.y + box.height) * height)),
  };
}
