/** pdfkit's own object and file, which its types do not show; the same for the version that package.json pins. */
export interface PdfObject {
  id: number;
  offset: number;
}

interface ObjectWriter {
  ref(): PdfObject;
  _offset: number;
  _write(data: string | Uint8Array): void;
  _refEnd(object: PdfObject): void;
}

const writerOf = (document: PDFKit.PDFDocument) => document as unknown as ObjectWriter;

/** A number in the file for an object that is written later, or now. */
export function newObject(document: PDFKit.PDFDocument): PdfObject {
  return writerOf(document).ref();
}

/** Writes an object as it is given; with `stream`, its text is the dictionary and the bytes go into the file uncopied. */
export function writeObject(
  document: PDFKit.PDFDocument,
  object: PdfObject,
  text: string,
  stream?: Buffer,
): void {
  const writer = writerOf(document);
  object.offset = writer._offset;
  if (stream) {
    writer._write(`${object.id} 0 obj\n${text}\nstream`);
    writer._write(stream);
    writer._write('\nendstream\nendobj');
  } else writer._write(`${object.id} 0 obj\n${text}\nendobj`);
  writer._refEnd(object);
}
