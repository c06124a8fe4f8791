import type { Box, ImageKind } from '../../preload/contract/index.ts';

interface PaperSize {
  shortMm: number;
  longMm: number;
  /** How far the picture's proportions may be off and still be this paper. */
  tolerance: number;
}

const a4: PaperSize = { shortMm: 210, longMm: 297, tolerance: 0.04 };
/** ISO/IEC 7810 ID-1; a hand-held camera keeps its proportions less exactly than a flatbed. */
const idCard: PaperSize = { shortMm: 54, longMm: 85.6, tolerance: 0.06 };

/** What a document of this kind is printed on. The duplicate (副本) of a business licence is A4. */
const paperOfKind: Record<ImageKind, PaperSize | null> = {
  'owner-photo': null,
  'id-card': idCard,
  'business-licence': a4,
  'verification-form': a4,
  letter: a4,
  scan: a4,
};

const mmPerInch = 25.4;

/** Longer over shorter side of the paper; `null` for photos. */
export function paperProportionOf(kind: ImageKind): number | null {
  const paper = paperOfKind[kind];
  return paper && paper.longMm / paper.shortMm;
}

/** Pixels along the longer side of the paper at that resolution; `null` for photos. */
export function paperLongSidePx(kind: ImageKind, dpi: number): number | null {
  const paper = paperOfKind[kind];
  return paper && Math.round((paper.longMm / mmPerInch) * dpi);
}

/**
 * Pixels per inch of paper, or `null` when the size of what is shown is not known.
 *
 * @param page where the paper lies in the picture
 */
export function effectiveDpi(
  kind: ImageKind,
  widthPx: number,
  heightPx: number,
  page: Box,
  pageMm: { width: number; height: number } | null,
): number | null {
  if (pageMm !== null) return Math.min(widthPx / pageMm.width, heightPx / pageMm.height) * mmPerInch;
  const paper = paperOfKind[kind];
  if (paper === null) return null;
  const width = page.width * widthPx;
  const height = page.height * heightPx;
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const deviation = Math.abs(long / short / (paper.longMm / paper.shortMm) - 1);
  if (deviation > paper.tolerance) return null;
  return ((long / paper.longMm + short / paper.shortMm) / 2) * mmPerInch;
}
