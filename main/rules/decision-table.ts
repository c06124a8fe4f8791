import type { Input, InputValue, Inputs } from './advise-inputs.ts';
import type { Lifecycle } from './data-schema.ts';

export type Row = Lifecycle['decisionTable']['rows'][number];

/** `undefined`: fits or not by an input that is unknown. */
export function fits(row: Row, inputs: Inputs, read = valueOf): boolean | undefined {
  let isUnknown = false;
  for (const [id, wanted] of Object.entries(row.when)) {
    const value = read(inputs[id]);
    if (value === undefined) isUnknown = true;
    else if (Array.isArray(wanted) ? !wanted.includes(String(value)) : wanted !== value) return false;
  }
  return isUnknown ? undefined : true;
}

export const valueOf = (input: Input | undefined): InputValue | undefined => input?.value ?? input?.otherwise;

/** The first row that fits, with every earlier one that may; `undefined` in the list: no row may fit. */
export function fittingRows(rows: Row[], inputs: Inputs): (Row | undefined)[] {
  const found: (Row | undefined)[] = [];
  for (const row of rows) {
    const answer = fits(row, inputs);
    if (answer !== false) found.push(row);
    if (answer === true) return found;
  }
  return [...found, undefined];
}
