import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { findFonts } from '../../../../main/packs/fonts.ts';

/** A contract as an office program writes it: embedded font, a table, a picture of lines, something pale. */
export async function drawContract(file: string, pages = 1): Promise<void> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const out = createWriteStream(file);
  document.pipe(out);
  document.registerFont('body', findFonts().regular);
  for (let page = 1; page <= pages; page++) {
    document.addPage().font('body').fontSize(18).fillColor('black');
    document.text(`接入服务合同 第${page}页 Contract 2026-0${page}`, 72, 90);
    document.fontSize(11).text('甲方：上海晴川示例科技有限公司　乙方：北京示例云计算有限公司', 72, 130);
    for (let row = 0; row < 8; row++) document.rect(72, 170 + 30 * row, 440, 30).stroke('#334455');
    document.save().fillOpacity(0.4).circle(420, 620, 60).fill('#c81e1e').restore();
    const gradient = document.linearGradient(72, 560, 300, 660);
    document.rect(72, 560, 228, 100).fill(gradient.stop(0, '#1f4e79').stop(1, '#f3f5f7'));
  }
  document.end();
  await once(out, 'finish');
}

export interface HandMade {
  content: string;
  /** Entries of the resources' dictionary. */
  resources?: string;
  /** Further entries of the page, and of the catalogue. */
  page?: string;
  catalogue?: string;
  /** Objects from number 10 on: a dictionary, or a dictionary and the data of a stream. */
  objects?: (string | [dictionary: string, data: string | Buffer])[];
}

/** A PDF of one A4 page, written out by hand. */
export function handMadePdf({
  content,
  resources = '',
  page = '',
  catalogue = '',
  objects = [],
}: HandMade): Buffer {
  const stream = (dictionary: string, data: string | Buffer) => {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
    const head = `<< ${dictionary} /Length ${bytes.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
  };
  const numbered = new Map<number, Buffer>([
    [1, Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`)],
    [2, Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      3,
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
      ),
    ],
    [4, stream('', content)],
    ...objects.map((object, index): [number, Buffer] => [
      10 + index,
      typeof object === 'string' ? Buffer.from(object, 'latin1') : stream(...object),
    ]),
  ]);
  const parts = [Buffer.from('%PDF-1.7\n')];
  const rows: string[] = [];
  let offset = parts[0]!.length;
  for (const [number, body] of numbered) {
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    rows.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    offset += object.length;
  }
  const size = 10 + objects.length;
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${offset}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}

/** Data that unpacks to that many zeros. */
export function packedZeros(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes), { level: 9 });
}
