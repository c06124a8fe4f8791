import sharp from 'sharp';
import { expect, test } from 'vitest';
import { renderDrawing } from '../../../main/demo/drawn-images.ts';
import { imageFindingCodes, type ImageFindingCode } from '../../../preload/messages/image-findings.ts';
import { testDrawnChecks, type DrawnChecks } from '../../helpers/drawn-checks.ts';
import { person } from '../../helpers/drawn-images.ts';

const photo = await renderDrawing(person({ widthPx: 800, heightPx: 1000 }), { format: 'png' });
const formats = ['jpeg', 'png', 'webp', 'tiff'] as const;
const kb = 1024;

/** The photo as a file of exactly so many bytes: what stands behind the end of a JPEG is not looked at. */
async function ofBytes(bytes: number): Promise<Buffer> {
  const file = await sharp(photo).jpeg({ quality: 85 }).toBuffer();
  return Buffer.concat([file, Buffer.alloc(bytes - file.length)]);
}

const checks: DrawnChecks<Extract<ImageFindingCode, `image.${string}`>> = {
  'image.format-not-accepted': {
    kind: 'owner-photo',
    provider: 'huawei-cloud',
    fileName: 'picture',
    draw: (format) => sharp(photo).toFormat(formats[format]!).toBuffer(),
    passes: 0,
    justPasses: 1,
    justFails: 2,
    fails: 3,
    severity: 'warning',
  },
  'image.too-many-bytes': {
    kind: 'owner-photo',
    provider: 'tencent-cloud',
    draw: ofBytes,
    passes: 300 * kb,
    justPasses: 2048 * kb,
    justFails: 2048 * kb + 1,
    fails: 5000 * kb,
    severity: 'warning',
  },
  'image.too-few-bytes': {
    kind: 'owner-photo',
    provider: 'tencent-cloud',
    draw: ofBytes,
    passes: 300 * kb,
    justPasses: 200 * kb,
    justFails: 200 * kb - 1,
    fails: 100 * kb,
    severity: 'warning',
  },
  'image.strong-compression': {
    kind: 'owner-photo',
    draw: (quality) => sharp(photo).jpeg({ quality }).toBuffer(),
    passes: 90,
    justPasses: 50,
    justFails: 49,
    fails: 20,
    severity: 'warning',
  },
  'image.turned-by-exif': {
    kind: 'owner-photo',
    draw: (orientation) => sharp(photo).withMetadata({ orientation }).jpeg().toBuffer(),
    passes: 1,
    justPasses: 1,
    justFails: 2,
    fails: 6,
    severity: 'info',
  },
};

testDrawnChecks('the file of a photo is held against', checks);

test('every finding of files has its drawings', () => {
  expect(Object.keys(checks).sort()).toEqual(
    imageFindingCodes.filter((code) => code.startsWith('image.')).sort(),
  );
});
