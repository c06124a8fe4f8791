import type {
  ImageFinding,
  ImageKind,
  PageInspection,
  Severity,
  Verdict,
} from '../../preload/contract/index.ts';
import { storedImageFindingText, type ImageFindingParams } from '../../preload/messages/image-findings.ts';
import { pageFactsOf, type PageFacts } from './facts.ts';
import { above, below, finding } from './finding.ts';
import { judgePhoto } from './judge-photo.ts';
import { judgeScan } from './judge-scan.ts';
import type { ImageLimits, KindLimits } from './limits.ts';
import type { MeasuredFile, MeasuredPage } from './measure.ts';
import { overlaysOf } from './overlays.ts';
import { answerTo } from './repairs/answers.ts';

/** What pictures are held against. */
export interface Standard {
  limits: ImageLimits;
  /** `null`: the general limits. */
  provider: string | null;
  /** Id of the catalogue of materials; `null` while nobody has said. */
  material: string | null;
}

/** Findings of the pages in order. Cheap: no pixel is looked at, so it may run on every look at a dossier. */
export function judgeFile(measured: MeasuredFile, standard: Standard): PageInspection[] {
  return measured.pages.map((page, index) => judgePage(page, index + 1, measured.kind, standard));
}

export function judgePage(
  page: MeasuredPage,
  number: number,
  kind: ImageKind,
  standard: Standard,
): PageInspection {
  const facts = page.facts && pageFactsOf(page.facts);
  if (facts === null || page.facts === null) {
    const code = page.failure ?? 'files.damaged';
    const { message, fix } = storedImageFindingText(code, page.params);
    const finding = {
      code,
      severity: 'error' as const,
      params: page.params,
      region: null,
      message,
      fix,
      ...answerTo(code),
    };
    return { page: number, kind, verdict: 'unreadable', facts: null, findings: [finding], overlays: [] };
  }
  const limits = standard.limits.of(kind, standard.provider);
  const findings = [
    ...judgeFileFacts(facts, limits),
    ...(facts.measuredAs === 'photo'
      ? judgePhoto(facts, limits)
      : judgeScan(facts, limits, standard.material)),
  ];
  return {
    page: number,
    kind,
    verdict: verdictOf(findings),
    facts: page.facts,
    findings,
    overlays: overlaysOf(facts),
  };
}

export function verdictOf(findings: ImageFinding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
}

/** What does not depend on what is shown. */
function judgeFileFacts(facts: PageFacts, limits: KindLimits): ImageFinding[] {
  const { format, bytes, jpeg, orientation } = facts;
  const findings: ImageFinding[] = [];
  const refusing = limits.formats.find(({ value }) => !value.includes(format));
  if (refusing) {
    findings.push(
      finding('image.format-not-accepted', refusing.severity, { format, accepted: refusing.value }),
    );
  }
  const over = above(limits.maxBytes, bytes);
  if (over) {
    findings.push(
      finding('image.too-many-bytes', over.severity, {
        sizeKb: Math.ceil(bytes / 1024),
        maxKb: toKb(over.value),
      }),
    );
  }
  const under = below(limits.minBytes, bytes);
  if (under) {
    findings.push(
      finding('image.too-few-bytes', under.severity, {
        sizeKb: Math.floor(bytes / 1024),
        minKb: toKb(under.value),
      }),
    );
  }
  const weak = jpeg && below(limits.minJpegQuality, jpeg.quality);
  if (weak) {
    const params = { jpegQuality: jpeg.quality, minJpegQuality: weak.value };
    findings.push(finding('image.strong-compression', weak.severity, params));
  }
  if (orientation !== null && orientation !== 1) {
    findings.push(finding('image.turned-by-exif', 'info', { orientation }));
  }
  return findings;
}

const toKb = (bytes: number) => Math.round(bytes / 1024);

/** What comparing all dossiers says of a file; the names are those of the place where it also stands. */
export function duplicateFinding(
  kind: 'other-person' | 'other-entity',
  severity: Severity,
  params: ImageFindingParams['duplicate.other-person'],
): ImageFinding {
  return finding(`duplicate.${kind}`, severity, params);
}
