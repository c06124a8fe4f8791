import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  blankSheet,
  cardOnDesk,
  drawBusinessLicence,
  drawIdFront,
  drawLetter,
  renderDrawing,
} from '../../../main/demo/drawn-images.ts';
import type { Raster } from '../../../main/images/raster.ts';
import {
  codesOf,
  judged,
  sampleCard,
  sampleLetter,
  sampleLicence,
  scanFacts,
} from '../../helpers/drawn-images.ts';

const letter = await renderDrawing(drawLetter(sampleLetter));

/** The letter as a screen shows it, small enough for its lines to be seen. */
async function shown(widthPx: number): Promise<Raster> {
  const { data, info } = await sharp(letter)
    .resize({ width: widthPx })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

/**
 * A photograph of a screen: each of its pixels is three upright stripes of light with dark gaps, seen at an angle,
 * each pixel of the camera the mean of nine places.
 *
 * @param pitch pixels of the camera for one of the screen
 */
function photographed(
  screen: Raster,
  widthPx: number,
  heightPx: number,
  pitch: number,
  degrees: number,
): Raster {
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  const [c, s] = [Math.cos((degrees * Math.PI) / 180) / pitch, Math.sin((degrees * Math.PI) / 180) / pitch];
  const light = [0, 0, 0];
  for (let y = 0, to = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, to += 3) {
      light.fill(0);
      for (let k = 0; k < 9; k++) {
        // The lens spreads every point over more than a pixel.
        const dx = x - widthPx / 2 + ((k % 3) - 1) * 0.6;
        const dy = y - heightPx / 2 + (((k / 3) | 0) - 1) * 0.6;
        const u = dx * c + dy * s + screen.width / 2;
        const v = dy * c - dx * s + screen.height / 2;
        const [column, row] = [Math.floor(u), Math.floor(v)];
        if (column < 0 || row < 0 || column >= screen.width || row >= screen.height || v - row > 0.85)
          continue;
        const channel = Math.floor((u - column) * 3);
        light[channel]! += (screen.rgb[(row * screen.width + column) * 3 + channel]! / 255) ** 2.2;
      }
      for (let channel = 0; channel < 3; channel++) {
        // Light strays between the stripes.
        const stray = (light[0]! + light[1]! + light[2]!) / 3;
        rgb[to + channel] = 230 * Math.min(1, (light[channel]! + stray) / 2 / 2.7) ** (1 / 2.2);
      }
    }
  }
  return { width: widthPx, height: heightPx, rgb };
}

const fileOf = ({ width, height, rgb }: Raster, quality = 85) =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .blur(0.9)
    .jpeg({ quality })
    .toBuffer();

const hints = (codes: string[]) => codes.filter((code) => code.startsWith('scan.screen'));

describe('a photograph of a screen', () => {
  test.each([
    ['its pixels seen one by one', 4.6, 2],
    ['its pixels beating with those of the camera', 1.06, 3],
    ['between the two', 1.6, 1.2],
  ])('is hinted at: %s', async (_, pitch, degrees) => {
    const screen = await shown(Math.round(1000 / pitch));
    const page = await judged(await fileOf(photographed(screen, 1100, 1400, pitch, degrees)), 'letter');
    const finding = page.findings.find(({ code }) => code === 'scan.screen-photo');
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding!.params['gridPercent']).toBeGreaterThan(finding!.params['maxGridPercent'] as number);
    expect(finding!.region!.width).toBeGreaterThan(0.3);
    expect(finding!.message['zh-CN']).toMatch(/^提示/);
    expect(finding!.message.en).toMatch(/^Only a hint/);
  });

  test('shows the length of the pattern in pixels of the file', async () => {
    const screen = await shown(320);
    const { screenGrid } = await scanFacts(await fileOf(photographed(screen, 990, 1000, 4, 0)));
    expect(screenGrid.periodPx!).toBeCloseTo(4, 1);
  });
});

/** Fine lines of one colour and slope all over the paper, as on certificates and ruled pads. */
const ruled = (spacingPx: number, degrees: number, colour: string) =>
  renderDrawing(
    drawLetter(sampleLetter).replace(
      '</svg>',
      `<defs><pattern id="rules" width="40" height="${spacingPx}" patternUnits="userSpaceOnUse" patternTransform="rotate(${degrees})"><rect width="40" height="2" fill="${colour}"/></pattern></defs><rect width="100%" height="100%" fill="url(#rules)"/></svg>`,
    ),
  );

describe('nothing is hinted at', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['on a scanned letter', async () => letter],
    ['on an empty sheet', () => blankSheet()],
    ['on a business licence', () => renderDrawing(drawBusinessLicence(sampleLicence))],
    ['on a card on a desk', () => cardOnDesk(drawIdFront(sampleCard))],
    ['on ruled paper', () => ruled(60, 0, '#7aa5d8')],
    ['on a slanted pattern of wide lines', () => ruled(36, 30, '#c9d8c0')],
    ['on a grey copy', () => renderDrawing(drawLetter(sampleLetter), { isGrey: true })],
  ])('%s', async (_, draw) => {
    expect(hints(codesOf(await judged(await draw(), 'letter')))).toEqual([]);
  });
});

/** The page in a viewer: surroundings of one colour, a bar with a few icons above it. */
async function inViewer(widthPx: number, heightPx: number, surround: string): Promise<Sharp> {
  const page = await sharp(letter)
    .resize({ height: Math.round(heightPx * 0.8), width: Math.round(widthPx * 0.8), fit: 'inside' })
    .png()
    .toBuffer();
  const icons = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="40"><rect width="100%" height="40" fill="#2b2b2b"/><circle cx="24" cy="20" r="9" fill="#fff"/><rect x="60" y="12" width="90" height="16" fill="#ddd"/></svg>`,
  );
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: surround } }).composite(
    [{ input: page }, { input: icons, left: 0, top: 0 }],
  );
}

describe('a screenshot', () => {
  test.each([
    ['of a viewer', 1500, 1130, '#525659', 'png'],
    ['of a viewer, as a chat program passes it on', 1500, 1130, '#525659', 'jpeg'],
    ['of a telephone that shows a picture', 1080, 2400, '#000000', 'jpeg'],
  ] as const)('is hinted at: %s', async (_, widthPx, heightPx, surround, format) => {
    const picture = await inViewer(widthPx, heightPx, surround);
    const page = await judged(await picture.toFormat(format).toBuffer(), 'letter', {
      fileName: `picture.${format}`,
    });
    const finding = page.findings.find(({ code }) => code === 'scan.screenshot');
    expect(finding).toMatchObject({ severity: 'warning', region: { x: 0 } });
    expect(finding!.message.en).toMatch(/^Only a hint/);
  });

  test('is told from the same page on a desk by the noise of a camera', async () => {
    const picture = await inViewer(1500, 1130, '#525659');
    const channels = 3 as const;
    const noise = await sharp({
      create: {
        width: 1500,
        height: 1130,
        channels,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 24 },
      },
    })
      .png()
      .toBuffer();
    const noisy = sharp(await picture.png().toBuffer()).composite([{ input: noise, blend: 'soft-light' }]);
    expect(hints(codesOf(await judged(await noisy.jpeg({ quality: 92 }).toBuffer(), 'letter')))).toEqual([]);
  });
});
