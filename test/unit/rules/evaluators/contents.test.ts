import { cases } from './cases.ts';

const finance = {
  category: 'internet-finance' as const,
  keywords: ['基金', '基金管理', '金融'],
  fields: ['entity-name' as const, 'business-scope' as const, 'service-name' as const],
  approvals: ['preapp-finance'],
  commitmentMaterials: ['form-no-finance'],
};
const about = (scope: string, more: Record<string, unknown> = {}) => ({
  facts: {
    'entity.name': '云帆澜有限公司',
    'service.name': '云帆澜官网',
    'entity.businessScope': scope,
    documents: [],
    'service.remark': null,
    'entity.remark': null,
    ...more,
  },
});

cases('keywordRequiresApproval', [
  ['no key word', finance, about('软件开发'), 'pass'],
  ['a key word', finance, about('基金管理'), 'needs-material', ['keyword.needs-approval']],
  ['with the approval', finance, about('基金管理', { documents: [{ material: 'preapp-finance' }] }), 'pass'],
  ['with the letter', finance, about('基金管理', { documents: [{ material: 'form-no-finance' }] }), 'pass'],
  [
    'with the letter where none is accepted',
    { ...finance, commitmentAccepted: false },
    about('基金管理', { documents: [{ material: 'form-no-finance' }] }),
    'needs-material',
    ['keyword.needs-approval'],
  ],
  [
    'with an approval that has ended',
    finance,
    about('基金管理', { documents: [{ material: 'preapp-finance', validTo: '2026-11-20' }] }),
    'fail',
    ['approval.expired'],
  ],
  [
    'excluded in the scope itself',
    finance,
    about('投资咨询（不含金融业务）'),
    'needs-human',
    ['keyword.ask-authority (warning)'],
  ],
  [
    'said in the remark, where that is a remedy',
    { ...finance, remedies: ['remark'] },
    about('基金管理', { 'service.remark': '不涉及金融业务' }),
    'pass',
  ],
  [
    'no paper exists: ask the authority',
    { category: 'tourism', keywords: ['旅游'], fields: ['service-name'], commitmentAccepted: false },
    about('', { 'service.name': '青桐旅游' }),
    'needs-human',
    ['keyword.ask-authority (warning)'],
  ],
  [
    'documents unknown',
    finance,
    about('基金管理', { documents: undefined }),
    'needs-human',
    [],
    ['documents'],
  ],
  [
    'scope unknown',
    finance,
    { facts: { 'entity.name': '云帆澜有限公司', 'service.name': '云帆澜官网' } },
    'needs-human',
    [],
    ['entity.businessScope'],
  ],
  [
    'games chosen as content',
    {
      category: 'game',
      keywords: ['游戏'],
      fields: ['service-content'],
      approvals: ['preapp-game-number'],
      commitmentAccepted: false,
    },
    about('', { 'service.plannedUse': '娱乐', 'service.contentTypes': ['online-games'] }),
    'needs-material',
    ['keyword.needs-approval'],
  ],
  [
    'games without their approval',
    { category: 'general', fields: ['service-content'] },
    { facts: { 'service.preApprovals': [], 'service.contentTypes': ['online-games'], documents: [] } },
    'fail',
    ['approval.of-content-missing'],
  ],
  [
    'games with the paper attached',
    { category: 'general', fields: ['service-content'] },
    {
      facts: {
        'service.preApprovals': [],
        'service.contentTypes': ['online-games'],
        documents: [{ material: 'preapp-publication' }],
      },
    },
    'pass',
  ],
  [
    'no approvals entered',
    { category: 'general', fields: ['service-content'] },
    { facts: { 'service.preApprovals': [] } },
    'pass',
  ],
  [
    'an approval without number',
    { category: 'general', fields: ['service-content'] },
    {
      facts: {
        'service.preApprovals': [{ type: 'news', number: '' }],
        documents: [{ material: 'preapp-news' }],
      },
    },
    'fail',
    ['approval.number-missing'],
  ],
  [
    'an approval of an unknown type',
    { category: 'general', fields: ['service-content'] },
    { facts: { 'service.preApprovals': [{ type: 'weather', number: '1' }] } },
    'fail',
    ['approval.type-unknown'],
  ],
  [
    'an approval without its paper',
    { category: 'general', fields: ['service-content'] },
    { facts: { 'service.preApprovals': [{ type: 'news', number: '1' }], documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'approvals unknown',
    { category: 'general', fields: ['service-content'] },
    { facts: {} },
    'needs-human',
    [],
    ['service.preApprovals'],
  ],
]);

const content = (...ids: string[]) => ({
  facts: { 'service.contentTypes': ids, 'service.remark': null, 'service.plannedUse': '展示' },
});
cases('serviceContentAllowed', [
  ['allowed', { allowed: ['blog-personal-space', 'other'] }, content('other'), 'pass'],
  ['not allowed', { allowed: ['blog-personal-space'] }, content('other'), 'fail', ['content.not-accepted']],
  [
    'forbidden',
    { forbidden: ['blog-personal-space'] },
    content('blog-personal-space'),
    'fail',
    ['content.not-accepted'],
  ],
  [
    'forbidden unless approved',
    { forbidden: ['blog-personal-space'], unlessMaterials: ['preapp-news'] },
    { facts: { ...content('blog-personal-space').facts, documents: [{ material: 'preapp-news' }] } },
    'pass',
  ],
  ['a remark is asked for', { remarkRequiredFor: ['other'] }, content('other'), 'fail', ['remark.missing']],
  [
    'a kind of site',
    { forbiddenKinds: ['navigation'] },
    { facts: { ...content('other').facts, 'service.name': '青桐导航' } },
    'fail',
    ['content.kind-not-accepted'],
  ],
  [
    'a word in the remark',
    { remarkForbiddenWords: ['论坛'] },
    { facts: { ...content('other').facts, 'service.remark': '论坛交流' } },
    'fail',
    ['remark.forbidden-word'],
  ],
  [
    'a group that is not bound',
    { forbidden: ['other'], unlessGroups: ['enterprise'] },
    content('other'),
    'pass',
  ],
  ['unknown', { forbidden: ['other'] }, { facts: {} }, 'needs-human', [], ['service.contentTypes']],
]);

cases('contentMustMatchEntity', [['only a person can tell', {}, { facts: {} }, 'needs-human']]);

const remark = (value: string | null, more: Record<string, unknown> = {}) => ({
  facts: { 'service.remark': value, 'entity.remark': value, ...more },
});
cases('remarkRequired', [
  ['given; a person reads it', { fields: ['网站内容'] }, remark('展示产品'), 'needs-human'],
  ['a prescribed sentence', { template: '企业无座机' }, remark('企业无座机'), 'pass'],
  ['another sentence', { template: '企业无座机' }, remark('展示产品'), 'fail', ['remark.text-missing']],
  ['empty', { fields: ['网站内容'] }, remark(null), 'fail', ['remark.missing']],
  ['too short', { minChars: 30 }, remark('展示产品'), 'fail', ['remark.too-short']],
  ['thirty characters', { minChars: 30 }, remark('展'.repeat(30)), 'pass'],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['service.remark']],
  [
    'no case: a portal',
    { when: 'service-content-is-not-portal' },
    { facts: { 'service.contentTypes': ['organization-portal'] } },
    'pass',
  ],
  [
    'a case: another content',
    { when: 'service-content-is-not-portal' },
    remark(null, { 'service.contentTypes': ['online-shopping'] }),
    'fail',
    ['remark.missing'],
  ],
  [
    'a domain only for a mini program',
    { when: 'domain-without-website' },
    remark(null, { 'service.plannedUse': '仅供小程序使用' }),
    'fail',
    ['remark.missing'],
  ],
  [
    'use unknown',
    { when: 'domain-without-website' },
    { facts: {} },
    'needs-human',
    [],
    ['service.plannedUse'],
  ],
  [
    'a hospital, with the licence instead',
    {
      when: 'entity-is-hospital-or-tcm-clinic',
      level: 'entity',
      alternativeMaterials: ['cert-medical-institution'],
    },
    remark(null, {
      'entity.name': '青桐医院有限公司',
      documents: [{ material: 'cert-medical-institution' }],
    }),
    'pass',
  ],
  [
    'a hospital with neither',
    {
      when: 'entity-is-hospital-or-tcm-clinic',
      level: 'entity',
      alternativeMaterials: ['cert-medical-institution'],
    },
    remark(null, { 'entity.name': '青桐医院有限公司', documents: [] }),
    'fail',
    ['remark.missing'],
  ],
  [
    'no hospital',
    { when: 'entity-is-hospital-or-tcm-clinic' },
    { facts: { 'entity.name': '云帆澜有限公司', 'entity.nature': 'enterprise' } },
    'pass',
  ],
  [
    'games',
    { when: 'content-is-game' },
    remark(null, { 'service.contentTypes': ['online-games'] }),
    'fail',
    ['remark.missing'],
  ],
  [
    'a scope that touches pre-approval',
    { when: 'business-scope-touches-preapproval' },
    remark(null, { 'entity.businessScope': '图书出版' }),
    'fail',
    ['remark.missing'],
  ],
  [
    'no landline',
    { when: 'no-landline', level: 'entity', template: '企业无座机' },
    remark(null, { 'principal.officePhone': null, 'serviceOwner.officePhone': null }),
    'fail',
    ['remark.missing'],
  ],
  ['a landline', { when: 'no-landline' }, { facts: { 'principal.officePhone': '021-87654321' } }, 'pass'],
  [
    'servers in two provinces',
    { when: 'ip-in-several-provinces' },
    remark(null, { 'access.serverLocations': ['310000', '110000'] }),
    'fail',
    ['remark.missing'],
  ],
  [
    'three services in total',
    { when: 'total-services-at-least', atLeast: 3 },
    remark(null, {
      'ledger.filedServices': [{ domain: 'a.cn' }, { domain: 'b.cn' }],
      'order.services': [{ domain: 'c.cn' }],
    }),
    'fail',
    ['remark.missing'],
  ],
  [
    'two services',
    { when: 'total-services-at-least', atLeast: 3 },
    { facts: { 'ledger.filedServices': [{ domain: 'a.cn' }], 'order.services': [{ domain: 'c.cn' }] } },
    'pass',
  ],
  [
    'a name used twice',
    { when: 'service-name-duplicates-filed-one' },
    remark(null, {
      'service.name': '甲',
      'service.domain': 'a.cn',
      'ledger.filedServices': [{ name: '甲', domain: 'b.cn' }],
    }),
    'fail',
    ['remark.missing'],
  ],
  [
    'a sole trader without a seal',
    { when: 'individual-business-without-seal', level: 'entity' },
    { entityGroup: 'individual-business', ...remark(null, { 'entity.hasSeal': false }) },
    'fail',
    ['remark.missing'],
  ],
  [
    'a name that says nothing',
    { when: 'name-not-descriptive' },
    remark(null, { 'service.name': '青桐' }),
    'fail',
    ['remark.missing'],
  ],
  [
    'a foreign legal representative',
    { when: 'legal-representative-is-foreign' },
    remark(null, { 'legalRepresentative.origin': 'foreign' }),
    'fail',
    ['remark.missing'],
  ],
]);

cases('languageDeclaration', [
  [
    'ticked; whether all, a person sees',
    { mode: 'tick-all' },
    { facts: { 'service.languages': ['zh-hans'] } },
    'needs-human',
  ],
  [
    'none ticked',
    { mode: 'tick-all' },
    { facts: { 'service.languages': [] } },
    'fail',
    ['content.no-language'],
  ],
  [
    'none that needs approval',
    { mode: 'prior-approval', languages: ['uyghur'] },
    { facts: { 'service.languages': ['zh-hans'] } },
    'pass',
  ],
  [
    'one that does',
    { mode: 'prior-approval', languages: ['uyghur'] },
    { facts: { 'service.languages': ['uyghur'] } },
    'needs-human',
    ['content.language-needs-approval (warning)'],
  ],
  ['unknown', { mode: 'tick-all' }, { facts: {} }, 'needs-human', [], ['service.languages']],
]);
