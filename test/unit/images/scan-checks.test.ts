import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { a4Px, drawLetter, drawSeal, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { imageFindingCodes, type ImageFindingCode } from '../../../preload/messages/image-findings.ts';
import { testDrawnChecks, type DrawnCheck, type DrawnChecks } from '../../helpers/drawn-checks.ts';
import { sampleLetter } from '../../helpers/drawn-images.ts';

const { width, height } = a4Px;
const letterSvg = drawLetter(sampleLetter);
const unsealedSvg = drawLetter({ ...sampleLetter, isSealed: false });
const letter = await renderDrawing(letterSvg, { format: 'png' });
const paragraphs = Array.from({ length: 8 }, () => sampleLetter.paragraphs[0]!);
const fullSvg = drawLetter({ ...sampleLetter, paragraphs });
const unsealed = await renderDrawing(unsealedSvg, { format: 'png' });
const jpeg = (picture: Sharp, quality = 90) => picture.jpeg({ quality }).toBuffer();
const svg = (shapes: string, size = { width, height }) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${shapes}</svg>`,
  );
const over = (shapes: string, page = letter) => jpeg(sharp(page).composite([{ input: svg(shapes) }]));
const seal = (change: Partial<Parameters<typeof drawSeal>[0]> = {}) =>
  drawSeal({ company: '样例有限公司', centreX: 1100, centreY: 1750, diameter: 315, wear: 0.2, ...change });
const a4: Pick<DrawnCheck, 'kind'> = { kind: 'letter' };

const checks: DrawnChecks<Extract<ImageFindingCode, `scan.${string}`>> = {
  'scan.low-resolution': {
    ...a4,
    draw: (dpi) => jpeg(sharp(letter).resize({ width: Math.round((210 / 25.4) * dpi) })),
    passes: 200,
    justPasses: 142,
    justFails: 138,
    fails: 90,
    severity: 'error',
  },
  'scan.too-small': {
    ...a4,
    // Shorter side of a part of the page that is of no known paper.
    draw: (side) =>
      jpeg(sharp(letter).extract({ left: 100, top: 300, width: 1400, height: 1400 }).resize(side, side)),
    passes: 1400,
    justPasses: 700,
    justFails: 699,
    fails: 380,
    severity: 'error',
  },
  'scan.not-colour': {
    ...a4,
    draw: (saturation) => jpeg(sharp(letter).modulate({ saturation })),
    passes: 1,
    justPasses: 0.45,
    justFails: 0.25,
    fails: 0,
    severity: 'error',
  },
  'scan.blurred': {
    ...a4,
    draw: (sigmaPx) => jpeg(sharp(letter).blur(sigmaPx)),
    passes: 0.5,
    justPasses: 2.1,
    justFails: 2.6,
    fails: 5,
    severity: 'error',
  },
  'scan.soft': {
    ...a4,
    draw: (sigmaPx) => jpeg(sharp(letter).blur(sigmaPx)),
    passes: 0.5,
    justPasses: 1.15,
    justFails: 1.45,
    fails: 2.2,
    severity: 'warning',
  },
  'scan.low-contrast': {
    ...a4,
    // Luma between ink and paper, of 230 in the drawing.
    draw: (gain) => jpeg(sharp(letter).linear(gain, 250 * (1 - gain))),
    passes: 1,
    justPasses: 0.58,
    justFails: 0.52,
    fails: 0.1,
    severity: 'error',
  },
  'scan.too-dark': {
    ...a4,
    draw: (gain) => jpeg(sharp(letter).linear(gain, 0)),
    passes: 1,
    justPasses: 0.49,
    justFails: 0.43,
    fails: 0.25,
    severity: 'error',
  },
  'scan.dim': {
    ...a4,
    draw: (gain) => jpeg(sharp(letter).linear(gain, 0)),
    passes: 1,
    justPasses: 0.67,
    justFails: 0.6,
    fails: 0.55,
    severity: 'warning',
  },
  'scan.skewed': {
    ...a4,
    draw: (skewDegrees) => renderDrawing(letterSvg, { skewDegrees }),
    passes: 0,
    justPasses: 1.9,
    justFails: 2.1,
    fails: -6,
    severity: 'warning',
  },
  'scan.angle-unknown': {
    ...a4,
    // Lines of text on the sheet.
    draw: (lines) => {
      const text = Array.from(
        { length: Math.round(lines) },
        (_, i) =>
          `<rect x="200" y="${300 + i * 90}" width="1200" height="26" fill="#222" stroke-dasharray="30 12"/>`,
      );
      return jpeg(
        sharp(
          svg(
            `<rect width="100%" height="100%" fill="#fcfbf7"/><circle cx="820" cy="1700" r="260" fill="none" stroke="#234a9a" stroke-width="40"/>${text.join('')}${seal()}`,
          ),
        ),
      );
    },
    passes: 12,
    justPasses: 2,
    justFails: 0,
    fails: 0,
    severity: 'info',
  },
  'scan.blank': {
    ...a4,
    // Width of a single line of writing.
    draw: (lineWidth) =>
      jpeg(
        sharp(
          svg(
            `<rect width="100%" height="100%" fill="#fcfbf7"/><rect x="300" y="600" width="${lineWidth}" height="22" fill="#222"/>`,
          ),
        ),
      ),
    passes: 1000,
    justPasses: 200,
    justFails: 110,
    fails: 0,
    severity: 'error',
  },
  'scan.no-red-seal': {
    ...a4,
    // Diameter of a ring in red ink beside a blue mark.
    draw: (diameter) =>
      over(
        `<rect x="300" y="2000" width="400" height="60" fill="#2a56c6"/>${diameter > 0 ? seal({ diameter }) : ''}`,
        unsealed,
      ),
    passes: 315,
    justPasses: 125,
    justFails: 50,
    fails: 0,
    severity: 'warning',
  },
  'scan.edges-not-visible': {
    kind: 'business-licence',
    // Desk around the sheet.
    draw: (margin) => onDesk(margin),
    passes: 120,
    justPasses: 34,
    justFails: 10,
    fails: 0,
    severity: 'info',
  },
  'scan.small-text': {
    ...a4,
    // Share of the pixels of the page: its print is 30 px high.
    draw: (share) => jpeg(sharp(letter).resize({ width: Math.round(width * share) }), 95),
    passes: 1,
    justPasses: 0.26,
    justFails: 0.125,
    fails: 0.12,
    severity: 'warning',
  },
  'scan.shadow': {
    ...a4,
    // Darkness of a shadow over one side of the page.
    draw: (darkness) =>
      over(
        `<defs><linearGradient id="s"><stop offset="0" stop-color="#000" stop-opacity="${darkness}"/><stop offset="0.7" stop-color="#000" stop-opacity="0"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/>`,
      ),
    passes: 0,
    justPasses: 0.32,
    justFails: 0.43,
    fails: 0.7,
    severity: 'warning',
  },
  'scan.glare': {
    ...a4,
    // Diameter of a lamp's reflection on paper that is grey in dim light.
    draw: async (diameter) => {
      const dim = await sharp(letter).linear(0.62, 0).png().toBuffer();
      return over(`<circle cx="900" cy="1000" r="${diameter / 2}" fill="#fff"/>`, dim);
    },
    passes: 0,
    justPasses: 60,
    justFails: 120,
    fails: 400,
    severity: 'warning',
  },
  'scan.sideways': {
    ...a4,
    draw: (quarterTurns) => jpeg(sharp(letter).rotate(quarterTurns * 90, { background: '#fcfbf7' })),
    passes: 0,
    justPasses: 0.02,
    justFails: 0.98,
    fails: 3,
    severity: 'warning',
  },
  'scan.upside-down': {
    ...a4,
    // Clockwise; a page on its side is another finding.
    draw: (degrees) => jpeg(sharp(letter).rotate(degrees, { background: '#fcfbf7' })),
    passes: 0,
    justPasses: 90,
    justFails: 176,
    fails: 180,
    severity: 'warning',
  },
  'scan.perspective': {
    ...a4,
    // How much farther the top of the sheet is, as the share of its width that is lost there.
    draw: (loss) => seenFromBelow(loss),
    passes: 0,
    justPasses: 0.025,
    justFails: 0.065,
    fails: 0.16,
    severity: 'warning',
  },
  'scan.surroundings': {
    ...a4,
    draw: (margin) => onDesk(margin),
    passes: 0,
    justPasses: 5,
    justFails: 24,
    fails: 140,
    severity: 'warning',
  },
  'scan.cut': {
    ...a4,
    // Pixels cut off at the left of a page full of text, where the lines begin at 190.
    draw: async (left) => {
      const page = sharp(await renderDrawing(fullSvg, { format: 'png' }));
      return jpeg(page.extract({ left, top: 0, width: width - left, height }));
    },
    passes: 0,
    justPasses: 150,
    justFails: 215,
    fails: 820,
    severity: 'warning',
  },
  'scan.seal-not-red': {
    ...a4,
    // Hue of the seal's ink.
    draw: (hue) => over(seal({ colour: `hsl(${hue},75%,45%)` }), unsealed),
    passes: 0,
    justPasses: 165,
    justFails: 200,
    fails: 230,
    severity: 'warning',
  },
  'scan.only-square-seal': {
    ...a4,
    // How round the corners of a name seal are, of half its side.
    draw: (roundness) => over(nameSeal(roundness), unsealed),
    passes: 1,
    justPasses: 0.75,
    justFails: 0.55,
    fails: 0,
    severity: 'warning',
  },
  'scan.faint-seal': {
    ...a4,
    // Beside a signature in blue, which shows that the scan is in colour.
    draw: (opacity) =>
      over(
        `<path d="M300 1950q90 -120 160 0t160 0t160 -20" fill="none" stroke="#2246b8" stroke-width="14"/><g opacity="${opacity}">${seal()}</g>`,
        unsealed,
      ),
    passes: 1,
    justPasses: 0.42,
    justFails: 0.3,
    fails: 0.2,
    severity: 'warning',
  },
  'scan.seal-size': {
    ...a4,
    // Diameter in millimetres; the page has 7.87 px per mm.
    draw: (mm) => over(seal({ diameter: (mm / 210) * width }), unsealed),
    passes: 42,
    justPasses: 35.5,
    justFails: 32.5,
    fails: 56,
    severity: 'info',
  },
  'scan.screen-photo': {
    ...a4,
    // How far the light and dark of a screen's grid are apart.
    draw: async (contrast) => {
      const lines = svg(
        `<defs><pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="rgb(${255 - contrast},${255 - contrast},${255 - contrast})"/></pattern></defs><rect width="100%" height="100%" fill="url(#p)"/>`,
      );
      return jpeg(sharp(letter).composite([{ input: lines, blend: 'multiply' }]), 95);
    },
    passes: 0,
    justPasses: 1,
    justFails: 5,
    fails: 60,
    severity: 'warning',
  },
  'scan.screenshot': {
    ...a4,
    // Height of a bar of one colour above a page without any noise.
    draw: (bar) =>
      sharp(letter)
        .composite([{ input: svg(`<rect width="${width}" height="${bar}" fill="#3b3f45"/>`) }])
        .png()
        .toBuffer(),
    fileName: 'picture.png',
    passes: 0,
    justPasses: 40,
    justFails: 122,
    fails: 130,
    severity: 'warning',
  },
};

testDrawnChecks('a drawn letter is held against', checks);

test('every finding of scans has its drawings', () => {
  expect(Object.keys(checks).sort()).toEqual(
    imageFindingCodes.filter((code) => code.startsWith('scan.')).sort(),
  );
});

function onDesk(margin: number): Promise<Buffer> {
  const all = { top: margin, bottom: margin, left: margin, right: margin, background: '#6b5b4a' };
  return jpeg(margin === 0 ? sharp(letter) : sharp(letter).extend(all));
}

/** The sheet on a desk, its top narrower by a share of its width: every row is made narrower on its own. */
async function seenFromBelow(loss: number): Promise<Buffer> {
  const margin = 120;
  const { data, info } = await sharp(letter)
    .flatten()
    .resize({ width: 1000 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [w, h] = [info.width + 2 * margin, info.height + 2 * margin];
  const out = Buffer.alloc(w * h * 3, 0x5c);
  for (let y = 0; y < info.height; y++) {
    const rowLoss = loss * (1 - y / info.height) * info.width;
    const from = Math.round(rowLoss / 2);
    const rowWidth = info.width - 2 * from;
    for (let x = 0; x < rowWidth; x++) {
      const source = (y * info.width + Math.floor((x * info.width) / rowWidth)) * 3;
      data.copy(out, ((y + margin) * w + margin + from + x) * 3, source, source + 3);
    }
  }
  return jpeg(sharp(out, { raw: { width: w, height: h, channels: 3 } }));
}

function nameSeal(roundness: number): string {
  const [x, y, side] = [1000, 1650, 220];
  const strokes = [40, 85, 130, 175].map(
    (at) => `<path d="M${x + at} ${y + 30}v160M${x + 30} ${y + at}h160" stroke="#c8201f" stroke-width="9"/>`,
  );
  return `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="${(roundness * side) / 2}" fill="none" stroke="#c8201f" stroke-width="12"/>${strokes.join('')}`;
}
