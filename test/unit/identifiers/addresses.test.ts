import { describe, expect, test } from 'vitest';
import { checkIpRange, ipv4Number } from '../../../main/identifiers/ip-range.ts';
import { checkMailingAddress, writeOutAddress } from '../../../main/identifiers/mailing-address.ts';
import { book } from '../rules/the-book.ts';

const { regions } = book.enumerations;
const check = (text: string, region: string | null = null) => checkMailingAddress(text, regions, region);

describe('a mailing address', () => {
  test.each(['示范路7号楼3单元101室', '样板村8组12号', '测试大道100号A座2001室'])('%s is detailed', (text) =>
    expect(check(text)).toEqual([]),
  );

  test('numbers joined by hyphens are written out', () =>
    expect(check('示范路7-3-101')).toEqual([
      {
        code: 'address.symbol',
        params: { symbol: '-' },
        severity: 'error',
        fix: '示范路7号楼3单元101室',
      },
      { code: 'address.no-detail', params: {}, severity: 'warning', fix: null },
    ]));

  test.each([
    ['示范路8#楼301室', '示范路8号楼301室'],
    ['示范路12-305室', '示范路12号楼305室'],
    ['示范路10号，二楼', '示范路10号二楼'],
    ['示范路10号（东门）', '示范路10号东门'],
    ['示范路７－３－101', '示范路7号楼3单元101室'],
  ])('%s is written as %s', (text, fix) => {
    expect(writeOutAddress(text)).toBe(fix);
    expect(check(text)[0]).toMatchObject({ code: 'address.symbol', fix });
  });

  test.each([...'#＃-—_/\\~、,，。；;·*'])('the symbol %s is refused', (symbol) =>
    expect(check(`示范路10号${symbol}2楼`)).toMatchObject([{ code: 'address.symbol', params: { symbol } }]),
  );

  test('without a door number it gets a warning', () =>
    expect(check('示范路')).toMatchObject([{ code: 'address.no-detail', severity: 'warning' }]));

  test('post boxes and registration offices are refused', () => {
    expect(check('示范路10号邮政信箱5')).toMatchObject([
      { code: 'address.post-box', params: { word: '邮政信箱' } },
    ]);
    expect(check('示范路10号工商局')).toMatchObject([
      { code: 'address.registry-office', params: { word: '工商局' } },
    ]);
  });

  test('another province than the filing’s is named', () => {
    expect(check('广东省深圳市示范路10号', '310115')).toMatchObject([
      { code: 'address.other-province', params: { provinceZh: '广东省', provinceEn: 'Guangdong' } },
    ]);
    expect(check('广东省深圳市示范路10号', '440300')).toEqual([]);
  });
});

describe('an IP range', () => {
  test('ends are numbers of 32 bits', () => {
    expect(ipv4Number('0.0.0.0')).toBe(0);
    expect(ipv4Number('255.255.255.255')).toBe(4294967295);
    expect(ipv4Number('1.2.3')).toBeNull();
    expect(ipv4Number('01.2.3.4')).toBeNull();
  });

  test('of public addresses is right, also with one address', () => {
    expect(checkIpRange({ from: '47.1.2.3', to: '47.1.2.9' })).toEqual({ from: [], to: [] });
    expect(checkIpRange({ from: '47.1.2.3', to: '47.1.2.3' })).toEqual({ from: [], to: [] });
    expect(checkIpRange({ from: '47.1.2.3', to: '' })).toEqual({ from: [], to: [] });
  });

  test('that begins after its end is reversed', () =>
    expect(checkIpRange({ from: '47.1.2.9', to: '47.1.2.3' }).to).toMatchObject([{ code: 'ip.reversed' }]));

  test.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '100.64.0.1',
    '169.254.1.1',
  ])('%s is not public', (ip) =>
    expect(checkIpRange({ from: ip, to: ip }).from).toMatchObject([
      { code: 'ip.not-public', severity: 'error' },
    ]),
  );

  test.each(['172.15.255.255', '172.32.0.0', '100.128.0.0', '9.255.255.255', '11.0.0.0', '223.255.255.255'])(
    '%s lies just outside the private blocks',
    (ip) => expect(checkIpRange({ from: ip, to: ip }).from).toEqual([]),
  );

  test.each(['203.0.113.7', '198.51.100.1', '224.0.0.1', '240.0.0.1'])('%s is reserved', (ip) =>
    expect(checkIpRange({ from: ip, to: ip }).from).toMatchObject([
      { code: 'ip.reserved', severity: 'warning' },
    ]),
  );

  test.each([
    ['47.1.2', 'ip.form'],
    ['47.1.2.256', 'ip.form'],
    ['2001:db8::1', 'ip.version-6'],
    ['47.1.2.３', 'text.spelling'],
  ])('%s has the problem %s', (ip, code) =>
    expect(checkIpRange({ from: ip, to: '' }).from.map((p) => p.code)).toEqual([code]),
  );
});
