import { describe, expect, test } from 'vitest';
import { checkLicence15, licence15CheckDigit } from '../../../main/identifiers/licence-15.ts';

describe('an old business licence number', () => {
  test('the published example checks to 6', () => expect(licence15CheckDigit('11010800000001')).toBe('6'));

  test.each(['110108000000016', '310115000000029', '440300000000033'])('%s is right', (number) =>
    expect(checkLicence15(number)).toEqual([]),
  );

  test('a wrong check digit is put right', () =>
    expect(checkLicence15('110108000000017')).toEqual([
      {
        code: 'licence-15.check',
        params: { found: '7', expected: '6' },
        severity: 'error',
        fix: '110108000000016',
      },
    ]));

  test.each(['11010800000001', '1101080000000160', '11010800000001A'])('%s has the wrong form', (number) =>
    expect(checkLicence15(number).map((p) => p.code)).toContain('licence-15.form'),
  );
});
