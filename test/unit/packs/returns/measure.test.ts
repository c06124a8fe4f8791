import { describe, expect, test } from 'vitest';
import { findFonts } from '../../../../main/packs/fonts.ts';
import type { Page } from '../../../../main/packs/page.ts';
import { planPack } from '../../../../main/packs/plan.ts';
import { findCodes, measureReturns } from '../../../../main/packs/returns/measure.ts';
import type { ZoneFacts } from '../../../../main/packs/returns/facts.ts';
import { demand, sampleInput } from '../pack-samples.ts';
import { scanOf, type Scanning } from './signed-scan.ts';

const materials = [demand('form-shanghai-commitment'), demand('form-poa-owner')];
const { pages } = planPack({ ...sampleInput({ materials }), filingId: 'filing' }, []);
const formOf = (material: string) => pages.find((page) => page.material === material)!;
const letter = formOf('form-shanghai-commitment');

async function returned(page: Page, scanning: Scanning, printed = page) {
  const scan = { file: await scanOf(page, scanning), fileName: 'scan.jpg' };
  const coded = await findCodes(scan);
  expect(coded.map(({ code }) => code.material)).toEqual([page.material]);
  const [seen] = await measureReturns({
    ...scan,
    fonts: findFonts(),
    pages: coded.map((one) => ({ ...one, printed })),
  });
  return seen!.seen!;
}

const zone = (zones: ZoneFacts[] | null, kind: ZoneFacts['kind']) => zones!.find((one) => one.kind === kind)!;

describe('a signed form that was scanned', () => {
  test('that nobody filled in has no ink of its own', async () => {
    const { found, outside, zones } = await returned(letter, {});
    expect(found).toBeGreaterThan(0.95);
    expect(outside).toBe(0);
    for (const { penMm2, redMm2, visible } of zones!) {
      expect(penMm2 + redMm2).toBeLessThan(1);
      expect(visible).toBe(1);
    }
  });

  test.each<[string, Scanning]>([
    ['lying straight', {}],
    ['askew, coarse and compressed', { turnDegrees: 1.7, dpi: 150, quality: 55 }],
    ['upside down', { turnDegrees: 183 }],
    ['lying on its side, on yellowish paper', { turnDegrees: 88.5, paper: '#e8e2d0' }],
  ])('is read %s', async (_how, scanning) => {
    const { zones } = await returned(letter, { ...scanning, filled: ['signature', 'seal'] });
    expect(zone(zones, 'signature').penMm2).toBeGreaterThan(30);
    expect(zone(zones, 'seal').redMm2).toBeGreaterThan(100);
    expect(zone(zones, 'date').penMm2).toBeLessThan(1);
  });

  test('shows where each field lies in the picture', async () => {
    const { zones } = await returned(letter, {});
    const { area } = letter.zones.find(({ kind }) => kind === 'seal')!;
    const { box } = zone(zones, 'seal');
    expect(box.x).toBeCloseTo(area.x / 210, 2);
    expect(box.y).toBeCloseTo(area.y / 297, 2);
    expect(box.width).toBeCloseTo(area.width / 210, 2);
  });

  test('finds a seal that was pressed beside its place', async () => {
    const { zones } = await returned(letter, { filled: ['seal'], sealOff: 9 });
    expect(zone(zones, 'seal').redMm2).toBeGreaterThan(100);
  });

  test('in grey has a seal without red', async () => {
    const { zones } = await returned(letter, { filled: ['seal'], grey: true });
    expect(zone(zones, 'seal')).toMatchObject({ redMm2: 0 });
    expect(zone(zones, 'seal').penMm2).toBeGreaterThan(100);
  });

  test('that was cut at the bottom lacks the fields there', async () => {
    const { outside, zones } = await returned(letter, { filled: ['signature', 'seal'], cutBottom: 0.2 });
    expect(outside).toBeGreaterThan(0.03);
    expect(zone(zones, 'date').visible).toBe(0);
  });

  test('is not measured against a form it is not', async () => {
    const { found, zones } = await returned(letter, { filled: ['signature'] }, formOf('form-verification'));
    expect(found).toBeLessThan(0.5);
    expect(zones).toBeNull();
  });
});

test('a file without a code of ours, or that is none, has no codes', async () => {
  const plain = { ...letter, marks: letter.marks.filter(({ kind }) => kind !== 'code') };
  expect(await findCodes({ file: await scanOf(plain), fileName: 'scan.jpg' })).toEqual([]);
  expect(await findCodes({ file: import.meta.filename, fileName: 'scan.jpg' })).toEqual([]);
});
