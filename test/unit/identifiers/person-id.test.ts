import { describe, expect, test } from 'vitest';
import { checkPersonId } from '../../../main/identifiers/person-id.ts';
import { checkPersonName } from '../../../main/identifiers/person-name.ts';

const ON = '2026-11-21';
const codes = (idType: string, number: string): string[] =>
  checkPersonId(idType, number, ON).map((p) => p.code);

describe('the number of a person’s document', () => {
  test.each([
    ['resident-id-card', '310115199003071239'],
    ['temporary-id-card', '310115199003071239'],
    ['hk-macao-residence-permit', '810000198501010010'],
    ['hk-macao-residence-permit', '820000198501010020'],
    ['taiwan-residence-permit', '830000199001010039'],
    ['hk-macao-travel-permit', 'H12345678'],
    ['hk-macao-travel-permit', 'M1234567801'],
    ['taiwan-travel-permit', '12345678'],
    ['passport', 'E12345678'],
    ['passport', 'AB12C'],
    ['foreign-permanent-resident-id', '910115198501010014'],
    ['foreign-permanent-resident-id', 'USA310012345678'],
    ['some-other-document', 'whatever'],
  ])('%s %s is right', (idType, number) => expect(codes(idType, number)).toEqual([]));

  test.each([
    ['hk-macao-residence-permit', '310115199003071239', 'residence-permit.region'],
    ['taiwan-residence-permit', '810000198501010010', 'residence-permit.region'],
    ['hk-macao-residence-permit', '810000198501010011', 'resident-id.check'],
    ['hk-macao-travel-permit', 'K12345678', 'hk-macao-permit.form'],
    ['hk-macao-travel-permit', 'H123456789', 'hk-macao-permit.form'],
    ['taiwan-travel-permit', '1234567', 'taiwan-permit.form'],
    ['passport', 'E123', 'passport.form'],
    ['passport', 'E1234567/8', 'passport.form'],
    ['foreign-permanent-resident-id', '910115198501010013', 'resident-id.check'],
    ['foreign-permanent-resident-id', 'US310012345678', 'foreign-resident-id.form'],
  ])('%s %s has the problem %s', (idType, number, code) => expect(codes(idType, number)).toContain(code));

  test('lower case in a passport is offered in capitals', () =>
    expect(checkPersonId('passport', 'e12345678', ON)).toMatchObject([
      { code: 'text.spelling', fix: 'E12345678' },
    ]));
});

describe('a person’s name', () => {
  test.each(['张三', '阿依古丽·买买提', "Anna-Marie O'Neill", '欧阳一二三'])('%s may be filed', (name) =>
    expect(checkPersonName(name)).toEqual([]),
  );
  test.each([
    ['王先生', 'person-name.title', '先生'],
    ['李站长', 'person-name.title', '站长'],
  ])('%s is an address, not a name', (name, code, word) =>
    expect(checkPersonName(name)).toMatchObject([{ code, params: { word } }]),
  );
  test('digits and emoji are refused, blanks at the ends are offered away', () => {
    expect(checkPersonName('张三2')).toMatchObject([
      { code: 'person-name.character', params: { character: '2' } },
    ]);
    expect(checkPersonName('张三😀')).toMatchObject([{ code: 'text.control-character' }]);
    expect(checkPersonName('张三 ')).toMatchObject([{ code: 'text.spelling', fix: '张三' }]);
  });
});
