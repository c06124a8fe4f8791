import type { Area } from './page.ts';
import { newObject, writeObject, type PdfObject } from './pdf-objects.ts';
import { points } from './typeset.ts';

/** pdfkit's own image, which its types do not show; the same for the version that package.json pins. */
interface OpenedJpeg {
  label: string;
  width: number;
  height: number;
  bits: number;
  colorSpace: string;
  obj: PdfObject | null;
}

interface ImagePlacer {
  openImage(bytes: Buffer): OpenedJpeg;
  image(image: OpenedJpeg, x: number, y: number, size: { width: number; height: number }): void;
}

/**
 * Places a JPEG in grey or RGB. Its bytes go into the file as they are; pdfkit would copy them once more.
 *
 * @param area millimetres
 */
export function drawJpeg(document: PDFKit.PDFDocument, bytes: Buffer, area: Area): void {
  const placer = document as unknown as ImagePlacer;
  const image = placer.openImage(bytes);
  const { width, height, bits, colorSpace } = image;
  const dictionary = [
    '<< /Type /XObject /Subtype /Image /Filter /DCTDecode',
    `/Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace /${colorSpace} /Length ${bytes.length} >>`,
  ].join('\n');
  image.obj = newObject(document);
  writeObject(document, image.obj, dictionary, bytes);
  const size = { width: points(area.width), height: points(area.height) };
  placer.image(image, points(area.x), points(area.y), size);
}
