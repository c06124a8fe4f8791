import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageKind, RepairOffer, RepairPlan } from '../../../../preload/contract/index.ts';
import {
  blankSheet,
  cardOnDesk,
  drawIdFront,
  drawLetter,
  renderDrawing,
} from '../../../../main/demo/drawn-images.ts';
import { answerTo } from '../../../../main/images/repairs/answers.ts';
import { repairOffers } from '../../../../main/images/repairs/offers.ts';
import { nothingDone, repairsOf } from '../../../../main/images/repairs/plan.ts';
import { pageFactsOf } from '../../../../main/images/facts.ts';
import { imageFindingText, isImageFindingCode } from '../../../../preload/messages/image-findings.ts';
import {
  codesOf,
  judged,
  limits,
  measured,
  person,
  sampleCard,
  sampleLetter,
} from '../../../helpers/drawn-images.ts';

async function offersOf(
  bytes: Uint8Array,
  kind: ImageKind,
  { provider = null as string | null, plan = nothingDone, fileName = 'picture.jpg' } = {},
): Promise<RepairOffer[]> {
  const { pages } = await measured(bytes, fileName, kind);
  return repairOffers(plan, pageFactsOf(pages[0]!.facts!)!, limits.of(kind, provider), kind);
}

const offered = (offers: RepairOffer[], kind: RepairOffer['kind']): RepairPlan | undefined =>
  offers.find((offer) => offer.kind === kind)?.plan;

describe('offers', () => {
  test('nothing for a page and a photo that are as they should be', async () => {
    expect(await offersOf(await renderDrawing(drawLetter(sampleLetter)), 'letter')).toEqual([]);
    expect(await offersOf(await renderDrawing(person()), 'owner-photo')).toEqual([]);
  });

  test('to take back the angle that was measured, on top of what was taken back before', async () => {
    const bytes = await renderDrawing(drawLetter(sampleLetter), { skewDegrees: 3.5 });
    expect(offered(await offersOf(bytes, 'letter'), 'deskew')?.skewDegrees).toBeCloseTo(3.5, 1);
    const plan = { ...nothingDone, skewDegrees: 1 };
    expect(offered(await offersOf(bytes, 'letter', { plan }), 'deskew')?.skewDegrees).toBeCloseTo(4.5, 1);
  });

  test('to crop to the paper with a little room around it', async () => {
    const crop = offered(await offersOf(await cardOnDesk(drawIdFront(sampleCard)), 'id-card'), 'crop')?.crop;
    const [left, width] = [110 / (1011 + 220), 1011 / (1011 + 220)];
    expect(crop!.x).toBeLessThan(left);
    expect(crop!.x).toBeGreaterThan(left - 0.05);
    expect(crop!.x + crop!.width).toBeGreaterThan(left + width);
  });

  test('to straighten by the corners that were found, inside the picture, while nothing has moved', async () => {
    const { pages } = await measured(await renderDrawing(drawLetter(sampleLetter)), 'a.jpg', 'letter');
    const leaning = [
      { x: 0.1, y: -0.01 },
      { x: 0.9, y: 0.05 },
      { x: 0.95, y: 0.9 },
      { x: 0.05, y: 0.95 },
    ];
    const upright = [0.1, 0.9, 0.9, 0.1].map((x, i) => ({ x, y: i < 2 ? 0.1 : 0.9 }));
    const offersWith = (change: object, plan = nothingDone) => {
      const facts = { ...pageFactsOf(pages[0]!.facts!)!, isSideways: false, ...change };
      return repairOffers(plan, facts, limits.of('letter', null), 'letter');
    };
    const corners = offered(offersWith({ corners: leaning }), 'straighten')?.corners;
    expect(corners).toEqual([{ x: 0.1, y: 0 }, ...leaning.slice(1)]);
    expect(offered(offersWith({ corners: upright }), 'straighten')).toBeUndefined();
    const turnedPlan = { ...nothingDone, quarterTurns: 1 as const };
    expect(offered(offersWith({ corners: leaning }, turnedPlan), 'straighten')).toBeUndefined();
    const turnsFor = (change: object, plan = nothingDone) =>
      offered(offersWith(change, plan), 'turn')?.quarterTurns;
    expect(turnsFor({ turnedDegrees: 0 })).toBeUndefined();
    expect(turnsFor({ isSideways: true, turnedDegrees: null }, turnedPlan)).toBe(2);
    expect(turnsFor({ isSideways: true, turnedDegrees: 90 })).toBe(3);
    expect(turnsFor({ turnedDegrees: 180 })).toBe(2);
    expect(turnsFor({ isSideways: true, turnedDegrees: 270 })).toBe(1);
  });

  test('to bring a head that is aside into the middle, in the proportions of a filed photo', async () => {
    const aside = person({ widthPx: 2400, heightPx: 2000, headCentre: 0.36, headWidth: 0.16 });
    const bytes = await renderDrawing(aside);
    expect(codesOf(await judged(bytes, 'owner-photo'))).toContain('photo.off-centre');
    const { x, y, width, height } = offered(await offersOf(bytes, 'owner-photo'), 'crop')!.crop!;
    expect(x + width / 2).toBeCloseTo(0.36, 2);
    expect((width * 2400) / (height * 2000)).toBeCloseTo(3 / 4, 2);
    expect(y).toBeLessThan(0.12);
  });

  test('no crop that would leave too few pixels', async () => {
    const aside = person({ widthPx: 1000, heightPx: 1000, headCentre: 0.36, headWidth: 0.2 });
    expect(offered(await offersOf(await renderDrawing(aside), 'owner-photo'), 'crop')).toBeUndefined();
  });

  test('to crop bars away', async () => {
    const photo = await renderDrawing(person({ widthPx: 900, heightPx: 1200 }));
    const bytes = await sharp(photo)
      .extend({ left: 150, right: 150, background: '#101010' })
      .jpeg()
      .toBuffer();
    expect(codesOf(await judged(bytes, 'owner-photo'))).toContain('photo.bars');
    const crop = offered(await offersOf(bytes, 'owner-photo'), 'crop')!.crop!;
    expect(crop.x).toBeCloseTo(150 / 1200, 1);
    expect(crop.width).toBeCloseTo(900 / 1200, 1);
  });

  test.each([
    [90, 3],
    [180, 2],
    [270, 1],
  ] as const)('to turn a photo that lies by %i° upright', async (degrees, quarterTurns) => {
    const bytes = await sharp(await renderDrawing(person()))
      .rotate(degrees)
      .jpeg()
      .toBuffer();
    expect(offered(await offersOf(bytes, 'owner-photo'), 'turn')?.quarterTurns).toBe(quarterTurns);
  });

  test('to store upright what only its EXIF tag turns', async () => {
    const bytes = await sharp(await renderDrawing(person()))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(offered(await offersOf(bytes, 'owner-photo'), 'upright')?.upright).toBe(true);
  });

  test("the provider's format and bytes, and nothing of them without a provider", async () => {
    const bytes = await sharp(await renderDrawing(drawLetter(sampleLetter)))
      .png()
      .toBuffer();
    const at = { fileName: 'scan.png' };
    const inspur = await offersOf(bytes, 'letter', { ...at, provider: 'inspur-cloud' });
    expect(offered(inspur, 'convert')?.format).toBe('jpeg');
    const tencent = await offersOf(await blankSheetOf(300), 'letter', { provider: 'tencent-cloud' });
    expect(offered(tencent, 'fit-bytes')).toMatchObject({ maxBytes: 8_388_608, minBytes: 204_800 });
    expect((await offersOf(bytes, 'letter', at)).map(({ kind }) => kind)).toEqual([]);
  });

  const blankSheetOf = async (side: number) =>
    sharp(await blankSheet())
      .resize(side)
      .jpeg()
      .toBuffer();

  test('to make a scan of 600 dpi smaller, by its paper', async () => {
    const bytes = await sharp(await renderDrawing(drawIdFront(sampleCard)))
      .resize(2022)
      .jpeg()
      .toBuffer();
    expect(offered(await offersOf(bytes, 'id-card'), 'resize')?.maxSidePx).toBe(1011);
  });
});

describe('answers', () => {
  test('a finding offers its repair, or says why there is none', () => {
    expect(answerTo('scan.skewed')).toEqual({ repair: 'deskew', whyNoRepair: null });
    expect(answerTo('photo.background-not-uniform').repair).toBeNull();
    expect(answerTo('photo.background-not-uniform').whyNoRepair?.en).toMatch(/never replaced/);
    expect(answerTo('of-a-newer-version')).toEqual({ repair: null, whyNoRepair: null });
  });

  test('whatever refuses a repair says itself what to do instead', () => {
    const codes = ['photo.head-cut', 'photo.bars', 'scan.no-red-seal', 'photo.blurred', 'scan.not-colour'];
    for (const code of codes.filter(isImageFindingCode)) {
      const text = imageFindingText(code, { needsSeal: true, sharpness: 0, minSharpness: 1 } as never);
      expect(text.fix, code).not.toBeNull();
    }
  });

  test('the history names the repairs of a plan', () => {
    expect(repairsOf(nothingDone)).toEqual([]);
    const plan = { ...nothingDone, skewDegrees: 2, quarterTurns: 1 as const, maxBytes: 50_000 };
    expect(repairsOf(plan)).toEqual(['turn', 'deskew', 'fit-bytes']);
  });
});
