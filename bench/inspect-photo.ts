import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { drawPerson, renderDrawing } from '../main/demo/drawn-images.ts';
import { workSidePx } from '../main/images/decode.ts';
import { judgeFile, loadImageLimits } from '../main/images/index.ts';
import { measureFile } from '../main/images/measure.ts';
import { median, timeMs, type Row } from './rows.ts';

const repeats = 15;

/** One 12-megapixel photo inspected from file to findings, against sharp decoding and shrinking the same file. */
export async function run(): Promise<Row[]> {
  sharp.concurrency(1);
  sharp.cache(false);
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  try {
    const file = join(folder, 'photo.jpg');
    await writeFile(file, await twelveMegapixels());
    const input = { file, fileName: 'photo.jpg', kind: 'owner-photo' as const };
    const standard = { limits: await loadImageLimits('resources'), provider: null, material: null };
    const bare = async () => {
      const bytes = await readFile(file);
      await sharp(bytes).autoOrient().resize(workSidePx, workSidePx, { fit: 'inside' }).raw().toBuffer();
    };
    const inspect = async () => judgeFile(await measureFile(input), standard);
    // The first rounds pay for compiling; alternating afterwards, both meet the same load of the machine.
    for (let i = 0; i < 3; i++) {
      await bare();
      await inspect();
    }
    const bareMs: number[] = [];
    const inspectMs: number[] = [];
    for (let i = 0; i < repeats; i++) {
      bareMs.push(await timeMs(bare));
      inspectMs.push(await timeMs(inspect));
    }
    const ratio = median(inspectMs) / median(bareMs);
    return [
      {
        name: '12 MP photo, bare decode and shrink',
        value: median(bareMs),
        unit: 'ms',
        goal: null,
        ok: null,
      },
      { name: '12 MP photo, inspected', value: median(inspectMs), unit: 'ms', goal: null, ok: null },
      { name: '12 MP photo, inspected / bare', value: ratio, unit: 'x', goal: '<= 2', ok: ratio <= 2 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** 3000 x 4000 with the noise of a camera: a smooth drawing would decode faster than any photo. */
async function twelveMegapixels(): Promise<Buffer> {
  const size = { width: 3000, height: 4000 };
  const drawing = drawPerson({
    widthPx: size.width,
    heightPx: size.height,
    background: { kind: 'plain', colour: '#dfe6ee', edgeColour: '#c9d3de' },
  });
  const noise = await sharp({
    create: { ...size, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 6 } },
  })
    .png()
    .toBuffer();
  return sharp(await renderDrawing(drawing, { format: 'png' }))
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
