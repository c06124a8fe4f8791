import { describe, expect, test } from 'vitest';
import { checkLicenceNumber, readLicenceNumber } from '../../../main/identifiers/licence-number.ts';
import { book } from '../rules/the-book.ts';

const { regions } = book.enumerations;
const codes = (
  text: string,
  kind: 'entity' | 'service',
  province: string | null = null,
  letter: string | null = null,
) => checkLicenceNumber(text, kind, regions, { province, letter }).map((p) => p.code);

/** The published table, so that the data cannot drift unnoticed. */
const PREFIXES = {
  110000: '京',
  120000: '津',
  130000: '冀',
  140000: '晋',
  150000: '蒙',
  210000: '辽',
  220000: '吉',
  230000: '黑',
  310000: '沪',
  320000: '苏',
  330000: '浙',
  340000: '皖',
  350000: '闽',
  360000: '赣',
  370000: '鲁',
  410000: '豫',
  420000: '鄂',
  430000: '湘',
  440000: '粤',
  450000: '桂',
  460000: '琼',
  500000: '渝',
  510000: '蜀',
  520000: '黔',
  530000: '滇',
  540000: '藏',
  610000: '陕',
  620000: '陇',
  630000: '青',
  640000: '宁',
  650000: '新',
};

describe('a filing number', () => {
  test.each(Object.entries(PREFIXES))('of %s begins with %s', (province, prefix) => {
    expect(codes(`${prefix}ICP备12345678号`, 'entity', province)).toEqual([]);
    expect(codes(`${prefix}ICP备2023123456号-12`, 'service', province, '')).toEqual([]);
    expect(readLicenceNumber(`${prefix}ICP备12345678号`, regions)).toMatchObject({
      province,
      isUnusual: false,
    });
  });

  test('covers all 31 regions', () => expect(Object.keys(PREFIXES)).toHaveLength(book.regions.size));

  test.each([
    ['川', '510000', '蜀'],
    ['云', '530000', '滇'],
    ['甘', '620000', '陇'],
    ['贵', '520000', '黔'],
  ])('with %s is accepted with a warning', (prefix, province, usual) =>
    expect(
      checkLicenceNumber(`${prefix}ICP备12345678号`, 'entity', regions, { province, letter: null }),
    ).toEqual([
      { code: 'licence-number.prefix-unusual', params: { prefix, usual }, severity: 'warning', fix: null },
    ]),
  );

  test.each([
    ['沪ICP备12345678号-1A', 'A'],
    ['沪ICP备12345678号-1X', 'X'],
    ['沪ICP备12345678号-1K', 'K'],
    ['沪ICP备12345678号-1', ''],
    ['沪ICP备12345678号-12345A', 'A'],
  ])('%s is of the service with letter “%s”', (number, letter) => {
    expect(codes(number, 'service', '310000', letter)).toEqual([]);
    expect(readLicenceNumber(number, regions)?.letter).toBe(letter);
  });

  test('the wrong letter for the kind of service is put right', () =>
    expect(
      checkLicenceNumber('沪ICP备12345678号-3', 'service', regions, { province: null, letter: 'A' }),
    ).toMatchObject([
      { code: 'licence-number.letter', params: { found: '', expected: 'A' }, fix: '沪ICP备12345678号-3A' },
    ]));

  test('of another province than the entity’s is an error', () =>
    expect(
      checkLicenceNumber('沪ICP备12345678号', 'entity', regions, { province: '440000', letter: null }),
    ).toMatchObject([
      {
        code: 'licence-number.province-differs',
        params: { prefix: '沪', expected: '粤' },
        severity: 'error',
      },
    ]));

  test('with its suffix before 号 is understood and rewritten', () =>
    expect(checkLicenceNumber('沪ICP备09010050-5号', 'service', regions)).toEqual([
      {
        code: 'licence-number.suffix-before',
        params: { expected: '沪ICP备09010050号-5' },
        severity: 'warning',
        fix: '沪ICP备09010050号-5',
      },
    ]));

  test.each([
    ['沪icp备12345678号', '沪ICP备12345678号'],
    ['沪ICP備12345678號', '沪ICP备12345678号'],
    ['沪 ICP备 １2345678号', '沪ICP备12345678号'],
  ])('written as “%s” is offered as %s', (text, fix) =>
    expect(checkLicenceNumber(text, 'entity', regions)).toMatchObject([{ code: 'text.spelling', fix }]),
  );

  test('a dash of another kind before the counter is offered as a hyphen', () =>
    expect(checkLicenceNumber('沪ICP备12345678号—1', 'service', regions)).toMatchObject([
      { code: 'text.spelling', fix: '沪ICP备12345678号-1' },
    ]));

  test.each([
    ['沪ICP备1234567号', 'licence-number.digits'],
    ['沪ICP备123456789号', 'licence-number.digits'],
    ['沪ICP备12345678901号', 'licence-number.digits'],
    ['沪ICP备1999123456号', 'licence-number.year'],
    ['申ICP备12345678号', 'licence-number.prefix-unknown'],
    ['沪ICP备12345678', 'licence-number.form'],
    ['ICP备12345678号', 'licence-number.form'],
    ['沪ICP证123456号', 'licence-number.commercial'],
    ['B2-20230001', 'licence-number.commercial'],
    ['沪ICP备12345678号-1', 'licence-number.has-suffix'],
  ])('%s is not an entity’s number: %s', (number, code) => expect(codes(number, 'entity')).toEqual([code]));

  test('the entity’s number in a service’s field lacks its counter', () =>
    expect(codes('沪ICP备12345678号', 'service')).toEqual(['licence-number.no-suffix']));
});
