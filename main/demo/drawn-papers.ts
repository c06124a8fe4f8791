import { drawSeal } from './drawn-seal.ts';
import { line, paragraph } from './lettering.ts';

/** Papers of invented people and companies as SVG. Every one says 样例 where nobody can overlook it. */

/** Two ideographic spaces before a paragraph, as Chinese letters have them. */
const indent = '\u3000\u3000';

/** A4 at 200 dpi. */
export const a4Px = { width: 1654, height: 2339 };
const mm = a4Px.width / 210;
/** ID-1 at 300 dpi. */
export const cardPx = { width: 1011, height: 638 };

export interface LetterDrawing {
  title: string;
  addressee: string;
  paragraphs: string[];
  company: string;
  /** `null`: nobody has signed. */
  signedBy: string | null;
  /** `null`: the date is left open. */
  dateText: string | null;
  /** `false`: not sealed yet. */
  isSealed: boolean;
  sealDiameterMm?: number;
}

export function drawLetter(letter: LetterDrawing): string {
  const left = 25 * mm;
  const size = 4.6 * mm;
  const leading = 9 * mm;
  const charsPerLine = 34;
  let y = 72 * mm;
  let body = '';
  for (const text of letter.paragraphs) {
    const block = paragraph(`${indent}${text}`, left, y, charsPerLine, leading, { size });
    body += block.svg;
    y = block.nextY + 1.5 * mm;
  }
  const foot = Math.max(y + 30 * mm, 205 * mm);
  const signature = { x: 118 * mm, y: foot };
  return page(`
    ${line('样例 SAMPLE', 185 * mm, 18 * mm, { size: 4 * mm, fill: '#8a8a8a', anchor: 'end' })}
    ${line(letter.title, 105 * mm, 40 * mm, { size: 8 * mm, bold: true, anchor: 'middle' })}
    ${line(`${letter.addressee}：`, left, 60 * mm, { size })}
    ${body}
    ${line(`单位名称（盖章）：${letter.company}`, left, foot - 16 * mm, { size })}
    ${line('负责人（签字）：', left + 46 * mm, foot, { size })}
    ${letter.signedBy === null ? '' : drawSignature(letter.signedBy, signature.x, signature.y)}
    ${line(letter.dateText ?? '　　　　年　　月　　日', 185 * mm, foot + 16 * mm, { size, anchor: 'end' })}
    ${letter.isSealed ? drawSeal({ company: letter.company, centreX: 140 * mm, centreY: foot - 6 * mm, diameter: (letter.sealDiameterMm ?? 40) * mm }) : ''}
  `);
}

/** Leaning letters and a stroke of the pen: handwriting of nobody. */
function drawSignature(name: string, x: number, y: number): string {
  return `<g transform="translate(${x} ${y}) rotate(-5) skewX(-14)">
    ${line(name, 0, 0, { size: 9 * mm, fill: '#20242c' })}
    <path d="M${-2 * mm} ${1.5 * mm}Q${12 * mm} ${5 * mm} ${26 * mm} ${-1 * mm}" fill="none" stroke="#20242c" stroke-width="${0.5 * mm}"/>
  </g>`;
}

export interface LicenceDrawing {
  company: string;
  creditCode: string;
  legalRepresentative: string;
  address: string;
  capital: string;
  establishedOn: string;
  registrar: string;
}

export function drawBusinessLicence(licence: LicenceDrawing): string {
  const w = a4Px.height;
  const h = a4Px.width;
  const rows: [string, string][] = [
    ['名　　称', licence.company],
    ['类　　型', '有限责任公司（样例）'],
    ['法定代表人', licence.legalRepresentative],
    ['注册资本', licence.capital],
    ['成立日期', licence.establishedOn],
    ['住　　所', licence.address],
    ['经营范围', '软件开发；信息系统集成服务（样例，非真实登记内容）'],
  ];
  return svg(
    w,
    h,
    `<rect width="${w}" height="${h}" fill="#fdfbf4"/>
    <rect x="${w * 0.03}" y="${h * 0.04}" width="${w * 0.94}" height="${h * 0.92}" fill="#fbf3dd" stroke="#b98a3c" stroke-width="14"/>
    <rect x="${w * 0.042}" y="${h * 0.057}" width="${w * 0.916}" height="${h * 0.886}" fill="none" stroke="#d9b978" stroke-width="4"/>
    ${guilloche(w, h)}
    <circle cx="${w / 2}" cy="${h * 0.14}" r="${h * 0.05}" fill="#d8a93a" stroke="#b98a3c" stroke-width="4"/>
    ${line('样例', w / 2, h * 0.152, { size: h * 0.032, bold: true, anchor: 'middle', fill: '#7c2a1c' })}
    ${line('营 业 执 照', w / 2, h * 0.27, { size: h * 0.06, bold: true, anchor: 'middle' })}
    ${line('（副　本）', w / 2, h * 0.315, { size: h * 0.022, anchor: 'middle' })}
    ${line('统一社会信用代码', w * 0.08, h * 0.27, { size: h * 0.02 })}
    ${line(licence.creditCode, w * 0.08, h * 0.3, { size: h * 0.022, bold: true })}
    ${rows
      .map(
        ([name, value], i) =>
          line(name, w * 0.1, h * (0.4 + i * 0.062), { size: h * 0.022, fill: '#5d4a2a' }) +
          line(value, w * 0.21, h * (0.4 + i * 0.062), { size: h * 0.024 }),
      )
      .join('')}
    ${line('登记机关', w * 0.66, h * 0.86, { size: h * 0.022, fill: '#5d4a2a' })}
    ${line('样例 SAMPLE · 仅供演示', w / 2, h * 0.925, { size: h * 0.018, anchor: 'middle', fill: '#8a6a34' })}
    ${drawSeal({ company: licence.registrar, centreX: w * 0.82, centreY: h * 0.79, diameter: h * 0.2 })}`,
  );
}

/** Fine wavy lines as security printing has them, too faint to disturb the print. */
function guilloche(w: number, h: number): string {
  return Array.from({ length: 26 }, (_, i) => {
    const y = h * (0.08 + i * 0.033);
    const waves = Array.from(
      { length: 12 },
      () => `q${w * 0.019} ${-h * 0.02} ${w * 0.0375} 0 t${w * 0.0375} 0`,
    );
    return `<path d="M${w * 0.05} ${y}${waves.join('')}" fill="none" stroke="#efe0ba" stroke-width="2"/>`;
  }).join('');
}

export interface IdCardDrawing {
  name: string;
  sex: '男' | '女';
  born: { year: number; month: number; day: number };
  address: string;
  number: string;
  issuer: string;
  validity: string;
}

export function drawIdFront(card: IdCardDrawing): string {
  const { width: w, height: h } = cardPx;
  const label = { size: h * 0.045, fill: '#3d6f9e' };
  const value = { size: h * 0.052 };
  const address = paragraph(card.address, w * 0.17, h * 0.52, 11, h * 0.075, value);
  return cardBase(`
    ${line('姓名', w * 0.06, h * 0.15, label)}${line(card.name, w * 0.17, h * 0.15, value)}
    ${line('性别', w * 0.06, h * 0.27, label)}${line(card.sex, w * 0.17, h * 0.27, value)}
    ${line('民族', w * 0.28, h * 0.27, label)}${line('汉', w * 0.37, h * 0.27, value)}
    ${line('出生', w * 0.06, h * 0.39, label)}
    ${line(`${card.born.year} 年 ${card.born.month} 月 ${card.born.day} 日`, w * 0.17, h * 0.39, value)}
    ${line('住址', w * 0.06, h * 0.52, label)}${address.svg}
    ${line('公民身份号码', w * 0.06, h * 0.9, label)}${line(card.number, w * 0.34, h * 0.9, { size: h * 0.06, bold: true })}
    <g transform="translate(${w * 0.64} ${h * 0.12})">
      <rect width="${w * 0.29}" height="${h * 0.6}" fill="#dfeaf3"/>
      <ellipse cx="${w * 0.145}" cy="${h * 0.24}" rx="${w * 0.062}" ry="${h * 0.135}" fill="#d7a988"/>
      <path d="M${w * 0.08} ${h * 0.23}Q${w * 0.145} ${h * 0.02} ${w * 0.21} ${h * 0.23}Q${w * 0.145} ${h * 0.13} ${w * 0.08} ${h * 0.23}Z" fill="#2a2320"/>
      <path d="M${w * 0.02} ${h * 0.6}Q${w * 0.04} ${h * 0.42} ${w * 0.145} ${h * 0.4}Q${w * 0.25} ${h * 0.42} ${w * 0.27} ${h * 0.6}Z" fill="#30405c"/>
      ${line('样例', w * 0.145, h * 0.56, { size: h * 0.06, bold: true, fill: '#ffffff', anchor: 'middle' })}
    </g>`);
}

export function drawIdBack(card: IdCardDrawing): string {
  const { width: w, height: h } = cardPx;
  const label = { size: h * 0.045, fill: '#3d6f9e' };
  return cardBase(`
    <circle cx="${w * 0.15}" cy="${h * 0.24}" r="${h * 0.14}" fill="none" stroke="#b23b34" stroke-width="10"/>
    ${line('样例', w * 0.15, h * 0.265, { size: h * 0.075, bold: true, anchor: 'middle', fill: '#b23b34' })}
    ${line('中华人民共和国', w * 0.62, h * 0.2, { size: h * 0.075, anchor: 'middle' })}
    ${line('居 民 身 份 证', w * 0.62, h * 0.36, { size: h * 0.1, bold: true, anchor: 'middle' })}
    ${line('签发机关', w * 0.22, h * 0.76, label)}${line(card.issuer, w * 0.39, h * 0.76, { size: h * 0.05 })}
    ${line('有效期限', w * 0.22, h * 0.88, label)}${line(card.validity, w * 0.39, h * 0.88, { size: h * 0.05 })}`);
}

function cardBase(content: string): string {
  const { width: w, height: h } = cardPx;
  const waves = Array.from(
    { length: 22 },
    (_, i) =>
      `<path d="M0 ${h * (0.02 + i * 0.046)}Q${w * 0.25} ${h * (0.06 + i * 0.04)} ${w * 0.5} ${h * (0.02 + i * 0.046)}T${w} ${h * (0.03 + i * 0.045)}" fill="none" stroke="${i % 2 === 0 ? '#c9dfe9' : '#e6d5dc'}" stroke-width="3"/>`,
  ).join('');
  return svg(
    w,
    h,
    `<rect width="${w}" height="${h}" fill="#eaf1f2"/>${waves}${content}
    ${line('样例 SAMPLE · 非真实证件', w * 0.97, h * 0.06, { size: h * 0.032, anchor: 'end', fill: '#7c8890' })}`,
  );
}

export interface CertificateDrawing {
  domain: string;
  holder: string;
  registrar: string;
  registeredOn: string;
  expiresOn: string;
}

/** A registrar's domain certificate as it is saved from the browser. */
export function drawDomainCertificate(certificate: CertificateDrawing): string {
  const w = 1600;
  const h = 1130;
  const rows: [string, string][] = [
    ['域名', certificate.domain],
    ['域名所有者', certificate.holder],
    ['注册商', certificate.registrar],
    ['注册日期', certificate.registeredOn],
    ['到期日期', certificate.expiresOn],
  ];
  return svg(
    w,
    h,
    `<rect width="${w}" height="${h}" fill="#ffffff"/>
    <rect x="40" y="40" width="${w - 80}" height="${h - 80}" fill="#f7fbff" stroke="#2f6fb5" stroke-width="8"/>
    <rect x="58" y="58" width="${w - 116}" height="${h - 116}" fill="none" stroke="#9cc0e6" stroke-width="3"/>
    ${line('域名注册证书', w / 2, 200, { size: 72, bold: true, anchor: 'middle', fill: '#1f4f86' })}
    ${line('Certificate of Domain Name Registration', w / 2, 262, { size: 32, anchor: 'middle', fill: '#4a6f98' })}
    ${rows.map(([name, value], i) => line(name, 260, 390 + i * 92, { size: 38, fill: '#4a6f98' }) + line(value, 560, 390 + i * 92, { size: 42, bold: true })).join('')}
    ${line('样例 SAMPLE · 本图由软件绘制，仅供演示', w / 2, h - 110, { size: 34, anchor: 'middle', fill: '#8a98a8' })}
    ${drawSeal({ company: certificate.registrar, centreX: w - 330, centreY: h - 290, diameter: 250 })}`,
  );
}

function page(content: string): string {
  return svg(a4Px.width, a4Px.height, `<rect width="100%" height="100%" fill="#fdfcf9"/>${content}`);
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}
