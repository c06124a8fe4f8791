import { constants, deflateRawSync } from 'node:zlib';

/** That many megabytes of one byte, compressed without ever being whole in memory; the checksum is left out. */
function packedRun(byte: number, megabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024, byte), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = Array.from({ length: megabytes }, () => piece);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...pieces, deflateRawSync(Buffer.alloc(0))]);
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. Its table of objects is right. */
export function pdfOfObjects(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    add(Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'));
    add(Buffer.from('\nendobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`));
  return Buffer.concat(parts);
}

export function pdfStream(dictionary: string, data: Buffer | string): Buffer {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more: string, box = '0 0 595 842') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R ${more} >>`;

/** A page filled with a pattern that repeats every `stepPoints`: minutes of work, no memory. */
export function endlessPdf(stepPoints: number): Buffer {
  const pattern = pdfStream(
    `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 3 3] /XStep ${stepPoints} /YStep ${stepPoints} /Resources << >>`,
    '1 0 0 RG 0 0 m 3 3 l S 0 3 m 3 0 l S',
  );
  const resources = '/Resources << /Pattern << /P 5 0 R >> >>';
  const content = pdfStream('', '/Pattern cs /P scn 0 0 595 842 re f');
  return pdfOfObjects([catalog, onePage, page(resources), content, pattern]);
}

/** Forms that each draw the next one many times: a few kilobytes that become millions of objects. */
export function nestedFormsPdf(depth: number, times: number): Buffer {
  const forms = Array.from({ length: depth }, (_, level) => {
    const isLast = level === depth - 1;
    const content = isLast ? '0 0 5 5 re f' : '/X Do '.repeat(times);
    const next = isLast ? '' : `/Resources << /XObject << /X ${6 + level} 0 R >> >>`;
    return pdfStream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${next}`, content);
  });
  const resources = '/Resources << /XObject << /X 5 0 R >> >>';
  return pdfOfObjects([catalog, onePage, page(resources), pdfStream('', '/X Do'), ...forms]);
}

/** A picture of `side` x `side` pixels in three colours that is almost nothing when compressed. */
export function pictureBombPdf(side: number): Buffer {
  const picture = pdfStream(
    `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode`,
    packedRun(0, Math.ceil((side * side * 3) / 1024 / 1024)),
  );
  const resources = '/Resources << /XObject << /I 5 0 R >> >>';
  const content = pdfStream('', '595 0 0 842 0 0 cm /I Do');
  return pdfOfObjects([catalog, onePage, page(resources), content, picture]);
}

/** Pages of that many points, each with a line across. */
export function pagesOfSizePdf(widthPoints: number, heightPoints: number, count = 1): Buffer {
  const kids = Array.from({ length: count }, (_, i) => (i === 0 ? '3 0 R' : `${4 + i} 0 R`)).join(' ');
  const sized = page('', `0 0 ${widthPoints} ${heightPoints}`);
  const content = pdfStream('', `0 0 m ${widthPoints} ${heightPoints} l S`);
  const others = Array.from({ length: count - 1 }, () => sized);
  return pdfOfObjects([
    catalog,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    sized,
    content,
    ...others,
  ]);
}

/** Drawing instructions that are that many megabytes of blanks when unpacked, in a thousandth of it. */
export function blanksBombPdf(megabytes: number): Buffer {
  const data = packedRun(0x20, megabytes);
  return pdfOfObjects([catalog, onePage, page(''), pdfStream('/Filter /FlateDecode', data)]);
}

/** A page with these bytes as its picture, whatever they are. */
export function pictureInPdf(bytes: Buffer): Buffer {
  const picture = pdfStream(
    '/Type /XObject /Subtype /Image /Width 900 /Height 900 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    bytes,
  );
  const resources = '/Resources << /XObject << /I 5 0 R >> >>';
  const content = pdfStream('', '595 0 0 842 0 0 cm /I Do');
  return pdfOfObjects([catalog, onePage, page(resources), content, picture]);
}

/** Dictionaries inside each other, a page tree that is its own child, and the bytes as an attached file. */
export function nestedPdf(bytes: Buffer, depth: number): Buffer {
  const deep = `<< /A ${'[<< /A '.repeat(depth)}0${' >>]'.repeat(depth)} >>`;
  const tree = '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>';
  return pdfOfObjects([
    catalog,
    tree,
    page(`/Nested ${deep}`),
    pdfStream('', 'q '.repeat(depth)),
    pdfStream('', bytes),
  ]);
}
