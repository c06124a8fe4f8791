import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

/** GB 11714: weights of the eight characters before the check character. */
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Check character of the eight characters of an organisation code. */
export function organisationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body[i] ?? ''), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** Organisation code (组织机构代码), nine characters, with or without the hyphen before the last. */
export function checkOrganisationCode(text: string): Problem[] {
  const spelled = toHalfWidth(text).replace(/\s/g, '').toUpperCase();
  const code = spelled.replace('-', '');
  const spelling = respelled(text, spelled);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return [...spelling, problem('organisation-code.form', {})];
  const expected = organisationCheckCharacter(code);
  const found = code.slice(8);
  if (found === expected) return spelling;
  return [
    ...spelling,
    problem('organisation-code.check', { found, expected }, 'error', spelled.slice(0, -1) + expected),
  ];
}
