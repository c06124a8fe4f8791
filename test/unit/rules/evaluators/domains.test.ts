import { cases } from './cases.ts';

const entity = {
  'entity.name': '云帆澜（上海）科技有限公司',
  'entity.certificate.number': 'N1',
  'entity.certificate.type': 'business-licence',
  'legalRepresentative.name': '林知远',
  'legalRepresentative.idNumber': 'A1',
  'principal.name': '林知远',
  'principal.idNumber': 'A1',
};
const holder = (name: string | null, more: Record<string, unknown> = {}) => ({
  facts: { ...entity, 'domain.holderName': name, ...more },
});
const org = { allowed: ['entity' as const, 'legal-representative' as const] };

cases('domainHolderMustMatch', [
  ['the entity', org, holder('云帆澜（上海）科技有限公司'), 'pass'],
  ['the entity in half-width brackets', org, holder('云帆澜(上海)科技有限公司'), 'pass'],
  [
    'the entity under another number',
    org,
    holder('云帆澜（上海）科技有限公司', { 'domain.holderCertificateNumber': 'N2' }),
    'fail',
    ['domain.holder-number'],
  ],
  ['the legal representative', org, holder('林知远'), 'pass'],
  [
    'the legal representative where only the entity is accepted',
    { allowed: ['entity'] },
    holder('林知远'),
    'fail',
    ['domain.holder-other'],
  ],
  [
    'the legal representative where that is disputed',
    { allowed: ['entity'], disputed: ['legal-representative'] },
    holder('林知远'),
    'pass',
    ['domain.holder-disputed (warning)'],
  ],
  ['somebody else', org, holder('别家有限公司'), 'fail', ['domain.holder-other']],
  [
    'somebody else with an authorisation',
    org,
    holder('Parent Inc.', { documents: [{ material: 'domain-use-authorization' }] }),
    'pass',
    ['domain.holder-disputed (warning)'],
  ],
  [
    'full pinyin under the own number',
    { ...org, nameForms: ['chinese', 'full-pinyin'] },
    holder('Yunfanlan Shanghai Keji', { 'domain.holderCertificateNumber': 'N1' }),
    'needs-human',
  ],
  [
    'a shareholder without proof',
    { allowed: ['entity', 'shareholder'], materials: ['domain-relation-proof'] },
    holder('周若溪', { documents: [] }),
    'needs-material',
    ['domain.holder-relation-unproved'],
  ],
  [
    'the representative is not the principal',
    { ...org, remarkIfNotPrincipal: true, materials: ['id-legal-representative'] },
    holder('林知远', {
      'principal.idNumber': 'B2',
      'principal.name': '周若溪',
      'service.remark': null,
      'entity.remark': null,
      documents: [],
    }),
    'needs-material',
    ['document.missing', 'remark.missing'],
  ],
  [
    'an individual',
    { allowed: ['self'] },
    { entityGroup: 'individual', facts: { 'entity.name': '周若溪', 'domain.holderName': '周若溪' } },
    'pass',
  ],
  ['nobody', org, holder(null), 'fail', ['domain.holder-missing']],
  ['unknown', org, { facts: entity }, 'needs-human', [], ['domain.holderName']],
]);

const until = (expiresOn: string) => ({ facts: { 'domain.expiresOn': expiresOn } });
cases('domainMinValidityMonths', [
  [
    'three months to the day are not more than three',
    { value: 3 },
    until('2027-02-21'),
    'fail',
    ['domain.expires-soon'],
  ],
  ['a day more', { value: 3 }, until('2027-02-22'), 'pass'],
  [
    'enough, but not for the cautious',
    { value: 3, prudentValue: 6 },
    until('2027-05-21'),
    'pass',
    ['domain.expires-prudent (warning)'],
  ],
  ['expired', { value: 3 }, until('2026-11-20'), 'fail', ['domain.expired']],
  ['unknown', { value: 3 }, { facts: {} }, 'needs-human', [], ['domain.expiresOn']],
]);

cases('domainRegistrarMustBeDomestic', [
  ['domestic', {}, { facts: { 'domain.registrarIsDomestic': true } }, 'pass'],
  [
    'foreign',
    {},
    { facts: { 'domain.registrarIsDomestic': false, 'domain.registrar': 'Far Away Names' } },
    'fail',
    ['domain.registrar-foreign'],
  ],
  [
    'only its name known',
    {},
    { facts: { 'domain.registrar': '甲乙域名' } },
    'needs-human',
    [],
    ['domain.registrarIsDomestic'],
  ],
]);

const domain = (name: string, more: Record<string, unknown> = {}) => ({
  facts: { 'service.domain': name, ...more },
});
cases('domainSuffixAllowed', [
  ['on the list', { useApprovedList: true }, domain('yunfanlan.com.cn'), 'pass'],
  [
    'not on the list',
    { useApprovedList: true },
    domain('yunfanlan.io'),
    'fail',
    ['domain.suffix-not-approved'],
  ],
  [
    'refused in the region',
    { useApprovedList: true, forbidden: ['.icu'] },
    domain('yunfanlan.icu'),
    'fail',
    ['domain.suffix-refused'],
  ],
  [
    'an institution under .com',
    { allowed: ['.cn', '.公益'] },
    domain('yunfanlan.com'),
    'fail',
    ['domain.suffix-not-for-group'],
  ],
  ['an institution under .org.cn', { allowed: ['.cn', '.公益'] }, domain('yunfanlan.org.cn'), 'pass'],
  [
    'an old .org for a new access',
    { forbidden: ['.org'], exception: '2018-01-01前已备案的.org可接入' },
    { filing: 'new-access', ...domain('yunfanlan.org', { 'domain.firstFiledOn': '2017-05-01' }) },
    'pass',
  ],
  [
    'a younger .org',
    { forbidden: ['.org'], exception: '2018-01-01前已备案的.org可接入' },
    { filing: 'new-access', ...domain('yunfanlan.org', { 'domain.firstFiledOn': '2018-01-01' }) },
    'fail',
    ['domain.suffix-refused'],
  ],
  ['unknown', { useApprovedList: true }, { facts: {} }, 'needs-human', [], ['domain.suffix']],
]);

cases('domainLabelForbiddenWords', [
  ['without the word', { words: ['中国'] }, domain('云帆澜.中国'), 'pass'],
  ['with it', { words: ['中国'] }, domain('中国云帆.cn'), 'fail', ['domain.label-word']],
  [
    'a state body may',
    { words: ['中国'], unless: 'state-body' },
    { entityGroup: 'government', ...domain('中国云帆.cn') },
    'pass',
  ],
  [
    'a national entity may, as a person sees',
    { words: ['中国'], unless: 'national-level-entity' },
    domain('中国云帆.cn', { 'entity.name': '中国云帆集团有限公司' }),
    'needs-human',
  ],
  ['unknown', { words: ['中国'] }, { facts: {} }, 'needs-human', [], ['domain.label']],
]);

const state = { realNameAgeDays: 3, workingDays: 3 };
const verified = (day: string | null, privacyOn: boolean | undefined = false) => ({
  facts: {
    'domain.realNameVerifiedOn': day,
    'domain.privacyOn': privacyOn,
    'order.plannedSubmissionOn': '2026-11-25',
  },
});
cases('domainRegistrationState', [
  ['long ago', state, verified('2026-10-01'), 'pass'],
  ['three days and three working days ago', state, verified('2026-11-20'), 'pass'],
  ['three days ago on a Sunday', state, verified('2026-11-22'), 'pass'],
  ['two days ago', state, verified('2026-11-23'), 'fail', ['domain.verified-too-recently']],
  [
    'over a weekend',
    state,
    { facts: { ...verified('2026-11-20').facts, 'order.plannedSubmissionOn': '2026-11-24' } },
    'pass',
    ['domain.verified-recently (warning)'],
  ],
  ['never', state, verified(null), 'fail', ['domain.not-verified']],
  ['privacy on', state, verified('2026-10-01', true), 'fail', ['domain.privacy-on']],
  [
    'unknown',
    state,
    { facts: { 'domain.privacyOn': false } },
    'needs-human',
    [],
    ['domain.realNameVerifiedOn'],
  ],
]);

const shape = { minLength: 4, maxLength: 20 };
cases('domainFormat', [
  ['registrable', shape, domain('yunfanlan.cn'), 'pass'],
  ['in Chinese', shape, domain('云帆澜.中国'), 'pass'],
  ['in its xn-- form', shape, domain('xn--fiqs8s.cn'), 'fail', ['domain.punycode']],
  ['with www', shape, domain('www.yunfanlan.cn'), 'fail', ['domain.subdomain']],
  [
    'a sub-domain of a government',
    shape,
    domain('data.pudong.gov.cn'),
    'pass',
    ['domain.subdomain-government (warning)'],
  ],
  ['with a path', shape, domain('yunfanlan.cn/a'), 'fail', ['text.spelling']],
  ['too long', shape, domain('yunfanlan-yunfanlan-1.cn'), 'fail', ['text.length']],
  [
    'another domain in the domain data',
    shape,
    domain('yunfanlan.cn', { 'domain.name': 'yunfanlan.com' }),
    'fail',
    ['domain.differs'],
  ],
  ['unknown', shape, { facts: {} }, 'needs-human', [], ['domain.name']],
]);

cases('domainCertificateRequired', [
  ['attached', {}, { facts: { documents: [{ material: 'domain-certificate' }] } }, 'pass'],
  ['not attached', {}, { facts: { documents: [] } }, 'needs-material', ['document.missing']],
  [
    'the holder is the entity',
    { when: 'holder-is-foreign-parent' },
    holder('云帆澜（上海）科技有限公司'),
    'pass',
  ],
  [
    'a foreign parent',
    { when: 'holder-is-foreign-parent', materials: ['cert-parent-company'] },
    holder('Parent Holdings Ltd.', { documents: [] }),
    'needs-material',
    ['document.missing'],
  ],
  [
    'an individual turned company',
    { when: 'individual-to-enterprise' },
    { facts: { 'entity.name': '云帆澜有限公司', 'entity.previousName': '林知远', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'previous name unknown',
    { when: 'individual-to-enterprise' },
    { facts: { 'entity.name': '云帆澜有限公司' } },
    'needs-human',
    [],
    ['entity.previousName'],
  ],
]);

const site = (domains: string[], name = '云帆澜官网') => ({
  type: 'website',
  name,
  domain: domains[0],
  domains,
});
cases('maxDomainsPerService', [
  ['one', { value: 1 }, domain('a.cn', { 'order.services': [site(['a.cn'])] }), 'pass'],
  [
    'two of one site',
    { value: 1 },
    domain('a.cn', { 'order.services': [site(['a.cn', 'b.cn'])] }),
    'fail',
    ['service.too-many-domains'],
  ],
  ['two in one field', { value: 1 }, domain('a.cn;b.cn'), 'fail', ['service.too-many-domains']],
  [
    'two sites of one name without the remark',
    { value: 1, remarkIfSameSite: '域名指向同一网站' },
    domain('a.cn', { 'service.remark': null, 'order.services': [site(['a.cn']), site(['b.cn'])] }),
    'fail',
    ['remark.missing'],
  ],
  ['order unknown', { value: 1 }, domain('a.cn'), 'needs-human', [], ['order.services']],
]);
