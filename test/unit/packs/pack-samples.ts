import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { findFonts } from '../../../main/packs/fonts.ts';
import { packInput, type PackDocument, type PackInput } from '../../../main/packs/input.ts';
import { loadRuleBook } from '../../../main/rules/book.ts';
import type { MaterialDemand, PackOptions } from '../../../preload/contract/index.ts';

// Companies, people and numbers in here are invented; every picture is drawn.

export const book = loadRuleBook(resolve(import.meta.dirname, '../../../resources'));

export const companyFacts = {
  'entity.name': '上海晴川示例科技有限公司',
  'entity.nature': 'enterprise',
  'entity.certificate.type': 'business-licence',
  'entity.certificate.number': '91310000MA1FL00A1X',
  'entity.certificate.address': '上海市浦东新区示例路100号12层',
  'legalRepresentative.name': '林望舒',
  'legalRepresentative.idType': 'resident-id-card',
  'legalRepresentative.idNumber': '310101198001010019',
  'legalRepresentative.origin': 'mainland',
  'principal.name': '林望舒',
  'principal.idType': 'resident-id-card',
  'principal.idNumber': '310101198001010019',
  'serviceOwner.name': '周知远',
  'serviceOwner.idType': 'resident-id-card',
  'serviceOwner.idNumber': '310101199002020025',
  'serviceOwner.position': '信息技术部经理',
  'serviceOwner.officePhone': '021-55550100',
  'service.name': '晴川示例官网',
  'service.domain': 'qingchuan-example.cn',
  'domain.name': 'qingchuan-example.cn',
  'domain.registrar': '北京示例域名服务有限公司',
};

export function demand(material: string, over: Partial<MaterialDemand> = {}): MaterialDemand {
  const rest = { required: true, attached: false, owner: null, alternatives: [] };
  return { material, ruleIds: [`310000-${material}`], ...rest, ...over };
}

export interface SampleOptions {
  facts?: Record<string, unknown>;
  region?: string;
  entityGroup?: string;
  filing?: string;
  service?: string;
  provider?: string | null;
  materials?: MaterialDemand[];
  documents?: PackDocument[];
  draft?: boolean;
  options?: Partial<PackOptions>;
  on?: string;
}

export function sampleInput(options: SampleOptions = {}): PackInput {
  const provider = options.provider === undefined ? 'huawei-cloud' : options.provider;
  return packInput(book, {
    factsFile: {
      region: options.region ?? '310000',
      entityGroup: options.entityGroup ?? 'enterprise',
      filing: options.filing ?? 'first',
      service: options.service ?? 'website',
      provider,
      on: options.on ?? '2026-11-21',
      facts: { ...companyFacts, ...options.facts },
    },
    evaluation: { findings: [], materials: options.materials ?? [demand('form-poa-owner')], unchecked: [] },
    documents: options.documents ?? [],
    draft: options.draft ?? false,
    options: { twoSided: false, separators: true, watermark: null, ...options.options },
    on: options.on ?? '2026-11-21',
    fonts: findFonts(),
  });
}

/** A file on disk as the pack takes it in. */
export async function documentOf(
  file: string,
  material: string | null,
  owner: string | null,
  over: Partial<PackDocument> = {},
): Promise<PackDocument> {
  const bytes = await readFile(file);
  const extension = file.split('.').at(-1)!;
  const mediaTypes: Record<string, string> = {
    jpg: 'image/jpeg',
    png: 'image/png',
    tif: 'image/tiff',
    webp: 'image/webp',
    pdf: 'application/pdf',
  };
  return {
    file,
    fileName: file.split(/[\\/]/).at(-1)!,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: mediaTypes[extension]!,
    bytes: bytes.length,
    material,
    owner,
    attachmentId: null,
    issuedOn: null,
    ...over,
  };
}

function svg(width: number, height: number, body: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
  );
}

/** Lines of "text" as bars, which every machine draws alike. */
function textBars(x: number, y: number, width: number, rows: number, step: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const length = width * (0.55 + 0.45 * Math.abs(Math.sin(row * 7.3)));
    return `<rect x="${x}" y="${y + row * step}" width="${length}" height="${step * 0.36}" fill="#222"/>`;
  }).join('');
}

/** A landscape licence with a blue border and a red seal. */
export function drawLicence(width = 3508, height = 2480): Sharp {
  const seal = `<circle cx="${width * 0.78}" cy="${height * 0.74}" r="${height * 0.1}" fill="none" stroke="#c81e1e" stroke-width="${height * 0.012}"/>`;
  return sharp(
    svg(
      width,
      height,
      `<rect width="100%" height="100%" fill="#fbf7ec"/><rect x="4%" y="5%" width="92%" height="90%" fill="none" stroke="#2f6f9f" stroke-width="${height * 0.02}"/>
       <rect x="36%" y="12%" width="28%" height="7%" fill="#7a1f1f"/>${textBars(width * 0.12, height * 0.28, width * 0.5, 16, height * 0.035)}${seal}`,
    ),
  );
}

export function drawCard(side: 'front' | 'back', width = 1012, height = 638): Sharp {
  const portrait = `<rect x="${width * 0.66}" y="${height * 0.16}" width="${width * 0.26}" height="${height * 0.52}" fill="#9fb7c9"/>`;
  const emblem = `<circle cx="${width * 0.2}" cy="${height * 0.28}" r="${height * 0.16}" fill="#b3202c"/>`;
  return sharp(
    svg(
      width,
      height,
      `<rect width="100%" height="100%" fill="#e3eef4"/>${side === 'front' ? portrait : emblem}${textBars(width * 0.08, height * (side === 'front' ? 0.18 : 0.58), width * 0.5, side === 'front' ? 8 : 4, height * 0.09)}`,
    ),
  );
}

/** An A4 page in colour. */
export function drawPage(width = 2480, height = 3508): Sharp {
  return sharp(
    svg(
      width,
      height,
      `<rect width="100%" height="100%" fill="#fff"/><rect x="30%" y="8%" width="40%" height="2.4%" fill="#1c3f94"/>${textBars(width * 0.12, height * 0.16, width * 0.74, 40, height * 0.018)}<circle cx="${width * 0.72}" cy="${height * 0.88}" r="${width * 0.08}" fill="none" stroke="#c81e1e" stroke-width="${width * 0.012}"/>`,
    ),
  );
}

/** The owner's photo before a plain backdrop. */
export function drawPhoto(width = 1200, height = 1600): Sharp {
  return sharp(
    svg(
      width,
      height,
      `<rect width="100%" height="100%" fill="#8fb4d9"/><ellipse cx="50%" cy="34%" rx="${width * 0.17}" ry="${height * 0.16}" fill="#e2b48f"/><path d="M ${width * 0.12} ${height} Q ${width * 0.5} ${height * 0.38} ${width * 0.88} ${height} Z" fill="#37474f"/>`,
    ),
  );
}

export async function writePdfDocument(file: string, pages: number): Promise<void> {
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const out = createWriteStream(file);
  document.pipe(out);
  for (let page = 0; page < pages; page++) {
    document.addPage();
    document
      .fontSize(28)
      .fillColor('#1c3f94')
      .text(`Certificate, page ${page + 1}`, 90, 120);
    document.rect(90, 200, 400, 300).fill('#c81e1e');
  }
  document.end();
  await once(out, 'finish');
}

/** The documents of an ordinary first filing. */
export async function sampleDocuments(folder: string): Promise<PackDocument[]> {
  const at = (name: string) => join(folder, name);
  await Promise.all([
    drawLicence().jpeg({ quality: 88 }).toFile(at('营业执照.jpg')),
    drawCard('front').png().toFile(at('front.png')),
    drawCard('back').png().toFile(at('back.png')),
    drawCard('front').jpeg().toFile(at('owner-front.jpg')),
    drawCard('back').jpeg().toFile(at('owner-back.jpg')),
    drawPage(1240, 1754).png().toFile(at('domain.png')),
    drawPhoto().jpeg({ quality: 90 }).toFile(at('photo.jpg')),
    writePdfDocument(at('certificate.pdf'), 2),
  ]);
  return Promise.all([
    documentOf(at('photo.jpg'), 'photo-backdrop', 'service-owner'),
    documentOf(at('营业执照.jpg'), 'cert-business-licence', 'entity'),
    documentOf(at('back.png'), 'id-resident-back', 'principal'),
    documentOf(at('front.png'), 'id-resident-front', 'principal'),
    documentOf(at('owner-front.jpg'), 'id-resident-front', 'service-owner'),
    documentOf(at('owner-back.jpg'), 'id-resident-back', 'service-owner'),
    documentOf(at('domain.png'), 'domain-real-name-screenshot', 'domain'),
    documentOf(at('certificate.pdf'), 'domain-certificate', 'domain'),
  ]);
}

/** A file cut off in the middle. */
export async function truncate(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
}
