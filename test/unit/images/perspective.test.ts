import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderDrawing } from '../../../main/demo/drawn-images.ts';
import { judged, latinLines, pageOfText, scanFacts } from '../../helpers/drawn-images.ts';

const { data, info } = await sharp(await renderDrawing(pageOfText(latinLines)))
  .resize({ width: 1000 })
  .greyscale()
  .raw()
  .toBuffer({ resolveWithObject: true });

/** The page with every point taken from somewhere else; paper is white beyond it. */
async function bent(from: (x: number, y: number) => [number, number]): Promise<Buffer> {
  const { width, height } = info;
  const out = Buffer.alloc(width * height, 250);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = from(x, y);
      const [left, top] = [Math.floor(u), Math.floor(v)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = (dx: number, dy: number) => data[(top + dy) * width + left + dx]!;
      const above = at(0, 0) + (at(1, 0) - at(0, 0)) * (u - left);
      const below = at(0, 1) + (at(1, 1) - at(0, 1)) * (u - left);
      out[y * width + x] = above + (below - above) * (v - top);
    }
  }
  return sharp(out, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Seen from one side: lines at head and foot of the page converge by so many degrees, and stay straight. */
function fromTheSide(degrees: number): Promise<Buffer> {
  const { width, height } = info;
  // At the far side everything is smaller; over the height of the page the slopes add up to the whole angle.
  const share = (Math.tan((degrees * Math.PI) / 180) * width) / height;
  return bent((x, y) => {
    const w = 1 + share * (x / width - 0.5);
    return [width / 2 + (x - width / 2) * w, height / 2 + (y - height / 2) * w];
  });
}

describe('lines of text without an edge of the paper', () => {
  test.each([1, 2.5, 4, 6])('that converge by %d degrees', async (degrees) => {
    const { lineConvergenceDegrees, keystoneDegrees } = await scanFacts(await fromTheSide(degrees));
    expect(keystoneDegrees).toBeNull();
    expect(Math.abs(lineConvergenceDegrees! - degrees)).toBeLessThan(0.15 + 0.12 * degrees);
  });

  test('are parallel on a page seen from above', async () => {
    expect((await scanFacts(await fromTheSide(0))).lineConvergenceDegrees!).toBeLessThan(0.15);
  });

  test('say so from the limit on', async () => {
    const codes = async (degrees: number) =>
      (await judged(await fromTheSide(degrees), 'letter')).findings.map(({ code }) => code);
    expect(await codes(2.2)).not.toContain('scan.perspective');
    expect(await codes(4.5)).toContain('scan.perspective');
  });

  test('are no perspective on a page that bends', async () => {
    const arched = await bent((x, y) => {
      const bend = (y / info.height) * 50;
      return [x, y + bend * ((x / info.width) * 2 - 1) ** 2];
    });
    const { findings } = await judged(arched, 'letter');
    expect(findings.map(({ code }) => code)).not.toContain('scan.perspective');
  });
});
