import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';
import { isMainlandRegion } from './provinces.ts';

/** GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Check character of the first 17 digits. */
export function residentIdCheckCharacter(body: string): string {
  return CHECKS[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]!;
}

export interface ResidentIdFacts {
  /** Six digits of the place of first registration. */
  region: string;
  birthDate: string;
  gender: 'male' | 'female';
}

/** `19491231` -> `1949-12-31`; `null` when there is no such day. */
function dayOf(digits: string): string | null {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}

function birthProblems(digits: string, on: string): Problem[] {
  const day = dayOf(digits);
  // Nobody alive was born earlier; such a year is a slip of the finger.
  if (day === null || day < '1900') return [problem('resident-id.birth-date', { digits })];
  return day > on ? [problem('resident-id.birth-future', { date: day })] : [];
}

/**
 * An 18-character number by GB 11643, the region aside.
 *
 * @param on the day by which the holder must have been born
 */
export function checkGb11643(text: string, on: string): Problem[] {
  const spelled = toHalfWidth(text).replace(/[\s-]/g, '');
  const problems = respelled(text, spelled);
  if (spelled.length !== 18) return [...problems, problem('resident-id.length', { length: spelled.length })];
  const wrong = [...spelled].findIndex((c, i) => !(i === 17 ? /[\dXx]/ : /\d/).test(c));
  if (wrong !== -1)
    return [
      ...problems,
      problem('resident-id.character', { character: spelled[wrong]!, position: wrong + 1 }),
    ];
  const number = spelled.toUpperCase();
  const expected = residentIdCheckCharacter(number);
  const found = number.slice(17);
  problems.push(...birthProblems(number.slice(6, 14), on));
  if (found !== expected)
    problems.push(problem('resident-id.check', { found, expected }, 'error', number.slice(0, 17) + expected));
  else if (number !== spelled) problems.push(problem('resident-id.lower-case', {}, 'error', number));
  return problems;
}

/** Resident ID number (居民身份证号码). 15-digit numbers are refused with their 18-digit form as the fix. */
export function checkResidentId(text: string, on: string): Problem[] {
  const number = toHalfWidth(text).replace(/[\s-]/g, '');
  if (/^\d{15}$/.test(number)) {
    const body = `${number.slice(0, 6)}19${number.slice(6)}`;
    const longer = body + residentIdCheckCharacter(body);
    const fix = checkResidentId(longer, on).length === 0 ? longer : null;
    return [problem('resident-id.old', {}, 'error', fix)];
  }
  const problems = checkGb11643(text, on);
  const region = number.slice(0, 6);
  if (/^\d{6}/.test(number) && number.length === 18 && !isMainlandRegion(region))
    problems.push(problem('resident-id.region', { code: region }));
  return problems;
}

/**
 * What the digits tell, a birth date after `on` being impossible.
 *
 * @returns `null` unless the number is right in every respect
 */
export function residentIdFacts(text: string, on = '9999-12-31'): ResidentIdFacts | null {
  if (checkResidentId(text, on).length > 0) return null;
  return {
    region: text.slice(0, 6),
    birthDate: dayOf(text.slice(6, 14))!,
    gender: Number(text[16]) % 2 === 1 ? 'male' : 'female',
  };
}
