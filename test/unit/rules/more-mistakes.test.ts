import { expect, test } from 'vitest';
import { evaluateFactsFile } from '../../../main/rules/evaluate.ts';
import { parseFactsFile } from '../../../main/rules/facts.ts';
import type { Facts } from '../../../preload/contract/index.ts';
import { cleanDossier, type Choice } from './clean/dossier.ts';
import { withFacts } from './evaluators/clean-facts.ts';
import { book } from './the-book.ts';

/** Mistakes of the documented kinds in other words, groups, regions, filings and fields than `mistakes.ts` has. */
type Row = [
  title: string,
  where: [region: string, entityGroup: string, filing: string, service: string, more?: Partial<Choice>],
  mistake: Facts | ((facts: Facts) => Facts),
  code: string,
];

const said = (facts: Facts, key: string): string => facts[key] as string;
const listed = (facts: Facts, key: string): Facts[] => facts[key] as Facts[];
const site = ['enterprise', 'first', 'website'] as const;
const app = ['enterprise', 'first', 'app'] as const;
const order = (filingType: string, provider = 'huawei-cloud') => ({
  'ledger.openOrders': [{ provider, filingType, submittedOn: '2026-11-15', state: 'authority-review' }],
});
const named = (name: string): Facts => ({ 'service.name': name });
const appNamed = (name: string): Facts => ({ 'service.name': name, 'app.name': name });
const resource = (changes: Facts): Facts => ({
  'ledger.resources': [
    { provider: 'huawei-cloud', kind: 'server', location: '440000', months: 12, ...changes },
  ],
});
const access = (facts: Facts) => ({
  domain: facts['service.domain'],
  provider: facts['access.provider'] ?? 'huawei-cloud',
});

const rows: Row[] = [
  // The entity and its certificate.
  [
    'a name in English',
    ['510000', ...site],
    { 'entity.name': 'Chengdu Yunfan Technology Co., Ltd.' },
    'entity.name-not-chinese',
  ],
  [
    'a government organ with a licence',
    ['370000', 'government', 'first', 'website'],
    { 'entity.certificate.type': 'business-licence' },
    'entity.certificate-not-for-nature',
  ],
  [
    'a person with a licence',
    ['440000', 'individual', 'first', 'website'],
    { 'entity.certificate.type': 'business-licence' },
    'entity.certificate-not-for-nature',
  ],
  [
    'a firm called a public institution',
    ['450000', ...site],
    { 'entity.nature': 'public-institution' },
    'credit-code.nature-differs',
  ],
  [
    'another province in the region',
    ['120000', ...site],
    { 'entity.region': '130102' },
    'entity.certificate-of-other-province',
  ],
  [
    'services on record, and a first filing',
    ['430000', ...site],
    {
      'ledger.filedServices': [
        { type: 'website', name: '旧网站', domain: 'old.cn', licenceNumber: '湘ICP备2020000001号-1' },
      ],
    },
    'order.other-filing',
  ],
  [
    'a superior unit that is a person',
    ['520000', 'government', 'first', 'website'],
    { 'entity.investor': '张三' },
    'entity.investor-not-a-unit',
  ],
  [
    'an office that registers as superior',
    ['370000', 'public-institution', 'first', 'website'],
    { 'entity.investor': '济南市事业单位登记管理局' },
    'entity.investor-registry',
  ],
  ['no investor worth the name', ['340000', ...site], { 'entity.investor': '无' }, 'entity.investor-wrong'],
  [
    'no record of the entity that is changed',
    ['130000', 'enterprise', 'change-entity', 'website'],
    { 'record.entity': null },
    'record.none',
  ],
  [
    'none of the organ that takes an access',
    ['330000', 'government', 'new-access', 'website'],
    { 'record.entity': null },
    'record.none',
  ],
  [
    'two months left on the certificate',
    ['410000', 'social-organization', 'first', 'website'],
    { 'entity.certificate.validTo': '2027-01-20', 'entity.certificate.longTerm': false },
    'document.remaining-too-short',
  ],
  [
    'an address that says the same as above',
    ['330000', ...site],
    { 'entity.certificate.address': '同上' },
    'address.certificate-too-short',
  ],
  [
    'the record of another province',
    ['620000', 'enterprise', 'change-entity', 'website'],
    { 'record.entity': { licenceNumber: '陕ICP备2020000001号' } },
    'change.province',
  ],
  // People and how to reach them.
  [
    'the ID of the representative expired',
    ['440000', ...site],
    { 'legalRepresentative.idValidTo': '2025-11-20' },
    'document.expired',
  ],
  ['a name that is none', ['460000', ...site], { 'principal.name': '测试' }, 'person.name-not-real'],
  [
    'the same mailbox in capitals',
    ['620000', 'enterprise', 'new-service', 'website'],
    (f) => ({ 'serviceOwner.email': said(f, 'principal.email').toUpperCase() }),
    'contact.shared-by-two-persons',
  ],
  [
    'one person with two mailboxes',
    ['420000', ...site, { lead: 'one-person' }],
    { 'serviceOwner.email': 'other@yunfan.cn' },
    'person.same-person-other-contact',
  ],
  [
    'an ID number of 17 characters',
    ['110000', ...site],
    (f) => ({ 'serviceOwner.idNumber': said(f, 'serviceOwner.idNumber').slice(0, 17) }),
    'resident-id.length',
  ],
  ['a number no operator has', ['230000', ...site], { 'principal.mobile': '12345678901' }, 'mobile.prefix'],
  [
    'a mailbox without @',
    ['370000', 'individual', 'first', 'website'],
    { 'principal.email': 'someone.qq.com' },
    'email.at',
  ],
  ['a point before @', ['370000', ...site], { 'serviceOwner.email': 'zhou.@yunfan.cn' }, 'email.character'],
  [
    'the emergency phone in groups of digits',
    ['610000', ...site],
    (f) => ({ 'principal.emergencyPhone': said(f, 'principal.mobile').replace(/(...)(....)/, '$1 $2 ') }),
    'contact.emergency-equals-mobile',
  ],
  ['letters for a QQ number', ['610000', ...site], { 'principal.qq': 'abc123' }, 'contact.qq'],
  [
    'no mobile of the owner',
    ['220000', 'public-institution', 'first', 'website'],
    { 'serviceOwner.mobile': null },
    'contact.missing',
  ],
  [
    'an office phone without its area',
    ['220000', ...site],
    { 'serviceOwner.officePhone': '88887777' },
    'landline.no-area-code',
  ],
  // Domain, name, home page.
  [
    'a holder that is another firm',
    ['650000', 'government', 'first', 'website'],
    { 'domain.holderName': '某某科技有限公司' },
    'domain.holder-other',
  ],
  [
    'a domain with its host',
    ['360000', ...site],
    (f) => ({ 'service.domain': `www.${said(f, 'service.domain')}` }),
    'domain.subdomain',
  ],
  ['an address for a domain', ['360000', ...site], { 'service.domain': '121.36.7.8' }, 'domain.not-a-name'],
  [
    'the domain of an app, held by another',
    ['310000', 'enterprise', 'new-service', 'app'],
    { 'record.service': { name: '别家', domain: 'yunfanlan.cn', entityName: '别家公司' } },
    'order.other-filing',
  ],
  ['a national word within', ['530000', ...site], named('云帆国家数据网'), 'name.forbidden-word'],
  [
    'a trade in the name of a person’s site',
    ['330000', 'individual', 'first', 'website'],
    named('手机维修服务网'),
    'name.form',
  ],
  ['lessons in it', ['370000', 'individual', 'first', 'website'], named('小明编程培训'), 'name.form'],
  ['a name that is still to be found', ['500000', ...site], named('测试网站'), 'name.placeholder'],
  ['an app named by its kind', ['130000', ...app], appNamed('商城'), 'app.name-generic'],
  [
    'an app named like one that everybody knows',
    ['130000', ...app],
    appNamed('抖音极速版'),
    'app.name-famous',
  ],
  ['two names of one app', ['130000', ...app], { 'app.name': '云帆客户端' }, 'app.name-not-of-service'],
  [
    'an app without its domain',
    ['130000', ...app],
    { 'app.domains': [], 'domain.name': 'yunfanlan.cn' },
    'app.domain-not-listed',
  ],
  [
    'a home page with a port',
    ['320000', ...site],
    (f) => ({ 'service.homeUrl': `www.${said(f, 'service.domain')}:8080` }),
    'home-url.more-than-host',
  ],
  [
    'the number of another province at the foot',
    ['500000', 'enterprise', 'change-service', 'website'],
    { 'service.footerText': '版权所有 沪ICP备12345678号' },
    'site.footer-number',
  ],
  // Accesses and resources.
  [
    'a private address',
    ['460000', 'enterprise', 'new-service', 'website'],
    { 'access.ipRanges': [{ from: '192.168.1.1', to: '192.168.1.1' }] },
    'ip.not-public',
  ],
  [
    '65536 addresses',
    ['460000', 'enterprise', 'new-service', 'website'],
    { 'access.ipRanges': [{ from: '121.36.0.0', to: '121.36.255.255' }] },
    'access.whole-block',
  ],
  [
    'an access there is',
    ['510000', 'government', 'new-access', 'website'],
    (f) => ({ 'ledger.accesses': [access(f)] }),
    'access.already-here',
  ],
  [
    'a server by the hour',
    ['440000', ...site],
    resource({ billing: 'pay-as-you-go' }),
    'resource.not-prepaid',
  ],
  ['a server in Hong Kong', ['440000', ...site], resource({ location: 'hong-kong' }), 'resource.abroad'],
  [
    'a server that ends next week',
    ['440000', ...site],
    resource({ expiresOn: '2026-11-25' }),
    'resource.ends',
  ],
  // Papers and what goes into the interface.
  [
    'a licence in a format of phones',
    ['620000', ...site],
    (f) => ({
      documents: listed(f, 'documents').map((one, i) => (i === 0 ? { ...one, format: 'heic' } : one)),
    }),
    'file.format',
  ],
  [
    'the licence among the papers of the owner',
    ['530000', ...site],
    (f) => ({
      documents: [...listed(f, 'documents'), { material: 'cert-business-licence', owner: 'service-owner' }],
    }),
    'document.wrong-owner',
  ],
  ['an emoji in the remark', ['450000', ...site], { 'service.remark': '欢迎😀' }, 'text.control-character'],
  ['a tag in the remark', ['450000', ...site], { 'entity.remark': '<b>说明</b>' }, 'text.control-character'],
  [
    'two lines in the address',
    ['450000', ...site],
    (f) => ({ 'entity.mailingAddress': `${said(f, 'entity.mailingAddress')}\n二层` }),
    'text.control-character',
  ],
  // The order.
  [
    'an order at a platform',
    ['210000', 'individual', 'first', 'website'],
    order('first', 'weixin'),
    'order.another-open',
  ],
  [
    'cancelled already',
    ['620000', 'enterprise', 'cancel-service', 'website'],
    order('cancel-service'),
    'order.another-open',
  ],
  [
    'a field of the service in a change of access',
    ['450000', 'enterprise', 'change-access', 'website'],
    { 'order.changedFields': ['service.name'] },
    'order.other-change',
  ],
  [
    'the only access cancelled',
    ['620000', 'enterprise', 'cancel-access', 'website'],
    (f) => ({ 'ledger.accesses': [access(f)] }),
    'access.only-one',
  ],
  [
    'a reason in English',
    ['620000', 'enterprise', 'cancel-entity', 'website'],
    { 'order.cancelReason': 'no longer used' },
    'cancel.reason-code',
  ],
  [
    'a mini program named twice',
    ['310000', 'enterprise', 'new-service', 'mini-program'],
    (f) => ({
      'ledger.filedServices': [
        { type: 'mini-program', name: f['service.name'], licenceNumber: '沪ICP备2021004711号-3X' },
      ],
    }),
    'name.used-twice',
  ],
];

test.each(rows)('%s', (_title, [region, entityGroup, filing, service, more], mistake, code) => {
  const clean = cleanDossier({ region, entityGroup, filing, service, ...more });
  const file = withFacts(clean, typeof mistake === 'function' ? mistake(clean.facts) : mistake);
  parseFactsFile(book, file);
  const errors = evaluateFactsFile(book, file).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => finding.code)).toContain(code);
  const before = evaluateFactsFile(book, clean).findings.filter(({ severity }) => severity === 'error');
  expect(before).toEqual([]);
});
