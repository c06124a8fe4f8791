import type { ImageLimits } from '../../main/images/index.ts';
import { blankRow } from './blank-row.ts';
import type { Labels, Odd } from './labels.ts';
import { measurePortrait, measureScanFile, listUnreadable, type Portrait, type Scan } from './pictures.ts';
import { photoRows } from './photo-rows.ts';
import { atMost, balanced, figure, quantileOf, row, type Row } from './rows.ts';
import { scanRows } from './scan-rows.ts';
import { exactSkewRow, labelledSkewRow } from './skew-rows.ts';
import { turnRow } from './turn-row.ts';

export interface Evaluation {
  rows: Row[];
  /** Files and labels that could not be used. */
  odd: Odd[];
  sum: { met: number; missed: number; notMeasured: number };
}

export async function evaluate(folder: string, labels: Labels, limits: ImageLimits): Promise<Evaluation> {
  const unreadable: Odd[] = [];
  const portraits: Portrait[] = [];
  const scans: Scan[] = [];
  for (const label of labels.portraits)
    await listUnreadable(label.file, unreadable, async () =>
      portraits.push(await measurePortrait(folder, label, limits)),
    );
  for (const label of labels.scans)
    await listUnreadable(label.file, unreadable, async () =>
      scans.push(await measureScanFile(folder, label, limits)),
    );
  const rows = [
    colourRow(portraits, scans),
    ...photoRows(portraits),
    ...scanRows(scans, portraits),
    await blankRow(scans),
    labelledSkewRow(scans),
    await exactSkewRow(folder, scans),
    turnRow(scans),
    costRow(portraits, scans),
  ];
  const count = (outcome: Row['outcome']) => rows.filter((one) => one.outcome === outcome).length;
  return {
    rows,
    odd: [...labels.odd, ...unreadable],
    sum: { met: count('met'), missed: count('missed'), notMeasured: count('not measured') },
  };
}

function colourRow(portraits: Portrait[], scans: Scan[]): Row {
  const labelled = [...portraits, ...scans].flatMap(({ label: { file, colour }, facts }) =>
    colour === null
      ? []
      : [{ file, truth: colour, found: facts.isColour, note: `found ${facts.colourKind}` }],
  );
  return balanced('colour or monochrome', { atLeast: 0.995 }, labelled);
}

/** All checks of one file over what sharp needs alone for it. */
function costRow(portraits: Portrait[], scans: Scan[]): Row {
  const median = (pictures: { cost: number }[]) =>
    quantileOf(
      pictures.map(({ cost }) => cost),
      0.5,
    );
  return row('cost against the bare decode, median', portraits.length + scans.length, [
    figure('photo', median(portraits), atMost(2), 'x'),
    figure('scan', median(scans), atMost(2), 'x'),
  ]);
}
