import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { renderDrawing, type PersonDrawing } from '../../../main/demo/drawn-images.ts';
import { imageFindingCodes, type ImageFindingCode } from '../../../preload/messages/image-findings.ts';
import { testDrawnChecks, type DrawnCheck, type DrawnChecks } from '../../helpers/drawn-checks.ts';
import { person } from '../../helpers/drawn-images.ts';

const size = { widthPx: 800, heightPx: 1000 };
const wall = '#9db8d6';
const drawn = (change: Partial<PersonDrawing> = {}) =>
  renderDrawing(person({ ...size, ...change }), { format: 'png' });
const good = await drawn({ background: { kind: 'plain', colour: wall } });
const jpeg = (picture: Sharp, quality = 90) => picture.jpeg({ quality }).toBuffer();
const svg = (shapes: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000">${shapes}</svg>`);
/** The good photo with shapes drawn over it. */
const over = (shapes: string) => jpeg(sharp(good).composite([{ input: svg(shapes) }]));
const photo: Pick<DrawnCheck, 'kind'> = { kind: 'owner-photo' };
/** What of the good photo is the person. */
const personShape =
  '<path d="M292 260Q292 120 400 120Q508 120 508 260L500 400L460 440Q670 460 670 560V1000H130V560Q130 460 340 440L300 400Z"/>';
const figure = `<ellipse cx="400" cy="60" rx="42" ry="58" fill="#d9a07c"/><rect x="285" y="125" width="230" height="330" rx="60" fill="#33436b"/>
  <rect x="305" y="420" width="85" height="480" fill="#20242e"/><rect x="410" y="420" width="85" height="480" fill="#20242e"/>`;
/** The person of the good photo before another wall. */
async function before(shapes: string): Promise<Buffer> {
  const cutOut = await sharp(good)
    .ensureAlpha()
    .composite([{ input: svg(personShape), blend: 'dest-in' }])
    .png()
    .toBuffer();
  return jpeg(sharp(svg(shapes)).composite([{ input: cutOut }]));
}
const bust = (x: number, suit: string) =>
  `<ellipse cx="${x}" cy="330" rx="75" ry="100" fill="#d9a07c"/><rect x="${x - 30}" y="400" width="60" height="80" fill="#c98f6c"/>
  <rect x="${x - 150}" y="460" width="300" height="700" rx="90" fill="${suit}"/>`;
/** Where the drawing has its head. */
const head = { left: 292, top: 120, width: 216, height: 285 };

const checks: DrawnChecks<Extract<ImageFindingCode, `photo.${string}`>> = {
  'photo.too-small': {
    ...photo,
    draw: (widthPx) => jpeg(sharp(good).resize({ width: widthPx })),
    passes: 1000,
    justPasses: 800,
    justFails: 799,
    fails: 500,
    severity: 'error',
  },
  'photo.too-small-long-side': {
    ...photo,
    provider: 'miit-interface',
    draw: async (heightPx) => jpeg(sharp(good).resize({ width: 640, height: heightPx, fit: 'cover' })),
    passes: 1000,
    justPasses: 800,
    justFails: 799,
    fails: 660,
    severity: 'error',
  },
  'photo.not-colour': {
    ...photo,
    // Colourfulness, of that of the drawing.
    draw: (saturation) => jpeg(sharp(good).modulate({ saturation })),
    passes: 1,
    justPasses: 0.2,
    justFails: 0.05,
    fails: 0,
    severity: 'error',
  },
  'photo.toned': {
    ...photo,
    // Share of a sepia print laid over the colours.
    draw: async (share) => {
      const sepia = await sharp(good).tint('#b08a5a').ensureAlpha(share).png().toBuffer();
      return jpeg(sharp(good).composite([{ input: sepia }]));
    },
    passes: 0,
    justPasses: 0.54,
    justFails: 0.66,
    fails: 1,
    severity: 'error',
  },
  'photo.background-not-uniform': {
    ...photo,
    // Pixels of the width that a dark door takes.
    draw: (width) => over(`<rect x="${800 - width}" width="${width}" height="620" fill="#6b3f22"/>`),
    passes: 0,
    justPasses: 2,
    justFails: 10,
    fails: 160,
    severity: 'error',
  },
  'photo.background-textured': {
    ...photo,
    // How far the light and dark of a woven wall are apart.
    draw: async (contrast) => {
      const lines = Array.from(
        { length: 67 },
        (_, i) =>
          `<rect x="${i * 12}" width="6" height="1000" fill="rgb(${130 + contrast},${150 + contrast},${180 + contrast})"/>`,
      ).join('');
      return before(`<rect width="800" height="1000" fill="rgb(130,150,180)"/>${lines}`);
    },
    passes: 0,
    justPasses: 9,
    justFails: 13,
    fails: 18,
    severity: 'error',
  },
  'photo.background-uneven-light': {
    ...photo,
    // Lightness on the side of a wall that is away from the window.
    draw: (far) =>
      before(
        `<defs><linearGradient id="g"><stop offset="0" stop-color="#f4f4f4"/><stop offset="1" stop-color="${grey(far)}"/></linearGradient></defs>
        <rect width="800" height="1000" fill="url(#g)"/>`,
      ),
    passes: 235,
    justPasses: 136,
    justFails: 112,
    fails: 0,
    severity: 'warning',
  },
  'photo.background-scene': {
    ...photo,
    // Height of a table before the person, from side to side.
    draw: (height) => over(`<rect y="${1000 - height}" width="800" height="${height}" fill="#5b4630"/>`),
    passes: 0,
    justPasses: 460,
    justFails: 530,
    fails: 590,
    severity: 'error',
  },
  'photo.background-transparent': {
    ...photo,
    fileName: 'picture.png',
    // Radius of a round cut-out, in pixels; the corners are 640 px from the middle.
    draw: (radius) =>
      sharp(good)
        .ensureAlpha()
        .composite([{ input: svg(`<circle cx="400" cy="500" r="${radius}"/>`), blend: 'dest-in' }])
        .png()
        .toBuffer(),
    passes: 700,
    justPasses: 640,
    justFails: 628,
    fails: 480,
    severity: 'error',
  },
  'photo.bars': {
    ...photo,
    // Width of black bars at both sides.
    draw: (bar) => jpeg(sharp(good).extend({ left: bar, right: bar, background: '#000' })),
    passes: 0,
    justPasses: 8,
    justFails: 28,
    fails: 200,
    severity: 'error',
  },
  'photo.background-colour': {
    ...photo,
    provider: 'huawei-cloud',
    draw: async (lightness) =>
      jpeg(sharp(await drawn({ background: { kind: 'plain', colour: grey(lightness) } }))),
    passes: 253,
    justPasses: 226,
    justFails: 208,
    fails: 90,
    severity: 'error',
  },
  'photo.no-person': {
    ...photo,
    // Width of a head over that of the picture.
    draw: async (headWidth) =>
      headWidth === 0
        ? jpeg(sharp({ create: { width: 800, height: 1000, channels: 3, background: wall } }))
        : jpeg(sharp(await drawn({ headWidth, headTop: 0.12, background: { kind: 'plain', colour: wall } }))),
    passes: 0.27,
    justPasses: 0.07,
    justFails: 0,
    fails: 0,
    severity: 'warning',
  },
  'photo.framing-unknown': {
    ...photo,
    draw: (width) => over(`<rect x="${800 - width}" width="${width}" height="620" fill="#6b3f22"/>`),
    passes: 0,
    justPasses: 2,
    justFails: 10,
    fails: 160,
    severity: 'info',
  },
  'photo.head-cut': {
    ...photo,
    // Pixels taken off at the top; the hair begins at 120.
    draw: (top) =>
      jpeg(
        sharp(good)
          .extract({ left: 0, top, width: 800, height: 1000 - top })
          .resize(1000),
      ),
    passes: 0,
    justPasses: 110,
    justFails: 130,
    fails: 170,
    severity: 'error',
  },
  'photo.off-centre': {
    ...photo,
    draw: async (headCentre) =>
      jpeg(sharp(await drawn({ headCentre, headWidth: 0.2, background: { kind: 'plain', colour: wall } }))),
    passes: 0.5,
    justPasses: 0.39,
    justFails: 0.37,
    fails: 0.3,
    severity: 'warning',
  },
  'photo.close-up': {
    ...photo,
    draw: async (headWidth) =>
      jpeg(sharp(await drawn({ headWidth, headTop: 0.05, background: { kind: 'plain', colour: wall } }))),
    passes: 0.27,
    justPasses: 0.66,
    justFails: 0.71,
    fails: 0.8,
    severity: 'warning',
  },
  'photo.full-figure': {
    ...photo,
    // Pixels of a figure of 900 that are in the picture, from the head down.
    draw: (seen) =>
      jpeg(
        sharp(
          Buffer.from(
            `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${seen + 80}"><rect width="800" height="1000" fill="${wall}"/><g transform="translate(0 80)">${figure}</g></svg>`,
          ),
        )
          .flatten()
          .resize({ height: 1000 }),
      ),
    passes: 420,
    justPasses: 610,
    justFails: 670,
    fails: 900,
    severity: 'warning',
  },
  'photo.several-people': {
    ...photo,
    // How far to the left and right two people stand from the middle.
    draw: (apart) =>
      jpeg(
        sharp(
          svg(
            `<rect width="800" height="1000" fill="${wall}"/>${bust(400 - apart, '#34405c')}${bust(400 + apart, '#5c3436')}`,
          ),
        ).flatten(),
      ),
    passes: 0,
    justPasses: 56,
    justFails: 82,
    fails: 200,
    severity: 'warning',
  },
  'photo.maybe-turned': {
    ...photo,
    // Share of the face's width that hair covers from the left.
    draw: (share) =>
      over(
        `<rect x="${head.left + 10}" y="${head.top + 16}" width="${head.width * share}" height="${head.height}" fill="#241c18"/>`,
      ),
    passes: 0,
    justPasses: 0.38,
    justFails: 0.48,
    fails: 0.52,
    severity: 'info',
  },
  'photo.maybe-covered': {
    ...photo,
    // Height of a blue cap, of that of the head.
    draw: (share) =>
      over(
        `<rect x="${head.left}" y="${head.top}" width="${head.width}" height="${head.height * share}" rx="20" fill="#1f5fbf"/>`,
      ),
    passes: 0,
    justPasses: 0.13,
    justFails: 0.18,
    fails: 0.33,
    severity: 'info',
  },
  'photo.enlarged': {
    ...photo,
    // Width of the picture it was enlarged from to 1200 px.
    draw: async (widthPx) => jpeg(sharp(await sharp(good).resize(widthPx).png().toBuffer()).resize(1200)),
    passes: 1200,
    justPasses: 540,
    justFails: 450,
    fails: 300,
    severity: 'warning',
  },
  'photo.sideways': {
    ...photo,
    draw: (degrees) => jpeg(sharp(good).rotate(degrees, { background: wall })),
    passes: 0,
    justPasses: 30,
    justFails: 90,
    fails: 90,
    severity: 'warning',
  },
  'photo.blurred': {
    ...photo,
    draw: (sigmaPx) => jpeg(sharp(good).blur(sigmaPx)),
    passes: 0.4,
    justPasses: 0.9,
    justFails: 1.15,
    fails: 4,
    severity: 'error',
  },
  'photo.overexposed': {
    ...photo,
    draw: (gain) => jpeg(sharp(good).linear(gain, 0)),
    passes: 1,
    justPasses: 1.34,
    justFails: 1.46,
    fails: 2,
    severity: 'warning',
  },
  'photo.underexposed': {
    ...photo,
    draw: (gain) => jpeg(sharp(good).linear(gain, 0)),
    passes: 1,
    justPasses: 0.09,
    justFails: 0.03,
    fails: 0.03,
    severity: 'warning',
  },
  'photo.dim': {
    ...photo,
    draw: (gain) => jpeg(sharp(good).linear(gain, 0)),
    passes: 1,
    justPasses: 0.65,
    justFails: 0.58,
    fails: 0.45,
    severity: 'warning',
  },
};

testDrawnChecks('a drawn photo is held against', checks);

test('every finding of photos has its drawings', () => {
  expect(Object.keys(checks).sort()).toEqual(
    imageFindingCodes.filter((code) => code.startsWith('photo.')).sort(),
  );
});

function grey(lightness: number): string {
  return `#${Math.round(lightness).toString(16).padStart(2, '0').repeat(3)}`;
}
