import { cases } from './cases.ts';

const one = {
  'principal.idNumber': 'A1',
  'serviceOwner.idNumber': 'A1',
  'principal.name': '林知远',
  'serviceOwner.name': '林知远',
  'principal.mobile': '13912340011',
  'serviceOwner.mobile': '13912340011',
  'principal.email': 'lin@a.cn',
  'serviceOwner.email': 'LIN@a.cn',
};
const two = {
  'principal.idNumber': 'A1',
  'serviceOwner.idNumber': 'B2',
  'principal.name': '林知远',
  'serviceOwner.name': '周若溪',
  'principal.mobile': '13912340011',
  'serviceOwner.mobile': '13912340033',
  'principal.email': 'lin@a.cn',
  'serviceOwner.email': 'zhou@a.cn',
  'principal.emergencyPhone': '13912340022',
  'serviceOwner.emergencyPhone': '13912340044',
};

cases('samePersonSameContacts', [
  ['the same data', {}, { facts: one }, 'pass'],
  ['two persons', {}, { facts: two }, 'pass'],
  [
    'another mobile',
    {},
    { facts: { ...one, 'serviceOwner.mobile': '13912340033' } },
    'fail',
    ['person.same-person-other-contact'],
  ],
  [
    'no mobile in one place',
    {},
    { facts: { ...one, 'serviceOwner.mobile': null } },
    'fail',
    ['person.same-person-other-contact'],
  ],
  [
    'one name, two numbers',
    {},
    { facts: { ...two, 'serviceOwner.name': '林知远' } },
    'fail',
    ['person.same-name-other-id'],
  ],
  [
    'one number, two names',
    {},
    { facts: { ...one, 'serviceOwner.name': '周若溪' } },
    'fail',
    ['person.same-id-other-name'],
  ],
  [
    'mobile unknown',
    {},
    { facts: { ...one, 'serviceOwner.mobile': undefined } },
    'needs-human',
    [],
    ['serviceOwner.mobile'],
  ],
  ['nobody known', {}, { facts: {} }, 'needs-human', [], ['principal.idNumber', 'serviceOwner.idNumber']],
]);

cases('contactsMustDifferBetweenPersons', [
  ['different data', {}, { facts: two }, 'pass'],
  ['one person', {}, { facts: one }, 'pass'],
  [
    'the same mobile, spelt differently',
    {},
    { facts: { ...two, 'serviceOwner.mobile': '139 1234 0011' } },
    'fail',
    ['contact.shared-by-two-persons'],
  ],
  [
    'the same e-mail in another case',
    {},
    { facts: { ...two, 'serviceOwner.email': 'LIN@A.cn' } },
    'fail',
    ['contact.shared-by-two-persons'],
  ],
  [
    'the emergency number may be shared',
    { fields: ['mobile', 'emergency-phone'], emergencyMayBeShared: true },
    { facts: { ...two, 'serviceOwner.emergencyPhone': '13912340022' } },
    'pass',
  ],
  [
    'e-mail unknown',
    {},
    { facts: { ...two, 'principal.email': undefined } },
    'needs-human',
    [],
    ['principal.email'],
  ],
]);

cases('distinctPhoneCount', [
  ['four numbers of two persons', { samePerson: 2, differentPersons: 3 }, { facts: two }, 'pass'],
  [
    'three numbers',
    { differentPersons: 3 },
    { facts: { ...two, 'serviceOwner.emergencyPhone': '13912340022' } },
    'pass',
  ],
  [
    'two numbers',
    { differentPersons: 3 },
    {
      facts: {
        ...two,
        'principal.emergencyPhone': '13912340033',
        'serviceOwner.emergencyPhone': '13912340011',
      },
    },
    'fail',
    ['contact.too-few-numbers'],
  ],
  [
    'one person with two numbers',
    { samePerson: 2 },
    {
      facts: {
        ...one,
        'principal.emergencyPhone': '13912340022',
        'serviceOwner.emergencyPhone': '13912340022',
      },
    },
    'pass',
  ],
  [
    'one person with one number',
    { samePerson: 2 },
    {
      facts: {
        ...one,
        'principal.emergencyPhone': '13912340011',
        'serviceOwner.emergencyPhone': '13912340011',
      },
    },
    'fail',
    ['contact.too-few-numbers'],
  ],
  ['no figure for the case', { samePerson: 2 }, { facts: two }, 'pass'],
  [
    'too few known',
    { differentPersons: 3 },
    { facts: { ...two, 'principal.emergencyPhone': undefined, 'serviceOwner.emergencyPhone': null } },
    'needs-human',
    [],
    ['principal.emergencyPhone'],
  ],
]);

cases('phonesMustNotCross', [
  ['not crossed', {}, { facts: two }, 'pass'],
  [
    'crossed',
    {},
    { facts: { ...two, 'serviceOwner.emergencyPhone': '13912340011' } },
    'fail',
    ['contact.numbers-crossed'],
  ],
  ['one person', {}, { facts: one }, 'pass'],
  [
    'a number unknown',
    {},
    { facts: { ...two, 'principal.emergencyPhone': undefined } },
    'needs-human',
    [],
    ['principal.emergencyPhone'],
  ],
]);

cases('emergencyPhoneMustDiffer', [
  ['other numbers', {}, { facts: two }, 'pass'],
  [
    'the own mobile',
    {},
    { facts: { ...two, 'principal.emergencyPhone': '13912340011' } },
    'fail',
    ['contact.emergency-equals-mobile'],
  ],
  [
    "the other's mobile is allowed by default",
    {},
    { facts: { ...two, 'principal.emergencyPhone': '13912340033' } },
    'pass',
  ],
  [
    "the other's mobile where it is not",
    { from: ['principal-mobile', 'service-owner-mobile'] },
    { facts: { ...two, 'principal.emergencyPhone': '13912340033' } },
    'fail',
    ['contact.emergency-equals-mobile'],
  ],
  [
    'none',
    {},
    { facts: { ...two, 'principal.emergencyPhone': null } },
    'fail',
    ['contact.emergency-missing'],
  ],
  [
    'shared where it may not be',
    { rolesMustDiffer: true },
    { facts: { ...two, 'serviceOwner.emergencyPhone': '13912340022' } },
    'fail',
    ['contact.emergency-shared'],
  ],
  [
    'user not named',
    { user: 'employee' },
    { facts: { ...two, 'principal.emergencyContact': null, 'serviceOwner.emergencyContact': '陈以南' } },
    'fail',
    ['contact.emergency-user-missing'],
  ],
  [
    'the prescribed remark missing',
    { remarkTemplate: '应急联系电话使用人为【姓名】' },
    {
      facts: {
        ...one,
        'principal.emergencyPhone': '13912340022',
        'service.remark': '展示产品',
        'entity.remark': null,
      },
    },
    'fail',
    ['remark.text-missing'],
  ],
  [
    'unknown',
    {},
    { facts: { ...two, 'principal.emergencyPhone': undefined } },
    'needs-human',
    [],
    ['principal.emergencyPhone'],
  ],
]);

cases('phoneMustBeLocal', [
  ['not asked for', { expectation: 'not-required' }, { facts: {} }, 'pass'],
  ['where a number is from a person has to see', { roles: ['principal'] }, { facts: two }, 'needs-human'],
  ['no number known', { roles: ['principal'] }, { facts: {} }, 'needs-human', [], ['principal.mobile']],
]);

cases('phoneMustBeReachable', [['only a call can tell', {}, { facts: two }, 'needs-human']]);

const format = { mobilePattern: '^1[3-9]\\d{9}$', emailMaxLength: 20 };
cases('contactFormat', [
  ['right', format, { facts: two }, 'pass'],
  ['ten digits', format, { facts: { ...two, 'principal.mobile': '1391234001' } }, 'fail', ['mobile.length']],
  [
    'a prefix that does not exist',
    format,
    { facts: { ...two, 'principal.mobile': '12912340011' } },
    'fail',
    ['mobile.prefix'],
  ],
  ['no @', format, { facts: { ...two, 'serviceOwner.email': 'zhou.a.cn' } }, 'fail', ['email.at']],
  ['twenty characters', format, { facts: { ...two, 'serviceOwner.email': 'abcdefghijklmno@a.cn' } }, 'pass'],
  [
    'twenty-one characters',
    format,
    { facts: { ...two, 'serviceOwner.email': 'abcdefghijklmnop@a.cn' } },
    'fail',
    ['contact.email-too-long'],
  ],
  [
    'a landline with its area code',
    format,
    { facts: { ...two, 'principal.officePhone': '021-87654321' } },
    'pass',
  ],
  [
    'a landline without it',
    format,
    { facts: { ...two, 'principal.officePhone': '87654321' } },
    'fail',
    ['landline.no-area-code'],
  ],
  ['no mobile', format, { facts: { ...two, 'principal.mobile': null } }, 'fail', ['contact.missing']],
  [
    'unknown',
    format,
    { facts: { ...two, 'principal.email': undefined } },
    'needs-human',
    [],
    ['principal.email'],
  ],
]);

const there = {
  entity: '旁流有限公司',
  role: 'service-owner',
  name: '陈以南',
  idNumber: 'Z9',
  mobile: '13912340033',
  email: 'chen@b.cn',
};
const home = {
  ...two,
  'entity.name': '云帆澜有限公司',
  'legalRepresentative.idNumber': 'A1',
  'legalRepresentative.name': '林知远',
};
const representativeThere = {
  entity: '旁流有限公司',
  role: 'legal-representative',
  name: '林知远',
  idNumber: 'A1',
  mobile: null,
  email: null,
};

cases('personUniqueToEntity', [
  ['nobody else', {}, { facts: { ...home, 'ledger.people': [] } }, 'pass'],
  [
    'the mobile is used elsewhere',
    {},
    { facts: { ...home, 'ledger.people': [there] } },
    'fail',
    ['group.used-by-other-entity'],
  ],
  [
    'one entity counts once',
    {},
    { facts: { ...home, 'ledger.people': [there, { ...there, role: 'principal' }] } },
    'fail',
    ['group.used-by-other-entity'],
  ],
  [
    'the own entity does not count',
    {},
    { facts: { ...home, 'ledger.people': [{ ...there, entity: '云帆澜有限公司' }] } },
    'pass',
  ],
  [
    "the person's own filing as an individual",
    { exceptions: ['own-individual-filing'] },
    { facts: { ...home, 'ledger.people': [{ ...there, entity: '周若溪', name: '周若溪', idNumber: 'B2' }] } },
    'pass',
  ],
  [
    'the same legal representative',
    { exceptions: ['same-legal-representative'] },
    { facts: { ...home, 'ledger.people': [there, representativeThere] } },
    'pass',
  ],
  [
    'the same representative without the remark',
    { exceptions: ['same-legal-representative'], remarkIfException: true },
    { facts: { ...home, 'entity.remark': null, 'ledger.people': [there, representativeThere] } },
    'fail',
    ['group.other-number-not-in-remark'],
  ],
  ['unknown', {}, { facts: home }, 'needs-human', [], ['ledger.people']],
]);

const linThere = { ...there, name: '林知远', idNumber: 'A1', mobile: '13912340011', email: 'lin@a.cn' };
cases('sharedContactsForbidden', [
  ['nobody else', {}, { facts: { ...home, 'ledger.people': [] } }, 'pass'],
  [
    'somebody else has the mobile',
    {},
    { facts: { ...home, 'ledger.people': [there] } },
    'fail',
    ['group.used-by-other-entity'],
  ],
  [
    'the same person under the same representative',
    {},
    { facts: { ...home, 'ledger.people': [linThere, representativeThere] } },
    'pass',
  ],
  [
    'the same person under another representative',
    {},
    { facts: { ...home, 'ledger.people': [linThere] } },
    'fail',
    ['group.used-by-other-entity', 'group.used-by-other-entity'],
  ],
  [
    'other contacts under the same representative',
    {},
    { facts: { ...home, 'ledger.people': [{ ...linThere, mobile: '13912340099' }, representativeThere] } },
    'fail',
    ['group.same-person-other-contact'],
  ],
  ['unknown', {}, { facts: home }, 'needs-human', [], ['ledger.people']],
]);
