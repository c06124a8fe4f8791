/**
 * Holds the checks against a folder of labelled pictures (LABELS.json beside them) and prints a table of the goals
 * and the files that were judged wrongly: `tsx tools/eval-images.ts DIR [--json]`. With `--json` the table goes to
 * stderr and stdout has `{ rows: [{ name, value, goal, wrong }] }`, where `wrong` names the files.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { ImageKind } from '../preload/contract/index.ts';
import {
  decodePage,
  opaqueBorder,
  readHeader,
  scanSidePx,
  workSidePx,
  type DecodedPage,
} from '../main/images/decode.ts';
import type { PhotoFacts, ScanFacts } from '../main/images/facts.ts';
import { judgePage } from '../main/images/judge.ts';
import { loadImageLimits } from '../main/images/limits.ts';
import { measurePhoto, type Measured } from '../main/images/measure-photo.ts';
import { measureScan } from '../main/images/measure-scan.ts';
import { openFile } from '../main/images/open-file.ts';
import { quantile } from '../main/images/raster.ts';

interface PortraitLabel {
  file: string;
  colour: boolean;
  single_colour_background: boolean;
  head_top_pct: number | null;
  head_centre_x_pct: number | null;
  chin_pct: number | null;
  half_length: boolean;
  sharp: boolean;
  verdict_pass: boolean;
  verdict_certain: boolean;
  borderline_fields: string[];
}

interface ScanLabel {
  file: string;
  colour: boolean;
  skew_deg: number | null;
  skew_scorable: boolean;
  content_rotation_cw?: number;
  blurred?: boolean;
  low_contrast?: boolean;
  dark?: boolean;
  shadow?: boolean;
  glare?: boolean;
  edges_cut?: boolean;
  perspective?: boolean;
  surroundings_visible?: boolean;
  blank?: boolean;
  screen_photo: boolean;
  has_red_seal: boolean;
  verdict: 'good' | 'bad';
}

interface Row {
  name: string;
  value: string;
  goal: string;
  wrong: string[];
}

const costRuns = 3;

sharp.concurrency(1);
sharp.cache(false);

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: tsx tools/eval-images.ts DIR [--json]');
  process.exit(2);
}
const labels = JSON.parse(await readFile(join(folder, 'LABELS.json'), 'utf8')) as {
  portraits: PortraitLabel[];
  scans: ScanLabel[];
};

const emptyPage: DecodedPage = {
  widthPx: 2480,
  heightPx: 3508,
  raster: { width: 1, height: 1, rgb: new Uint8Array(3) },
  grey: null,
  orientation: null,
  densityDpi: null,
  isStoredGrey: false,
  border: opaqueBorder,
  pageMm: null,
};

/** What a label says, the findings that say the same, and the numbers behind them. */
const defects: {
  label: keyof ScanLabel;
  goal: number;
  codes: string[];
  note: (facts: Measured<ScanFacts>) => string;
}[] = [
  {
    label: 'blurred',
    goal: 0.85,
    codes: ['scan.blurred', 'scan.soft'],
    note: ({ sharpness, edgeWidthPx }) => `detail ${digits(sharpness)} edge ${digits(edgeWidthPx)}`,
  },
  {
    label: 'low_contrast',
    goal: 0.8,
    codes: ['scan.low-contrast'],
    note: ({ strokeContrast }) => digits(strokeContrast, 0),
  },
  {
    label: 'dark',
    goal: 0.85,
    codes: ['scan.dim', 'scan.too-dark'],
    note: ({ exposure }) => digits(exposure.meanLuma, 0),
  },
  { label: 'shadow', goal: 0.85, codes: ['scan.shadow'], note: ({ unevenness }) => digits(unevenness) },
  { label: 'glare', goal: 0.8, codes: ['scan.glare'], note: ({ glareShare }) => digits(glareShare, 4) },
  {
    label: 'surroundings_visible',
    goal: 0.85,
    codes: ['scan.surroundings'],
    note: ({ surroundings }) => surroundings.join(' '),
  },
  { label: 'edges_cut', goal: 0.8, codes: ['scan.cut'], note: ({ cutStrokes }) => `${cutStrokes} strokes` },
  {
    label: 'perspective',
    goal: 0.8,
    codes: ['scan.perspective'],
    note: ({ keystoneDegrees }) => digits(keystoneDegrees, 1),
  },
  { label: 'blank', goal: 1, codes: ['scan.blank'], note: ({ inkShare }) => digits(inkShare, 4) },
];

interface Portrait {
  label: PortraitLabel;
  facts: Measured<PhotoFacts>;
  decoded: DecodedPage;
}
interface Scan {
  label: ScanLabel;
  /** Of what is said about it as any scan. */
  codes: string[];
  facts: Measured<ScanFacts>;
  decoded: DecodedPage;
}

const limits = await loadImageLimits(fileURLToPath(new URL('../resources', import.meta.url)));
const portraits: Portrait[] = [];
const scans: Scan[] = [];
const costs: { photo: number[]; scan: number[] } = { photo: [], scan: [] };
for (const label of labels.portraits) {
  const decode = () => decodeFile(label.file, workSidePx);
  const decoded = await decode();
  portraits.push({ label, facts: measurePhoto(decoded), decoded });
  costs.photo.push(await costOf(label.file, async () => measurePhoto(await decode())));
}
for (const label of labels.scans) {
  const decode = () => decodeFile(label.file, scanSidePx);
  const decoded = await decode();
  const facts = measureScan(decoded, 'scan');
  scans.push({ label, facts, decoded, codes: judge(facts, 'scan').findings.map(({ code }) => code) });
  costs.scan.push(await costOf(label.file, async () => measureScan(await decode(), 'scan')));
}

const rows: Row[] = [
  balanced(
    'colour or monochrome, all',
    '>= 0.995',
    [...portraits, ...scans].map(({ label, facts }) => ({
      file: label.file,
      truth: label.colour,
      found: facts.isColour,
      note: `variety ${facts.colourKind}`,
    })),
  ),
  balanced(
    'single-colour background',
    '>= 0.92',
    portraits.map(({ label, facts: { background } }) => ({
      file: label.file,
      truth: label.single_colour_background,
      found: background.isUniform,
      note: `${background.uniformShare.toFixed(3)} texture ${background.texture.toFixed(2)} range ${background.lightnessRange.toFixed(0)} ${background.colour}${label.borderline_fields.includes('single_colour_background') ? ' (borderline)' : ''}`,
    })),
  ),
  headTop(),
  balanced(
    'photo verdict, certain ones',
    '>= 0.92',
    portraits
      .filter(({ label }) => label.verdict_certain)
      .map(({ label, facts }) => {
        const { verdict, findings } = judge(facts, 'owner-photo');
        const note = findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
        return {
          file: label.file,
          truth: label.verdict_pass,
          found: verdict !== 'fail',
          note: note.join(' '),
        };
      }),
  ),
  {
    name: 'good scans with an error or warning',
    value: '',
    goal: '',
    wrong: scans
      .filter(({ label }) => label.verdict === 'good')
      .map(({ label, facts }) => ({ label, ...judge(facts, 'scan') }))
      .filter(({ verdict }) => verdict !== 'pass')
      .map(
        ({ label, findings }) =>
          `${label.file} ${findings.map((one) => `${one.severity} ${one.message.en}`).join('; ')}`,
      ),
  },
  await blurred(
    'sharpness in portraits, sigma 1.5',
    portraits.filter(({ label }) => label.sharp),
    measurePhoto,
  ),
  await blurred(
    'sharpness of scans, sigma 1.5',
    scans.filter(({ label }) => !label.blurred && !label.screen_photo && !label.blank),
    (decoded) => measureScan(decoded, 'scan'),
  ),
  labelledSkew(),
  await exactSkew(),
  balanced(
    'red seal on scans',
    '>= 0.96',
    scans.map(({ label, facts }) => ({
      file: label.file,
      truth: label.has_red_seal,
      found: hasCompanySeal(facts),
    })),
  ),
  falseSeals(),
  ...defects.map(({ label: field, goal, codes, note }) =>
    balanced(
      field,
      `>= ${goal}`,
      scans
        .filter(({ label }) => typeof label[field] === 'boolean')
        .map(({ label, facts, codes: found }) => ({
          file: label.file,
          truth: label[field] === true,
          found: codes.some((code) => found.includes(code)),
          note: note(facts),
        })),
    ),
  ),
  balanced(
    'text runs sideways',
    '>= 0.8',
    scans
      .filter(({ label }) => label.content_rotation_cw !== undefined)
      .map(({ label, facts }) => ({
        file: label.file,
        truth: label.content_rotation_cw === 90 || label.content_rotation_cw === 270,
        found: facts.isSideways === true,
      })),
  ),
  {
    name: 'cost, photo / scan (median x bare decode)',
    value: `${quantile(Float32Array.from(costs.photo), 0.5).toFixed(2)} / ${quantile(Float32Array.from(costs.scan), 0.5).toFixed(2)}`,
    goal: '<= 2 / 2',
    wrong: [],
  },
];

const asJson = process.argv.includes('--json');
const printLine = asJson ? console.error : console.log;
for (const { name, value, goal, wrong } of rows) {
  printLine(`${name.padEnd(46)} ${value.padEnd(40)} ${goal}`);
  for (const line of wrong) printLine(`    ${line}`);
}
if (asJson) console.log(JSON.stringify({ rows }, null, 2));

async function decodeFile(file: string, sidePx: number): Promise<DecodedPage> {
  const opened = await openFile(join(folder!, file), file);
  return decodePage(opened, await readHeader(opened), 1, sidePx);
}

/** The checks of one file over what sharp needs alone for it, each the median of some runs in turn. */
async function costOf(file: string, check: () => Promise<unknown>): Promise<number> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < costRuns; run++) {
    bare.push(await cpuMsOf(() => decodeBare(file)));
    ours.push(await cpuMsOf(check));
  }
  return quantile(Float32Array.from(ours), 0.5) / quantile(Float32Array.from(bare), 0.5);
}

async function cpuMsOf(work: () => Promise<unknown>): Promise<number> {
  const started = cpuMs();
  await work();
  return cpuMs() - started;
}

/** Time of the processor in all threads: on a machine that does other work, the clock tells nothing. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function judge(facts: Measured<PhotoFacts> | Measured<ScanFacts>, kind: ImageKind) {
  const whole = { format: 'jpeg', bytes: 1_000_000, jpeg: null, bitsPerPixel: 2, ...facts };
  return judgePage({ facts: whole, failure: null, params: {} }, 1, kind, {
    limits,
    provider: null,
    material: null,
  });
}

/** What sharp needs alone for the same file: the floor the cost is held against. */
async function decodeBare(file: string): Promise<void> {
  await sharp(await readFile(join(folder!, file)))
    .autoOrient()
    .resize(1000, 1000, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer();
}

interface Case {
  file: string;
  truth: boolean;
  found: boolean;
  note?: string;
}

function balanced(name: string, goal: string, cases: Case[]): Row {
  const share = (truth: boolean) => {
    const those = cases.filter((one) => one.truth === truth);
    return those.length === 0 ? null : those.filter((one) => one.found === truth).length / those.length;
  };
  const found = share(true);
  const spared = share(false);
  const known = [found, spared].filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return {
    name,
    value: `${mean.toFixed(3)} (found ${percent(found)}, spared ${percent(spared)})`,
    goal,
    wrong: cases
      .filter((one) => one.truth !== one.found)
      .map((one) => `${one.file} ${one.truth ? 'missed' : 'false alarm'} ${one.note ?? ''}`),
  };
}

function digits(value: number | null, count = 2): string {
  return value === null ? 'unknown' : value.toFixed(count);
}

function percent(share: number | null): string {
  return share === null ? 'none' : `${(share * 100).toFixed(0)} %`;
}

function headTop(): Row {
  const found = portraits.filter(({ label, facts }) => label.single_colour_background && facts.head !== null);
  const errors = Float32Array.from(found, ({ label, facts }) =>
    Math.abs(facts.head!.y * 100 - label.head_top_pct!),
  );
  const centres = Float32Array.from(found, ({ label, facts: { head } }) =>
    Math.abs((head!.x + head!.width / 2) * 100 - label.head_centre_x_pct!),
  );
  return {
    name: 'head top on plain backgrounds, % of height',
    value: `median ${quantile(errors, 0.5).toFixed(2)}, p90 ${quantile(errors, 0.9).toFixed(2)}, n ${errors.length}; centre p90 ${quantile(centres, 0.9).toFixed(1)}`,
    goal: '0.5, 1.5',
    wrong: found
      .filter((_, i) => errors[i]! > 2)
      .map(
        ({ label, facts }) =>
          `${label.file} ${(facts.head!.y * 100).toFixed(1)} instead of ${label.head_top_pct}`,
      ),
  };
}

async function blurred(
  name: string,
  pictures: { label: { file: string }; facts: { sharpness: number | null }; decoded: DecodedPage }[],
  measure: (decoded: DecodedPage) => { sharpness: number | null },
): Promise<Row> {
  const sharps = pictures.map(({ facts }) => facts.sharpness ?? 0);
  const blurs = new Float32Array(pictures.length);
  let measured = 0;
  for (const { decoded } of pictures) {
    const { width, height, rgb } = decoded.raster;
    const blurredRgb = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .blur(1.5)
      .raw()
      .toBuffer();
    blurs[measured++] =
      measure({ ...decoded, grey: null, raster: { width, height, rgb: blurredRgb } }).sharpness ?? 0;
  }
  let wins = 0;
  for (const sharpOne of sharps)
    for (const blurOne of blurs) wins += sharpOne > blurOne ? 1 : sharpOne === blurOne ? 0.5 : 0;
  const lowest = pictures
    .map(({ label }, i) => ({ file: label.file, value: sharps[i]! }))
    .sort((a, b) => a.value - b.value)
    .slice(0, 4);
  return {
    name,
    value: `AUC ${(wins / (sharps.length * blurs.length)).toFixed(4)}, blurred p95 ${quantile(blurs, 0.95).toFixed(2)} max ${Math.max(...blurs).toFixed(2)}`,
    goal: '>= 0.999',
    wrong: lowest.map(({ file, value }) => `${file} sharp with only ${value.toFixed(2)}`),
  };
}

function labelledSkew(): Row {
  const pages = scans.filter(({ label }) => label.skew_scorable);
  const errors = pages.map(({ label, facts }) =>
    facts.skewDegrees === null ? Number.POSITIVE_INFINITY : Math.abs(facts.skewDegrees - label.skew_deg!),
  );
  return skewRow('skew, labelled flat pages', '0.035, 99 % in 0.25, worst 0.5', errors, 0.25, pages);
}

async function exactSkew(): Promise<Row> {
  const pages = scans
    .filter(({ label }) => label.skew_scorable && Math.abs(label.skew_deg!) < 3)
    .slice(0, 21);
  const errors: number[] = [];
  const cases: { label: { file: string } }[] = [];
  for (const { label, facts } of pages) {
    for (const angle of [8.3, 3.17, 0.62, -0.37, -1.43, -5.9]) {
      const { data, info } = await sharp(join(folder!, label.file))
        .flatten({ background: '#fff' })
        .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
        .rotate(angle, { background: '#fff' })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
      const smaller = await sharp(data, {
        raw: { width: info.width, height: info.height, channels: info.channels },
      })
        .resize({ width: scanSidePx, height: scanSidePx, fit: 'inside', withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const decoded = {
        ...emptyPage,
        raster: { width: smaller.info.width, height: smaller.info.height, rgb: smaller.data },
      };
      const { skewDegrees } = measureScan(decoded, 'scan' as ImageKind);
      errors.push(
        skewDegrees === null || facts.skewDegrees === null
          ? Number.POSITIVE_INFINITY
          : Math.abs(skewDegrees - facts.skewDegrees - angle),
      );
      cases.push({ label: { file: `${label.file} at ${angle}` } });
    }
  }
  return skewRow('skew, exact rotations', '0.02, 99 % in 0.1, worst 0.3', errors, 0.1, cases);
}

function skewRow(
  name: string,
  goal: string,
  errors: number[],
  near: number,
  cases: { label: { file: string } }[],
): Row {
  const answered = errors.filter(Number.isFinite);
  const mean = answered.reduce((sum, error) => sum + error, 0) / answered.length;
  const within = errors.filter((error) => error <= near).length / errors.length;
  return {
    name,
    value: `mean ${mean.toFixed(3)}, ${percent(within)} in ${near}, worst ${Math.max(...answered).toFixed(2)}, unanswered ${errors.length - answered.length}`,
    goal,
    wrong: cases.filter((_, i) => errors[i]! > near).map(({ label }) => label.file),
  };
}

function hasCompanySeal({ redSeals }: Measured<ScanFacts>): boolean {
  return redSeals.some(({ shape }) => shape !== 'square');
}

function falseSeals(): Row {
  const found = portraits.filter(({ decoded }) => hasCompanySeal(measureScan(decoded, 'scan')));
  return {
    name: 'red seals "found" on portraits',
    value: `${found.length} of ${portraits.length}`,
    goal: '<= 1 %',
    wrong: found.map(({ label }) => label.file),
  };
}
