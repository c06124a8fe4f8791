import { describe, expect, test } from 'vitest';
import {
  checkOrganisationCode,
  organisationCheckCharacter,
} from '../../../main/identifiers/organisation-code.ts';

describe('an organisation code', () => {
  test('the example of the standard checks to X', () =>
    expect(organisationCheckCharacter('D2143569')).toBe('X'));

  test.each(['D2143569X', 'D2143569-X', 'MA0000015', 'MA0000031', 'MA0000090'])('%s is right', (code) =>
    expect(checkOrganisationCode(code)).toEqual([]),
  );

  test('a wrong check keeps its hyphen in the correction', () =>
    expect(checkOrganisationCode('D2143569-7')).toEqual([
      {
        code: 'organisation-code.check',
        params: { found: '7', expected: 'X' },
        severity: 'error',
        fix: 'D2143569-X',
      },
    ]));

  test.each(['D2143569', 'D21435690X', 'D214 356', 'D2143569A', ''])('“%s” has the wrong form', (code) =>
    expect(checkOrganisationCode(code).map((p) => p.code)).toContain('organisation-code.form'),
  );

  test('lower case is offered in capitals', () =>
    expect(checkOrganisationCode('d2143569-x')).toMatchObject([
      { code: 'text.spelling', fix: 'D2143569-X' },
    ]));
});
