import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { drawPdf } from '../../../../main/packs/draw.ts';
import { findFonts } from '../../../../main/packs/fonts.ts';
import type { Area, Page, Zone } from '../../../../main/packs/page.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

/** What somebody did with a printed form, and how it was scanned. */
export interface Scanning {
  /** Kinds of zones that were filled in. */
  filled?: Zone['kind'][];
  /** The seal's colour. */
  sealColour?: string;
  /** Millimetres the seal was pressed beside its place. */
  sealOff?: number;
  turnDegrees?: number;
  grey?: boolean;
  /** Share of the height that the scan leaves out at the bottom. */
  cutBottom?: number;
  dpi?: number;
  /** Shadows, paper that is not white, JPEG of this quality. */
  quality?: number;
  paper?: string;
  /** A pack that has the page, and the page's number there from 1; else the page is drawn by itself. */
  pack?: { bytes: Uint8Array; page: number };
}

const scanDpi = 200;
const perMm = scanDpi / 25.4;

/** The printed page with ink by hand, scanned into a file of its own. */
export async function scanOf(page: Page, scanning: Scanning = {}): Promise<string> {
  const file = join(await tempFolder(), 'scan.jpg');
  await writeFile(
    file,
    await (await drawScan(page, scanning)).jpeg({ quality: scanning.quality ?? 85 }).toBuffer(),
  );
  return file;
}

export async function drawScan(page: Page, scanning: Scanning): Promise<Sharp> {
  const sheet = await rasterise(scanning.pack ?? { bytes: await drawn(page), page: 1 });
  const ink = page.zones
    .filter(({ kind }) => scanning.filled?.includes(kind))
    .map((zone) => inkIn(zone, scanning));
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}"><g transform="scale(${perMm})">${ink.join('')}</g></svg>`;
  const signed = await sharp(sheet.pixels, { raw: { width: sheet.width, height: sheet.height, channels: 4 } })
    .composite([{ input: Buffer.from(overlay), blend: 'multiply' }])
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
  const turned = await sharp(signed)
    .rotate(scanning.turnDegrees ?? 0, { background: scanning.paper ?? '#fff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  let picture = sharp(turned.data).extract({
    left: 0,
    top: 0,
    width,
    height: Math.round(height * (1 - (scanning.cutBottom ?? 0))),
  });
  picture = sharp(await picture.png().toBuffer()).resize({
    width: Math.round((width * (scanning.dpi ?? scanDpi)) / scanDpi),
  });
  if (scanning.paper) {
    const tint = sharp({ create: { width: 8, height: 8, channels: 3, background: scanning.paper } });
    picture = sharp(await picture.png().toBuffer()).composite([
      { input: await tint.png().toBuffer(), tile: true, blend: 'multiply' },
    ]);
  }
  return scanning.grey ? sharp(await picture.png().toBuffer()).greyscale() : picture;
}

async function drawn(page: Page): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const drawing = {
    outline: [],
    fonts: findFonts(),
    entityName: '示例',
    title: '',
    on: '2026-11-21',
    draft: false,
  };
  await drawPdf({ ...drawing, pages: [page] }, () => Promise.reject(new Error()), out);
  return Buffer.concat(chunks);
}

async function rasterise({ bytes, page }: { bytes: Uint8Array; page: number }) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    const { data, width, height } = await document.getPage(page - 1).render({ scale: scanDpi / 72 });
    return { pixels: Buffer.from(data), width, height };
  } finally {
    document.destroy();
    library.destroy();
  }
}

function inkIn({ kind, area }: Zone, { sealColour = '#d0221e', sealOff = 0 }: Scanning): string {
  if (kind === 'seal') return seal(area, sealColour, sealOff);
  if (kind === 'fingerprint')
    return `<ellipse cx="${area.x + area.width / 2}" cy="${area.y + area.height / 2}" rx="6" ry="8" fill="none" stroke="#c8322c" stroke-width="1" stroke-dasharray="2 0.6"/><ellipse cx="${area.x + area.width / 2}" cy="${area.y + area.height / 2}" rx="3" ry="5" fill="#c8322c"/>`;
  return scribble(area, kind === 'date' ? 4 : 9);
}

/** A line that swings up and down like writing. */
function scribble({ x, y, width, height }: Area, swings: number): string {
  const steps = Array.from({ length: swings * 2 + 1 }, (_, i) => {
    const at = x + width * (0.15 + (0.6 * i) / (swings * 2));
    const swing = height * (i % 2 === 0 ? 0.25 : 0.8 - 0.2 * Math.sin(i * 2.7));
    return `${at.toFixed(2)},${(y + swing).toFixed(2)}`;
  });
  return `<polyline points="${steps.join(' ')}" fill="none" stroke="#1b2a6b" stroke-width="0.5" stroke-linejoin="round"/>`;
}

function seal({ x, y, width, height }: Area, colour: string, off: number): string {
  const [cx, cy] = [x + width / 2 + off, y + height / 2 - off / 2];
  const star = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? 6 : 2.4;
    const turn = (Math.PI * i) / 5 - Math.PI / 2;
    return `${cx + r * Math.cos(turn)},${cy + r * Math.sin(turn)}`;
  }).join(' ');
  return `<circle cx="${cx}" cy="${cy}" r="19.4" fill="none" stroke="${colour}" stroke-width="1.2"/><polygon points="${star}" fill="${colour}"/>`;
}
