import type { Portrait } from './pictures.ts';
import {
  atLeast,
  atMost,
  balanced,
  digits,
  figure,
  quantileOf,
  row,
  type Confusion,
  type Row,
} from './rows.ts';
import { sharpnessRow } from './sharpness-row.ts';

/** A head top further off than this, in percent of the height, is listed. */
const farOffPercent = 2;

export function photoRows(portraits: Portrait[]): Row[] {
  return [
    backgroundRow(portraits),
    headTopRow(portraits),
    verdictRow(portraits),
    sharpnessRow(
      'sharpness in portraits against sigma 1.5 px',
      portraits.filter(({ label }) => label.sharp === true),
    ),
  ];
}

function backgroundRow(portraits: Portrait[]): Row {
  return balanced(
    'single-colour background',
    atLeast(0.92),
    portraits.flatMap(({ label, facts: { background } }) => {
      if (label.single_colour_background === null) return [];
      const { uniformShare, texture, lightnessRange, colour } = background;
      const isBorderline = label.borderline_fields.includes('single_colour_background');
      return {
        file: label.file,
        truth: label.single_colour_background,
        found: background.isUniform,
        note: `share ${digits(uniformShare, 3)} texture ${digits(texture)} range ${digits(lightnessRange, 0)} ${colour}${isBorderline ? ' (borderline)' : ''}`,
      };
    }),
  );
}

function headTopRow(portraits: Portrait[]): Row {
  const found = portraits.flatMap(({ label, facts: { head } }) =>
    label.single_colour_background === true && label.head_top_pct !== null && head !== null
      ? [{ label, topPercent: head.y * 100, wantedPercent: label.head_top_pct, head }]
      : [],
  );
  const errors = found.map(({ topPercent, wantedPercent }) => Math.abs(topPercent - wantedPercent));
  const centres = found.flatMap(({ label, head }) =>
    label.head_centre_x_pct === null
      ? []
      : [Math.abs((head.x + head.width / 2) * 100 - label.head_centre_x_pct)],
  );
  return row(
    'head top on plain backgrounds, of the height',
    found.length,
    [
      figure('median', quantileOf(errors, 0.5), atMost(0.5), '%'),
      figure('p90', quantileOf(errors, 0.9), atMost(1.5), '%'),
      figure('centre p90', quantileOf(centres, 0.9), null, '%'),
    ],
    found.flatMap(({ label: { file }, topPercent, wantedPercent }, i): Confusion[] =>
      errors[i]! > farOffPercent
        ? [{ file, what: 'far off', note: `${digits(topPercent, 1)} instead of ${wantedPercent}` }]
        : [],
    ),
  );
}

function verdictRow(portraits: Portrait[]): Row {
  return balanced(
    'photo verdict, certain ones',
    atLeast(0.92),
    portraits.flatMap(({ label, inspection: { verdict, findings } }) => {
      if (label.verdict_certain !== true || label.verdict_pass === null) return [];
      const codes = findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
      return {
        file: label.file,
        truth: label.verdict_pass,
        found: verdict !== 'fail',
        note: codes.join(' '),
      };
    }),
  );
}
