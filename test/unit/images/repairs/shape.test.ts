import { expect, test } from 'vitest';
import type { Corners } from '../../../../preload/contract/index.ts';
import { cropBox, turnBox, within } from '../../../../main/images/repairs/crop.ts';
import { mapPoint } from '../../../../main/images/homography.ts';
import { invert, isConvex, type Quad } from '../../../../main/images/repairs/quad.ts';
import { nothingDone } from '../../../../main/images/repairs/plan.ts';
import { shrunkSize } from '../../../../main/images/repairs/resize.ts';
import { shapeOf } from '../../../../main/images/repairs/shape.ts';
import { proportionOf, straighten } from '../../../../main/images/repairs/straighten.ts';
import { warp } from '../../../../main/images/repairs/warp.ts';

const size = { width: 300, height: 200 };
const options = { paper: null, keepsSize: true };

/** A rectangle of that size in space, seen by a camera in front of the middle of the picture. */
function photographed(width: number, height: number, tilt: number, pan: number): Quad {
  const focal = 1100;
  const distance = 1500;
  const corners = [
    [-width / 2, -height / 2],
    [width / 2, -height / 2],
    [width / 2, height / 2],
    [-width / 2, height / 2],
  ] as const;
  return corners.map(([x, y]) => {
    const [x1, z1] = [x * Math.cos(pan), x * Math.sin(pan)];
    const [y2, z2] = [y * Math.cos(tilt) - z1 * Math.sin(tilt), y * Math.sin(tilt) + z1 * Math.cos(tilt)];
    const depth = distance + z2;
    return { x: 500 + (focal * x1) / depth, y: 500 + (focal * y2) / depth };
  }) as unknown as Quad;
}

test('turns by quarters clockwise: what was on top comes to the right', () => {
  const shape = shapeOf(size, { ...nothingDone, quarterTurns: 1 }, options);
  expect(shape).toMatchObject({ width: 200, height: 300 });
  expect(mapPoint(invert(shape.toSource), 150, 0)).toEqual({ x: 200, y: 150 });
});

test.each([1, 2, 3] as const)('turning %i quarters in pixels is what the map says', async (quarterTurns) => {
  const rgb = Uint8Array.from({ length: 4 * 3 * 3 }, (_, i) => i * 7);
  const source = { width: 4, height: 3, rgb };
  const shape = shapeOf(source, { ...nothingDone, quarterTurns }, options);
  const turned = await warp(source, shape);
  const back = shapeOf(turned, { ...nothingDone, quarterTurns: (4 - quarterTurns) as 1 | 2 | 3 }, options);
  expect((await warp(turned, back)).rgb).toEqual(rgb);
  expect(turned.rgb).not.toEqual(rgb);
});

test('grows by what a turned page sticks out, or keeps its size', () => {
  const plan = { ...nothingDone, skewDegrees: 10 };
  expect(shapeOf(size, plan, options)).toMatchObject(size);
  const grown = shapeOf(size, plan, { ...options, keepsSize: false });
  expect(grown).toMatchObject({ width: 331, height: 250 });
  for (const corner of [0, 300].flatMap((x) => [0, 200].map((y) => ({ x, y })))) {
    const { x, y } = mapPoint(invert(grown.toSource), corner.x, corner.y);
    expect(x >= 0 && x <= grown.width && y >= 0 && y <= grown.height).toBe(true);
  }
});

test('lays four corners on those of the picture', () => {
  const corners: Corners = [
    { x: 0.1, y: 0.2 },
    { x: 0.85, y: 0.1 },
    { x: 0.95, y: 0.9 },
    { x: 0.05, y: 0.8 },
  ];
  const step = straighten(size, corners, null);
  const { x, y } = mapPoint(step.toSource, step.width, 0);
  expect(x).toBeCloseTo(0.85 * size.width, 6);
  expect(y).toBeCloseTo(0.1 * size.height, 6);
});

test('gives a straightened page as many pixels as it had', () => {
  const corners: Corners = [
    { x: 0.25, y: 0.25 },
    { x: 0.75, y: 0.25 },
    { x: 0.75, y: 0.75 },
    { x: 0.25, y: 0.75 },
  ];
  expect(straighten(size, corners, null)).toMatchObject({ width: 150, height: 100 });
});

test.each([
  [1.414, 0.5, 0.4],
  [0.707, 0.3, -0.5],
  [1.585, -0.4, 0.25],
])('tells the proportion %f of a page from how its sides converge', (proportion, tilt, pan) => {
  const quad = photographed(600 * proportion, 600, tilt, pan);
  expect(proportionOf(quad, { width: 1000, height: 1000 })).toBeCloseTo(proportion, 2);
});

test('takes the proportion of the known paper when the measured one is near it, and never otherwise', () => {
  const square: Corners = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  const near = straighten({ width: 1000, height: 1300 }, square, Math.SQRT2);
  expect(near.height / near.width).toBeCloseTo(Math.SQRT2, 2);
  const far = straighten({ width: 1000, height: 1050 }, square, Math.SQRT2);
  expect(far.height / far.width).toBeCloseTo(1.05, 2);
});

test('takes no crossed, folded or counter-clockwise corners for a page', () => {
  const [a, b, c, d] = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];
  expect(isConvex([a!, b!, c!, d!])).toBe(true);
  expect(isConvex([a!, c!, b!, d!])).toBe(false);
  expect(isConvex([d!, c!, b!, a!])).toBe(false);
  expect(isConvex([a!, b!, { x: 0.2, y: 0.1 }, d!])).toBe(false);
  expect(isConvex([a!, a!, c!, d!])).toBe(false);
});

test('never makes a picture larger', () => {
  expect(shrunkSize(size, 1600)).toEqual(size);
  expect(shrunkSize(size, 150)).toEqual({ width: 150, height: 100 });
  expect(shrunkSize(size, null)).toEqual(size);
});

test('crops whole pixels, at least one', () => {
  expect(cropBox(size, { x: 0.1, y: 0.5, width: 0.9, height: 0.5 })).toEqual({
    left: 30,
    top: 100,
    right: 300,
    bottom: 200,
  });
  const least = cropBox(size, { x: 1, y: 1, width: 0, height: 0 });
  expect([least.right - least.left, least.bottom - least.top]).toEqual([1, 1]);
});

test('takes a part of a part, and turns it along', () => {
  const part = within({ x: 0.5, y: 0, width: 0.5, height: 1 }, { x: 0.5, y: 0.5, width: 0.5, height: 0.25 });
  expect(part).toEqual({ x: 0.75, y: 0.5, width: 0.25, height: 0.25 });
  expect(turnBox({ x: 0.75, y: 0, width: 0.25, height: 0.5 })).toEqual({
    x: 0.5,
    y: 0.75,
    width: 0.5,
    height: 0.25,
  });
});
