import type { ImageFinding, Severity } from '../../preload/contract/index.ts';
import { maxTexture, minUniformShare } from './background.ts';
import { workSidePx } from './decode.ts';
import type { BackgroundProblem, PhotoFacts } from './facts.ts';
import { above, below, finding } from './finding.ts';
import type { KindLimits } from './limits.ts';
import { percent, rounded, roundedDown, roundedUp } from './numbers.ts';
import { closeUpHeadWidth, fullFigureTallness } from './silhouette.ts';

/** Holds the facts of an owner's photo against its limits, from size to light. */
export function judgePhoto(facts: PhotoFacts, limits: KindLimits): ImageFinding[] {
  return [
    ...judgeSize(facts, limits),
    ...judgeColour(facts, limits),
    ...judgeBackground(facts, limits),
    ...judgeFraming(facts, limits),
    ...judgeFace(facts, limits),
  ];
}

function judgeSize({ widthPx, heightPx }: PhotoFacts, limits: KindLimits): ImageFinding[] {
  const shortSidePx = Math.min(widthPx, heightPx);
  const short = below(limits.minShortSidePx, shortSidePx);
  if (short) {
    const params = { widthPx, heightPx, shortSidePx, minShortSidePx: short.value };
    return [finding('photo.too-small', short.severity, params)];
  }
  const longSidePx = Math.max(widthPx, heightPx);
  const long = below(limits.minLongSidePx, longSidePx);
  if (!long) return [];
  const params = { widthPx, heightPx, longSidePx, minLongSidePx: long.value };
  return [finding('photo.too-small-long-side', long.severity, params)];
}

function judgeColour(
  { colourKind, isGreyStoredAsColour }: PhotoFacts,
  { colour: [colour] }: KindLimits,
): ImageFinding[] {
  if (!colour || colourKind === 'colour') return [];
  return colourKind === 'toned'
    ? [finding('photo.toned', colour.severity, {})]
    : [finding('photo.not-colour', colour.severity, { isGreyStoredAsColour })];
}

function judgeBackground({ background }: PhotoFacts, limits: KindLimits): ImageFinding[] {
  const [plain] = limits.plainBackground;
  if (!plain) return [];
  if (background.problem !== null) return [backgroundFinding(background, background.problem, plain.severity)];
  const findings: ImageFinding[] = [];
  const uneven = above(limits.maxBackgroundLightnessRange, background.lightnessRange);
  if (uneven) {
    findings.push(
      finding('photo.background-uneven-light', uneven.severity, {
        lightnessRange: Math.ceil(background.lightnessRange),
        maxLightnessRange: uneven.value,
      }),
    );
  }
  const otherColour = limits.backgroundColours.find(({ value }) => !value.includes(background.colour));
  if (otherColour) {
    findings.push(
      finding('photo.background-colour', otherColour.severity, {
        colour: background.colour,
        accepted: otherColour.value,
      }),
    );
  }
  return findings;
}

function backgroundFinding(
  { uniformShare, texture, worst }: PhotoFacts['background'],
  problem: BackgroundProblem,
  severity: Severity,
): ImageFinding {
  switch (problem) {
    case 'bars':
      return finding('photo.bars', severity, {});
    case 'masked':
      return finding('photo.background-transparent', severity, {});
    case 'scene':
      return finding('photo.background-scene', severity, {}, { x: 0, y: 0.5, width: 1, height: 0.5 });
    case 'textured':
      return finding(
        'photo.background-textured',
        severity,
        { texture: roundedUp(texture, 1), maxTexture },
        worst,
      );
    case 'mixed':
      return finding(
        'photo.background-not-uniform',
        severity,
        // Down and up, so that a share just below the limit does not read as the limit.
        {
          uniformPercent: Math.floor(uniformShare * 100),
          minUniformPercent: Math.ceil(minUniformShare * 100),
        },
        worst,
      );
  }
}

function judgeFraming(facts: PhotoFacts, limits: KindLimits): ImageFinding[] {
  const { head, background } = facts;
  if (!background.isUniform) return [finding('photo.framing-unknown', 'info', {})];
  const [upright] = limits.upright;
  if (facts.entersFrom !== null) {
    return upright ? [finding('photo.sideways', upright.severity, { side: facts.entersFrom })] : [];
  }
  if (head === null) return [finding('photo.no-person', 'warning', {})];
  const findings: ImageFinding[] = [];
  const [alone] = limits.onePerson;
  if (facts.persons !== null && facts.persons > 1) {
    // Which of the heads to measure nobody can tell.
    return alone
      ? [finding('photo.several-people', alone.severity, { persons: facts.persons }, facts.subject)]
      : [];
  }
  const [whole] = limits.wholeHead;
  if (whole && facts.isHeadCut) findings.push(finding('photo.head-cut', whole.severity, {}, head));

  const offset = head.x + head.width / 2 - 0.5;
  const far = above(limits.maxHeadOffset, Math.abs(offset));
  if (far) {
    findings.push(
      finding(
        'photo.off-centre',
        far.severity,
        {
          side: offset < 0 ? 'left' : 'right',
          offsetPercent: Math.ceil(Math.abs(offset) * 100),
          maxOffsetPercent: percent(far.value),
        },
        head,
      ),
    );
  }
  const [halfLength] = limits.halfLength;
  if (halfLength && facts.framing === 'close-up') {
    const params = { headWidthPercent: percent(head.width), maxHeadWidthPercent: percent(closeUpHeadWidth) };
    findings.push(finding('photo.close-up', halfLength.severity, params, head));
  }
  if (halfLength && facts.framing === 'full-figure') {
    const { width, height } = facts.subject ?? head;
    const tallness = (height * facts.heightPx) / (width * facts.widthPx);
    const params = { tallness: rounded(tallness, 1), maxTallness: fullFigureTallness };
    findings.push(finding('photo.full-figure', halfLength.severity, params, facts.subject));
  }
  const [hints] = limits.faceHints;
  if (hints && facts.hints?.isMaybeTurned)
    findings.push(finding('photo.maybe-turned', hints.severity, {}, head));
  if (hints && facts.hints?.isMaybeCovered)
    findings.push(finding('photo.maybe-covered', hints.severity, {}, head));
  return findings;
}

function judgeFace(
  { sharpness, fineDetail, exposure, lightest, head, widthPx, heightPx }: PhotoFacts,
  limits: KindLimits,
): ImageFinding[] {
  const findings: ImageFinding[] = [];
  const blurred = sharpness === null ? undefined : below(limits.minSharpness, sharpness);
  if (blurred) {
    findings.push(
      finding(
        'photo.blurred',
        blurred.severity,
        { sharpness: roundedDown(sharpness!, 2), minSharpness: blurred.value },
        head,
      ),
    );
  }
  const coarse = fineDetail === null ? undefined : below(limits.minFineDetail, fineDetail);
  if (coarse) {
    const shownPx = Math.min(1, workSidePx / Math.max(widthPx, heightPx)) / 2;
    findings.push(
      finding('photo.enlarged', coarse.severity, {
        widthPx,
        heightPx,
        detailWidthPx: Math.round(widthPx * shownPx),
        detailHeightPx: Math.round(heightPx * shownPx),
      }),
    );
  }
  const burnt = above(limits.maxClippedLight, exposure.clippedLight);
  if (burnt) {
    const params = {
      clippedPercent: Math.ceil(exposure.clippedLight * 100),
      maxClippedPercent: percent(burnt.value),
    };
    findings.push(finding('photo.overexposed', burnt.severity, params, head));
  }
  const black = above(limits.maxClippedDark, exposure.clippedDark);
  if (black) {
    const params = {
      clippedPercent: Math.ceil(exposure.clippedDark * 100),
      maxClippedPercent: percent(black.value),
    };
    findings.push(finding('photo.underexposed', black.severity, params, head));
  }
  const dim = below(limits.minLightest, lightest);
  if (dim) {
    const params = { lightest, minLightest: dim.value };
    findings.push(finding('photo.dim', dim.severity, params));
  }
  return findings;
}
