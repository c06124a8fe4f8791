import { describe, expect, test } from 'vitest';
import {
  checkResidentId,
  residentIdCheckCharacter,
  residentIdFacts,
} from '../../../main/identifiers/resident-id.ts';

const ON = '2026-11-21';
const codes = (text: string, on = ON): string[] => checkResidentId(text, on).map((p) => p.code);

describe('a resident ID number', () => {
  test('the example of the standard checks to X', () =>
    expect(residentIdCheckCharacter('11010519491231002')).toBe('X'));

  test.each(['11010519491231002X', '310115199003071239', '440300200002290043'])('%s is right', (number) =>
    expect(checkResidentId(number, ON)).toEqual([]),
  );

  test('a wrong last character is named with the right one', () =>
    expect(checkResidentId('310115199003071238', ON)).toEqual([
      {
        code: 'resident-id.check',
        params: { found: '8', expected: '9' },
        severity: 'error',
        fix: '310115199003071239',
      },
    ]));

  test('a lower-case x is refused with the capital as the correction', () =>
    expect(checkResidentId('11010519491231002x', ON)).toEqual([
      { code: 'resident-id.lower-case', params: {}, severity: 'error', fix: '11010519491231002X' },
    ]));

  test('29 February of a year that is no leap year is no day', () =>
    expect(checkResidentId('110105190002290017', ON)).toEqual([
      { code: 'resident-id.birth-date', params: { digits: '19000229' }, severity: 'error', fix: null },
    ]));

  test('a birth before 1900 is a slip', () =>
    expect(codes('310115189901010017')).toEqual(['resident-id.birth-date']));

  test('a birth on the day itself is possible, one day later is not', () => {
    expect(codes('310115202611210014')).toEqual([]);
    expect(checkResidentId('31011520261122001X', ON)).toEqual([
      { code: 'resident-id.birth-future', params: { date: '2026-11-22' }, severity: 'error', fix: null },
    ]);
    expect(codes('31011520261122001X', '2026-11-22')).toEqual([]);
  });

  test.each(['990105194912310023', '710000199001010015'])('%s is of no mainland region', (number) =>
    expect(codes(number)).toEqual(['resident-id.region']),
  );

  test('an old number of 15 digits is refused, with its 18-digit form', () => {
    expect(checkResidentId('310115900307123', ON)).toEqual([
      { code: 'resident-id.old', params: {}, severity: 'error', fix: '310115199003071239' },
    ]);
    expect(checkResidentId('310115901307123', ON)).toMatchObject([{ code: 'resident-id.old', fix: null }]);
  });

  test('letters inside are named with their place', () =>
    expect(checkResidentId('3101151990O3071239', ON)).toMatchObject([
      { code: 'resident-id.character', params: { character: 'O', position: 11 } },
    ]));

  test.each(['31011519900307123', '3101151990030712390'])('%s has the wrong length', (number) =>
    expect(codes(number)).toEqual(['resident-id.length']),
  );

  test('spaces and full-width digits are offered away', () =>
    expect(checkResidentId('310115 19900307 123９', ON)).toMatchObject([
      { code: 'text.spelling', fix: '310115199003071239' },
    ]));

  test('tells region, birth and sex', () => {
    expect(residentIdFacts('310115199003071239', ON)).toEqual({
      region: '310115',
      birthDate: '1990-03-07',
      gender: 'male',
    });
    expect(residentIdFacts('310115199003071247', ON)?.gender).toBe('female');
    expect(residentIdFacts('310115199003071238', ON)).toBeNull();
  });
});
