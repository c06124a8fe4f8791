import { describe, expect, test } from 'vitest';
import type { ImageFinding } from '../../../preload/contract/index.ts';
import type { PhotoFacts, ScanFacts, SealFacts } from '../../../main/images/facts.ts';
import { judgePage } from '../../../main/images/index.ts';
import { limits } from '../../helpers/drawn-images.ts';

const common = {
  widthPx: 1600,
  heightPx: 2000,
  format: 'jpeg',
  bytes: 1_000_000,
  densityDpi: null,
  isColour: true,
  colourKind: 'colour' as const,
  isGreyStoredAsColour: false,
  sharpness: 3,
  exposure: { clippedLight: 0, clippedDark: 0, meanLuma: 150 },
  orientation: null,
  jpeg: { quality: 90, subsampling: '4:2:0' as const },
  bitsPerPixel: 2,
};

const photo: PhotoFacts = {
  ...common,
  measuredAs: 'photo',
  background: {
    isUniform: true,
    problem: null,
    colour: 'white',
    uniformShare: 1,
    texture: 0.3,
    lightness: 97,
    lightnessRange: 3,
    worst: null,
  },
  pictureInsideBars: null,
  head: { x: 0.35, y: 0.1, width: 0.3, height: 0.3 },
  subject: { x: 0.1, y: 0.1, width: 0.8, height: 0.9 },
  isHeadCut: false,
  shoulders: { x: 0.1, y: 0.4, width: 0.8, height: 0.15 },
  framing: 'half-length',
  fingerprint: '0'.repeat(280),
  isHalfLength: true,
  persons: 1,
  hints: { isMaybeTurned: false, isMaybeCovered: false },
  fineDetail: 1.2,
  lightest: 90,
  entersFrom: null,
};

const seal: SealFacts = {
  box: { x: 0.6, y: 0.7, width: 0.19, height: 0.13 },
  diameterMm: 40,
  shape: 'round',
  strength: 35,
};

const scan: ScanFacts = {
  ...common,
  measuredAs: 'scan',
  paperPrint: null,
  exposure: { clippedLight: 0.5, clippedDark: 0, meanLuma: 225 },
  skewDegrees: 0.2,
  skewConfidence: 20,
  effectiveDpi: 200,
  redSeals: [seal],
  blueSeals: [],
  greySeals: [],
  isBlank: false,
  edgesVisible: false,
  surroundings: [],
  page: { x: 0, y: 0, width: 1, height: 1 },
  corners: null,
  keystoneDegrees: null,
  lineConvergenceDegrees: 0.1,
  edgeWidthPx: 2.4,
  strokeContrast: 200,
  textHeightPx: 14,
  textHeightMm: 1.8,
  isSideways: false,
  turnedDegrees: 0,
  turnEvidence: 2,
  contrast: 150,
  paperLuma: 245,
  inkShare: 0.05,
  unevenness: 0.02,
  glareShare: 0,
  glare: null,
  cutStrokes: 0,
  cutStrokesPer1000Px: 0,
  cutSide: null,
  screenGrid: { share: 0, periodPx: null, region: null },
  flatColour: { flatShare: 0.05, bars: [], isScreenShaped: false },
};

const whole = { x: 0, y: 0, width: 1, height: 1 };
const greyBar = { side: 'top' as const, colour: '#525659' };

function judgePhoto(change: Partial<PhotoFacts>, provider: string | null = null) {
  const facts = { ...photo, ...change };
  return judgePage({ facts, failure: null, params: {} }, 1, 'owner-photo', {
    limits,
    provider,
    material: null,
  });
}

function judgeLetter(change: Partial<ScanFacts>, material: string | null = null) {
  const facts = { ...scan, ...change };
  return judgePage({ facts, failure: null, params: {} }, 1, 'letter', { limits, provider: null, material });
}

const told = (findings: ImageFinding[]) => findings.map(({ code, severity }) => `${severity} ${code}`);

describe('at the boundary', () => {
  test.each<[Partial<PhotoFacts>, string[]]>([
    [{}, []],
    [{ sharpness: 0.72 }, []],
    [{ sharpness: 0.71 }, ['warning photo.blurred']],
    [{ sharpness: 0.6 }, ['warning photo.blurred']],
    [{ sharpness: 0.59 }, ['error photo.blurred']],
    [{ head: { ...photo.head!, x: 0.47 } }, []],
    [{ head: { ...photo.head!, x: 0.48 } }, ['warning photo.off-centre']],
    [{ isHeadCut: true }, ['error photo.head-cut']],
    [{ framing: null }, []],
    [{ framing: 'close-up' }, ['warning photo.close-up']],
    [{ framing: 'full-figure' }, ['warning photo.full-figure']],
    [{ persons: 2, framing: 'close-up' }, ['warning photo.several-people']],
    [{ fineDetail: 0.48 }, []],
    [{ fineDetail: 0.47 }, ['warning photo.enlarged']],
    [{ fineDetail: null }, []],
    [{ hints: { isMaybeTurned: true, isMaybeCovered: null } }, ['info photo.maybe-turned']],
    [{ hints: { isMaybeTurned: null, isMaybeCovered: true } }, ['info photo.maybe-covered']],
    [{ exposure: { ...common.exposure, clippedLight: 0.2 } }, []],
    [{ exposure: { ...common.exposure, clippedLight: 0.21 } }, ['warning photo.overexposed']],
    [{ lightest: 62 }, []],
    [{ lightest: 61 }, ['warning photo.dim']],
    [{ background: { ...photo.background, lightnessRange: 45 } }, []],
    [{ background: { ...photo.background, lightnessRange: 46 } }, ['warning photo.background-uneven-light']],
    [{ jpeg: { quality: 49, subsampling: '4:2:0' } }, ['warning image.strong-compression']],
    [{ entersFrom: 'left', head: null }, ['warning photo.sideways']],
  ])('photo %#', (change, expected) => {
    expect(told(judgePhoto(change).findings)).toEqual(expected);
  });

  test.each<[Partial<ScanFacts>, string[]]>([
    [{}, []],
    [{ skewDegrees: -2 }, []],
    [{ skewDegrees: 2.1 }, ['warning scan.skewed']],
    [{ skewDegrees: null }, ['info scan.angle-unknown']],
    [{ effectiveDpi: 140 }, []],
    [{ effectiveDpi: 139 }, ['warning scan.low-resolution']],
    [{ effectiveDpi: 99 }, ['error scan.low-resolution']],
    [{ effectiveDpi: null }, []],
    [{ effectiveDpi: null, widthPx: 699 }, ['warning scan.too-small']],
    [{ contrast: 60 }, []],
    [{ contrast: 59 }, ['warning scan.low-contrast']],
    [{ paperLuma: 119 }, ['warning scan.too-dark']],
    [{ redSeals: [] }, ['warning scan.no-red-seal']],
    [{ isBlank: true, redSeals: [], isColour: false, skewDegrees: null }, ['error scan.blank']],
  ])('letter %#', (change, expected) => {
    expect(told(judgeLetter(change).findings)).toEqual(expected);
  });
});

test('the worst finding makes the verdict, hints make none', () => {
  expect(judgePhoto({}).verdict).toBe('pass');
  expect(judgeLetter({ skewDegrees: null }).verdict).toBe('pass');
  expect(judgePhoto({ framing: 'close-up' }).verdict).toBe('warn');
  expect(judgePhoto({ framing: 'close-up', isHeadCut: true }).verdict).toBe('fail');
});

test('the same photo passes for one provider and fails for another', () => {
  const blue = { background: { ...photo.background, colour: 'blue' as const } };
  expect(judgePhoto(blue).verdict).toBe('pass');
  const page = judgePhoto(blue, 'huawei-cloud');
  expect(page.verdict).toBe('fail');
  expect(page.findings[0]!.message['zh-CN']).toBe('背景为蓝色，接入商要求白色');
});

test('a measured value just beyond its limit is never shown as the limit itself', () => {
  const { findings } = judgePhoto({ sharpness: 0.7199 });
  expect(findings[0]!.params).toMatchObject({ sharpness: 0.71, minSharpness: 0.72 });
});

test('a statement that is only signed is not asked for a seal', () => {
  expect(told(judgeLetter({ redSeals: [] }, 'form-guardian-consent').findings)).toEqual([]);
});

test('every finding has a sentence and a next step in both languages', () => {
  const all = [
    ...judgePhoto({ sharpness: 0.1, isHeadCut: true, framing: 'close-up', widthPx: 500 }).findings,
    ...judgeLetter({ skewDegrees: 7, contrast: 10, paperLuma: 60, effectiveDpi: 50, redSeals: [] }).findings,
  ];
  expect(all.length).toBeGreaterThan(7);
  for (const { message, fix } of all) {
    expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    expect(message.en).not.toMatch(/[\u4e00-\u9fff]|undefined/);
    expect(fix?.['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    expect(fix?.en).not.toMatch(/[\u4e00-\u9fff]|undefined/);
  }
});

describe('a letter at the boundary of', () => {
  test.each<[string, Partial<ScanFacts>, Partial<ScanFacts>, string]>([
    [
      'soft print',
      { edgeWidthPx: 2.9, sharpness: 2 },
      { edgeWidthPx: 2.91, sharpness: 2 },
      'warning scan.soft',
    ],
    [
      'pale strokes',
      { strokeContrast: 100, contrast: 90 },
      { strokeContrast: 99, contrast: 90 },
      'warning scan.low-contrast',
    ],
    [
      'ink that is pale as a whole',
      { strokeContrast: 90, contrast: 100 },
      { strokeContrast: 90, contrast: 99 },
      'warning scan.low-contrast',
    ],
    ['small letters', { textHeightPx: 6 }, { textHeightPx: 5.9 }, 'warning scan.small-text'],
    ['shadow', { unevenness: 0.27 }, { unevenness: 0.271 }, 'warning scan.shadow'],
    ['glare', { glareShare: 0.001 }, { glareShare: 0.0011 }, 'warning scan.glare'],
    [
      'cut content',
      { cutStrokes: 7, cutStrokesPer1000Px: 7, cutSide: 'left' },
      { cutStrokes: 8, cutStrokesPer1000Px: 7.1, cutSide: 'left' },
      'warning scan.cut',
    ],
    ['perspective of edges', { keystoneDegrees: 3 }, { keystoneDegrees: 3.01 }, 'warning scan.perspective'],
    [
      'perspective of lines',
      { lineConvergenceDegrees: 3 },
      { lineConvergenceDegrees: 3.01 },
      'warning scan.perspective',
    ],
    ['surroundings', { surroundings: [] }, { surroundings: ['left'] }, 'warning scan.surroundings'],
    ['lying on its side', { isSideways: null }, { isSideways: true }, 'warning scan.sideways'],
    ['standing on its head', { turnedDegrees: null }, { turnedDegrees: 180 }, 'warning scan.upside-down'],
    [
      'a faint seal',
      { redSeals: [{ ...seal, strength: 16 }] },
      { redSeals: [{ ...seal, strength: 15 }] },
      'warning scan.faint-seal',
    ],
    [
      'a small seal',
      { redSeals: [{ ...seal, diameterMm: 34 }] },
      { redSeals: [{ ...seal, diameterMm: 33.9 }] },
      'info scan.seal-size',
    ],
    [
      'a seal of unknown size',
      { redSeals: [{ ...seal, diameterMm: null }] },
      { redSeals: [{ ...seal, diameterMm: 50.1 }] },
      'info scan.seal-size',
    ],
    [
      'the grid of a screen',
      { screenGrid: { share: 0.33, periodPx: 4, region: whole } },
      { screenGrid: { share: 0.34, periodPx: 4, region: whole } },
      'warning scan.screen-photo',
    ],
    [
      'a picture without noise beside a bar',
      { flatColour: { flatShare: 0.4, bars: [greyBar], isScreenShaped: false } },
      { flatColour: { flatShare: 0.41, bars: [greyBar], isScreenShaped: false } },
      'warning scan.screenshot',
    ],
    [
      'a bar in a picture of the proportions of a screen',
      { flatColour: { flatShare: 0.1, bars: [{ side: 'top', colour: '#ffffff' }], isScreenShaped: true } },
      { flatColour: { flatShare: 0.1, bars: [{ side: 'top', colour: '#000000' }], isScreenShaped: true } },
      'warning scan.screenshot',
    ],
    ['a blue seal', {}, { redSeals: [], blueSeals: [seal] }, 'warning scan.seal-not-red'],
    ['a name seal', {}, { redSeals: [{ ...seal, shape: 'square' }] }, 'warning scan.only-square-seal'],
  ])('%s', (_, passing, failing, finding) => {
    expect(told(judgeLetter(passing).findings)).toEqual([]);
    const { findings } = judgeLetter(failing);
    expect(told(findings)).toEqual([finding]);
    expect(findings[0]!.fix).not.toBeNull();
  });

  test('darkness: the whole picture', () => {
    const withMean = (meanLuma: number) => judgeLetter({ exposure: { ...scan.exposure, meanLuma } }).findings;
    expect(told(withMean(157))).toEqual([]);
    expect(told(withMean(156))).toEqual(['warning scan.dim']);
  });

  test('soft print: small crisp print is not taken for it', () => {
    expect(told(judgeLetter({ edgeWidthPx: 3.2, sharpness: 3.1 }).findings)).toEqual([]);
    expect(told(judgeLetter({ edgeWidthPx: 3.2, sharpness: 3 }).findings)).toEqual(['warning scan.soft']);
  });
});
