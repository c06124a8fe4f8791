import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderDrawing } from '../../../main/demo/drawn-images.ts';
import type { PhotoFacts } from '../../../main/images/facts.ts';
import { codesOf, judged, person, photoFacts } from '../../helpers/drawn-images.ts';

/** Of width or height: the checks look at 320 px, so one of their pixels is 0.3 %. */
const near = 0.01;

const good = await renderDrawing(person());

describe('the photo of a person before a plain wall', () => {
  test('passes with its size, colour and wall', async () => {
    const page = await judged(good, 'owner-photo');
    expect(page.findings).toEqual([]);
    expect(page.verdict).toBe('pass');
    expect(page.facts).toMatchObject({
      widthPx: 1200,
      heightPx: 1500,
      format: 'jpeg',
      bytes: good.length,
      isColour: true,
      orientation: null,
      background: { isUniform: true, problem: null, colour: 'white' },
      isHalfLength: true,
    });
  });

  test.each([
    { headTop: 0.12, headCentre: 0.5, headWidth: 0.27 },
    { headTop: 0.2, headCentre: 0.42, headWidth: 0.2 },
    { headTop: 0.05, headCentre: 0.56, headWidth: 0.33 },
  ])('shows where the head is: $headTop, $headCentre, $headWidth', async (drawn) => {
    const { head, subject } = await photoFacts(await renderDrawing(person(drawn)));
    expect(Math.abs(head!.y - drawn.headTop)).toBeLessThan(near);
    expect(Math.abs(head!.x + head!.width / 2 - drawn.headCentre)).toBeLessThan(near);
    // The ears stand out a little beyond the hair.
    expect(Math.abs(head!.width - drawn.headWidth)).toBeLessThan(0.02);
    expect(subject!.y).toBe(head!.y);
    // The drawn shoulders are two and a half times as wide as the head.
    expect(Math.abs(subject!.width - drawn.headWidth * 2.5)).toBeLessThan(0.02);
  });

  test('is drawn with its subject, head and head line', async () => {
    const { overlays, facts } = await judged(good, 'owner-photo');
    expect(overlays.map(({ label }) => label)).toEqual(['subject', 'head', 'head-top']);
    const line = overlays[2]!;
    expect(line).toMatchObject({ kind: 'line', x1: 0, x2: 1, y1: (facts as unknown as PhotoFacts).head!.y });
  });

  test.each([
    ['#fdfdfd', 'white'],
    ['#c4c6c8', 'light-grey'],
    ['#5a5c60', 'grey'],
    ['#7fa8d8', 'blue'],
    ['#b8312f', 'red'],
  ])('names the colour of a %s wall %s', async (colour, name) => {
    const { background } = await photoFacts(
      await renderDrawing(person({ background: { kind: 'plain', colour }, suit: '#3c4a3f' })),
    );
    expect(background).toMatchObject({ isUniform: true, colour: name });
  });

  test('may be lit from the middle, and the range of light is its own number', async () => {
    const picture = await renderDrawing(
      person({ background: { kind: 'plain', colour: '#9db8d6', edgeColour: '#6484a8' } }),
    );
    const { background } = await photoFacts(picture);
    expect(background.isUniform).toBe(true);
    expect(background.lightnessRange).toBeGreaterThan(4);
    expect((await judged(picture, 'owner-photo')).verdict).toBe('pass');
  });
});

describe('the background is not plain', () => {
  test('in a room, and the place is shown', async () => {
    const page = await judged(await renderDrawing(person({ background: { kind: 'room' } })), 'owner-photo');
    expect(page.verdict).toBe('fail');
    const finding = page.findings.find(({ code }) => code === 'photo.background-not-uniform')!;
    expect(finding.params.uniformPercent).toBeLessThan(95);
    expect(finding.region).not.toBeNull();
  });

  test('before stripes', async () => {
    const page = await judged(
      await renderDrawing(person({ background: { kind: 'stripes' } })),
      'owner-photo',
    );
    expect(page.verdict).toBe('fail');
    expect(codesOf(page).some((code) => code.startsWith('photo.background-'))).toBe(true);
  });

  test('and then head, centring and half-length are not guessed', async () => {
    const page = await judged(await renderDrawing(person({ background: { kind: 'room' } })), 'owner-photo');
    expect(page.facts).toMatchObject({ head: null, subject: null, isHalfLength: null });
    expect(page.findings.find(({ code }) => code === 'photo.framing-unknown')?.severity).toBe('info');
    expect(page.overlays).toEqual([]);
  });

  test('inside a circle with transparent corners', async () => {
    const circle = Buffer.from('<svg width="1000" height="1000"><circle cx="500" cy="500" r="500"/></svg>');
    const square = await renderDrawing(
      person({ widthPx: 1000, heightPx: 1000, background: { kind: 'plain', colour: '#a9b8e0' } }),
      { format: 'png' },
    );
    const masked = await sharp(square)
      .ensureAlpha()
      .composite([{ input: circle, blend: 'dest-in' }])
      .png()
      .toBuffer();
    const page = await judged(masked, 'owner-photo', { fileName: 'round.png' });
    expect(codesOf(page)).toContain('photo.background-transparent');
    expect(page.verdict).toBe('fail');
  });

  test('between black bars, which are no plain wall', async () => {
    const boxed = await sharp(await renderDrawing(person({ background: { kind: 'room' } })))
      .extend({ left: 400, right: 400, background: '#000' })
      .jpeg()
      .toBuffer();
    const page = await judged(boxed, 'owner-photo');
    expect(codesOf(page)).toContain('photo.bars');
    expect(page.facts).toMatchObject({ widthPx: 2000, background: { problem: 'bars' } });
  });
});

test('a place of another colour is shown where it is', async () => {
  const spot = Buffer.from(
    '<svg width="60" height="300"><rect width="60" height="300" fill="#7a2b2b"/></svg>',
  );
  const marked = await sharp(good)
    .composite([{ input: spot, left: 1140, top: 300 }])
    .jpeg()
    .toBuffer();
  const page = await judged(marked, 'owner-photo');
  const { region } = page.findings.find(({ code }) => code === 'photo.background-not-uniform')!;
  expect(region!.x).toBeGreaterThan(0.9);
  expect(Math.abs(region!.y - 0.2)).toBeLessThan(0.02);
  expect(Math.abs(region!.height - 0.2)).toBeLessThan(0.03);
});

describe('size', () => {
  test('a small picture blown up is told from one that was taken large', async () => {
    const small = await sharp(good).resize(320).png().toBuffer();
    const blownUp = await sharp(small).resize(1200).jpeg({ quality: 92 }).toBuffer();
    const page = await judged(blownUp, 'owner-photo');
    expect(page.findings.find(({ code }) => code === 'photo.enlarged')?.params).toMatchObject({
      widthPx: 1200,
      heightPx: 1500,
    });
    const taken = await sharp(good).resize(1000).jpeg({ quality: 80 }).toBuffer();
    expect(codesOf(await judged(taken, 'owner-photo'))).toEqual([]);
  });

  test.each([
    [799, 1000, 'fail'],
    [800, 1000, 'pass'],
    [1000, 799, 'fail'],
  ])('%i x %i px: %s, by the shorter side', async (widthPx, heightPx, verdict) => {
    const headWidth = widthPx > heightPx ? 0.2 : 0.27;
    expect(
      (await judged(await renderDrawing(person({ widthPx, heightPx, headWidth })), 'owner-photo')).verdict,
    ).toBe(verdict);
  });

  test('says the measured side and the limit together', async () => {
    const page = await judged(await renderDrawing(person({ widthPx: 712, heightPx: 900 })), 'owner-photo');
    expect(page.findings[0]!.message['zh-CN']).toContain('712 px，至少 800');
    expect(page.findings[0]!.params).toMatchObject({ shortSidePx: 712, minShortSidePx: 800 });
  });

  test('800 x 600 px passes where the provider takes that', async () => {
    const picture = await renderDrawing(person({ widthPx: 800, heightPx: 600, headWidth: 0.2 }));
    expect(codesOf(await judged(picture, 'owner-photo'))).toContain('photo.too-small');
    expect(codesOf(await judged(picture, 'owner-photo', { provider: 'miit-interface' }))).toEqual([]);
    const narrow = await renderDrawing(person({ widthPx: 790, heightPx: 640, headWidth: 0.2 }));
    expect(codesOf(await judged(narrow, 'owner-photo', { provider: 'miit-interface' }))).toEqual([
      'photo.too-small-long-side',
    ]);
  });

  test('counts as the picture is seen when EXIF turns it', async () => {
    const turned = await sharp(await sharp(good).rotate(-90).toBuffer())
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const page = await judged(turned, 'owner-photo');
    expect(page.facts).toMatchObject({ widthPx: 1200, heightPx: 1500, orientation: 6 });
    expect(codesOf(page)).toEqual(['image.turned-by-exif']);
    expect(page.verdict).toBe('pass');
  });
});

describe('colour', () => {
  test('a grey photo fails, stored as one channel or as three', async () => {
    const grey = await renderDrawing(person(), { isGrey: true });
    const greyAsColour = await sharp(grey).toColourspace('srgb').png().toBuffer();
    expect(codesOf(await judged(grey, 'owner-photo'))).toContain('photo.not-colour');
    const page = await judged(greyAsColour, 'owner-photo', { fileName: 'grey.png' });
    expect(page.facts).toMatchObject({ isColour: false, isGreyStoredAsColour: true });
    expect(page.findings.find(({ code }) => code === 'photo.not-colour')!.message.en).toContain(
      'merely saved in a colour format',
    );
  });

  test('a sepia photo is toned, not in colour', async () => {
    const sepia = await sharp(good).tint('#b08a5a').jpeg().toBuffer();
    const page = await judged(sepia, 'owner-photo');
    expect(page.facts).toMatchObject({ isColour: false, colourKind: 'toned' });
    expect(codesOf(page)).toContain('photo.toned');
  });
});

describe('framing', () => {
  test('a head at the top edge is cut', async () => {
    const cut = await sharp(good).extract({ left: 0, top: 260, width: 1200, height: 1200 }).jpeg().toBuffer();
    const page = await judged(cut, 'owner-photo');
    expect(codesOf(page)).toContain('photo.head-cut');
    expect(page.verdict).toBe('fail');
  });

  test('a head far from the middle is said with its side', async () => {
    const page = await judged(
      await renderDrawing(person({ headCentre: 0.33, headWidth: 0.2 })),
      'owner-photo',
    );
    expect(page.findings.find(({ code }) => code === 'photo.off-centre')?.params).toMatchObject({
      side: 'left',
      offsetPercent: 17,
    });
    const nearly = await judged(
      await renderDrawing(person({ headCentre: 0.4, headWidth: 0.2 })),
      'owner-photo',
    );
    expect(codesOf(nearly)).toEqual([]);
  });

  test('a head that fills the picture is a close-up', async () => {
    const picture = await renderDrawing(
      person({ widthPx: 1200, heightPx: 1300, headWidth: 0.76, headTop: 0.08 }),
    );
    const page = await judged(picture, 'owner-photo');
    expect(page.facts).toMatchObject({ isHalfLength: false });
    expect(codesOf(page)).toContain('photo.close-up');
  });

  test('shoulders stand below the head and are wider', async () => {
    const { head, shoulders, framing } = await photoFacts(good);
    expect(framing).toBe('half-length');
    expect(shoulders!.y).toBeGreaterThan(head!.y + head!.height * 0.6);
    expect(shoulders!.width).toBeGreaterThan(head!.width * 1.8);
  });

  test('a figure seen down to its feet is no half-length photo', async () => {
    const figure = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1500"><rect width="1000" height="1500" fill="#9db8d6"/>
        <ellipse cx="500" cy="190" rx="65" ry="88" fill="#d9a07c"/><rect x="390" y="290" width="220" height="500" rx="60" fill="#333d55"/>
        <rect x="410" y="700" width="80" height="720" fill="#20242e"/><rect x="510" y="700" width="80" height="720" fill="#20242e"/></svg>`,
    );
    const page = await judged(await sharp(figure).jpeg().toBuffer(), 'owner-photo');
    expect(page.facts).toMatchObject({ framing: 'full-figure', isHalfLength: false, persons: 1 });
    expect(codesOf(page)).toContain('photo.full-figure');
  });

  test('two people side by side are counted, and no head is measured', async () => {
    const one = person({ widthPx: 800, heightPx: 1200, background: { kind: 'plain', colour: '#c4d3e6' } });
    const picture = await renderDrawing(one, { format: 'png' });
    const pair = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c4d3e6' } })
      .composite([
        { input: picture, left: 0, top: 0 },
        {
          input: await sharp(picture).extract({ left: 0, top: 0, width: 800, height: 1100 }).toBuffer(),
          left: 800,
          top: 100,
        },
      ])
      .jpeg()
      .toBuffer();
    const page = await judged(pair, 'owner-photo');
    expect(page.facts).toMatchObject({ persons: 2, framing: null, isHalfLength: null });
    expect(page.findings.find(({ code }) => code === 'photo.several-people')?.params).toEqual({ persons: 2 });
    expect(codesOf(page)).not.toContain('photo.off-centre');
  });

  test('a cap and a turned face are hinted at, in words that say so', async () => {
    const { head } = await photoFacts(good);
    const box = {
      left: head!.x * 1200,
      top: head!.y * 1500,
      width: head!.width * 1200,
      height: head!.height * 1500,
    };
    const over = (shape: string) =>
      sharp(good)
        .composite([{ input: Buffer.from(`<svg width="1200" height="1500">${shape}</svg>`) }])
        .jpeg()
        .toBuffer();
    const cap = `<rect x="${box.left}" y="${box.top}" width="${box.width}" height="${box.height * 0.33}" rx="40" fill="#1f5fbf"/>`;
    const capped = await judged(await over(cap), 'owner-photo');
    const hint = capped.findings.find(({ code }) => code === 'photo.maybe-covered')!;
    expect(hint.severity).toBe('info');
    expect(hint.message.en).toContain('Only a hint');
    const hair = `<rect x="${box.left + box.width * 0.05}" y="${box.top + 20}" width="${box.width * 0.52}" height="${box.height}" fill="#241c18"/>`;
    const turned = await judged(await over(hair), 'owner-photo');
    expect(turned.findings.find(({ code }) => code === 'photo.maybe-turned')?.severity).toBe('info');
    expect(turned.verdict).toBe('pass');
  });

  test('a photo stored on its side is noticed', async () => {
    const page = await judged(await sharp(good).rotate(90).jpeg().toBuffer(), 'owner-photo');
    expect(page.findings.find(({ code }) => code === 'photo.sideways')?.params).toEqual({ side: 'left' });
  });

  test('a wall without anybody has no person', async () => {
    const wall = await sharp({ create: { width: 1000, height: 1200, channels: 3, background: '#9fb8d9' } })
      .jpeg()
      .toBuffer();
    expect(codesOf(await judged(wall, 'owner-photo'))).toContain('photo.no-person');
  });
});

describe('sharpness and light', () => {
  test('a defocused face is blurred, a slightly soft one is not', async () => {
    const blurred = await judged(await renderDrawing(person(), { blurPx: 4 }), 'owner-photo');
    expect(blurred.findings.find(({ code }) => code === 'photo.blurred')?.severity).toBe('error');
    expect(codesOf(await judged(await renderDrawing(person(), { blurPx: 0.5 }), 'owner-photo'))).toEqual([]);
  });

  test('a burnt-out face is overexposed', async () => {
    const burnt = await sharp(good).linear(1.9, 0).jpeg().toBuffer();
    expect(codesOf(await judged(burnt, 'owner-photo'))).toContain('photo.overexposed');
  });

  test('dark skin is no underexposure', async () => {
    const page = await judged(await renderDrawing(person({ skin: '#5b3a29' })), 'owner-photo');
    expect(codesOf(page)).toEqual([]);
    expect(page.facts).toMatchObject({ isHalfLength: true });
  });

  test('a face without any light is underexposed', async () => {
    const dark = await sharp(
      await renderDrawing(person({ background: { kind: 'plain', colour: '#7fa8d8' } })),
    )
      .linear(0.06, 0)
      .jpeg()
      .toBuffer();
    expect(codesOf(await judged(dark, 'owner-photo'))).toContain('photo.underexposed');
  });

  test('strong compression is a warning', async () => {
    const page = await judged(await renderDrawing(person(), { jpegQuality: 30 }), 'owner-photo');
    expect(page.findings.find(({ code }) => code === 'image.strong-compression')?.params).toMatchObject({
      jpegQuality: 30,
    });
  });
});
