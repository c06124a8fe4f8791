import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readJpegFacts } from '../../../main/images/jpeg.ts';

const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: '#6a8caf' } });

test.each([10, 45, 60, 75, 92, 100])('reads quality %i from the tables', async (quality) => {
  const facts = readJpegFacts(await picture.clone().jpeg({ quality }).toBuffer());
  expect(Math.abs(facts!.quality - quality)).toBeLessThanOrEqual(1);
});

test.each(['4:2:0', '4:4:4'] as const)('reads subsampling %s', async (chromaSubsampling) => {
  const facts = readJpegFacts(await picture.clone().jpeg({ quality: 80, chromaSubsampling }).toBuffer());
  expect(facts!.subsampling).toBe(chromaSubsampling);
});

test('knows a JPEG of one channel', async () => {
  expect(readJpegFacts(await picture.clone().toColourspace('b-w').jpeg().toBuffer())!.subsampling).toBe(
    'grey',
  );
});

test('has nothing to say of other bytes', () => {
  expect(readJpegFacts(Buffer.from('not a picture at all, only some words'))).toBeNull();
  expect(readJpegFacts(Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0x00, 0x43, 0x00, 0x01]))).toBeNull();
});
