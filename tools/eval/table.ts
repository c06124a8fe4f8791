import type { Evaluation } from './evaluate.ts';
import type { Figure, Row } from './rows.ts';

/** For people: a line a row, the confusions below it, and what could not be used at the end. */
export function tableOf({ rows, odd, sum }: Evaluation): string {
  return [
    ...rows.flatMap((row) => [
      lineOf(row),
      ...row.confusions.map(({ file, what, note }) => `    ${file} ${what} ${note}`),
    ]),
    ...odd.map(({ file, reason }) => `not used: ${file} ${reason}`),
    `goals: ${sum.met} met, ${sum.missed} missed, ${sum.notMeasured} not measured; ${odd.length} files or labels not used`,
  ].join('\n');
}

function lineOf({ name, outcome, files, figures }: Row): string {
  const said = outcome === 'missed' ? 'MISSED' : outcome === 'no goal' ? '' : outcome;
  return `${name.padEnd(42)} ${said.padEnd(13)} ${figures.map(figureText).join(', ')}, n ${files}`;
}

function figureText({ name, value, unit, goal }: Figure): string {
  const number = value === null ? 'not measured' : `${Number(value.toFixed(4))}${unit ? ` ${unit}` : ''}`;
  const bound = goal && (goal.atLeast === undefined ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`);
  return `${name} ${number}${bound ? ` (goal ${bound})` : ''}`;
}
