import type { ScanFacts } from '../../main/images/facts.ts';
import type { Measured } from '../../main/images/measure-photo.ts';
import type { ScanLabel } from './labels.ts';
import { hasCompanySeal, type Portrait, type Scan } from './pictures.ts';
import { atLeast, atMost, balanced, digits, figure, row, type Row } from './rows.ts';
import { sharpnessRow } from './sharpness-row.ts';

/** What a label says, the findings that say the same, and the numbers behind them. */
interface Defect {
  label: keyof ScanLabel;
  goal: number;
  codes: string[];
  note: (facts: Measured<ScanFacts>) => string;
}

const defects: Defect[] = [
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
    note: ({ strokeContrast, contrast }) => `strokes ${digits(strokeContrast, 0)} ink ${digits(contrast, 0)}`,
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
  {
    label: 'edges_cut',
    goal: 0.8,
    codes: ['scan.cut'],
    note: ({ cutStrokesPer1000Px }) => `${digits(cutStrokesPer1000Px, 1)} strokes`,
  },
  {
    label: 'perspective',
    goal: 0.8,
    codes: ['scan.perspective'],
    note: ({ keystoneDegrees, lineConvergenceDegrees }) =>
      `edges ${digits(keystoneDegrees, 1)} lines ${digits(lineConvergenceDegrees, 1)}`,
  },
  {
    label: 'screen_photo',
    goal: 0.85,
    codes: ['scan.screen-photo'],
    note: ({ screenGrid }) => digits(screenGrid.share),
  },
  {
    label: 'screenshot',
    goal: 0.85,
    codes: ['scan.screenshot'],
    note: ({ flatColour }) => digits(flatColour?.flatShare ?? null),
  },
];

/** @param portraits on which no seal may be found */
export function scanRows(scans: Scan[], portraits: Portrait[]): Row[] {
  return [
    goodScansRow(scans),
    sharpnessRow(
      'sharpness of scans against sigma 1.5 px',
      scans.filter(({ label }) => label.blurred === false && !label.screen_photo && !label.blank),
    ),
    balanced(
      'red seal on scans',
      atLeast(0.96),
      labelled(scans, ({ has_red_seal }) => has_red_seal, hasCompanySeal),
    ),
    balanced(
      'seal on grey copies of the scans',
      atLeast(0.8),
      scans.flatMap(({ label: { file, has_red_seal: truth }, hasGreySeal: found }) =>
        truth === null ? [] : [{ file, truth, found }],
      ),
    ),
    falseSealsRow(portraits),
    ...defects.map((defect) => defectRow(defect, scans)),
    balanced(
      'text runs sideways',
      atLeast(0.8),
      labelled(
        scans,
        ({ content_rotation_cw: turn }) => (turn === null ? null : turn % 180 === 90),
        ({ isSideways }) => isSideways === true,
      ),
    ),
  ];
}

/** Scans of which something is known, held against one fact of each. */
function labelled(
  scans: Scan[],
  truthOf: (label: ScanLabel) => boolean | null,
  foundIn: (facts: Measured<ScanFacts>) => boolean,
) {
  return scans.flatMap(({ label, facts }) => {
    const truth = truthOf(label);
    return truth === null ? [] : [{ file: label.file, truth, found: foundIn(facts) }];
  });
}

function defectRow({ label: field, goal, codes, note }: Defect, scans: Scan[]): Row {
  const cases = scans.flatMap(({ label, facts, inspection: { findings } }) => {
    const truth = label[field];
    if (typeof truth !== 'boolean') return [];
    return [
      {
        file: label.file,
        truth,
        found: findings.some(({ code }) => codes.includes(code)),
        note: note(facts),
      },
    ];
  });
  return balanced(String(field), atLeast(goal), cases);
}

/** Good scans of any kind pass without a word, if all is well. */
function goodScansRow(scans: Scan[]): Row {
  const good = scans.filter(({ label }) => label.verdict === 'good');
  const spoken = good.filter(({ inspection }) => inspection.verdict !== 'pass');
  return row(
    'good scans with an error or a warning',
    good.length,
    [figure('share', good.length === 0 ? null : spoken.length / good.length)],
    spoken.map(({ label: { file }, inspection: { findings } }) => ({
      file,
      what: 'false alarm',
      note: findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ severity, message }) => `${severity} ${message.en}`)
        .join('; '),
    })),
  );
}

function falseSealsRow(portraits: Portrait[]): Row {
  const found = portraits.filter(({ hasSeal }) => hasSeal);
  return row(
    'red seals "found" on portraits',
    portraits.length,
    [figure('share', portraits.length === 0 ? null : found.length / portraits.length, atMost(0.01))],
    found.map(({ label: { file } }) => ({ file, what: 'false alarm', note: '' })),
  );
}
