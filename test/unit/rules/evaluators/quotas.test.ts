import { cases } from './cases.ts';

const sites = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    type: 'website',
    name: `站${from + i}`,
    domain: `site${from + i}.cn`,
  }));
const totals = (filed: number, ordered: number, more: Record<string, unknown> = {}) => ({
  filing: 'new-service',
  facts: {
    'ledger.filedServices': sites(filed),
    'order.services': sites(ordered, filed),
    documents: [],
    ...more,
  },
});
const plan = { counts: 'total-services' as const, atLeast: 30, materials: ['form-site-proposal'] };

cases('materialsRequiredFromCount', [
  ['one less', plan, totals(28, 1), 'pass'],
  ['the threshold itself', plan, totals(29, 1), 'needs-material', ['count.papers-needed']],
  [
    'the threshold with the paper',
    plan,
    totals(29, 1, { documents: [{ material: 'form-site-proposal' }] }),
    'pass',
  ],
  [
    'several papers are one finding',
    { ...plan, materials: ['form-site-proposal', 'domain-certificate'] },
    totals(29, 1),
    'needs-material',
    ['count.papers-needed'],
  ],
  [
    'a service in ledger and order counts once',
    plan,
    {
      filing: 'new-access',
      facts: { 'ledger.filedServices': sites(29), 'order.services': sites(1), documents: [] },
    },
    'pass',
  ],
  [
    'the cautious threshold',
    { counts: 'filed-services', atLeast: 2, prudentAtLeast: 1, materials: ['form-site-proposal'] },
    totals(1, 1),
    'pass',
    ['count.papers-prudent (warning)'],
  ],
  [
    'prefixes, not domains',
    { counts: 'total-domain-prefixes', atLeast: 2, materials: ['form-site-proposal'] },
    {
      facts: {
        'ledger.filedDomains': ['a.cn', 'a.com'],
        'order.services': [{ domain: 'a.com.cn' }],
        documents: [],
      },
    },
    'pass',
  ],
  [
    'two prefixes',
    { counts: 'total-domain-prefixes', atLeast: 2, materials: ['form-site-proposal'] },
    { facts: { 'ledger.filedDomains': ['a.cn'], 'order.services': [{ domain: 'b.cn' }], documents: [] } },
    'needs-material',
    ['count.papers-needed'],
  ],
  [
    'domains of the order',
    { counts: 'order-domains', atLeast: 4, materials: ['domain-certificate'] },
    totals(0, 4),
    'needs-material',
    ['count.papers-needed'],
  ],
  [
    'all domains',
    { counts: 'total-domains', atLeast: 6, materials: ['form-situation-statement'] },
    totals(4, 1),
    'pass',
  ],
  [
    'ledger unknown',
    plan,
    { filing: 'new-service', facts: { 'order.services': sites(1) } },
    'needs-human',
    [],
    ['ledger.filedServices'],
  ],
]);

cases('maxServicesPerOrder', [
  ['as many as allowed', { value: 4 }, totals(0, 4), 'pass'],
  ['one more', { value: 4 }, totals(0, 5), 'fail', ['order.too-many-services']],
  [
    'domains',
    { unit: 'domain', value: 1 },
    { facts: { 'order.services': [{ domain: 'a.cn', domains: ['a.cn', 'b.cn'] }] } },
    'fail',
    ['order.too-many-services'],
  ],
  ['only when many are filed: fifteen', { value: 1, whenFiledMoreThan: 15 }, totals(15, 2), 'pass'],
  [
    'only when many are filed: sixteen',
    { value: 1, whenFiledMoreThan: 15 },
    totals(16, 2),
    'fail',
    ['order.too-many-services'],
  ],
  ['unknown', { value: 1 }, { facts: {} }, 'needs-human', [], ['order.services']],
]);

cases('maxServicesPerEntity', [
  ['as many as allowed', { value: 7 }, totals(6, 1), 'pass'],
  ['one more', { value: 7 }, totals(7, 1), 'fail', ['entity.too-many-services']],
  [
    'one more with the licence',
    { value: 7, unless: 'telecom-licence' },
    totals(7, 1, { 'entity.holdsTelecomLicence': true }),
    'pass',
  ],
  [
    'licence unknown',
    { value: 7, unless: 'telecom-licence' },
    totals(7, 1),
    'needs-human',
    [],
    ['entity.holdsTelecomLicence'],
  ],
  ['a first filing has nothing before it', { value: 1 }, { facts: { 'order.services': sites(1) } }, 'pass'],
]);

const resources = (count: number, remark: string | null = '用途') => ({
  facts: { 'access.resourceCount': count, 'service.remark': remark },
});
cases('maxCloudResourcesPerService', [
  ['five', { value: 5 }, resources(5), 'pass'],
  ['six', { value: 5 }, resources(6), 'fail', ['access.too-many-resources']],
  ['two without a remark', { value: 5, remarkAbove: 1 }, resources(2, null), 'fail', ['remark.missing']],
  ['one without a remark', { value: 5, remarkAbove: 1 }, resources(1, null), 'pass'],
  ['unknown', { value: 5 }, { facts: {} }, 'needs-human', [], ['access.resourceCount']],
]);
