import type { PackInput } from '../input.ts';

export type UploadFormat = 'jpg' | 'jpeg' | 'png';

/** What the provider takes for one kind of document. Bytes and pixels. */
export interface UploadLimits {
  /** Accepted and writable, the preferred one first. */
  formats: UploadFormat[];
  maxBytes: number;
  /** `null`: none published. */
  minBytes: number | null;
  minWidthPx: number | null;
  minHeightPx: number | null;
  fileNameMaxChars: number;
}

const writable: UploadFormat[] = ['jpg', 'jpeg', 'png'];

/** The provider's published limits for a material; where it has published none, the strictest that any has. */
export function uploadLimits(input: PackInput, material: string): UploadLimits {
  const files = input.provider?.files;
  const advice = input.offlineTargets;
  const published =
    files?.formats?.flatMap((format) => (format === 'image' ? writable : [format])) ?? advice.formats;
  const formats = writable.filter((format) => published.includes(format));
  const pixels = minPixels(input, material);
  return {
    formats: formats.length > 0 ? formats : ['jpg'],
    maxBytes: maxBytes(input, material) ?? advice.maxBytes,
    minBytes: files?.minBytes ?? null,
    minWidthPx: pixels?.width ?? null,
    minHeightPx: pixels?.height ?? null,
    fileNameMaxChars: files?.fileNameMaxChars ?? advice.fileNameMaxChars,
  };
}

/** Purposes by which providers set limits, as their profiles name them. */
function purposesOf(input: PackInput, material: string): string[] {
  if (material === 'app-icon') return ['appIcon'];
  if (material === 'photo-backdrop') return ['backdropPhoto', 'verificationPhoto', 'photo'];
  if (material === 'form-verification') return ['verificationForm'];
  const kind = input.catalogue.materials[material]?.kind;
  if (kind === 'photo') return ['photo'];
  return kind === 'pre-approval' ? ['preApproval', 'certificate'] : ['certificate'];
}

function maxBytes(input: PackInput, material: string): number | null {
  const files = input.provider?.files;
  if (!files) return null;
  return (
    byPurpose(input, material, [files.maxBytesByPurpose, files['maxBytesBinary']]) ?? files.maxBytes ?? null
  );
}

function byPurpose(input: PackInput, material: string, tables: unknown[]): number | null {
  for (const purpose of purposesOf(input, material)) {
    for (const table of tables) {
      const limit = (table as Record<string, unknown> | undefined)?.[purpose];
      if (typeof limit === 'number') return limit;
    }
  }
  return null;
}

/** Bytes of a file that the official interface takes for a material, and what they are after base64. */
export interface OfficialLimit {
  maxBytes: number;
  maxBytesBase64: number;
}

/** `null` for what is not sent there. */
export function officialLimit(input: PackInput, material: string): OfficialLimit | null {
  const { kinds, materials, files } = input.official;
  const kind = input.catalogue.materials[material]?.kind ?? '';
  if (!kinds.includes(kind) && !materials.includes(material)) return null;
  const bytes = byPurpose(input, material, [files['maxBytesBinary']]);
  const base64 = byPurpose(input, material, [files['maxBytesBase64']]);
  return bytes === null || base64 === null ? null : { maxBytes: bytes, maxBytesBase64: base64 };
}

function minPixels(input: PackInput, material: string): { width: number; height: number } | null {
  if (input.catalogue.materials[material]?.kind !== 'photo') return null;
  const table = input.provider?.files['minPixels'] as Record<string, unknown> | null | undefined;
  for (const purpose of purposesOf(input, material)) {
    const entry = table?.[purpose] as { width?: number; height?: number; longSide?: number } | undefined;
    if (entry?.longSide) return { width: entry.longSide, height: 0 };
    if (entry?.width && entry.height) return { width: entry.width, height: entry.height };
  }
  const { photoLongSideMin, photoShortSideMin } = input.offlineTargets;
  return { width: photoLongSideMin, height: photoShortSideMin };
}
