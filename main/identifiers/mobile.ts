import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

/** Digits only, without the country code: `+86 138-0013-8000` -> `13800138000`. */
export function spellMobile(text: string): string {
  const digits = toHalfWidth(text).replace(/[\s()-]/g, '');
  return digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** Mainland mobile number: 11 digits, 13 to 19. */
export function checkMobile(text: string): Problem[] {
  const number = spellMobile(text);
  const spelling = respelled(text, number);
  const foreign = [...number].find((c) => !/\d/.test(c));
  if (foreign !== undefined) return [...spelling, problem('mobile.character', { character: foreign })];
  if (number.length !== 11) return [...spelling, problem('mobile.length', { length: number.length })];
  if (!/^1[3-9]/.test(number)) return [...spelling, problem('mobile.prefix', { prefix: number.slice(0, 2) })];
  return spelling;
}
