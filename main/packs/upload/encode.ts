import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Legibility } from '../../../preload/contract/index.ts';
import { bestWithin, pixelsOf, type Encoded } from '../../images/encode-within.ts';
import type { PackInput } from '../input.ts';
import type { Pictures } from '../pictures.ts';
import { withoutMetadata } from './jpeg-metadata.ts';
import type { UploadFile } from './names.ts';
import { legibilityOf } from './official.ts';

/** A PDF page is uploaded as an image of this resolution. */
const pdfPagePx = { width: 2067, height: 2923 };

/** `legibility` is `null` where the pixels were not touched. */
export interface EncodedUpload extends Encoded {
  legibility: Legibility | null;
}

/**
 * One image as the provider wants it. An accepted file keeps its pixels untouched; otherwise quality and size are
 * searched for what differs least from the original within the byte limit.
 */
export async function encodeForUpload(
  input: PackInput,
  pictures: Pictures,
  file: UploadFile,
): Promise<EncodedUpload> {
  const document = input.documents[file.picture.document]!;
  if (file.keepsPixels) {
    const original = await readFile(document.file);
    const { width, height, orientation } = await sharp(original).metadata();
    const bytes = file.format === 'png' ? original : withoutMetadata(original);
    if ((orientation ?? 1) === 1 && bytes.length >= (file.limits.minBytes ?? 0)) {
      return { bytes, widthPx: width, heightPx: height, legibility: null };
    }
  }
  const upright =
    document.mediaType === 'application/pdf'
      ? await pictures.drawPdf(file.picture, pdfPagePx)
      : pictures.upright(file.picture);
  const pixels = await pixelsOf(upright);
  const encoded = await bestWithin(pixels, file);
  const after = await pixelsOf(sharp(encoded.bytes).removeAlpha());
  return { ...encoded, legibility: legibilityOf(pixels, after) };
}
