import { expect, test } from 'vitest';
import { refused, type Row } from './look.ts';

const ips = (...ranges: [string, string][]) => ranges.map(([from, to]) => ({ from, to }));
const filed = (filing: string, accesses: unknown, more: Record<string, unknown> = {}) => ({
  filing,
  facts: { 'service.domain': 'a.cn', 'ledger.accesses': accesses, ...more },
});
const here = { domain: 'a.cn', provider: 'huawei-cloud' };
const there = { domain: 'a.cn', provider: 'ucloud' };
const range = ips(['121.36.7.8', '121.36.7.9']);

const rows: Row[] = [
  ['one address', { facts: { 'access.ipRanges': ips(['121.36.7.8', '121.36.7.8']) } }, []],
  ['no address', { facts: { 'access.ipRanges': ips(['121.36.7', '121.36.7']) } }, ['ACC-01 ip.form']],
  [
    'a private one',
    { facts: { 'access.ipRanges': ips(['10.0.0.1', '10.0.0.1']) } },
    ['ACC-01 ip.not-public'],
  ],
  [
    'from above to',
    { facts: { 'access.ipRanges': ips(['121.36.7.9', '121.36.7.8']) } },
    ['ACC-04 ip.reversed'],
  ],
  ['255 addresses', { facts: { 'access.ipRanges': ips(['121.36.7.1', '121.36.7.255']) } }, []],
  [
    'a whole block',
    { facts: { 'access.ipRanges': ips(['121.36.7.0', '121.36.7.255']) } },
    ['ACC-05 access.whole-block'],
  ],
  [
    'three addresses at UCloud',
    { provider: 'ucloud', facts: { 'access.ipRanges': ips(['121.36.7.1', '121.36.7.3']) } },
    [],
  ],
  [
    'four addresses at UCloud',
    { provider: 'ucloud', facts: { 'access.ipRanges': ips(['121.36.7.1', '121.36.7.4']) } },
    ['ACC-05 access.too-many-addresses'],
  ],
  [
    'one address in two ranges',
    { facts: { 'access.ipRanges': ips(['121.36.7.1', '121.36.7.4'], ['121.36.7.4', '121.36.7.6']) } },
    ['ACC-02 access.ip-twice'],
  ],
  [
    'an address filed at another provider',
    filed('new-access', [{ ...there, ipRanges: range }], { 'access.ipRanges': range }),
    ['ACC-02 access.ip-in-use'],
  ],
  [
    'a shared address at this provider',
    filed('new-service', [{ domain: 'b.cn', provider: 'huawei-cloud', ip: '121.36.7.8' }], {
      'access.ipRanges': range,
    }),
    [],
  ],
  ['no addresses known elsewhere', filed('new-access', [there], { 'access.ipRanges': range }), []],
  ['a service with one access twice', filed('change-access', [here, here]), ['ACC-15 access.twice']],
  ['two accesses', filed('change-access', [here, there]), []],
  ['a new access where there is one', filed('new-access', [here]), ['ACC-16 access.already-here']],
  ['a new access beside another', filed('new-access', [there]), []],
  ['a change at the provider', filed('change-service', [here, there]), []],
  ['a change at another provider', filed('change-service', [there]), ['PRO-14 access.not-here']],
  ['a change with no access listed', filed('change-service', []), []],
  ['a change with the accesses unknown', filed('change-service', undefined), []],
  ['cancelling one of two accesses', filed('cancel-access', [here, there]), []],
  ['cancelling the only access', filed('cancel-access', [here]), ['CHG-01 access.only-one']],
  [
    'cancelling the filed address',
    filed('cancel-access', [{ ...here, ipRanges: range }, there], { 'access.ipRanges': range }),
    [],
  ],
  [
    'cancelling an address that was never filed',
    filed('cancel-access', [{ ...here, ip: '121.36.9.1' }, there], { 'access.ipRanges': range }),
    ['ACC-20 access.ip-not-on-record'],
  ],
];

test.each(rows)('%s', (_title, at, found) => expect(refused(at)).toEqual(found));

test('an item of the order without a domain is nobody’s access', () => {
  expect(refused(filed('new-access', [{ provider: 'huawei-cloud' }, { provider: 'huawei-cloud' }]))).toEqual(
    [],
  );
});
