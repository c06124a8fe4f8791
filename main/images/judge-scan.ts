import type { ImageFinding, Severity } from '../../preload/contract/index.ts';
import type { ScanFacts, SealFacts } from './facts.ts';
import { above, below, finding } from './finding.ts';
import { judgeScreen } from './judge-screen.ts';
import type { KindLimits } from './limits.ts';
import { percent, percentUp, rounded, roundedDown, roundedUp } from './numbers.ts';
import { sideBox } from './page-area.ts';

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
    ...judgeLight(facts, limits),
    ...judgePosition(facts, limits),
    ...judgeFraming(facts, limits),
    ...judgeSeal(facts, limits, material),
    ...judgeScreen(facts, limits),
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
    const needsSeal = sealLimit(limits, material) !== undefined && facts.greySeals.length === 0;
    findings.push(finding('scan.not-colour', colour.severity, { needsSeal }));
  }
  findings.push(...judgeSharpness(facts, limits));
  const faint = below(limits.minContrast, Math.round(facts.contrast));
  if (faint) {
    const params = { contrast: Math.round(facts.contrast), minContrast: faint.value };
    findings.push(finding('scan.low-contrast', faint.severity, params));
  }
  // Blurred strokes are pale and their ink as a whole is not; small print is the other way round.
  const contrast = Math.round(Math.max(facts.strokeContrast ?? 255, facts.contrast));
  const pale = faint ? undefined : below(limits.minStrokeContrast, contrast);
  if (pale) {
    findings.push(finding('scan.low-contrast', pale.severity, { contrast, minContrast: pale.value }));
  }
  const small = facts.textHeightPx === null ? undefined : below(limits.minTextHeightPx, facts.textHeightPx);
  if (small) {
    const params = {
      textHeightPx: roundedDown(facts.textHeightPx!, 1),
      textHeightMm: facts.textHeightMm === null ? null : rounded(facts.textHeightMm, 1),
      minTextHeightPx: small.value,
    };
    findings.push(finding('scan.small-text', small.severity, params));
  }
  return findings;
}

/** Small crisp print has wide edges too, where strokes stand close, but more fine detail than soft print. */
const maxSoftDetail = 3;

function judgeSharpness({ sharpness, edgeWidthPx }: ScanFacts, limits: KindLimits): ImageFinding[] {
  const blurred = sharpness === null ? undefined : below(limits.minSharpness, sharpness);
  if (blurred) {
    const params = { sharpness: roundedDown(sharpness!, 2), minSharpness: blurred.value };
    return [finding('scan.blurred', blurred.severity, params)];
  }
  const wide = edgeWidthPx === null ? undefined : above(limits.maxEdgeWidthPx, edgeWidthPx);
  if (!wide || (sharpness ?? 0) > maxSoftDetail) return [];
  const params = { edgeWidthPx: roundedUp(edgeWidthPx!, 1), maxEdgeWidthPx: wide.value };
  return [finding('scan.soft', wide.severity, params)];
}

function judgeLight(facts: ScanFacts, limits: KindLimits): ImageFinding[] {
  const findings: ImageFinding[] = [];
  const dark = below(limits.minPaperLuma, Math.round(facts.paperLuma));
  const dim = below(limits.minMeanLuma, Math.round(facts.exposure.meanLuma));
  if (dark) {
    const params = { paperLuma: Math.round(facts.paperLuma), minPaperLuma: dark.value };
    findings.push(finding('scan.too-dark', dark.severity, params, facts.page));
  } else if (dim) {
    const params = { meanLuma: Math.round(facts.exposure.meanLuma), minMeanLuma: dim.value };
    findings.push(finding('scan.dim', dim.severity, params));
  }
  const uneven = above(limits.maxUnevenness, facts.unevenness);
  if (uneven) {
    const params = { unevenPercent: percentUp(facts.unevenness), maxUnevenPercent: percent(uneven.value) };
    findings.push(finding('scan.shadow', uneven.severity, params, facts.page));
  }
  const glare = above(limits.maxGlareShare, facts.glareShare);
  if (glare) {
    const params = { glarePercent: roundedUp(facts.glareShare * 100, 1), maxGlarePercent: glare.value * 100 };
    findings.push(finding('scan.glare', glare.severity, params, facts.glare));
  }
  return findings;
}

function judgeFraming(facts: ScanFacts, limits: KindLimits): ImageFinding[] {
  const findings: ImageFinding[] = [];
  const [upright] = limits.upright;
  if (upright) findings.push(...judgeTurn(facts, upright.severity));
  findings.push(...judgePerspective(facts, limits));
  const [onlyPaper] = limits.onlyPaper;
  if (onlyPaper && facts.surroundings.length > 0) {
    findings.push(
      finding('scan.surroundings', onlyPaper.severity, { sides: facts.surroundings }, facts.page),
    );
  }
  const cut = above(limits.maxCutStrokesPer1000Px, facts.cutStrokesPer1000Px);
  if (cut && facts.cutSide !== null) {
    const params = {
      strokes: facts.cutStrokes,
      strokesPer1000Px: roundedUp(facts.cutStrokesPer1000Px, 1),
      maxStrokesPer1000Px: cut.value,
      side: facts.cutSide,
    };
    findings.push(finding('scan.cut', cut.severity, params, sideBox[facts.cutSide]));
  }
  return findings;
}

function judgePerspective(
  { keystoneDegrees, lineConvergenceDegrees, page }: ScanFacts,
  limits: KindLimits,
): ImageFinding[] {
  const [edges, lines] = [keystoneDegrees ?? 0, lineConvergenceDegrees ?? 0];
  const worst = Math.max(edges, lines);
  const keystone = above(limits.maxKeystoneDegrees, worst);
  if (!keystone) return [];
  const params = {
    of: edges >= lines ? ('edges' as const) : ('lines' as const),
    keystoneDegrees: roundedUp(worst, 1),
    maxKeystoneDegrees: keystone.value,
  };
  return [finding('scan.perspective', keystone.severity, params, page)];
}

function judgeTurn({ isSideways, turnedDegrees }: ScanFacts, severity: Severity): ImageFinding[] {
  if (turnedDegrees === 180)
    return [finding('scan.upside-down', severity, { turnedDegrees, maxTurnedDegrees: 0 })];
  if (!isSideways) return [];
  const side = turnedDegrees === 90 ? 'right' : turnedDegrees === 270 ? 'left' : null;
  return [finding('scan.sideways', severity, { side })];
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

function judgeSeal(facts: ScanFacts, limits: KindLimits, material: string | null): ImageFinding[] {
  const seal = sealLimit(limits, material);
  if (!seal) return [];
  const [grey] = facts.greySeals;
  if (grey) return [finding('scan.seal-not-red', seal.severity, { isGrey: true }, grey)];
  // Without any colour the missing colour is what is said, whatever the reason.
  if (!facts.isColour) return [];
  const company = facts.redSeals.filter(({ shape }) => shape !== 'square');
  const [best] = company;
  if (best) return judgeSealPrint(best, limits);
  const [blue] = facts.blueSeals;
  if (blue) return [finding('scan.seal-not-red', seal.severity, { isGrey: false }, blue.box)];
  const [square] = facts.redSeals;
  if (square) return [finding('scan.only-square-seal', seal.severity, {}, square.box)];
  return [finding('scan.no-red-seal', seal.severity, {})];
}

function judgeSealPrint({ box, shape, strength, diameterMm }: SealFacts, limits: KindLimits): ImageFinding[] {
  const findings: ImageFinding[] = [];
  const faint = below(limits.minSealStrength, strength);
  if (faint) {
    const params = { strength, minStrength: faint.value };
    findings.push(finding('scan.faint-seal', faint.severity, params, box));
  }
  if (shape !== 'round' || diameterMm === null) return findings;
  const wrong = below(limits.minSealMm, diameterMm) ?? above(limits.maxSealMm, diameterMm);
  if (wrong) {
    const params = {
      diameterMm: rounded(diameterMm, 1),
      minSealMm: limits.minSealMm[0]?.value ?? 0,
      maxSealMm: limits.maxSealMm[0]?.value ?? 0,
    };
    findings.push(finding('scan.seal-size', wrong.severity, params, box));
  }
  return findings;
}
