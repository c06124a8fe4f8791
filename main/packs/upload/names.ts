import type { DocumentGroup } from '../documents.ts';
import type { PackInput } from '../input.ts';
import type { PictureRef } from '../page.ts';
import type { FileFacts } from '../pictures.ts';
import { uploadLimits, type UploadFormat, type UploadLimits } from './limits.ts';

/** One image to be uploaded. */
export interface UploadFile {
  /** ASCII, numbered, with its extension. */
  name: string;
  format: UploadFormat;
  material: string;
  attachmentId: string | null;
  picture: PictureRef;
  limits: UploadLimits;
  /** The file is accepted as it is: no quality is lost on the way. */
  keepsPixels: boolean;
}

const formatOfMediaType: Record<string, 'jpeg' | 'png'> = { 'image/jpeg': 'jpeg', 'image/png': 'png' };

/** The files of `upload/`, in the order of the pack; unreadable and unassigned documents have none. */
export function uploadFiles(
  input: PackInput,
  files: FileFacts[],
  groups: Pick<DocumentGroup, 'documents'>[],
): UploadFile[] {
  const order = groups.flatMap((group) => group.documents);
  const wanted = order.flatMap((document) => {
    const { pages } = files[document]!;
    return pages.map((_, page) => ({ document, page, count: pages.length }));
  });
  const digits = Math.max(2, String(wanted.length).length);
  return wanted.map(({ document, page, count }, index) => {
    const { material, owner, mediaType, bytes, attachmentId } = input.documents[document]!;
    const limits = uploadLimits(input, material!);
    const keepsPixels = isAccepted(limits, mediaType, bytes);
    const format = keepsPixels && mediaType === 'image/png' ? 'png' : limits.formats[0]!;
    const parts = [
      String(index + 1).padStart(digits, '0'),
      material!.replace(/^(cert|form)-/, ''),
      ...(owner && owner !== 'entity' ? [owner] : []),
      ...(count > 1 ? [String(page + 1)] : []),
    ];
    return {
      name: shortened(parts, format, limits.fileNameMaxChars),
      format,
      material: material!,
      attachmentId,
      picture: { document, page },
      limits,
      keepsPixels,
    };
  });
}

function isAccepted(limits: UploadLimits, mediaType: string, bytes: number): boolean {
  const format = formatOfMediaType[mediaType];
  if (!format) return false;
  const takesFormat =
    format === 'png' ? limits.formats.includes('png') : limits.formats.some((f) => f !== 'png');
  return takesFormat && bytes <= limits.maxBytes && bytes >= (limits.minBytes ?? 0);
}

function shortened(parts: string[], format: string, maxChars: number): string {
  const name = parts.join('-').replace(/[^A-Za-z0-9-]/g, '');
  return `${name.slice(0, Math.max(3, maxChars - format.length - 1))}.${format}`;
}
