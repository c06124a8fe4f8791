import { cases } from './cases.ts';

const doc = (material: string, more: Record<string, unknown> = {}) => ({
  material,
  owner: 'entity',
  ...more,
});
const form = { materials: ['form-filing-commitment'] };
const anyId = { materials: ['id-resident-front', 'id-resident-back', 'id-passport'], anyOf: true };
const resident = {
  'principal.idType': 'resident-id-card',
  'principal.idNumber': 'A1',
  'serviceOwner.idType': 'passport',
  'serviceOwner.idNumber': 'B2',
};
const cards = [
  doc('id-resident-front', { owner: 'principal' }),
  doc('id-resident-back', { owner: 'principal' }),
  doc('id-passport', { owner: 'service-owner' }),
];

cases('materialRequired', [
  ['attached', form, { facts: { documents: [doc('form-filing-commitment')] } }, 'pass'],
  ['not attached', form, { facts: { documents: [] } }, 'needs-material', ['document.missing']],
  ['unknown', form, { facts: {} }, 'needs-human', [], ['documents']],
  [
    'each of several',
    { materials: ['form-infosec', 'form-verification'] },
    { facts: { documents: [doc('form-infosec')] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'any of several',
    { materials: ['form-infosec', 'form-verification'], anyOf: true },
    { facts: { documents: [doc('form-infosec')] } },
    'pass',
  ],
  [
    'the paper for the exempt',
    { ...form, exemptionMaterials: ['form-no-staffing-approval-statement'] },
    { facts: { documents: [doc('form-no-staffing-approval-statement')] } },
    'pass',
  ],
  ['IDs of both persons by their types', anyId, { facts: { ...resident, documents: cards } }, 'pass'],
  [
    'one side missing',
    anyId,
    { facts: { ...resident, documents: cards.slice(1) } },
    'needs-material',
    ['document.missing'],
  ],
  [
    "another person's passport",
    anyId,
    { facts: { ...resident, documents: [...cards.slice(0, 2), doc('id-passport', { owner: 'principal' })] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'one person in both roles',
    anyId,
    { facts: { ...resident, 'serviceOwner.idNumber': 'A1', documents: cards.slice(0, 2) } },
    'pass',
  ],
  [
    'dated',
    { ...form, dated: true },
    { facts: { documents: [doc('form-filing-commitment', { issuedOn: '2026-11-01' })] } },
    'pass',
  ],
  [
    'undated',
    { ...form, dated: true },
    { facts: { documents: [doc('form-filing-commitment', { issuedOn: null })] } },
    'fail',
    ['document.undated'],
  ],
  [
    'sixty working days old',
    { ...form, validity: 60, validityUnit: 'working-day' },
    { facts: { documents: [doc('form-filing-commitment', { issuedOn: '2026-08-26' })] } },
    'pass',
  ],
  [
    'older',
    { ...form, validity: 60, validityUnit: 'working-day' },
    { facts: { documents: [doc('form-filing-commitment', { issuedOn: '2026-08-01' })] } },
    'fail',
    ['document.too-old'],
  ],
  [
    'two copies',
    { ...form, copies: 2 },
    { facts: { documents: [doc('form-filing-commitment', { copies: 2 })] } },
    'pass',
  ],
  [
    'one copy',
    { ...form, copies: 2 },
    { facts: { documents: [doc('form-filing-commitment', { copies: 1 })] } },
    'fail',
    ['document.too-few-copies'],
  ],
  [
    'only where the paper form is used',
    { materials: ['form-verification'], when: 'paper-or-provider-form-used' },
    { facts: { documents: [] } },
    'needs-human',
  ],
  [
    'an empty shell cancels at the authority',
    { materials: ['form-cancellation'], when: 'cancelled-at-authority' },
    { facts: { 'entity.isShell': true, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'cancelled through a provider',
    { materials: ['form-cancellation'], when: 'cancelled-at-authority' },
    { facts: { 'access.provider': 'ucloud', documents: [] } },
    'pass',
  ],
  [
    'several cloud resources',
    { materials: ['form-cloud-usage-statement'], when: 'access-with-several-cloud-resources' },
    { facts: { 'access.resourceCount': 2, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'one cloud resource',
    { materials: ['form-cloud-usage-statement'], when: 'access-with-several-cloud-resources' },
    { facts: { 'access.resourceCount': 1 } },
    'pass',
  ],
  [
    'the holder is not the entity',
    { materials: ['domain-use-authorization'], when: 'holder-is-not-entity' },
    { facts: { 'domain.holderName': '甲', 'entity.name': '乙', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'first filings only',
    { materials: ['form-party-building'], when: 'first-filing-only' },
    { filing: 'new-service', facts: {} },
    'pass',
  ],
  [
    'a change that leaves the domain alone',
    { materials: ['form-party-building'], when: 'except-change-without-domain' },
    { filing: 'change-service', facts: { 'order.changedFields': ['service.name'] } },
    'pass',
  ],
  [
    'a change of the domain',
    { materials: ['form-party-building'], when: 'except-change-without-domain' },
    { filing: 'change-service', facts: { 'order.changedFields': ['service.domain'], documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'online diagnosis',
    { materials: ['cert-medical-institution'], when: 'content-is-online-diagnosis' },
    { facts: { 'service.plannedUse': '在线诊疗', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'a medical institution',
    { materials: ['licence-medical-ad'], when: 'entity-is-medical-institution' },
    { facts: { 'entity.name': '青桐诊所', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'a foundation',
    { materials: ['licence-civil-affairs-foundation'], when: 'entity-is-foundation' },
    { facts: { 'entity.nature': 'foundation', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    "the legal representative's ID from elsewhere",
    { materials: ['proof-residence-permit'], when: 'legal-representative-id-outside-region' },
    { facts: { 'legalRepresentative.idRegion': '330106', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
]);

const usedBefore = (hash: string) => ({
  facts: {
    documents: [doc('photo-backdrop', { owner: 'service-owner', hash: 'a1' })],
    'ledger.images': [{ hash }],
  },
});
cases('photoRequirement', [
  ['a photo that was used before', { fresh: true }, usedBefore('a1'), 'fail', ['photo.reused']],
  ['another photo was used before', { fresh: true }, usedBefore('b2'), 'needs-human'],
  ['where reuse is not asked about', {}, usedBefore('a1'), 'needs-human'],
  ['no photo is used', {}, { facts: { documents: [doc('photo-face-video')] } }, 'pass'],
  [
    'a photo is used; a person looks at it',
    {},
    { facts: { documents: [doc('photo-backdrop', { owner: 'service-owner' })] } },
    'needs-human',
  ],
  [
    'always',
    { when: 'always', materials: ['photo-handheld-id'] },
    { facts: { documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'the representative is local',
    { when: 'legal-representative-id-outside-region' },
    { facts: { 'legalRepresentative.idRegion': '310101' } },
    'pass',
  ],
  [
    'the representative is from elsewhere',
    {
      when: 'legal-representative-id-outside-region',
      materials: ['photo-handheld-licence'],
      alternatives: ['proof-residence-permit'],
    },
    {
      facts: {
        'legalRepresentative.idRegion': '330106',
        documents: [doc('proof-residence-permit', { owner: 'legal-representative' })],
      },
    },
    'pass',
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['documents']],
]);

cases('signatureOrSealRequired', [
  ['nothing to sign', { on: ['form-verification'] }, { facts: { documents: [] } }, 'pass'],
  [
    'a person looks at it',
    { on: ['form-verification'] },
    { facts: { documents: [doc('form-verification')] } },
    'needs-human',
  ],
  ['unknown', { on: ['form-verification'] }, { facts: {} }, 'needs-human', [], ['documents']],
]);

const scan = (more: Record<string, unknown>) => ({
  facts: { documents: [doc('cert-business-licence', more)] },
});
cases('scanQuality', [
  ['a person looks at it', { materials: ['cert-business-licence'] }, scan({}), 'needs-human'],
  ['no such scan', { materials: ['id-passport'] }, scan({}), 'pass'],
  ['inspection found it grey', {}, scan({ isColour: false }), 'fail', ['scan.not-colour']],
  [
    'a grey stamped copy where one is accepted',
    { stampedCopyAccepted: true },
    scan({ isColour: false, isStamped: true, isCopy: true }),
    'needs-human',
  ],
  ['an electronic certificate', {}, scan({ isElectronic: true }), 'fail', ['scan.electronic']],
  ['a photocopy', {}, scan({ isCopy: true }), 'fail', ['scan.copy']],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['documents']],
]);
