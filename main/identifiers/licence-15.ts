import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

/** Check digit of the first 14 digits by the mod 11,10 scheme of GS 15-2006. */
export function licence15CheckDigit(body: string): string {
  let p = 10;
  for (const c of body.slice(0, 14)) {
    p = (p + Number(c)) % 10 || 10;
    p = (2 * p) % 11;
  }
  return String((11 - p) % 10);
}

/** Business licence number (注册号) from before the unified codes: 15 digits. */
export function checkLicence15(text: string): Problem[] {
  const number = toHalfWidth(text).replace(/[\s-]/g, '');
  const spelling = respelled(text, number);
  if (!/^\d{15}$/.test(number)) return [...spelling, problem('licence-15.form', { length: number.length })];
  const expected = licence15CheckDigit(number);
  const found = number.slice(14);
  if (found === expected) return spelling;
  return [
    ...spelling,
    problem('licence-15.check', { found, expected }, 'error', number.slice(0, 14) + expected),
  ];
}
