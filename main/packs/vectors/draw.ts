import { deflateSync } from 'node:zlib';
import type { Area } from '../page.ts';
import { newObject, writeObject, type PdfObject } from '../pdf-objects.ts';
import { points } from '../typeset.ts';
import type { VectorPage } from './page-copier.ts';
import { PdfName, PdfRef, PdfStream, written, type PdfValue } from './values.ts';

/** The graphics state a page begins with: what stands on ours before it may have changed it. */
const initialState = '0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts';

interface Shelf {
  page: { xobjects: Record<string, PdfObject> };
}

/**
 * Draws pages of other PDFs into a document, each to fill its area (millimetres) and clipped to it. What pages of one
 * file share is written once.
 */
export function vectorsOf(document: PDFKit.PDFDocument): (page: VectorPage, area: Area) => void {
  const ofFile = new WeakMap<VectorPage['objects'], Map<number, PdfObject>>();
  let drawn = 0;

  function write(value: PdfValue, page: VectorPage): PdfObject {
    const known = ofFile.get(page.objects) ?? new Map<number, PdfObject>();
    ofFile.set(page.objects, known);
    // Objects name each other before they are written, so that none is written within another.
    const waiting: PdfRef[] = [];
    const numberOf = (ref: PdfRef): number => {
      let object = known.get(ref.id);
      if (!object) {
        known.set(ref.id, (object = newObject(document)));
        waiting.push(ref);
      }
      return object.id;
    };
    const own = newObject(document);
    writeValue(document, own, value, numberOf);
    for (let ref = waiting.shift(); ref; ref = waiting.shift())
      writeValue(document, known.get(ref.id)!, page.objects.get(ref.id) ?? null, numberOf);
    return own;
  }

  return (page, area) => {
    const name = `V${++drawn}`;
    (document as unknown as Shelf).page.xobjects[name] = write(page.form, page);
    const [x, y, width, height] = [area.x, area.y, area.width, area.height].map(points).map(decimal);
    document.addContent(
      [
        `q ${x} ${y} ${width} ${height} re W n ${initialState}`,
        `${placement(page, area).map(decimal).join(' ')} cm /${name} Do Q`,
      ].join('\n'),
    );
  };
}

function writeValue(
  document: PDFKit.PDFDocument,
  object: PdfObject,
  value: PdfValue,
  numberOf: (ref: PdfRef) => number,
): void {
  if (!(value instanceof PdfStream)) return writeObject(document, object, written(value, numberOf));
  const isPacked = value.dict.has('Filter');
  const bytes = isPacked ? value.bytes : deflateSync(value.bytes);
  const dict = new Map(value.dict).set('Length', bytes.length);
  if (!isPacked) dict.set('Filter', new PdfName('FlateDecode'));
  writeObject(document, object, written(dict, numberOf), bytes);
}

/** From the points of the other page to ours, which go downwards: `a b c d e f` of the matrix. */
function placement({ box, turn }: VectorPage, area: Area): number[] {
  const [left, top, width, height] = [area.x, area.y, area.width, area.height].map(points) as [
    number,
    number,
    number,
    number,
  ];
  const isUpright = turn === 0 || turn === 180;
  const [across, down] = isUpright ? [box.width, box.height] : [box.height, box.width];
  const [sx, sy] = [width / across, height / down];
  const { left: x0, bottom: y0 } = box;
  const [right, bottom] = [left + width, top + height];
  switch (turn) {
    case 0:
      return [sx, 0, 0, -sy, left - sx * x0, bottom + sy * y0];
    case 90:
      return [0, sy, sx, 0, left - sx * y0, top - sy * x0];
    case 180:
      return [-sx, 0, 0, sy, right + sx * x0, top - sy * y0];
    case 270:
      return [0, -sy, -sx, 0, right + sx * y0, bottom + sy * x0];
  }
}

function decimal(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}
