import { describe, expect, test } from 'vitest';
import { checkEmail } from '../../../main/identifiers/email.ts';
import { checkLandline } from '../../../main/identifiers/landline.ts';
import { checkMobile } from '../../../main/identifiers/mobile.ts';

describe('a mobile number', () => {
  test.each(['13000000000', '16612345678', '19912345678'])('%s is right', (number) =>
    expect(checkMobile(number)).toEqual([]),
  );
  test.each(['+86 138 0000 0001', '0086-13800000001', '138-0000-0001', '86 13800000001', '１3800000001'])(
    '“%s” is offered as digits',
    (text) => expect(checkMobile(text)).toMatchObject([{ code: 'text.spelling', fix: '13800000001' }]),
  );
  test.each([
    ['1380000000', 'mobile.length'],
    ['138000000011', 'mobile.length'],
    ['12800000001', 'mobile.prefix'],
    ['23800000001', 'mobile.prefix'],
    ['1380000000a', 'mobile.character'],
  ])('%s has the problem %s', (number, code) =>
    expect(checkMobile(number).map((p) => p.code)).toEqual([code]),
  );
});

describe('a landline number', () => {
  test.each([
    '010-87654321',
    '02187654321',
    '0755-26543210',
    '0755-2654321',
    '010-87654321-123',
    '086-010-87654321-123',
    '010-87654321;021-65432109',
  ])('%s is right', (number) => expect(checkLandline(number)).toEqual([]));

  test.each([
    ['(010) 8765 4321', '010-87654321'],
    ['010—87654321', '010-87654321'],
    ['010-87654321转123', '010-87654321-123'],
    ['+86 10 87654321', '01087654321'],
    ['+86 (0755) 26543210', '0755-26543210'],
  ])('“%s” is offered in the filed spelling', (text, fix) =>
    expect(checkLandline(text)).toMatchObject([{ code: 'text.spelling', fix }]),
  );

  test.each([
    ['87654321', 'landline.no-area-code'],
    ['010-1765432', 'landline.number'],
    ['010-8765432', 'landline.number'],
    ['0755-123456', 'landline.number'],
    ['026-87654321', 'landline.area-code'],
    ['010-8765a321', 'landline.character'],
    ['13800000001', 'landline.is-mobile'],
  ])('%s has the problem %s', (number, code) =>
    expect(checkLandline(number).map((p) => p.code)).toEqual([code]),
  );
});

describe('an e-mail address', () => {
  test.each(['a@b.cn', 'li.si+beian@mail.example.com', 'x@xn--fiqs8s.cn'])('%s is right', (address) =>
    expect(checkEmail(address)).toEqual([]),
  );
  test.each([
    ['example.com', 'email.at'],
    ['a@b@example.com', 'email.at'],
    ['@example.com', 'email.at'],
    ['a@', 'email.at'],
    ['a b@example.com', 'email.character'],
    ['张@example.com', 'email.character'],
    ['a@example', 'email.domain'],
    ['a@-example.com', 'email.domain'],
    ['a@example.com;b@example.com', 'email.several'],
    ['a@b.c', 'email.domain'],
    [`${'a'.repeat(117)}@example.com`, 'email.length'],
  ])('%s has the problem %s', (address, code) =>
    expect(checkEmail(address).map((p) => p.code)).toEqual([code]),
  );
  test('128 characters are the most', () => expect(checkEmail(`${'a'.repeat(116)}@example.com`)).toEqual([]));
  test('a full-width @ is offered as the usual one', () =>
    expect(checkEmail('a＠example.com')).toMatchObject([{ code: 'text.spelling', fix: 'a@example.com' }]));
});
