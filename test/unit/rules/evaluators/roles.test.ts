import { cases } from './cases.ts';

const lin = { 'legalRepresentative.name': '林知远', 'legalRepresentative.idNumber': '310115198004123175' };
const self = { ...lin, 'principal.name': '林知远', 'principal.idNumber': '310115198004123175' };
const other = { ...lin, 'principal.name': '周若溪', 'principal.idNumber': '320106199107232843' };
const letter = { material: 'form-poa-principal', owner: 'principal', issuedOn: '2026-11-01' };

cases('principalMustBeLegalRepresentative', [
  ['one person', { delegation: 'forbidden' }, { facts: self }, 'pass'],
  [
    'the ID number decides, in either case of its letter',
    { delegation: 'forbidden' },
    { facts: { ...self, 'principal.idNumber': ' 310115198004123175 ' } },
    'pass',
  ],
  [
    'one number under two names',
    { delegation: 'with-letter' },
    { facts: { ...self, 'principal.name': '周若溪' } },
    'fail',
    ['person.same-id-other-name'],
  ],
  [
    'names decide where numbers are unknown',
    { delegation: 'forbidden' },
    { facts: { 'legalRepresentative.name': '林知远', 'principal.name': '林知远' } },
    'pass',
  ],
  [
    'somebody else',
    { delegation: 'forbidden' },
    { facts: other },
    'fail',
    ['person.principal-not-legal-representative'],
  ],
  [
    'somebody else with the letter',
    { delegation: 'with-letter', materials: ['form-poa-principal'] },
    { facts: { ...other, documents: [letter] } },
    'pass',
  ],
  [
    'somebody else without the letter',
    { delegation: 'with-letter', materials: ['form-poa-principal'] },
    { facts: { ...other, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'somebody else, documents unknown',
    { delegation: 'with-letter', materials: ['form-poa-principal'] },
    { facts: other },
    'needs-human',
    [],
    ['documents'],
  ],
  [
    'any ID of the legal representative answers for theirs',
    { delegation: 'with-letter', materials: ['id-legal-representative'] },
    { facts: { ...other, documents: [{ material: 'id-resident-front', owner: 'legal-representative' }] } },
    'pass',
  ],
  [
    "the principal's ID does not",
    { delegation: 'with-letter', materials: ['id-legal-representative'] },
    { facts: { ...other, documents: [{ material: 'id-resident-front', owner: 'principal' }] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'a mainland representative may not delegate',
    { delegation: 'only-if-foreign' },
    { facts: { ...other, 'legalRepresentative.origin': 'mainland' } },
    'fail',
    ['person.principal-not-legal-representative'],
  ],
  [
    'a Taiwan representative may not where only foreigners may',
    { delegation: 'only-if-foreign' },
    { facts: { ...other, 'legalRepresentative.origin': 'taiwan' } },
    'fail',
    ['person.principal-not-legal-representative'],
  ],
  [
    'a Taiwan representative may where all but mainland residents may',
    { delegation: 'only-if-not-mainland-resident', materials: ['form-poa-principal'] },
    { facts: { ...other, 'legalRepresentative.origin': 'taiwan', documents: [letter] } },
    'pass',
  ],
  [
    'origin unknown',
    { delegation: 'only-if-foreign' },
    { facts: other },
    'needs-human',
    [],
    ['legalRepresentative.origin'],
  ],
  [
    'a department head needs no letter',
    { delegation: 'without-letter', delegateTitles: ['信息化部门负责人'] },
    { facts: { ...other, 'principal.position': '信息化部门主任' } },
    'pass',
  ],
  [
    'another position is left to a person',
    { delegation: 'without-letter', delegateTitles: ['信息化部门负责人'] },
    { facts: { ...other, 'principal.position': '会计' } },
    'needs-human',
  ],
  [
    'nobody known',
    { delegation: 'forbidden' },
    { facts: {} },
    'needs-human',
    [],
    ['principal.idNumber', 'legalRepresentative.idNumber'],
  ],
]);

const sameOwner = { 'principal.idNumber': 'A1', 'serviceOwner.idNumber': 'A1' };
const twoOwners = { 'principal.idNumber': 'A1', 'serviceOwner.idNumber': 'B2' };

cases('serviceOwnerMustEqualPrincipal', [
  ['one person', { when: 'always' }, { facts: sameOwner }, 'pass'],
  ['two persons', { when: 'always' }, { facts: twoOwners }, 'fail', ['person.owner-must-be-principal']],
  [
    'the principal is the legal representative',
    { when: 'principal-is-not-legal-representative' },
    { facts: { ...twoOwners, 'legalRepresentative.idNumber': 'A1' } },
    'pass',
  ],
  [
    'the principal is not the legal representative',
    { when: 'principal-is-not-legal-representative' },
    { facts: { ...twoOwners, 'legalRepresentative.idNumber': 'C3' } },
    'fail',
    ['person.owner-must-be-principal'],
  ],
  [
    'a foreign representative',
    { when: 'legal-representative-is-foreign' },
    { facts: { ...twoOwners, 'legalRepresentative.origin': 'foreign' } },
    'fail',
    ['person.owner-must-be-principal'],
  ],
  [
    'owner unknown',
    { when: 'always' },
    { facts: { 'principal.idNumber': 'A1' } },
    'needs-human',
    [],
    ['serviceOwner.idNumber'],
  ],
]);

cases('serviceOwnerMustDifferFromPrincipal', [
  ['two persons', {}, { facts: twoOwners }, 'pass'],
  ['one person', {}, { facts: sameOwner }, 'fail', ['person.owner-must-not-be-principal']],
  [
    'owner unknown',
    {},
    { facts: { 'principal.idNumber': 'A1' } },
    'needs-human',
    [],
    ['serviceOwner.idNumber'],
  ],
]);

const must = {
  policy: 'must-authorize-chinese-citizen',
  origins: ['foreign'],
  delegateMustBeServiceOwner: true,
  remarkRequired: true,
  materials: ['form-poa-principal'],
} as const;
const foreign = {
  'legalRepresentative.origin': 'foreign',
  'legalRepresentative.idNumber': 'P0012345',
  'legalRepresentative.idType': 'passport',
};
const delegated = {
  ...foreign,
  ...sameOwner,
  'principal.origin': 'mainland',
  'entity.remark': '法定代表人为外籍，授权周若溪',
  documents: [letter],
};

cases('foreignLegalRepresentativePolicy', [
  [
    'a mainland representative',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: { 'legalRepresentative.origin': 'mainland' } },
    'pass',
  ],
  [
    'origin unknown',
    { policy: 'passport-accepted' },
    { facts: {} },
    'needs-human',
    [],
    ['legalRepresentative.origin'],
  ],
  ['a passport', { policy: 'passport-accepted' }, { facts: foreign }, 'pass'],
  [
    'another ID type',
    { policy: 'passport-accepted' },
    { facts: { ...foreign, 'legalRepresentative.idType': 'resident-id-card' } },
    'fail',
    ['person.id-type-not-for-origin'],
  ],
  [
    'delegated as asked',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: delegated },
    'pass',
  ],
  [
    'the foreigner stays principal',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: { ...foreign, 'principal.idNumber': 'P0012345' } },
    'fail',
    ['person.foreign-representative-must-delegate'],
  ],
  [
    'a Hong Kong delegate is a Chinese citizen',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: { ...delegated, 'principal.origin': 'hong-kong' } },
    'pass',
  ],
  [
    'but no mainland resident',
    {
      ...must,
      policy: 'must-authorize-mainland-resident',
      origins: ['foreign'],
      materials: ['form-poa-principal'],
    },
    { facts: { ...delegated, 'principal.origin': 'hong-kong' } },
    'fail',
    ['person.foreign-representative-must-delegate'],
  ],
  [
    'the delegate is not the owner',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: { ...delegated, 'serviceOwner.idNumber': 'B2' } },
    'fail',
    ['person.owner-must-be-principal'],
  ],
  [
    'no remark',
    { ...must, origins: ['foreign'], materials: ['form-poa-principal'] },
    { facts: { ...delegated, 'entity.remark': null, 'service.remark': null } },
    'fail',
    ['remark.missing'],
  ],
  [
    'may delegate and does without a letter',
    { policy: 'may-authorize', materials: ['form-poa-principal'] },
    { facts: { ...delegated, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
]);

const poa = { material: 'form-poa-owner', owner: 'service-owner', issuedOn: '2026-11-01' };
const ownerIsOther = { ...lin, 'serviceOwner.idNumber': '320106199107232843' };

cases('authorizationLetterRequired', [
  ['expressly not asked for', { role: 'service-owner', when: 'never' }, { facts: {} }, 'pass'],
  [
    'the owner is the legal representative',
    { role: 'service-owner' },
    { facts: { ...lin, 'serviceOwner.idNumber': '310115198004123175' } },
    'pass',
  ],
  [
    'another owner with the letter',
    { role: 'service-owner' },
    { facts: { ...ownerIsOther, documents: [poa] } },
    'pass',
  ],
  [
    'another owner without it',
    { role: 'service-owner' },
    { facts: { ...ownerIsOther, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  [
    'not the principal',
    { role: 'service-owner', when: 'not-principal' },
    { facts: { ...twoOwners, documents: [] } },
    'needs-material',
    ['document.missing'],
  ],
  ['documents unknown', { role: 'service-owner' }, { facts: ownerIsOther }, 'needs-human', [], ['documents']],
  ['owner unknown', { role: 'service-owner' }, { facts: lin }, 'needs-human', [], ['serviceOwner.idNumber']],
]);

cases('personNameConsistency', [
  ['one name', { rule: 'passport-name-plus-remark' }, { facts: self }, 'pass'],
  ['two persons', { rule: 'passport-name-plus-remark' }, { facts: other }, 'pass'],
  [
    'two names, remark and statement',
    { rule: 'passport-name-plus-remark', materials: ['form-situation-statement'] },
    {
      facts: {
        ...self,
        'principal.name': 'LIN Zhiyuan',
        'entity.remark': '为同一人',
        documents: [{ material: 'form-situation-statement', owner: 'entity' }],
      },
    },
    'pass',
  ],
  [
    'two names, nothing said',
    { rule: 'passport-name-plus-remark', materials: ['form-situation-statement'] },
    {
      facts: {
        ...self,
        'principal.name': 'LIN Zhiyuan',
        'entity.remark': null,
        'service.remark': null,
        documents: [],
      },
    },
    'needs-material',
    ['remark.missing', 'document.missing'],
  ],
  [
    'whether the passport shows both a person sees',
    { rule: 'passport-shows-both-names' },
    { facts: { ...self, 'principal.name': 'LIN Zhiyuan' } },
    'needs-human',
  ],
  [
    'name unknown',
    { rule: 'passport-shows-both-names' },
    { facts: { ...self, 'principal.name': undefined } },
    'needs-human',
    [],
    ['principal.name'],
  ],
]);

cases('faceVerificationRequired', [
  ['done', {}, { facts: { documents: [{ material: 'photo-face-video', owner: 'service-owner' }] } }, 'pass'],
  [
    'the backdrop photo instead',
    { materials: ['photo-face-video', 'photo-backdrop'] },
    { facts: { documents: [{ material: 'photo-backdrop', owner: 'service-owner' }] } },
    'pass',
  ],
  ['not yet', {}, { facts: { documents: [] } }, 'needs-material', ['document.not-done-yet (warning)']],
  [
    "somebody else's",
    {},
    { facts: { ...twoOwners, documents: [{ material: 'photo-face-video', owner: 'principal' }] } },
    'needs-material',
    ['document.not-done-yet (warning)'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['documents']],
  [
    'an individual is the service owner without being entered twice',
    {},
    {
      entityGroup: 'individual',
      facts: {
        'principal.idNumber': 'A1',
        documents: [{ material: 'photo-face-video', owner: 'principal' }],
      },
    },
    'pass',
  ],
]);
