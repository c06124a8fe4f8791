import type { Area } from './page.ts';
import { points } from './typeset.ts';

/** pdfkit's own image and object, which its types do not show; the same for the version that package.json pins. */
interface OpenedJpeg {
  label: string;
  width: number;
  height: number;
  bits: number;
  colorSpace: string;
  obj: PdfObject | null;
}

interface PdfObject {
  id: number;
  offset: number;
}

interface ObjectWriter {
  openImage(bytes: Buffer): OpenedJpeg;
  ref(): PdfObject;
  image(image: OpenedJpeg, x: number, y: number, size: { width: number; height: number }): void;
  _offset: number;
  _write(data: string | Uint8Array): void;
  _refEnd(object: PdfObject): void;
}

/**
 * Places a JPEG in grey or RGB. Its bytes go into the file as they are; pdfkit would copy them once more.
 *
 * @param area millimetres
 */
export function drawJpeg(document: PDFKit.PDFDocument, bytes: Buffer, area: Area): void {
  const writer = document as unknown as ObjectWriter;
  const image = writer.openImage(bytes);
  const object = writer.ref();
  const { width, height, bits, colorSpace } = image;
  object.offset = writer._offset;
  writer._write(
    [
      `${object.id} 0 obj`,
      '<< /Type /XObject /Subtype /Image /Filter /DCTDecode',
      `/Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace /${colorSpace} /Length ${bytes.length} >>`,
      'stream',
    ].join('\n'),
  );
  writer._write(bytes);
  writer._write('\nendstream\nendobj');
  writer._refEnd(object);
  image.obj = object;
  const size = { width: points(area.width), height: points(area.height) };
  writer.image(image, points(area.x), points(area.y), size);
}
