import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { ImageKind, PageInspection } from '../../preload/contract/index.ts';
import {
  drawPerson,
  type IdCardDrawing,
  type LetterDrawing,
  type LicenceDrawing,
  type PersonDrawing,
} from '../../main/demo/drawn-images.ts';
import type { PhotoFacts, ScanFacts } from '../../main/images/facts.ts';
import { judgeFile, loadImageLimits } from '../../main/images/index.ts';
import { measureFile, type MeasuredFile } from '../../main/images/measure.ts';
import { tempFolder } from './temp-folder.ts';

/** Invented people and companies. */
export const samplePerson: PersonDrawing = {
  widthPx: 1200,
  heightPx: 1500,
  background: { kind: 'plain', colour: '#fdfdfd', edgeColour: '#eef1f4' },
};

export const sampleCard: IdCardDrawing = {
  name: '林样例',
  sex: '女',
  born: { year: 1988, month: 3, day: 12 },
  address: '上海市样例区样例路100号1栋101室',
  number: '310000198803120000',
  issuer: '上海市公安局样例分局',
  validity: '2020.01.01-2040.01.01',
};

export const sampleLetter: LetterDrawing = {
  title: '授权书',
  addressee: '上海市通信管理局',
  paragraphs: [
    '兹授权林样例作为我单位网站备案主体负责人，办理互联网信息服务备案的相关事宜，并对所提交材料的真实性负责。',
    '授权期限自本授权书签署之日起至备案事项办理完毕之日止。',
    '我单位承诺所提供的全部材料真实、完整、有效，愿意承担由此产生的法律责任。',
  ],
  company: '云杉样例科技（上海）有限公司',
  signedBy: '林样例',
  dateText: '2026年11月1日',
  isSealed: true,
};

export const sampleLicence: LicenceDrawing = {
  company: sampleLetter.company,
  creditCode: '91310000MA1K000000',
  legalRepresentative: '王样例',
  address: '上海市样例区样例路100号',
  capital: '人民币壹佰万元整',
  establishedOn: '2015年06月01日',
  registrar: '样例市场监督管理局',
};

export const latinLines = [
  'To whom it may concern, the undersigned company appoints the person',
  'named below to apply for the filing of its website, to sign whatever',
  'papers are needed, and to answer questions. The company is liable for',
  'what this person declares in its name. The appointment ends when the',
  'filing is done, or earlier, by a letter of the company.',
];

/** An A4 page at 200 dpi, full of these lines again and again. */
export function pageOfText(lines: string[]): string {
  const rows = Array.from(
    { length: 36 },
    (_, k) => `<text x="160" y="${220 + k * 50}" font-size="30">${lines[k % lines.length]}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339" font-family="DejaVu Serif, serif"><rect width="100%" height="100%" fill="#fbfaf6"/>${rows.join('')}</svg>`;
}

export function person(change: Partial<PersonDrawing> = {}): string {
  return drawPerson({ ...samplePerson, ...change });
}

export const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url));
export const limits = await loadImageLimits(resourcesDir);

/** Writes the bytes into a folder of their own under that name and measures them. */
export async function measured(bytes: Uint8Array, fileName: string, kind: ImageKind): Promise<MeasuredFile> {
  const file = join(await tempFolder(), fileName);
  await writeFile(file, bytes);
  return measureFile({ file, fileName, kind });
}

export async function photoFacts(bytes: Uint8Array, fileName = 'photo.jpg'): Promise<PhotoFacts> {
  return onlyFacts(await measured(bytes, fileName, 'owner-photo')) as PhotoFacts;
}

export async function scanFacts(
  bytes: Uint8Array,
  kind: ImageKind = 'letter',
  fileName = 'scan.jpg',
): Promise<ScanFacts> {
  return onlyFacts(await measured(bytes, fileName, kind)) as ScanFacts;
}

function onlyFacts({ pages }: MeasuredFile): unknown {
  if (pages.length !== 1 || pages[0]!.facts === null) throw new Error(`not read: ${JSON.stringify(pages)}`);
  return pages[0]!.facts;
}

/** Measured and judged by the limits that are delivered; the first page. */
export async function judged(
  bytes: Uint8Array,
  kind: ImageKind,
  { fileName = 'picture.jpg', provider = null }: { fileName?: string; provider?: string | null } = {},
): Promise<PageInspection> {
  const file = await measured(bytes, fileName, kind);
  return judgeFile(file, { limits, provider, material: null })[0]!;
}

export function codesOf({ findings }: PageInspection): string[] {
  return findings.map(({ code }) => code);
}

/** A4 pages that each consist of one picture, as a scanner writes them; `null` is a page of text. */
export async function pdfOf(pages: (Buffer | null)[], file: string): Promise<void> {
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0 });
  const stream = document.pipe(createWriteStream(file));
  for (const picture of pages) {
    document.addPage();
    if (picture) document.image(picture, 0, 0, { width: document.page.width, height: document.page.height });
    else
      document.fontSize(14).text('Sample text of an invented company. '.repeat(60), 70, 70, { width: 450 });
  }
  document.end();
  await finished(stream);
}
