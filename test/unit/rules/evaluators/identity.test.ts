import { cases } from './cases.ts';
import { residentId } from './clean-facts.ts';

cases('personIdTypeAllowed', [
  [
    'an allowed type',
    { roles: ['principal'], allowed: ['resident-id-card'] },
    { facts: { 'principal.idType': 'resident-id-card' } },
    'pass',
  ],
  [
    'a refused type',
    { roles: ['principal'], forbidden: ['temporary-id-card'] },
    { facts: { 'principal.idType': 'temporary-id-card' } },
    'fail',
    ['person.id-type-not-accepted'],
  ],
  [
    'a type not on the list',
    { roles: ['service-owner'], allowed: ['resident-id-card'] },
    { facts: { 'serviceOwner.idType': 'passport' } },
    'fail',
    ['person.id-type-not-accepted'],
  ],
  [
    'a type that does not go with the origin',
    { roles: ['principal'], allowed: ['passport', 'resident-id-card'] },
    { facts: { 'principal.idType': 'passport', 'principal.origin': 'mainland' } },
    'fail',
    ['person.id-type-not-for-origin'],
  ],
  [
    'another origin than the rule is for',
    { roles: ['principal'], origins: ['hong-kong'], allowed: ['hk-macao-travel-permit'] },
    { facts: { 'principal.idType': 'resident-id-card' } },
    'pass',
  ],
  [
    'the origin of the rule',
    { roles: ['principal'], origins: ['hong-kong'], allowed: ['hk-macao-travel-permit'] },
    { facts: { 'principal.idType': 'passport', 'principal.origin': 'hong-kong' } },
    'fail',
    ['person.id-type-not-accepted'],
  ],
  ['type unknown', { roles: ['principal'] }, { facts: {} }, 'needs-human', [], ['principal.idType']],
  [
    'an individual is one person',
    {},
    { entityGroup: 'individual', facts: { 'principal.idType': 'resident-id-card' } },
    'pass',
  ],
]);

cases('minAge', [
  [
    'eighteen on the day',
    { roles: ['principal'], value: 18 },
    { facts: { 'principal.birthDate': '2008-11-21' } },
    'pass',
  ],
  [
    'a day too young',
    { roles: ['principal'], value: 18 },
    { facts: { 'principal.birthDate': '2008-11-22' } },
    'fail',
    ['person.too-young'],
  ],
  [
    'old enough on the planned day',
    { roles: ['principal'], value: 18 },
    { facts: { 'principal.birthDate': '2008-11-22', 'order.plannedSubmissionOn': '2026-11-22' } },
    'pass',
  ],
  [
    'read from the ID number',
    { roles: ['principal'], value: 18 },
    {
      facts: {
        'principal.idType': 'resident-id-card',
        'principal.idNumber': residentId('310115', '20100101', '317'),
      },
    },
    'fail',
    ['person.too-young'],
  ],
  [
    'seventeen with the proof',
    { roles: ['principal'], value: 16, proofBelow: 18, materials: ['proof-employment'] },
    {
      facts: {
        'principal.birthDate': '2009-01-01',
        documents: [{ material: 'proof-employment', owner: 'principal' }],
      },
    },
    'pass',
  ],
  [
    'seventeen without it',
    { roles: ['principal'], value: 16, proofBelow: 18, materials: ['proof-employment'] },
    { facts: { 'principal.birthDate': '2009-01-01', documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  ['unknown', { roles: ['principal'], value: 18 }, { facts: {} }, 'needs-human', [], ['principal.birthDate']],
]);

cases('maxAge', [
  ['sixty-five', { value: 65 }, { facts: { 'serviceOwner.birthDate': '1960-11-22' } }, 'pass'],
  [
    'sixty-six',
    { value: 65 },
    { facts: { 'serviceOwner.birthDate': '1960-11-21' } },
    'fail',
    ['person.too-old'],
  ],
  [
    'a woman of fifty-six',
    { male: 60, female: 55 },
    { facts: { 'serviceOwner.birthDate': '1970-01-01', 'serviceOwner.gender': '女' } },
    'fail',
    ['person.too-old'],
  ],
  [
    'a man of fifty-six',
    { male: 60, female: 55 },
    { facts: { 'serviceOwner.birthDate': '1970-01-01', 'serviceOwner.gender': '男' } },
    'pass',
  ],
  [
    'gender unknown',
    { male: 60, female: 55 },
    { facts: { 'serviceOwner.birthDate': '1970-01-01' } },
    'needs-human',
    [],
    ['serviceOwner.gender'],
  ],
  ['birth date unknown', { value: 65 }, { facts: {} }, 'needs-human', [], ['serviceOwner.birthDate']],
]);

const fromElsewhere = { 'principal.origin': 'mainland', 'principal.idRegion': '330106' };
const permit = { material: 'proof-residence-permit', owner: 'principal' };
const proof = {
  policy: 'residence-proof-required',
  accepted: ['proof-residence-permit', 'proof-property-deed'],
  rejected: ['proof-student-card'],
  additional: ['proof-permit-status'],
  permitMinRemainingMonths: 1,
} as const;
const asked = {
  ...proof,
  accepted: [...proof.accepted],
  rejected: [...proof.rejected],
  additional: [...proof.additional],
};

cases('idRegionPolicy', [
  ['any region', { policy: 'any-region' }, { facts: {} }, 'pass'],
  [
    'a foreigner where none is accepted',
    { policy: 'any-region', foreignersAccepted: false },
    { facts: { 'principal.origin': 'foreign' } },
    'fail',
    ['person.foreigners-not-accepted'],
  ],
  ['a local ID', { policy: 'local-only' }, { facts: { 'principal.idRegion': '310115' } }, 'pass'],
  [
    'an ID from elsewhere',
    { policy: 'local-only' },
    { facts: fromElsewhere },
    'fail',
    ['person.id-not-local'],
  ],
  ['region unknown', { policy: 'local-only' }, { facts: {} }, 'needs-human', [], ['principal.idRegion']],
  [
    'permit and its status',
    asked,
    {
      facts: {
        ...fromElsewhere,
        documents: [{ ...permit, validTo: '2027-06-01' }, { material: 'proof-permit-status' }],
      },
    },
    'pass',
  ],
  [
    'a deed needs no status',
    asked,
    { facts: { ...fromElsewhere, documents: [{ material: 'proof-property-deed' }] } },
    'pass',
  ],
  [
    'no proof',
    asked,
    { facts: { ...fromElsewhere, documents: [] } },
    'needs-material',
    ['person.residence-proof-missing', 'document.missing'],
  ],
  [
    'a student card',
    { ...asked, additional: undefined as never },
    { facts: { ...fromElsewhere, documents: [{ material: 'proof-student-card' }] } },
    'needs-material',
    ['person.residence-proof-refused'],
  ],
  [
    'a permit that ends too soon',
    asked,
    {
      facts: {
        ...fromElsewhere,
        documents: [{ ...permit, validTo: '2026-12-21' }, { material: 'proof-permit-status' }],
      },
    },
    'fail',
    ['person.residence-permit-too-short'],
  ],
  [
    'a permit that lasts a day longer',
    asked,
    {
      facts: {
        ...fromElsewhere,
        documents: [{ ...permit, validTo: '2026-12-22' }, { material: 'proof-permit-status' }],
      },
    },
    'pass',
  ],
  [
    'only trading companies',
    { policy: 'local-only', when: 'individual-business-or-trading-company' },
    { facts: { ...fromElsewhere, 'entity.name': '云帆澜科技有限公司' } },
    'pass',
  ],
  [
    'a trading company',
    { policy: 'local-only', when: 'individual-business-or-trading-company' },
    { facts: { ...fromElsewhere, 'entity.name': '云帆澜贸易有限公司' } },
    'fail',
    ['person.id-not-local'],
  ],
]);
