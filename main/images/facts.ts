import type { Box, ImageFacts } from '../../preload/contract/index.ts';
import type { BackgroundColour } from './background.ts';
import type { ColourFacts } from './colour.ts';
import type { ExposureFacts } from './exposure.ts';
import type { FaceHints } from './face-hints.ts';
import type { FlatColourFacts } from './flat-colour.ts';
import type { JpegFacts } from './jpeg.ts';
import type { Side } from './page-area.ts';
import type { Point } from './page-edges.ts';
import type { ScreenGrid } from './screen-grid.ts';
import type { SealShape } from './seals.ts';

/**
 * What was measured of one page, without any judgement; JSON-safe, stored with the attachment. Sizes in pixels of
 * the upright page as filed, boxes in fractions of it, shares 0..1.
 */
interface CommonFacts {
  widthPx: number;
  heightPx: number;
  format: string;
  bytes: number;
  /** As the file claims; `null` when it does not say. */
  densityDpi: number | null;
  isColour: boolean;
  colourKind: ColourFacts['kind'];
  /** No colour, although the file has room for it. */
  isGreyStoredAsColour: boolean;
  /** Fine detail against contrast on the working size; in a portrait measured in the head. */
  sharpness: number | null;
  exposure: ExposureFacts;
  /** EXIF orientation 1..8, already applied to everything here; `null` without one. */
  orientation: number | null;
  jpeg: JpegFacts | null;
  bitsPerPixel: number;
}

/**
 * `mixed`: several colours around the person; `textured`: one colour with a pattern; `scene`: plain above, but
 * something reaches from side to side below; `masked`: transparent around a shape; `bars`: flat bars at two sides.
 */
export type BackgroundProblem = 'mixed' | 'textured' | 'scene' | 'masked' | 'bars';

export interface PhotoFacts extends CommonFacts {
  measuredAs: 'photo';
  /** See `fingerprintOf`; compared over all dossiers. */
  fingerprint: string;
  background: {
    isUniform: boolean;
    /** Why it is not uniform. */
    problem: BackgroundProblem | null;
    colour: BackgroundColour;
    uniformShare: number;
    texture: number;
    lightness: number;
    lightnessRange: number;
    worst: Box | null;
  };
  /** The photo itself where bars of one colour lie at two sides of it. */
  pictureInsideBars: Box | null;
  /** From the top of the hair to about the chin. This and the next are `null` unless the background is plain. */
  head: Box | null;
  subject: Box | null;
  shoulders: Box | null;
  isHeadCut: boolean | null;
  /** `null` also between the limits, where it may be either. */
  framing: 'close-up' | 'half-length' | 'full-figure' | null;
  isHalfLength: boolean | null;
  /** Heads of the silhouette. */
  persons: number | null;
  /** Only hints: a person has to look. */
  hints: FaceHints | null;
  /** Detail that a picture of half the size would not hold, in the head: low in enlarged and in blurred pictures. */
  fineDetail: number | null;
  /** L* 0..100 that only 0.5 % of the picture exceed: a wall, a collar, eyes, never the skin alone. */
  lightest: number;
  /** The side from which the person enters a plain picture, when that is not the bottom: it lies or hangs. */
  entersFrom: Exclude<Side, 'bottom'> | null;
}

export interface ScanFacts extends CommonFacts {
  measuredAs: 'scan';
  /** Clockwise positive; `null` without lines of text that agree. */
  skewDegrees: number | null;
  skewConfidence: number;
  /** `null` when the size of the paper is not known. */
  effectiveDpi: number | null;
  redSeals: SealFacts[];
  /** Stamps in blue ink; looked for only where there is no red seal. */
  blueSeals: SealFacts[];
  /** Around outlines of seals on a page without colour, where a seal is asked for; print may hang on to them. */
  greySeals: Box[];
  isBlank: boolean;
  /** Something other than the paper shows on all four sides. */
  edgesVisible: boolean;
  surroundings: Side[];
  /** See `paperPrintOf`; compared over all dossiers. `null` also for a blank sheet. */
  paperPrint: string | null;
  page: Box;
  /** Corners of the paper, clockwise from the top left one, in fractions; `null` unless all edges are seen. */
  corners: [Point, Point, Point, Point] | null;
  /** How much opposite edges of the paper converge, in degrees; `null` unless both of a pair are seen. */
  keystoneDegrees: number | null;
  /** The same of the lines of text at its head and foot; `null` with too few of them and on a curved page. */
  lineConvergenceDegrees: number | null;
  /** From dark to light across the edges of letters, in pixels of the working size. */
  edgeWidthPx: number | null;
  /** Luma between paper and strong strokes, 0..255; `null` without strokes. */
  strokeContrast: number | null;
  /** Height of small letters or Chinese characters, in pixels of the page as filed; `null` without lines of text. */
  textHeightPx: number | null;
  textHeightMm: number | null;
  /** The lines of text run up or down the page; `null` when there are none. */
  isSideways: boolean | null;
  /** How far the page is turned, clockwise; `null` when that cannot be told. */
  turnedDegrees: 0 | 90 | 180 | 270 | null;
  /** How surely its letters and marks tell which way up it is: see `uprightEvidence`; `null` without lines of text. */
  turnEvidence: number | null;
  contrast: number;
  paperLuma: number;
  inkShare: number;
  /** How uneven the light on the paper is, 0..1. */
  unevenness: number;
  /** Share of the paper that reflects a lamp, 0..1, and where. */
  glareShare: number;
  glare: Box | null;
  /** How many strokes the border of the picture cuts through on its worst side, and on 1000 pixels of it. */
  cutStrokes: number;
  cutStrokesPer1000Px: number;
  cutSide: Side | null;
  /** What a photograph of a screen shows; its wave in pixels of the page as filed. */
  screenGrid: ScreenGrid;
  /** What a picture that was never paper shows; `null` for one without colour and for pages of a PDF. */
  flatColour: FlatColourFacts | null;
}

export interface SealFacts {
  box: Box;
  /** The larger of its sides; `null` when the size of the paper is not known. */
  diameterMm: number | null;
  shape: SealShape;
  /** How much more colour its ink has than the paper, in units of L*a*b*. */
  strength: number;
}

export type PageFacts = PhotoFacts | ScanFacts;

/** Facts as the dossier stores them, back in the type that judges. `null` when another version wrote them. */
export function pageFactsOf(stored: ImageFacts): PageFacts | null {
  const { measuredAs } = stored;
  return measuredAs === 'photo' || measuredAs === 'scan' ? (stored as unknown as PageFacts) : null;
}
