import sharp from 'sharp';
import { a4Px, cardPx } from './drawn-papers.ts';

/**
 * Pictures of invented people and papers, drawn at run time for the sample workspace and the tests: no real person
 * or document is in them, and each is marked 样例.
 */
export { drawPerson, type PersonDrawing } from './drawn-person.ts';
export {
  a4Px,
  cardPx,
  drawBusinessLicence,
  drawDomainCertificate,
  drawIdBack,
  drawIdFront,
  drawLetter,
  type CertificateDrawing,
  type IdCardDrawing,
  type LetterDrawing,
  type LicenceDrawing,
} from './drawn-papers.ts';
export { drawSeal, type SealDrawing } from './drawn-seal.ts';

export interface PictureOptions {
  format?: 'jpeg' | 'png';
  jpegQuality?: number;
  /** Turns the paper on the scanner, clockwise positive; the picture keeps its size. */
  skewDegrees?: number;
  /** Standard deviation of a defocus, in pixels. */
  blurPx?: number;
  isGrey?: boolean;
  /** Scanner resolution written into the file. */
  densityDpi?: number;
}

/** An SVG drawing as the file a camera or scanner would write. */
export async function renderDrawing(svg: string, options: PictureOptions = {}): Promise<Buffer> {
  let picture = sharp(Buffer.from(svg), { limitInputPixels: 80_000_000 }).flatten({ background: '#ffffff' });
  const { width, height } = await picture.metadata();
  if (options.skewDegrees) {
    const turned = await picture.rotate(options.skewDegrees, { background: '#fdfcf9' }).png().toBuffer();
    const size = await sharp(turned).metadata();
    picture = sharp(turned).extract({
      left: Math.round((size.width - width) / 2),
      top: Math.round((size.height - height) / 2),
      width,
      height,
    });
  }
  if (options.blurPx) picture = sharp(await picture.png().toBuffer()).blur(options.blurPx);
  if (options.isGrey) picture = picture.greyscale();
  if (options.densityDpi) picture = picture.withMetadata({ density: options.densityDpi });
  return options.format === 'png'
    ? picture.png().toBuffer()
    : picture.jpeg({ quality: options.jpegQuality ?? 88 }).toBuffer();
}

/** An ID card lying on a desk with room on all four sides, as a phone takes it. */
export async function cardOnDesk(cardSvg: string): Promise<Buffer> {
  const margin = 110;
  const card = await sharp(Buffer.from(cardSvg)).png().toBuffer();
  return sharp({
    create: {
      width: cardPx.width + 2 * margin,
      height: cardPx.height + 2 * margin,
      channels: 3,
      background: '#6b6a66',
      noise: { type: 'gaussian', mean: 106, sigma: 5 },
    },
  })
    .composite([{ input: card, left: margin, top: margin }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** An empty sheet of A4 with the grain of paper. */
export function blankSheet(): Promise<Buffer> {
  return sharp({
    create: {
      width: a4Px.width,
      height: a4Px.height,
      channels: 3,
      background: '#f8f7f3',
      noise: { type: 'gaussian', mean: 246, sigma: 2 },
    },
  })
    .jpeg({ quality: 88 })
    .toBuffer();
}
