import { organisationCheckCharacter } from './organisation-code.ts';
import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';
import { isMainlandRegion, provinceOfCode } from './provinces.ts';

/** GB 32100-2015: 31 symbols, without I O S V Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Letters that are read or typed for a symbol of the alphabet. */
const LOOK_ALIKE: Record<string, string> = { I: '1', O: '0', S: '5', Z: '2' };

/** Registration authority -> class -> what it registers (GB 32100-2015, table 1). Nature `null`: no code of its own. */
const CLASSES: Record<string, Record<string, { nature: string | null; group: string | null }>> = {
  1: {
    1: { nature: 'government-organ', group: 'government' },
    2: { nature: 'public-institution', group: 'public-institution' },
    3: { nature: 'mass-organization', group: 'social-organization' },
  },
  2: { 1: { nature: null, group: null } },
  3: {
    1: { nature: 'law-firm', group: 'other-organization' },
    2: { nature: 'notary-office', group: 'other-organization' },
    3: { nature: null, group: 'other-organization' },
    4: { nature: 'judicial-appraisal', group: 'other-organization' },
    5: { nature: 'arbitration-commission', group: 'other-organization' },
  },
  4: { 1: { nature: 'foreign-cultural-centre', group: 'other-organization' } },
  5: {
    1: { nature: 'social-organization', group: 'social-organization' },
    2: { nature: 'private-non-enterprise', group: 'social-organization' },
    3: { nature: 'foundation', group: 'social-organization' },
  },
  6: { 1: { nature: null, group: null }, 2: { nature: null, group: null } },
  7: {
    1: { nature: 'religious-body', group: 'other-organization' },
    2: { nature: 'religious-body', group: 'other-organization' },
  },
  8: { 1: { nature: null, group: 'social-organization' } },
  9: {
    1: { nature: 'enterprise', group: 'enterprise' },
    2: { nature: 'enterprise', group: 'individual-business' },
    3: { nature: 'enterprise', group: 'enterprise' },
  },
  A: { 1: { nature: 'national-defence', group: 'other-organization' } },
  N: {
    1: { nature: 'rural-collective', group: 'other-organization' },
    2: { nature: 'rural-collective', group: 'other-organization' },
    3: { nature: 'rural-collective', group: 'other-organization' },
  },
  Y: { 1: { nature: null, group: null } },
};

/** Every authority but the market regulator also has a class "other". */
function isClass(authority: string, letter: string): boolean {
  return letter in (CLASSES[authority] ?? {}) || (letter === '9' && authority !== '9' && authority !== 'Y');
}

/** What the digits of a valid code tell. `region`: six digits of the place of registration, a hint only. */
export interface CreditCodeFacts {
  /** Id of `entityNatures`, `null` where the class has none. */
  nature: string | null;
  /** Id of `entityGroups`. */
  group: string | null;
  region: string;
  /** `null` for bodies registered with the central government. */
  province: string | null;
  organisationCode: string;
}

/** Check character of the first 17 characters: weights 3^i mod 31. */
export function creditCodeCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of body.slice(0, 17)) {
    sum += weight * ALPHABET.indexOf(c);
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

function withLookAlikes(code: string): string | null {
  const replaced = code.replace(/[IOSZ]/g, (c) => LOOK_ALIKE[c]!);
  return checkCreditCode(replaced).some((p) => p.severity === 'error') ? null : replaced;
}

/**
 * A right check character when only one character can be wrong. Where the check of the organisation code fails too, an
 * earlier character is the likelier culprit, and a recomputed code would be valid and wrong.
 */
function checkProblems(code: string): Problem[] {
  const problems: Problem[] = [];
  const body = code.slice(8, 16);
  const organisation = organisationCheckCharacter(body);
  const last = creditCodeCheckCharacter(code);
  if (code[16] !== organisation) {
    const repaired = code.slice(0, 16) + organisation + code.slice(17);
    const isCertain = creditCodeCheckCharacter(repaired) === code[17];
    problems.push(
      problem(
        'credit-code.organisation-check',
        { found: code[16]!, expected: organisation },
        'error',
        isCertain ? repaired : null,
      ),
    );
    if (isCertain) return problems;
  }
  if (code[17] !== last)
    problems.push(
      problem(
        'credit-code.check',
        { found: code[17]!, expected: last },
        'error',
        problems.length === 0 ? code.slice(0, 17) + last : null,
      ),
    );
  return problems;
}

/** Unified social credit code (统一社会信用代码, GB 32100-2015): form, authority, class, region, both checks. */
export function checkCreditCode(text: string): Problem[] {
  const code = toHalfWidth(text).replace(/[\s-]/g, '').toUpperCase();
  const spelling = respelled(text, code);
  if (code.length !== 18) return [...spelling, problem('credit-code.length', { length: code.length })];
  const wrong = [...code].findIndex((c) => !ALPHABET.includes(c));
  if (wrong !== -1) {
    const fix = withLookAlikes(code);
    return [
      ...spelling,
      problem('credit-code.character', { character: code[wrong]!, position: wrong + 1 }, 'error', fix),
    ];
  }
  const [authority, letter] = [code[0]!, code[1]!];
  const problems = [...spelling];
  if (!(authority in CLASSES)) problems.push(problem('credit-code.authority', { character: authority }));
  else if (!isClass(authority, letter))
    problems.push(problem('credit-code.class', { character: letter, authority }, 'warning'));
  const region = code.slice(2, 8);
  if (!isMainlandRegion(region) && !/^10\d{4}$/.test(region))
    problems.push(problem('credit-code.region', { code: region }));
  return [...problems, ...checkProblems(code)];
}

/** @returns `null` unless the code is right in every respect */
export function creditCodeFacts(text: string): CreditCodeFacts | null {
  if (checkCreditCode(text).some((p) => p.severity === 'error')) return null;
  const found = CLASSES[text[0]!]?.[text[1]!];
  const region = text.slice(2, 8);
  return {
    nature: found?.nature ?? null,
    group: found?.group ?? null,
    region,
    province: provinceOfCode(region),
    organisationCode: text.slice(8, 17),
  };
}
