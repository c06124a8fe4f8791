import { describe, expect, test } from 'vitest';
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  creditCodeFacts,
} from '../../../main/identifiers/credit-code.ts';

// Check characters of these invented codes were computed by a separate script, not by the code under test.
const VALID = [
  '91310115MA0000015C',
  '91440300MA0000023W',
  '91110108MA0000031G',
  '92310115MA000004XN',
  '91310115MA00000905',
  '91310115MA000020X1',
  '91310115MA00003300',
  '11310000000000051C',
  'N2310115MF00001361',
];

describe('a unified social credit code', () => {
  test.each(VALID)('%s is right', (code) => expect(checkCreditCode(code)).toEqual([]));

  test('the published synthetic code passes its 18th character but not its 17th', () => {
    const code = '91510100MA0000000H';
    expect(creditCodeCheckCharacter(code)).toBe('H');
    expect(checkCreditCode(code)).toEqual([
      {
        code: 'credit-code.organisation-check',
        params: { found: '0', expected: '7' },
        severity: 'error',
        fix: null,
      },
    ]);
  });

  test('a wrong last character alone is put right', () =>
    expect(checkCreditCode('91310115MA0000015D')).toEqual([
      {
        code: 'credit-code.check',
        params: { found: 'D', expected: 'C' },
        severity: 'error',
        fix: '91310115MA0000015C',
      },
    ]));

  test('a wrong 17th character alone is put right when the last one agrees', () =>
    expect(checkCreditCode('91310115MA0000016C')).toEqual([
      {
        code: 'credit-code.organisation-check',
        params: { found: '6', expected: '5' },
        severity: 'error',
        fix: '91310115MA0000015C',
      },
    ]));

  test('a slip in the organisation code gets no invented correction', () => {
    const problems = checkCreditCode('91310115MA0000105C');
    expect(problems.map((p) => p.code)).toEqual(['credit-code.organisation-check', 'credit-code.check']);
    expect(problems.every((p) => p.fix === null)).toBe(true);
  });

  test.each([
    ['9131011SMA0000015C', 'S', 8],
    ['9I310115MA0000015C', 'I', 2],
  ])('a letter read for a digit in %s is named with its place and corrected', (code, character, position) =>
    expect(checkCreditCode(code)).toEqual([
      {
        code: 'credit-code.character',
        params: { character, position },
        severity: 'error',
        fix: '91310115MA0000015C',
      },
    ]),
  );

  test('a letter O is named, and gets no correction when the rest is wrong too', () =>
    expect(checkCreditCode('91310115MAO000015D')).toMatchObject([
      { code: 'credit-code.character', params: { character: 'O', position: 11 }, fix: null },
    ]));

  test.each([
    [17, '91310115MA0000015'],
    [19, '91310115MA0000015CC'],
    [1, '9'],
  ])('of %i characters is refused', (length, code) =>
    expect(checkCreditCode(code)).toMatchObject([{ code: 'credit-code.length', params: { length } }]),
  );

  test.each(['91310115ma0000015c', '９1310115MA0000015C', '91310115 MA0000015 C', '91310115-MA0000015C'])(
    'written as “%s” it is offered in its right spelling',
    (text) =>
      expect(checkCreditCode(text)).toEqual([
        {
          code: 'text.spelling',
          params: { expected: '91310115MA0000015C' },
          severity: 'error',
          fix: '91310115MA0000015C',
        },
      ]),
  );

  test('an authority that does not exist, a class it does not use and a region are each named', () => {
    expect(checkCreditCode('B1310115MA0000015C').map((p) => p.code)).toContain('credit-code.authority');
    expect(checkCreditCode('94310115MA0000015C')).toContainEqual({
      code: 'credit-code.class',
      params: { character: '4', authority: '9' },
      severity: 'warning',
      fix: null,
    });
    expect(checkCreditCode('91990115MA0000015C')).toContainEqual(
      expect.objectContaining({ code: 'credit-code.region', params: { code: '990115' } }),
    );
    expect(checkCreditCode('9131A115MA0000015C').map((p) => p.code)).toContain('credit-code.region');
  });

  test.each([
    ['91310115MA0000015C', 'enterprise', 'enterprise', '310000'],
    ['93310000MA000012XA', 'enterprise', 'enterprise', '310000'],
    ['92310115MA000004XN', 'enterprise', 'individual-business', '310000'],
    ['11310000000000051C', 'government-organ', 'government', '310000'],
    ['1244000000000006X4', 'public-institution', 'public-institution', '440000'],
    ['1331000000000014XH', 'mass-organization', 'social-organization', '310000'],
    ['51110000000000078J', 'social-organization', 'social-organization', '110000'],
    ['52310000MJ00000858', 'private-non-enterprise', 'social-organization', '310000'],
    ['53110000MJ0000093J', 'foundation', 'social-organization', '110000'],
    ['31440000MD0000104G', 'law-firm', 'other-organization', '440000'],
    ['91100000000000115G', 'enterprise', 'enterprise', null],
  ])('%s tells nature, group and province', (code, nature, group, province) =>
    expect(creditCodeFacts(code)).toMatchObject({ nature, group, province }),
  );

  test('tells the region and the organisation code inside it', () =>
    expect(creditCodeFacts('91440300MA0000023W')).toMatchObject({
      region: '440300',
      organisationCode: 'MA0000023',
    }));

  test('tells nothing while it is wrong', () => expect(creditCodeFacts('91310115MA0000015D')).toBeNull());
});
