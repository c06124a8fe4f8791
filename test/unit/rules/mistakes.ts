import type { CompleteFactsFile } from '../../../main/rules/evaluate.ts';
import { cleanFacts, guangdong, henan, residentId, shanghai, withFacts } from './evaluators/clean-facts.ts';

const sh = cleanFacts(shanghai);
const added = cleanFacts(shanghai, 'new-service');
const ha = cleanFacts(henan);
const gdAdded = cleanFacts(guangdong, 'new-service');

type Facts = Record<string, unknown>;
const papers = (file: CompleteFactsFile, ...more: Facts[]): Facts => ({
  documents: [...(file.facts['documents'] as Facts[]), ...more],
});
/** The papers of the file, those of one material changed. */
const changed = (file: CompleteFactsFile, material: string, change: Facts): Facts => ({
  documents: (file.facts['documents'] as Facts[]).map((doc) =>
    doc['material'] === material ? { ...doc, ...change } : doc,
  ),
});
const principalAsOwner = Object.fromEntries(
  Object.entries(sh.facts).flatMap(([key, value]) =>
    key.startsWith('principal.') ? [[key.replace('principal.', 'serviceOwner.'), value]] : [],
  ),
);
/** The legal representative files a site of their own. */
const individual = withFacts(
  { ...sh, entityGroup: 'individual' },
  {
    ...Object.fromEntries(
      Object.keys(sh.facts)
        .filter((key) => key.startsWith('legalRepresentative.') || key.startsWith('serviceOwner.'))
        .map((key) => [key, undefined]),
    ),
    'entity.name': '林知远',
    'entity.nature': 'individual',
    'entity.tradeName': undefined,
    'entity.hasSeal': undefined,
    'entity.investor': '林知远',
    'entity.businessScope': undefined,
    'entity.certificate.type': 'resident-id-card',
    'entity.certificate.number': sh.facts['principal.idNumber'],
    'entity.certificate.copy': undefined,
    'service.contentTypes': ['blog-personal-space'],
    'domain.holderName': '林知远',
    'domain.holderCertificateType': undefined,
    'domain.holderCertificateNumber': sh.facts['principal.idNumber'],
  },
);
const icon = { material: 'app-icon', owner: 'service', issuedOn: null, validTo: null };
const open = (filingType: string) => ({
  'ledger.openOrders': [
    { provider: 'alibaba-cloud', filingType, submittedOn: '2026-11-10', state: 'authority-review' },
  ],
});
const site = (domain: string): Facts => ({
  'service.domain': domain,
  'service.homeUrl': `www.${domain}`,
  'domain.name': domain,
  'domain.label': domain.slice(0, domain.indexOf('.')),
  'domain.suffix': domain.slice(domain.indexOf('.')),
  'order.services': [{ type: 'website', name: '云帆澜官网', domain, domains: [domain] }],
});
const named = (name: string): Facts => ({
  'service.name': name,
  'order.services': [{ type: 'website', name, domain: 'yunfanlan.cn', domains: ['yunfanlan.cn'] }],
});
/** A filing about the service that is filed already, at the same provider. */
const filedNumber = '沪ICP备2021004711号-2';
const aboutFiled = (filing: string, changes: Facts = {}): CompleteFactsFile =>
  withFacts(
    { ...added, filing },
    {
      'service.licenceNumber': filedNumber,
      'record.service': { name: '云帆澜官网', domain: 'yunfanlan.cn', licenceNumber: filedNumber },
      'ledger.filedServices': [filedHere],
      'ledger.filedDomains': ['yunfanlan.cn'],
      'ledger.accesses': [
        {
          domain: 'yunfanlan.cn',
          provider: filing === 'new-access' ? 'ucloud' : 'huawei-cloud',
          account: 'a',
        },
      ],
      ...(filing.startsWith('cancel-') ? { 'order.cancelReason': '1' } : {}),
      ...changes,
    },
  );
const here = { domain: 'yunfanlan.cn', provider: 'huawei-cloud', account: 'a' };
const resource = (changes: Facts): Facts => ({
  'ledger.resources': [
    { provider: 'huawei-cloud', kind: 'server', location: '310000', months: 12, sitesFiled: 0, ...changes },
  ],
});
const elsewhere = {
  entity: '广州他方科技有限公司',
  role: 'principal',
  name: '陈他方',
  idNumber: residentId('440103', '19790101', '111'),
  mobile: '13612340099',
  email: 'chen@tafang.cn',
};
const filedHere = {
  type: 'website',
  name: '云帆澜官网',
  domain: 'yunfanlan.cn',
  licenceNumber: '沪ICP备2021004711号-2',
  provider: 'huawei-cloud',
};

/** For each entry of rejections.json a dossier that is right but for that mistake. All data are invented. */
export const mistakes: Record<string, CompleteFactsFile> = {
  'ENT-01': withFacts(sh, {
    'entity.name': '上海云帆澜（浦东)科技有限公司',
    'domain.holderName': '上海云帆澜（浦东)科技有限公司',
  }),
  'ENT-05': withFacts(sh, {
    'entity.certificate.type': 'law-firm-licence',
    'domain.holderCertificateType': 'law-firm-licence',
    ...papers(sh, { material: 'cert-law-firm', owner: 'entity', issuedOn: null, validTo: null }),
  }),
  'ENT-06': withFacts(sh, { 'entity.certificate.address': '江苏省南京市青桐路88号3号楼502室' }),
  'ADR-08': withFacts(sh, { 'entity.certificate.address': '浙江省杭州市青桐路88号' }),
  'ENT-07': withFacts(sh, { 'entity.certificate.region': '320106' }),
  'ENT-12': withFacts(sh, { 'entity.investor': '浦东新区市场监督管理局' }),
  'ENT-14': withFacts(gdAdded, {
    'entity.isShell': true,
    'ledger.filedServices': [],
    'ledger.filedDomains': [],
  }),
  'ENT-15': withFacts(added, { 'record.entity': null }),
  'ENT-23': withFacts(sh, { 'entity.certificate.validTo': '2027-01-10' }),
  'CRT-06': withFacts(sh, changed(sh, 'cert-business-licence', { isCopy: true })),
  'CRT-07': withFacts(sh, changed(sh, 'cert-business-licence', { isColour: false })),
  'CRT-09': withFacts(sh, changed(sh, 'cert-business-licence', { watermark: '仅供某银行贷款使用' })),
  'CRT-10': withFacts(sh, { 'principal.idValidTo': '2026-05-01' }),
  'PER-01': withFacts(sh, {
    'principal.name': '沈秋白',
    'principal.idNumber': residentId('310115', '19850606', '125'),
    'principal.birthDate': '1985-06-06',
  }),
  'PER-02': withFacts(sh, { 'principal.name': null }),
  'PER-06': withFacts(sh, { ...principalAsOwner, 'serviceOwner.mobile': '13912340055' }),
  'PER-07': withFacts(sh, { 'serviceOwner.mobile': '13912340011' }),
  'PER-08': withFacts(ha, {
    'ledger.people': [{ ...elsewhere, name: '周若溪', idNumber: ha.facts['serviceOwner.idNumber'] }],
  }),
  'PER-09': withFacts(sh, { 'serviceOwner.idNumber': '320106199107232840' }),
  'CON-02': withFacts(sh, { 'serviceOwner.mobile': '1391234003' }),
  'CON-05': withFacts(sh, { 'serviceOwner.email': 'zhou@yunfanlan' }),
  'CON-07': withFacts(sh, { 'ledger.people': [{ ...elsewhere, mobile: '13912340033' }] }),
  'CON-08': withFacts(sh, { 'serviceOwner.emergencyPhone': '13912340033' }),
  'CON-15': withFacts(sh, { 'principal.email': null }),
  'CON-17': withFacts(sh, { 'principal.officePhone': '6888' }),
  'ADR-02': withFacts(sh, { 'entity.mailingAddress': '浦东新区青桐路7-3-101号' }),
  'ADR-03': withFacts(
    { ...sh, service: 'mini-program' },
    { 'entity.mailingAddress': '上海市浦东新区青桐路88号3号楼502室', ...papers(sh, icon) },
  ),
  'ADR-05': withFacts(sh, { 'entity.region': '999999' }),
  'DOM-01': withFacts(sh, { 'domain.realNameVerifiedOn': null }),
  'DOM-02': withFacts(sh, {
    'domain.holderName': '广州他方科技有限公司',
    'domain.holderCertificateNumber': null,
  }),
  'DOM-03': withFacts(sh, { 'domain.realNameVerifiedOn': '2026-11-24' }),
  'DOM-04': withFacts(sh, site('yunfanlan.zip')),
  'DOM-06': withFacts(sh, { 'domain.expiresOn': '2026-11-01' }),
  'DOM-07': withFacts(sh, { 'domain.expiresOn': '2027-01-31' }),
  'DOM-13': withFacts(sh, site('yun_fanlan.cn')),
  'NAM-02': withFacts(sh, named('20211188')),
  'NAM-05': withFacts(sh, named('中国云帆澜官网')),
  'NAM-08': withFacts(ha, named('海棠花坊官网')),
  'NAM-13': withFacts(added, named('云帆澜商城')),
  'NAM-19': withFacts(sh, named('yunfanlan.cn')),
  'SVC-01': withFacts(sh, { 'service.homeUrl': 'www.others.cn' }),
  'SVC-02': withFacts(sh, { 'service.homeUrl': 'www.yunfanlan.cn/index.html' }),
  'STA-06': withFacts(added, {
    'service.licenceNumber': '沪ICP备2021004711号-2',
    'service.footerText': '沪ICP备2019000001号',
  }),
  'ACC-18': withFacts(sh, { 'access.method': ['by-pigeon'] }),
  'ACC-19': withFacts(sh, { 'access.serverLocations': ['the-moon'] }),
  'MIN-02': withFacts(sh, { 'entity.certificate.type': 'no-such-certificate' }),
  'ACC-01': withFacts(added, { 'access.ipRanges': [{ from: '121.36.7.999', to: '121.36.7.999' }] }),
  'ACC-04': withFacts(added, { 'access.ipRanges': [{ from: '121.36.7.9', to: '121.36.7.8' }] }),
  'ACC-05': withFacts(added, { 'access.ipRanges': [{ from: '121.36.7.0', to: '121.36.7.255' }] }),
  'PRE-02': withFacts(sh, {
    ...named('云帆澜新闻网'),
    ...papers(sh, {
      material: 'preapp-news',
      owner: 'entity',
      issuedOn: '2022-01-01',
      validTo: '2026-01-01',
    }),
  }),
  'PRE-03': withFacts(sh, { 'service.preApprovals': [{ type: 'no-such-item', number: '2026-1' }] }),
  'PRE-04': withFacts(sh, { 'entity.businessScope': '软件开发；投资管理；证券投资' }),
  'PRE-14': withFacts(sh, {
    'service.preApprovals': [{ type: 'news', number: null }],
    ...papers(sh, {
      material: 'preapp-news',
      owner: 'entity',
      issuedOn: '2026-01-01',
      validTo: '2030-01-01',
    }),
  }),
  'PRO-02': withFacts(sh, open('first')),
  'PRO-03': withFacts(added, open('new-service')),
  'PRO-07': withFacts(added, open('change-entity')),
  'PRO-08': aboutFiled('change-service', open('change-service')),
  'PRO-18': withFacts(sh, {
    'entity.name': '上海云帆澜\u200b科技有限公司',
    'domain.holderName': '上海云帆澜\u200b科技有限公司',
  }),
  'PRO-19': withFacts(sh, {
    'entity.name': '上海云帆澜\u0007科技有限公司',
    'domain.holderName': '上海云帆澜\u0007科技有限公司',
  }),
  'CHG-03': aboutFiled('cancel-service', open('cancel-service')),
  'CHG-04': aboutFiled('cancel-service', open('cancel-entity')),
  'CHG-06': aboutFiled('cancel-access', {
    ...open('cancel-access'),
    'ledger.accesses': [here, { ...here, provider: 'ucloud' }],
  }),
  'SMS-01': withFacts(sh, { 'order.smsDeadline': '2026-11-20T10:00:00+08:00' }),
  'MIN-04': withFacts(
    { ...added, service: 'mini-program' },
    { ...named('云帆澜商城'), ...papers(added, icon) },
  ),
  'MIN-05': withFacts(
    { ...sh, service: 'mini-program' },
    { 'entity.certificate.validTo': '2026-12-10', ...papers(sh, icon) },
  ),
  'MIN-06': withFacts(
    { ...sh, service: 'mini-program' },
    { 'order.smsDeadline': '2026-11-20T10:00:00+08:00', ...papers(sh, icon) },
  ),
  'ENT-10': withFacts(sh, {
    'record.entity': { name: shanghai.company, licenceNumber: '沪ICP备2021004711号' },
  }),
  'ENT-17': aboutFiled('change-entity', {
    'record.entity': {
      name: shanghai.company,
      certificateNumber: sh.facts['entity.certificate.number'],
      region: '330106',
    },
    'order.changedFields': ['entity.mailingAddress'],
  }),
  'ENT-20': withFacts(sh, {
    'ledger.providerAccounts': [
      { provider: 'huawei-cloud', account: 'yunfanlan', entity: shanghai.company },
      { provider: 'huawei-cloud', account: 'yunfanlan-old', entity: shanghai.company },
    ],
  }),
  'ENT-25': withFacts(
    { ...sh, service: 'mini-program', provider: 'weixin' },
    {
      ...papers(sh, icon),
      'access.provider': 'weixin',
      'ledger.providerAccounts': [{ provider: 'weixin', account: 'wx1', entity: elsewhere.entity }],
    },
  ),
  'CRT-24': withFacts(sh, papers(sh, { material: 'id-resident-front', owner: 'entity', issuedOn: null })),
  'CRT-25': withFacts(sh, changed(sh, 'cert-business-licence', { format: 'tiff' })),
  'CON-04': withFacts(sh, { 'serviceOwner.officePhone': null }),
  'CON-13': withFacts(sh, { 'serviceOwner.qq': '0123' }),
  'DOM-11': withFacts(added, {
    'record.service': { name: '他方商城', domain: 'yunfanlan.cn', entityName: elsewhere.entity },
  }),
  'DOM-12': withFacts(added, { 'ledger.filedServices': [filedHere] }),
  'NAM-09': withFacts(individual, named('林知远水果批发公司')),
  'SVC-05': aboutFiled('change-service', {
    'service.licenceNumber': '沪ICP备2021004711号-9',
    'order.changedFields': ['service.remark'],
  }),
  'ACC-02': withFacts(added, {
    'ledger.accesses': [
      {
        domain: 'yunfanlan-shop.cn',
        provider: 'ucloud',
        ipRanges: [{ from: '121.36.7.1', to: '121.36.7.9' }],
      },
    ],
  }),
  'ACC-08': withFacts(sh, resource({ months: 1 })),
  'ACC-09': withFacts(sh, resource({ expiresOn: '2026-12-01' })),
  'ACC-11': withFacts(sh, resource({ authorizationCode: 'A1B2', codeUsed: true })),
  'ACC-15': aboutFiled('change-access', {
    'ledger.accesses': [here, { ...here, account: 'b' }],
    'order.changedFields': ['access.ipRanges'],
  }),
  'ACC-16': aboutFiled('new-access', { 'ledger.accesses': [here] }),
  'ACC-20': aboutFiled('cancel-access', {
    'ledger.accesses': [
      { ...here, ipRanges: [{ from: '121.36.9.1', to: '121.36.9.1' }] },
      { ...here, provider: 'ucloud' },
    ],
  }),
  'FRM-03': withFacts(sh, {
    'documents.generated': { 'entity.nature': 'enterprise', 'service.contentTypes': [] },
  }),
  'FRM-08': withFacts(sh, { 'documents.generated': { 'service.domain': 'yunfanlan-old.cn' } }),
  'PRO-01': aboutFiled('change-service', { 'order.changedFields': ['entity.name'] }),
  'PRO-10': withFacts(sh, {
    'ledger.openOrders': [
      {
        provider: 'tencent-cloud',
        filingType: 'first',
        submittedOn: '2026-09-01',
        state: 'returned-by-provider',
      },
    ],
  }),
  'PRO-13': aboutFiled('new-access', {
    'service.licenceNumber': '沪ICP备2021004711号',
    'record.service': { name: '云帆澜官网', domain: 'yunfanlan.cn' },
  }),
  'PRO-14': aboutFiled('change-service', {
    'ledger.accesses': [{ ...here, provider: 'ucloud' }],
    'order.changedFields': ['service.remark'],
  }),
  'SMS-03': aboutFiled('new-access', {
    'record.serviceOwnerMobile': sh.facts['serviceOwner.mobile'],
    'record.service': {
      name: '云帆澜官网',
      licenceNumber: filedNumber,
      serviceOwnerIdNumber: residentId('320106', '19910723', '290'),
    },
  }),
  'SMS-05': aboutFiled('new-access', { 'record.serviceOwnerMobile': '13912349999' }),
  'CHG-01': aboutFiled('cancel-access'),
  'CHG-07': aboutFiled('change-service', {
    'record.service': null,
    'order.changedFields': ['service.remark'],
  }),
  'CHG-09': aboutFiled('change-service', { 'order.changedFields': ['service.domain'] }),
  'CHG-12': aboutFiled('cancel-service', { 'order.cancelReason': 'X99' }),
  'MIN-03': withFacts({ ...sh, service: 'mini-program' }, { ...named('云'), ...papers(sh, icon) }),
  'MIN-07': withFacts(
    { ...sh, service: 'mini-program' },
    {
      'service.contentTypes': [
        'organization-portal',
        'online-shopping',
        'instant-messaging',
        'search-engine',
        'online-advertising',
        'blog-personal-space',
      ],
      ...papers(sh, icon),
    },
  ),
};
