import type { Scan } from './pictures.ts';
import { atLeast, digits, figure, row, type Row } from './rows.ts';

/** Every labelled page as it is and turned by quarters: how often its top is found; no answer is no error. */
export function turnRow(scans: Scan[]): Row {
  const cases = scans.flatMap(({ label, facts, turns }) =>
    label.content_rotation_cw === null
      ? []
      : turns.map(({ byDegrees, foundDegrees }) => ({
          file: `${label.file} turned by ${byDegrees}`,
          wanted: (label.content_rotation_cw! + byDegrees) % 360,
          found: foundDegrees,
          note: `evidence of the page ${digits(facts.turnEvidence)}`,
        })),
  );
  const answered = cases.filter(({ found }) => found !== null);
  const wrong = answered.filter(({ found, wanted }) => found !== wanted);
  return row(
    'which way up, each page at 0, 90, 180 and 270 degrees',
    cases.length,
    [
      figure(
        'right of the answers',
        answered.length === 0 ? null : 1 - wrong.length / answered.length,
        atLeast(0.97),
      ),
      figure('right', cases.length === 0 ? null : (answered.length - wrong.length) / cases.length),
      figure('wrong', wrong.length),
      figure('unanswered', cases.length - answered.length),
    ],
    wrong.map(({ file, wanted, found, note }) => ({
      file,
      what: 'far off',
      note: `${found} instead of ${wanted}, ${note}`,
    })),
  );
}
