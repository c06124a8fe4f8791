import { describe, expect, test } from 'vitest';
import {
  checkAppDomain,
  checkDomainName,
  splitDomain,
  suffixStatus,
} from '../../../main/identifiers/domain-name.ts';
import { checkHomeUrl } from '../../../main/identifiers/home-url.ts';
import { book } from '../rules/the-book.ts';

const { suffixes } = book;
const check = (text: string) => checkDomainName(text, suffixes);
const codes = (text: string): string[] => check(text).map((p) => p.code);

describe('a filed domain', () => {
  test.each([
    'example.com',
    'example.com.cn',
    'example.sh.cn',
    '示例.公司',
    '示例.中国',
    'beian.政务.cn',
    'a-b.top',
    '例.我爱你',
  ])('%s may be filed', (name) => expect(check(name)).toEqual([]));

  test.each([
    ['www.example.com', 'example.com'],
    ['shop.example.com.cn', 'example.com.cn'],
    ['https://www.example.com/index.html?x=1', 'example.com'],
    ['www.示例.公司', '示例.公司'],
  ])('%s is reduced to the registrable %s', (text, fix) =>
    expect(check(text)).toMatchObject([{ code: 'domain.subdomain', severity: 'error', fix }]),
  );

  test('government sub-domains are an exception to look at', () => {
    expect(check('tax.example.gov.cn')).toMatchObject([
      { code: 'domain.subdomain-government', severity: 'warning', fix: null },
    ]);
    expect(codes('www.example.gov.cn')).toEqual(['domain.subdomain']);
  });

  test('the Chinese label is filed, not its code', () =>
    expect(check('xn--fsqu00a.xn--fiqs8s')).toEqual([
      { code: 'domain.punycode', params: { unicode: '例子.中国' }, severity: 'error', fix: '例子.中国' },
    ]));

  test.each([
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['例子。中国', '例子.中国'],
    ['http://example.com', 'example.com'],
  ])('“%s” is offered as %s', (text, fix) =>
    expect(check(text)).toMatchObject([{ code: 'text.spelling', fix }]),
  );

  test.each(['.org', '.io', '.app', '.dev', '.ai', '.hk', '.jp', '.us', '.so', '.win', '.tw'])(
    'the well-known suffix %s is not approved, and the date of the list is said',
    (suffix) =>
      expect(check(`example${suffix}`)).toMatchObject([
        { code: 'domain.suffix-not-approved', params: { suffix, asOf: '2022-08-30' }, severity: 'error' },
      ]),
  );

  test.each(suffixes.suffixes.map((s) => [s.suffix, s.status] as const))(
    'the listed suffix %s is %s',
    (suffix, status) => {
      expect(suffixStatus(suffix.slice(1), suffixes)).toBe(status);
      expect(codes(`beian${suffix}`)).toEqual(status === 'approved' ? [] : ['domain.suffix-disputed']);
    },
  );

  test.each([
    ['com.cn', 'domain.only-suffix'],
    ['example', 'domain.not-a-name'],
    ['-example.com', 'domain.not-a-name'],
    ['example-.com', 'domain.not-a-name'],
    ['a..com', 'domain.not-a-name'],
    [`${'a'.repeat(64)}.com`, 'domain.not-a-name'],
    ['exa_mple.com', 'domain.character'],
    ['exa mple.com', 'domain.character'],
    ['', 'domain.not-a-name'],
  ])('“%s” has the problem %s', (text, code) => expect(codes(text)).toContain(code));

  test('four characters are the least', () => {
    expect(codes('a.cn')).toEqual([]);
    expect(codes('a.b')).toContain('text.length');
    expect(codes(`${'a'.repeat(63)}.cn`)).toEqual([]);
  });

  test('is taken apart with its public suffix', () => {
    expect(splitDomain('www.example.com.cn')).toEqual({
      host: 'www.example.com.cn',
      domain: 'example.com.cn',
      label: 'example',
      suffix: 'com.cn',
    });
    expect(splitDomain('局.公益.cn')).toMatchObject({ domain: '局.公益.cn', label: '局', suffix: '公益.cn' });
    expect(splitDomain('com.cn')).toMatchObject({ domain: null, label: null });
  });
});

describe('a domain an app talks to', () => {
  test.each(['api.example.com', 'a.b.example.com', 'example.org'])('%s is right', (name) =>
    expect(checkAppDomain(name)).toEqual([]),
  );
  test('an address is offered as its host', () =>
    expect(checkAppDomain('https://API.example.com/v1')).toMatchObject([{ fix: 'api.example.com' }]));
});

describe('a home page', () => {
  test.each([
    ['www.example.com', 'example.com'],
    ['example.com', 'example.com'],
    ['www.示例.公司', '示例.公司'],
    ['www.example.com', null],
  ])('%s is right for the domain %s', (url, domain) => expect(checkHomeUrl(url, domain)).toEqual([]));

  test('scheme, port and path are taken away', () =>
    expect(checkHomeUrl('https://www.example.com:8080/index', 'example.com')).toMatchObject([
      { code: 'home-url.more-than-host', fix: 'www.example.com' },
    ]));

  test.each(['www.example.org', 'notexample.com', 'example.com.evil.cn'])(
    '%s is not under example.com',
    (url) =>
      expect(checkHomeUrl(url, 'example.com')).toMatchObject([
        { code: 'home-url.other-domain', params: { domain: 'example.com' }, fix: 'www.example.com' },
      ]),
  );
});
