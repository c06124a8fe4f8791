import { expect, test } from 'vitest';
import { refused, type Row } from './look.ts';

const good = { provider: 'huawei-cloud', kind: 'server', location: '310000', months: 3, sitesFiled: 4 };
const resources = (...list: Record<string, unknown>[]) => ({
  facts: { 'ledger.resources': list, 'order.plannedSubmissionOn': '2026-11-21' },
});
const accounts = (...list: [account: string, entity: string | null][]) => ({
  facts: {
    'entity.name': '上海甲公司',
    'ledger.providerAccounts': list.map(([account, entity]) => ({
      provider: 'huawei-cloud',
      account,
      entity,
    })),
  },
});
const inWeixin = (at: { facts: Record<string, unknown> }) => ({
  service: 'mini-program',
  provider: null,
  facts: Object.fromEntries(
    Object.entries(at.facts).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((one: object) => ({ ...one, provider: 'weixin' })) : value,
    ]),
  ),
});

const rows: Row[] = [
  ['a resource that serves', resources(good), []],
  ['two months', resources({ ...good, months: 2 }), ['ACC-08 resource.too-short']],
  ['two months beside one that serves', resources({ ...good, months: 2 }, good), []],
  ['two months at another provider', resources(good, { ...good, provider: 'ucloud', months: 2 }), []],
  ['pay as you go', resources({ ...good, billing: '按量付费' }), ['ACC-08 resource.not-prepaid']],
  ['in Hong Kong', resources({ ...good, location: 'hong-kong' }), ['ACC-08 resource.abroad']],
  ['five sites filed', resources({ ...good, sitesFiled: 5 }), ['ACC-08 resource.full']],
  [
    'no cloud resource linked',
    { facts: { 'access.method': ['cloud'], 'access.resourceCount': 0 } },
    ['ACC-08 resource.none'],
  ],
  ['one linked', { facts: { 'access.method': ['cloud'], 'access.resourceCount': 1 } }, []],
  [
    'a rack of their own has none',
    { facts: { 'access.method': ['colocation'], 'access.resourceCount': 0 } },
    [],
  ],
  ['ends in a month', resources({ ...good, expiresOn: '2026-12-21' }), []],
  ['ends a day earlier', resources({ ...good, expiresOn: '2026-12-20' }), ['ACC-09 resource.ends']],
  ['a spent code', resources({ ...good, codeUsed: true }), ['ACC-11 resource.code-used']],
  [
    'one code for two resources',
    resources({ ...good, authorizationCode: 'A1' }, { ...good, authorizationCode: 'A1' }),
    ['ACC-11 resource.code-used'],
  ],
  ['no resources known', { facts: {} }, []],
  ['a cancellation needs none', { ...resources({ ...good, months: 1 }), filing: 'cancel-access' }, []],

  ['one account', accounts(['a', '上海甲公司']), []],
  ['two accounts', accounts(['a', '上海甲公司'], ['b', '上海甲公司']), ['ENT-20 account.several']],
  [
    'two accounts, to be joined',
    { ...accounts(['a', '上海甲公司'], ['b', '上海甲公司']), filing: 'transfer-account' },
    [],
  ],
  [
    'an account of two entities',
    accounts(['a', '上海甲公司'], ['a', '上海乙公司']),
    ['PRO-20 account.shared (warning)'],
  ],
  ['an account whose entity is not known', accounts(['a', null]), []],
  ['a mini program of the entity', inWeixin(accounts(['w', '上海甲公司'], ['x', '上海乙公司'])), []],
  ['two mini programs of the entity', inWeixin(accounts(['w', '上海甲公司'], ['v', '上海甲公司'])), []],
  [
    'a mini program of somebody else',
    inWeixin(accounts(['w', '上海乙公司'])),
    ['ENT-25 account.of-other-entity'],
  ],
  ['a website is not asked', accounts(['w', '上海乙公司']), []],
];

test.each(rows)('%s', (_title, at, found) => expect(refused(at)).toEqual(found));
