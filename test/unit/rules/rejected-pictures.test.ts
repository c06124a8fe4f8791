import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  blankSheet,
  cardOnDesk,
  drawBusinessLicence,
  drawIdFront,
  renderDrawing,
} from '../../../main/demo/drawn-images.ts';
import type { ImageKind } from '../../../preload/contract/index.ts';
import { judged, person, sampleCard, sampleLicence } from '../../helpers/drawn-images.ts';
import { fileOf, onScreen, photographed } from '../../helpers/screen-photo.ts';
import { resourcesDir } from './the-book.ts';

type Picture = [kind: ImageKind, draw: () => Promise<Buffer>];

const licence = drawBusinessLicence(sampleLicence);
const idCard = drawIdFront(sampleCard);
const scannedLicence = () => renderDrawing(licence);
/** As a provider's system hands it on: made small, then enlarged again nowhere. */
const shrunk = async (picture: Buffer, width: number, quality: number) =>
  sharp(picture).resize({ width }).jpeg({ quality }).toBuffer();
const lit = async (slope: number, offset: number) =>
  sharp(await renderDrawing(person()))
    .linear(slope, offset)
    .jpeg()
    .toBuffer();

/** With that share of its width left out of the frame. */
const cutOff = async (share: number) => {
  const picture = sharp(await scannedLicence());
  const { width, height } = await picture.metadata();
  const left = Math.round(width * share);
  return picture
    .extract({ left, top: 0, width: width - left, height })
    .jpeg({ quality: 88 })
    .toBuffer();
};

/** As a phone takes it on a table: dull paper, and the lamp in the plastic sleeve where nothing can be read any more. */
const underLamp = async () => {
  const dull = await sharp(await scannedLicence())
    .linear(0.72)
    .toBuffer();
  return sharp(dull)
    .composite([
      {
        input: Buffer.from(
          '<svg width="420" height="300"><defs><radialGradient id="g"><stop offset="0.7" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="210" cy="150" rx="200" ry="140" fill="url(#g)"/></svg>',
        ),
        left: 600,
        top: 500,
      },
    ])
    .jpeg()
    .toBuffer();
};
const offScreen = async () =>
  fileOf(photographed(await onScreen(await scannedLicence(), 1600), 1700, 1250, 1.06, 3));

/** For each reason that the inspection of pictures catches one that is right but for that. */
const pictures: Record<string, Picture> = {
  'CRT-01': ['business-licence', () => renderDrawing(licence, { blurPx: 7 })],
  'CRT-02': ['business-licence', () => cutOff(0.3)],
  'CRT-03': ['business-licence', underLamp],
  'CRT-05': ['business-licence', offScreen],
  'CRT-17': ['business-licence', blankSheet],
  'CRT-22': ['business-licence', async () => shrunk(await scannedLicence(), 640, 60)],
  'CRT-29': ['business-licence', async () => shrunk(await scannedLicence(), 500, 80)],
  'PHO-12': ['owner-photo', () => lit(1.5, 40)],
};
const right: Picture[] = [
  ['business-licence', scannedLicence],
  ['id-card', () => cardOnDesk(idCard)],
  ['owner-photo', () => renderDrawing(person())],
];

const Entry = v.looseObject({
  id: v.string(),
  by: v.string(),
  codes: v.optional(v.array(v.string()), []),
  warns: v.optional(v.unknown()),
});
const inspected = v
  .parse(v.array(Entry), JSON.parse(readFileSync(join(resourcesDir, 'data/rejection-catches.json'), 'utf8')))
  .filter(({ by }) => by === 'inspection');

const findingsOf = async ([kind, draw]: Picture) => (await judged(await draw(), kind)).findings;

describe('reasons of rejection that lie in a picture', () => {
  test.each(right)('a right %s has no error', async (...picture) =>
    expect((await findingsOf(picture)).filter(({ severity }) => severity === 'error')).toEqual([]),
  );

  test('each have a picture with that fault', () =>
    expect(Object.keys(pictures).sort()).toEqual(inspected.map(({ id }) => id).sort()));

  test.each(inspected)('$id: the inspection finds it and no other error', async ({ id, codes, warns }) => {
    const found = await findingsOf(pictures[id]!);
    const meant = found.filter(
      ({ code, severity }) => codes.includes(code) && severity === (warns ? 'warning' : 'error'),
    );
    expect(meant).not.toEqual([]);
    const others = found.filter(({ code, severity }) => severity === 'error' && !codes.includes(code));
    expect(others).toEqual([]);
  });
});
