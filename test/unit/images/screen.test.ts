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
import {
  codesOf,
  judged,
  sampleCard,
  sampleLetter,
  sampleLicence,
  scanFacts,
} from '../../helpers/drawn-images.ts';
import { fileOf, onScreen, photographed } from '../../helpers/screen-photo.ts';

const letter = await renderDrawing(drawLetter(sampleLetter));

/** Small enough for its lines to be seen. */
const shown = (widthPx: number) => onScreen(letter, widthPx);

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
