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
  const tables = [files.maxBytesByPurpose, files['maxBytesBinary']];
  for (const purpose of purposesOf(input, material)) {
    for (const table of tables) {
      const limit = (table as Record<string, unknown> | undefined)?.[purpose];
      if (typeof limit === 'number') return limit;
    }
  }
  return files.maxBytes ?? null;
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
