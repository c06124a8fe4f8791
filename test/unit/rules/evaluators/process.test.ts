import { cases } from './cases.ts';
import { creditCode } from './clean-facts.ts';

const ours = {
  'entity.name': '云帆澜有限公司',
  'entity.certificate.number': 'N1',
  'principal.idNumber': 'A1',
  'principal.name': '林知远',
  'service.name': '云帆澜官网',
};
const record = (more: Record<string, unknown> = {}) => ({
  ...ours,
  'record.entity': { name: '云帆澜有限公司', certificateNumber: 'N1', principalIdNumber: 'A1', ...more },
  'record.service': { name: '云帆澜官网' },
});
const match = { policy: 'must-match' as const, fields: ['entity-name', 'certificate-number'] };
const access = (facts: Record<string, unknown>) => ({ filing: 'new-access', facts });

cases('recordMismatchPolicy', [
  ['equal', match, access(record()), 'pass'],
  ['another name', match, access(record({ name: '云帆有限公司' })), 'fail', ['record.must-match']],
  [
    'nested record',
    match,
    access({ ...record(), 'record.entity': { name: '云帆澜有限公司', certificate: { number: 'N2' } } }),
    'fail',
    ['record.must-match'],
  ],
  ['another principal is not asked for', match, access(record({ principalIdNumber: 'B2' })), 'pass'],
  ['no record', match, access({ ...ours, 'record.entity': null }), 'fail', ['record.none']],
  [
    'change first',
    { policy: 'change-first', fields: ['all'] },
    access(record({ principalIdNumber: 'B2' })),
    'fail',
    ['record.change-first'],
  ],
  [
    'a certificate type by its name and an address with its province are the same',
    { policy: 'change-first', fields: ['all'] },
    access({
      ...record({ certificateType: '营业执照', mailingAddress: '上海市浦东新区青桐路88号' }),
      'entity.certificate.type': 'business-licence',
      'entity.mailingAddress': '青桐路88号',
    }),
    'pass',
  ],
  [
    'another address is to be changed first',
    { policy: 'change-first', fields: ['all'] },
    access({ ...record({ mailingAddress: '青桐路88号' }), 'entity.mailingAddress': '青桐路8号' }),
    'fail',
    ['record.change-first'],
  ],
  [
    'access, then change',
    { policy: 'access-then-change', fields: ['principal'], changeWithinWorkingDays: 10 },
    access(record({ principalIdNumber: 'B2' })),
    'pass',
    ['record.change-afterwards (warning)'],
  ],
  [
    'another entity cannot be changed afterwards',
    { policy: 'access-then-change', fields: ['principal'] },
    access(record({ name: '别家有限公司' })),
    'fail',
    ['record.must-match'],
  ],
  [
    'an old certificate refused',
    { policy: 'access-then-change', fields: ['certificate'], oldCertificate: 'refused' },
    access(record({ certificateNumber: 'OLD' })),
    'fail',
    ['record.change-first'],
  ],
  [
    'an old certificate accepted',
    { policy: 'access-then-change', fields: ['certificate'], oldCertificate: 'accepted' },
    access(record({ certificateNumber: 'OLD' })),
    'pass',
    ['record.change-afterwards (warning)'],
  ],
  [
    'new services change first',
    { policy: 'access-then-change-but-new-service-changes-first', fields: ['all'] },
    { filing: 'new-service', facts: record({ principalIdNumber: 'B2' }) },
    'fail',
    ['record.change-first'],
  ],
  [
    'accesses do not',
    { policy: 'access-then-change-but-new-service-changes-first', fields: ['all'] },
    access(record({ principalIdNumber: 'B2' })),
    'pass',
    ['record.change-afterwards (warning)'],
  ],
  [
    'another site name',
    { policy: 'must-match', fields: ['service-name'] },
    access({ ...record(), 'record.service': { name: '旧名' } }),
    'fail',
    ['record.must-match'],
  ],
  [
    'the recorded principal is not the representative',
    { policy: 'must-match', fields: ['principal-is-legal-representative'] },
    access({ ...record({ principalIdNumber: 'B2' }), 'legalRepresentative.idNumber': 'A1' }),
    'fail',
    ['record.principal-not-legal-representative'],
  ],
  ['nothing need match', { policy: 'no-match-needed' }, access({}), 'pass'],
  ['unknown', match, access(ours), 'needs-human', [], ['record.entity']],
]);

const change = (filing: string, changed: string[] | undefined, more: Record<string, unknown> = {}) => ({
  filing,
  facts: { ...(changed && { 'order.changedFields': changed }), documents: [], ...more },
});
const only = {
  type: 'change-both' as const,
  unavailable: ['change-entity', 'change-service'],
  materials: ['form-change-proof'],
};
cases('changeOrderTypeOnly', [
  ['the type offered', only, change('change-both', ['principal.mobile']), 'pass'],
  [
    'a type not offered',
    only,
    change('change-entity', ['principal.mobile']),
    'fail',
    ['order.type-not-offered'],
  ],
  [
    'a type that is still offered',
    { ...only, unavailable: ['change-service'] },
    change('change-entity', ['principal.mobile']),
    'pass',
  ],
  [
    'a renaming needs the proof',
    only,
    change('change-both', ['entity.name']),
    'needs-material',
    ['document.missing'],
  ],
  [
    'the principal changes',
    { type: 'change-both', when: 'principal-changes' },
    change('change-service', ['principal.name']),
    'fail',
    ['order.type-not-offered'],
  ],
  [
    'only their mobile changes',
    { type: 'change-both', when: 'principal-changes' },
    change('change-service', ['principal.mobile']),
    'pass',
  ],
  [
    'unknown what changes',
    { type: 'change-both', when: 'principal-changes' },
    change('change-service', undefined),
    'needs-human',
    [],
    ['order.changedFields'],
  ],
]);

cases('smsVerification', [
  ['exempt', { hours: 24, exempt: ['cancel-access'] }, { filing: 'cancel-access', facts: {} }, 'pass'],
  ['still to be done', { hours: 24 }, { facts: {} }, 'needs-human'],
  ['in time', { hours: 24 }, { facts: { 'order.smsDeadline': '2026-11-21T18:00:00+08:00' } }, 'needs-human'],
  [
    'over',
    { hours: 24 },
    { facts: { 'order.smsDeadline': '2026-11-20T18:00:00+08:00' } },
    'fail',
    ['order.sms-expired'],
  ],
]);

const moved = { 'entity.name': '云帆澜有限公司', 'domain.holderName': '云帆澜有限公司' };
const migrate = (facts: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  filing: 'migrate',
  facts,
  ...more,
});
cases('serviceMigrationSupported', [
  ['supported', { supported: 'yes', serviceTypes: ['website'] }, migrate(moved), 'pass'],
  ['not supported', { supported: 'no' }, migrate(moved), 'fail', ['migration.not-supported']],
  ['depends', { supported: 'depends-on-region' }, migrate(moved), 'needs-human'],
  [
    'an app',
    { supported: 'yes', serviceTypes: ['website'] },
    migrate(moved, { service: 'app' }),
    'fail',
    ['migration.not-for-service'],
  ],
  [
    'to an individual',
    { supported: 'yes' },
    migrate(moved, { entityGroup: 'individual' }),
    'fail',
    ['migration.not-to-individual'],
  ],
  [
    'the domain has not moved',
    { supported: 'yes' },
    migrate({ ...moved, 'domain.holderName': '别家有限公司' }),
    'fail',
    ['migration.domain-not-moved'],
  ],
  ['holder unknown', { supported: 'yes' }, migrate({}), 'needs-human', [], ['domain.holderName']],
]);

cases('oneOpenOrderPerEntity', [
  ['none', {}, { facts: { 'ledger.openOrders': [] } }, 'pass'],
  [
    'a finished one',
    {},
    { facts: { 'ledger.openOrders': [{ provider: 'ucloud', state: 'approved' }] } },
    'pass',
  ],
  [
    'an open one',
    {},
    {
      facts: {
        'ledger.openOrders': [{ provider: 'ucloud', filingType: 'first', state: 'authority-review' }],
      },
    },
    'fail',
    ['order.another-open'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['ledger.openOrders']],
]);

const number = '沪ICP备2021004711号';
const numbered = (more: Record<string, unknown> = {}) => ({
  filing: 'new-service',
  facts: {
    'entity.licenceNumber': number,
    'record.entity': { licenceNumber: number },
    'ledger.filedServices': [{ licenceNumber: `${number}-1` }],
    ...more,
  },
});
cases('singleFilingNumberPerEntity', [
  ['one number', {}, numbered(), 'pass'],
  [
    'a service under another',
    {},
    numbered({ 'ledger.filedServices': [{ licenceNumber: '沪ICP备2020000001号-1' }] }),
    'fail',
    ['entity.several-filing-numbers'],
  ],
  [
    'another on record',
    {},
    numbered({ 'record.entity': { licenceNumber: '沪ICP备2020000001号' } }),
    'fail',
    ['entity.several-filing-numbers'],
  ],
  [
    'a number of another province',
    {},
    numbered({
      'entity.licenceNumber': '粤ICP备2021004711号',
      'record.entity': null,
      'ledger.filedServices': [],
    }),
    'fail',
    ['licence-number.province-differs'],
  ],
  ['none', {}, numbered({ 'entity.licenceNumber': null }), 'fail', ['entity.no-filing-number']],
  [
    'unknown',
    {},
    { filing: 'new-service', facts: {} },
    'needs-human',
    [],
    ['entity.licenceNumber', 'record.entity'],
  ],
]);

const shell = (isShell: boolean | undefined, more: Record<string, unknown> = {}) => ({
  filing: 'new-service',
  facts: { ...(isShell !== undefined && { 'entity.isShell': isShell }), ...more },
});
cases('shellEntityCanAddService', [
  ['no shell', { allowed: 'no' }, shell(false), 'pass'],
  ['a shell', { allowed: 'no' }, shell(true), 'fail', ['entity.shell']],
  ['a shell where it may', { allowed: 'yes' }, shell(true), 'pass'],
  [
    'a shell with the proposal',
    { allowed: 'with-site-proposal' },
    shell(true, { documents: [{ material: 'form-site-proposal' }] }),
    'pass',
  ],
  [
    'a shell without it',
    { allowed: 'with-site-proposal' },
    shell(true, { documents: [] }),
    'needs-material',
    ['document.missing'],
  ],
  [
    'a number and no service is a shell',
    { allowed: 'no' },
    shell(undefined, { 'entity.licenceNumber': number, 'ledger.filedServices': [] }),
    'fail',
    ['entity.shell'],
  ],
  ['unknown', { allowed: 'no' }, shell(undefined), 'needs-human', [], ['entity.isShell']],
]);

const [oldCode, newCode] = [creditCode('91', '310115', 'MA1FX7K3'), creditCode('91', '310115', 'MA1FX7K4')];
const turned = (more: Record<string, unknown> = {}) => ({
  filing: 'change-entity',
  facts: {
    'entity.name': '云帆澜有限公司',
    'entity.previousName': '云帆有限公司',
    'entity.certificate.number': oldCode,
    'entity.previousNumber': oldCode,
    documents: [],
    ...more,
  },
});
cases('entityChangeAllowed', [
  ['nothing changed', { value: 'none' }, turned({ 'entity.previousName': null }), 'pass'],
  [
    'not changeable into another',
    { value: 'none' },
    turned({ 'entity.previousNumber': newCode }),
    'fail',
    ['change.entity-not-changeable'],
  ],
  ['another name under the same number', { value: 'none' }, turned(), 'pass'],
  [
    'a name changed while the old registration number became a unified code',
    { value: 'rename-only' },
    turned({ 'entity.previousNumber': '310115000000017' }),
    'needs-human',
  ],
  [
    'renamed with proof',
    { value: 'rename-only', materials: ['form-change-proof'] },
    turned({ documents: [{ material: 'form-change-proof' }] }),
    'pass',
  ],
  [
    'renamed without proof',
    { value: 'rename-only', materials: ['form-change-proof'] },
    turned(),
    'needs-material',
    ['document.missing'],
  ],
  [
    'another entity',
    { value: 'rename-only' },
    turned({ 'entity.previousNumber': newCode }),
    'fail',
    ['change.other-entity'],
  ],
  [
    'a new code',
    { value: 'rename-only', codeChangeRequiresRefiling: true },
    turned({ 'entity.previousName': '云帆澜有限公司', 'entity.previousNumber': newCode }),
    'fail',
    ['change.new-code'],
  ],
  ['any', { value: 'any' }, turned({ 'entity.previousNumber': newCode }), 'pass'],
  [
    'to an individual',
    { value: 'any-except-to-individual' },
    turned({ 'entity.name': '周若溪', 'entity.previousNumber': newCode }),
    'fail',
    ['change.to-individual'],
  ],
  [
    'a renamed office is no individual',
    { value: 'any-except-to-individual' },
    turned({ 'entity.name': '青桐县商务局', 'entity.previousNumber': newCode }),
    'pass',
  ],
  [
    'the own company',
    { value: 'own-company-only' },
    turned({
      'entity.previousName': '林知远',
      'legalRepresentative.name': '林知远',
      'entity.previousNumber': newCode,
    }),
    'pass',
  ],
  [
    "somebody else's company",
    { value: 'own-company-only' },
    turned({
      'entity.previousName': '林知远',
      'legalRepresentative.name': '周若溪',
      'entity.previousNumber': newCode,
    }),
    'fail',
    ['change.not-own-company'],
  ],
  [
    'another representative',
    { value: 'same-legal-representative' },
    turned({
      'entity.previousNumber': newCode,
      'legalRepresentative.idNumber': 'A1',
      'record.entity': { name: '云帆有限公司', principalIdNumber: 'B2' },
    }),
    'fail',
    ['change.other-representative'],
  ],
  [
    'to the operator',
    { value: 'to-owner-individual' },
    turned({ 'entity.name': '林知远', 'legalRepresentative.name': '林知远' }),
    'pass',
  ],
  [
    'to somebody else',
    { value: 'to-owner-individual' },
    turned({
      'entity.name': '周若溪',
      'legalRepresentative.name': '林知远',
      'entity.previousNumber': newCode,
    }),
    'fail',
    ['change.not-to-owner'],
  ],
  ['a shop that only changed its name', { value: 'to-owner-individual' }, turned(), 'pass'],
  [
    'the domain stays behind',
    { value: 'any', domainMustMatchAfterChange: true },
    turned({ 'domain.holderName': '云帆有限公司' }),
    'fail',
    ['domain.holder-other'],
  ],
  [
    'unknown',
    { value: 'none' },
    { filing: 'change-entity', facts: { 'entity.name': '云帆澜有限公司' } },
    'needs-human',
    [],
    ['entity.previousName'],
  ],
]);
