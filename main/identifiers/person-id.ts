import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';
import { checkGb11643, checkResidentId } from './resident-id.ts';

/** Region digits of residence permits: Hong Kong, Macao, Taiwan. */
const PERMIT_REGIONS: Record<string, string[]> = {
  'hk-macao-residence-permit': ['810000', '820000'],
  'taiwan-residence-permit': ['830000'],
};

type FormCode = 'passport.form' | 'hk-macao-permit.form' | 'taiwan-permit.form';

/** Formats of documents without a published check digit; only a warning, since issuers differ. */
const FORMS: Record<string, { pattern: RegExp; code: FormCode }> = {
  passport: { pattern: /^[A-Z0-9]{5,12}$/, code: 'passport.form' },
  'hk-macao-travel-permit': { pattern: /^[HM](\d{8}|\d{10})$/, code: 'hk-macao-permit.form' },
  'taiwan-travel-permit': { pattern: /^\d{8}$/, code: 'taiwan-permit.form' },
};

function checkResidencePermit(idType: string, text: string, on: string): Problem[] {
  const problems = checkGb11643(text, on);
  const expected = PERMIT_REGIONS[idType]!;
  const found = toHalfWidth(text).trim().slice(0, 6);
  return expected.includes(found)
    ? problems
    : [...problems, problem('residence-permit.region', { found, expected })];
}

function checkForeignResidentId(text: string, on: string): Problem[] {
  const number = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase();
  // Cards issued since 2023-12 carry an 18-digit number that begins with 9; older ones stay valid.
  if (/^9\d{16}[\dX]$/.test(number)) return checkGb11643(text, on);
  const spelling = respelled(text, number);
  return /^[A-Z]{3}\d{12}$/.test(number) ? spelling : [...spelling, problem('foreign-resident-id.form', {})];
}

/**
 * The number of a person's document.
 *
 * @param idType id of `personIdTypes`; of an unknown type nothing is said
 */
export function checkPersonId(idType: string, text: string, on: string): Problem[] {
  if (idType === 'resident-id-card' || idType === 'temporary-id-card') return checkResidentId(text, on);
  if (idType in PERMIT_REGIONS) return checkResidencePermit(idType, text, on);
  if (idType === 'foreign-permanent-resident-id') return checkForeignResidentId(text, on);
  const form = FORMS[idType];
  if (!form) return [];
  const number = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase();
  const spelling = respelled(text, number);
  return form.pattern.test(number) ? spelling : [...spelling, problem(form.code, {}, 'warning')];
}
