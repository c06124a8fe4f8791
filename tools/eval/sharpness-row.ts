import { atLeast, digits, figure, quantileOf, row, type Row } from './rows.ts';

interface SharpPicture {
  label: { file: string };
  facts: { sharpness: number | null };
  blurredSharpness: number;
}

const lowestShown = 4;

/** How well one threshold tells pictures that are sharp from the same ones blurred. */
export function sharpnessRow(name: string, pictures: SharpPicture[]): Row {
  const sharps = pictures.map(({ facts }) => facts.sharpness ?? 0);
  const blurs = pictures.map(({ blurredSharpness }) => blurredSharpness);
  let wins = 0;
  for (const sharpOne of sharps)
    for (const blurOne of blurs) wins += sharpOne > blurOne ? 1 : sharpOne === blurOne ? 0.5 : 0;
  const pairs = sharps.length * blurs.length;
  const lowest = pictures
    .map(({ label: { file } }, i) => ({ file, value: sharps[i]! }))
    .sort((a, b) => a.value - b.value)
    .slice(0, lowestShown);
  return row(
    name,
    pictures.length,
    [
      figure('AUC', pairs === 0 ? null : wins / pairs, atLeast(0.999)),
      figure('lowest sharp', quantileOf(sharps, 0)),
      figure('blurred p95', quantileOf(blurs, 0.95)),
      figure('highest blurred', quantileOf(blurs, 1)),
    ],
    lowest.map(({ file, value }) => ({ file, what: 'lowest', note: `sharp with only ${digits(value)}` })),
  );
}
