import type { ImageFinding } from '../../preload/contract/index.ts';
import type { ScanFacts } from './facts.ts';
import { above, below, finding } from './finding.ts';
import type { KindLimits } from './limits.ts';
import { rounded, roundedDown } from './numbers.ts';

/**
 * Holds the facts of a scanned page against its limits.
 *
 * @param material a form that is not sealed (a printed screenshot, a certificate) is not asked for a seal
 */
export function judgeScan(facts: ScanFacts, limits: KindLimits, material: string | null): ImageFinding[] {
  const [notBlank] = limits.notBlank;
  // Of an empty page nothing else is worth saying.
  if (notBlank && facts.isBlank) return [finding('scan.blank', notBlank.severity, {})];
  return [
    ...judgeResolution(facts, limits),
    ...judgePrint(facts, limits, material),
    ...judgePosition(facts, limits),
    ...judgeSeal(facts, limits, material),
  ];
}

function judgeResolution({ effectiveDpi, widthPx, heightPx }: ScanFacts, limits: KindLimits): ImageFinding[] {
  if (effectiveDpi !== null) {
    const low = below(limits.minDpi, Math.round(effectiveDpi));
    if (!low) return [];
    const params = { effectiveDpi: Math.round(effectiveDpi), minDpi: low.value };
    return [finding('scan.low-resolution', low.severity, params)];
  }
  // Without the size of the paper, pixels are all there is to go by.
  const shortSidePx = Math.min(widthPx, heightPx);
  const small = below(limits.minShortSidePx, shortSidePx);
  if (!small) return [];
  return [finding('scan.too-small', small.severity, { shortSidePx, minShortSidePx: small.value })];
}

function judgePrint(facts: ScanFacts, limits: KindLimits, material: string | null): ImageFinding[] {
  const findings: ImageFinding[] = [];
  const [colour] = limits.colour;
  if (colour && !facts.isColour) {
    const needsSeal = sealLimit(limits, material) !== undefined;
    findings.push(finding('scan.not-colour', colour.severity, { needsSeal }));
  }
  const blurred = facts.sharpness === null ? undefined : below(limits.minSharpness, facts.sharpness);
  if (blurred) {
    const params = { sharpness: roundedDown(facts.sharpness!, 2), minSharpness: blurred.value };
    findings.push(finding('scan.blurred', blurred.severity, params));
  }
  const faint = below(limits.minContrast, Math.round(facts.contrast));
  if (faint) {
    const params = { contrast: Math.round(facts.contrast), minContrast: faint.value };
    findings.push(finding('scan.low-contrast', faint.severity, params));
  }
  const dark = below(limits.minPaperLuma, Math.round(facts.paperLuma));
  if (dark) {
    const params = { paperLuma: Math.round(facts.paperLuma), minPaperLuma: dark.value };
    findings.push(finding('scan.too-dark', dark.severity, params, facts.page));
  }
  return findings;
}

function judgePosition({ skewDegrees, edgesVisible, page }: ScanFacts, limits: KindLimits): ImageFinding[] {
  const findings: ImageFinding[] = [];
  if (skewDegrees === null) findings.push(finding('scan.angle-unknown', 'info', {}));
  else {
    const tilted = above(limits.maxSkewDegrees, Math.abs(skewDegrees));
    if (tilted) {
      const params = { skewDegrees: rounded(skewDegrees, 1), maxSkewDegrees: tilted.value };
      findings.push(finding('scan.skewed', tilted.severity, params, page));
    }
  }
  const [edges] = limits.edgesVisible;
  if (edges && !edgesVisible) findings.push(finding('scan.edges-not-visible', edges.severity, {}));
  return findings;
}

/** Statements that a person signs without a company seal. */
const unsealedMaterials = new Set(['form-guardian-consent']);

/** Whether this document is asked for a seal, and how strictly. */
function sealLimit(limits: KindLimits, material: string | null) {
  return material !== null && unsealedMaterials.has(material) ? undefined : limits.redSeal[0];
}

function judgeSeal(
  { redSeals, isColour }: ScanFacts,
  limits: KindLimits,
  material: string | null,
): ImageFinding[] {
  const seal = sealLimit(limits, material);
  // Without any colour the missing colour is what is said, whatever the reason.
  if (!seal || !isColour || redSeals.length > 0) return [];
  return [finding('scan.no-red-seal', seal.severity, {})];
}
