import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ImageKind, PageInspection } from '../../preload/contract/index.ts';
import {
  decodePage,
  readHeader,
  scanSidePx,
  workSidePx,
  type DecodedPage,
} from '../../main/images/decode.ts';
import type { PhotoFacts, ScanFacts } from '../../main/images/facts.ts';
import { judgePage } from '../../main/images/judge.ts';
import type { ImageLimits } from '../../main/images/limits.ts';
import { measurePhoto, type Measured } from '../../main/images/measure-photo.ts';
import { measureScan } from '../../main/images/measure-scan.ts';
import { openFile } from '../../main/images/open-file.ts';
import { lumaOf, rasterOf } from '../../main/images/raster.ts';
import { Refusal } from '../../main/images/refusal.ts';
import type { Odd, PortraitLabel, ScanLabel } from './labels.ts';
import { quantileOf } from './rows.ts';

interface Picture<L, F> {
  label: L;
  facts: Measured<F>;
  /** What is said of it as any file of its kind. */
  inspection: PageInspection;
  /** Sharpness of the same picture blurred by `blurSigmaPx` on the working size. */
  blurredSharpness: number;
  /** Processor time of all checks over that of the bare decode. */
  cost: number;
}

export interface Portrait extends Picture<PortraitLabel, PhotoFacts> {
  /** A red seal was found when it was taken for a scan. */
  hasSeal: boolean;
}
export interface Scan extends Picture<ScanLabel, ScanFacts> {
  /** How far it is found to be turned after it was turned by 0, 90, 180 and 270 degrees clockwise. */
  turns: { byDegrees: number; foundDegrees: number | null }[];
  /** A seal was found on a grey copy of it, taken for a letter. */
  hasGreySeal: boolean;
}

const blurSigmaPx = 1.5;
const costRuns = 3;

export async function measurePortrait(
  folder: string,
  label: PortraitLabel,
  limits: ImageLimits,
): Promise<Portrait> {
  const picture = await measure(folder, label, workSidePx, measurePhoto, 'owner-photo', limits);
  return { ...picture, hasSeal: hasCompanySeal(measureScan(picture.decoded, 'scan')) };
}

export async function measureScanFile(folder: string, label: ScanLabel, limits: ImageLimits): Promise<Scan> {
  const check = (decoded: DecodedPage) => measureScan(decoded, 'scan');
  const picture = await measure(folder, label, scanSidePx, check, 'scan', limits);
  const turns: Scan['turns'] = [];
  for (const byDegrees of [0, 90, 180, 270]) {
    const { turnedDegrees } = check(await turnedBy(picture.decoded, byDegrees));
    turns.push({ byDegrees, foundDegrees: turnedDegrees });
  }
  const grey = rasterOf(lumaOf(picture.decoded.raster));
  const { greySeals } = measureScan({ ...picture.decoded, grey: null, raster: grey }, 'letter');
  return { ...picture, turns, hasGreySeal: greySeals.length > 0 };
}

async function turnedBy(decoded: DecodedPage, degrees: number): Promise<DecodedPage> {
  const { width, height, rgb } = decoded.raster;
  const { data, info } = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...decoded, grey: null, raster: { width: info.width, height: info.height, rgb: data } };
}

async function measure<L extends { file: string }, F extends PhotoFacts | ScanFacts>(
  folder: string,
  label: L,
  sidePx: number,
  check: (decoded: DecodedPage) => Measured<F>,
  kind: ImageKind,
  limits: ImageLimits,
): Promise<Picture<L, F> & { decoded: DecodedPage }> {
  const path = join(folder, label.file);
  const decode = async () => {
    const opened = await openFile(path, label.file);
    return decodePage(opened, await readHeader(opened), 1, sidePx);
  };
  const decoded = await decode();
  const facts = check(decoded);
  return {
    label,
    facts,
    inspection: judge(facts, kind, limits),
    blurredSharpness: check(await blurred(decoded)).sharpness ?? 0,
    cost: await costOf(path, async () => check(await decode())),
    decoded,
  };
}

/** Does the work of one file; one that cannot be read is listed, and the others go on. */
export async function listUnreadable(file: string, odd: Odd[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    odd.push({ file, reason: `cannot be read: ${cause.code}` });
  }
}

export function hasCompanySeal({ redSeals }: Measured<ScanFacts>): boolean {
  return redSeals.some(({ shape }) => shape !== 'square');
}

function judge(
  facts: Measured<PhotoFacts | ScanFacts>,
  kind: ImageKind,
  limits: ImageLimits,
): PageInspection {
  // The labels are of what is seen: bytes and compression are given values that nothing is said about.
  const whole = { format: 'jpeg', bytes: 1_000_000, jpeg: null, bitsPerPixel: 2, ...facts };
  const standard = { limits, provider: null, material: null };
  return judgePage({ facts: whole, failure: null, params: {} }, 1, kind, standard);
}

async function blurred(decoded: DecodedPage): Promise<DecodedPage> {
  const { width, height, rgb } = decoded.raster;
  const data = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .blur(blurSigmaPx)
    .raw()
    .toBuffer();
  return { ...decoded, grey: null, raster: { width, height, rgb: data } };
}

/** Each the median of some runs in turn. */
async function costOf(path: string, check: () => Promise<unknown>): Promise<number> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < costRuns; run++) {
    bare.push(await cpuMsOf(() => decodeBare(path)));
    ours.push(await cpuMsOf(check));
  }
  return quantileOf(ours, 0.5)! / quantileOf(bare, 0.5)!;
}

/** What sharp needs alone for the same file: the floor the cost is held against. */
async function decodeBare(path: string): Promise<void> {
  await sharp(await readFile(path))
    .autoOrient()
    .resize(1000, 1000, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer();
}

/** Time of the processor in all threads: on a machine that does other work, the clock tells nothing. */
async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
