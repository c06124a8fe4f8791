import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import {
  Bilingual,
  ImageKind,
  Severity,
  Source,
  type ImageKind as Kind,
} from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';

/** One step of a limit: beyond `value` the finding has this severity. It is a published rule or our advice. */
const level = <T extends v.GenericSchema>(value: T) =>
  v.strictObject({ value, severity: Severity, basis: Basis });

/** Keys of the file's own list of sources, or `advice` where nobody has published a number. */
const Basis = v.union([v.literal('advice'), v.pipe(v.array(v.string()), v.minLength(1))]);

/** The severest step first. */
const limit = <T extends v.GenericSchema>(value: T) => v.optional(v.array(level(value)), []);

/** Everything a picture can be held against; what is left out is not demanded. */
const KindLimits = v.strictObject({
  formats: limit(v.array(v.string())),
  maxBytes: limit(v.number()),
  minBytes: limit(v.number()),
  minJpegQuality: limit(v.number()),
  colour: limit(v.literal(true)),

  /** Of photos. */
  minShortSidePx: limit(v.number()),
  minLongSidePx: limit(v.number()),
  plainBackground: limit(v.literal(true)),
  /** Lightness L*, 0..100. */
  maxBackgroundLightnessRange: limit(v.number()),
  backgroundColours: limit(v.array(v.string())),
  wholeHead: limit(v.literal(true)),
  halfLength: limit(v.literal(true)),
  /** Of the width, 0..1. */
  maxHeadOffset: limit(v.number()),
  upright: limit(v.literal(true)),
  minSharpness: limit(v.number()),
  /** Of photos: what halving and doubling again would lose, against the edges. */
  minFineDetail: limit(v.number()),
  onePerson: limit(v.literal(true)),
  /** Whether to hint at a covered head and a turned face. */
  faceHints: limit(v.literal(true)),
  /** Of the face, 0..1. */
  maxClippedLight: limit(v.number()),
  maxClippedDark: limit(v.number()),
  /** L* 0..100. */
  minLightest: limit(v.number()),

  /** Of scans. */
  minDpi: limit(v.number()),
  maxSkewDegrees: limit(v.number()),
  notBlank: limit(v.literal(true)),
  minContrast: limit(v.number()),
  minPaperLuma: limit(v.number()),
  redSeal: limit(v.literal(true)),
  /** Colour of the seal's ink over that of the paper, in units of L*a*b*. */
  minSealStrength: limit(v.number()),
  /** Of round seals. */
  minSealMm: limit(v.number()),
  maxSealMm: limit(v.number()),
  /** In pixels of the working size; sharp noise is told from sharp print by the detail beside it. */
  maxEdgeWidthPx: limit(v.number()),
  /** Luma between paper and strong strokes, or all ink where that is more. */
  minStrokeContrast: limit(v.number()),
  /** Luma of the whole picture. */
  minMeanLuma: limit(v.number()),
  maxUnevenness: limit(v.number()),
  maxGlareShare: limit(v.number()),
  /** On 1000 pixels of a side of the working size. */
  maxCutStrokesPer1000Px: limit(v.number()),
  onlyPaper: limit(v.literal(true)),
  maxKeystoneDegrees: limit(v.number()),
  minTextHeightPx: limit(v.number()),
  edgesVisible: limit(v.literal(true)),
  /** Hints. Share of the smooth squares of a page that the grid of a screen crosses, 0..1. */
  maxGridShare: limit(v.number()),
  /** Share of the half-tones that are exactly as their neighbours, 0..1, in a picture that also has bars. */
  maxFlatShare: limit(v.number()),
});
export type KindLimits = v.InferOutput<typeof KindLimits>;

/** Limits by name, checked one kind at a time after a provider's were laid over the general ones. */
const NamedLimits = v.record(v.string(), v.unknown());

const LimitsFile = v.strictObject({
  schemaVersion: v.literal(1),
  note: Bilingual,
  sources: v.record(v.string(), Source),
  kinds: v.record(ImageKind, NamedLimits),
  /** `every-kind` holds for all pictures; what a kind says for itself goes before it. */
  providers: v.record(v.string(), v.record(v.union([ImageKind, v.literal('every-kind')]), NamedLimits)),
});

export interface ImageLimits {
  /** What a picture of this kind is held against at this provider; an unknown provider gets the general limits. */
  of(kind: Kind, provider: string | null): KindLimits;
}

/** @throws AppError `rules.file-invalid` */
export async function loadImageLimits(resourcesDir: string): Promise<ImageLimits> {
  const file = 'image-limits.json';
  return parseImageLimits(JSON.parse(await readFile(join(resourcesDir, 'data', file), 'utf8')), file);
}

/**
 * A provider's limit replaces the general one of the same name as a whole.
 *
 * @throws AppError `rules.file-invalid`
 */
export function parseImageLimits(json: unknown, file = 'image-limits.json'): ImageLimits {
  const parsed = check(LimitsFile, json, file, '');
  const mergedLimits = (at: string, provider: (typeof parsed.providers)[string] | undefined) =>
    Object.fromEntries(
      ImageKind.options.map((kind) => {
        const merged = { ...parsed.kinds[kind], ...provider?.['every-kind'], ...provider?.[kind] };
        const limits = check(KindLimits, merged, file, `${at}.${kind}`);
        checkSources(limits, parsed.sources, file, `${at}.${kind}`);
        return [kind, limits];
      }),
    ) as Record<Kind, KindLimits>;

  const general = mergedLimits('kinds', undefined);
  const special = new Map(
    Object.entries(parsed.providers).map(([id, provider]) => [id, mergedLimits(`providers.${id}`, provider)]),
  );
  return { of: (kind, provider) => ((provider !== null && special.get(provider)) || general)[kind] };
}

function checkSources(limits: KindLimits, known: Record<string, unknown>, file: string, at: string): void {
  for (const [name, levels] of Object.entries(limits)) {
    for (const { basis } of levels) {
      const unknown = basis !== 'advice' && basis.find((key) => !(key in known));
      if (unknown)
        throw new AppError('rules.file-invalid', { file, rule: 'known', field: `${at}.${name}.${unknown}` });
    }
  }
}

function check<T extends v.GenericSchema>(
  schema: T,
  value: unknown,
  file: string,
  at: string,
): v.InferOutput<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = [at, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
  throw new AppError('rules.file-invalid', { file, rule: issue.type, field });
}
