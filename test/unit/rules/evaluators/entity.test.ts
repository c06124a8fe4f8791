import { cases } from './cases.ts';
import { creditCode, residentId } from './clean-facts.ts';

const licence = { material: 'cert-business-licence', owner: 'entity' };
const allowed = ['cert-business-licence', 'cert-public-institution'];

cases('certificateTypeAllowed', [
  [
    'an allowed certificate, attached',
    { allowed },
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.nature': 'enterprise',
        documents: [licence],
      },
    },
    'pass',
  ],
  [
    'not attached',
    { allowed },
    {
      facts: { 'entity.certificate.type': 'business-licence', 'entity.nature': 'enterprise', documents: [] },
    },
    'needs-material',
    ['document.missing'],
  ],
  [
    'not on the list',
    { allowed },
    { facts: { 'entity.certificate.type': 'law-firm-licence', documents: [{ material: 'cert-law-firm' }] } },
    'fail',
    ['entity.certificate-not-accepted'],
  ],
  [
    'not for the nature',
    { allowed },
    {
      facts: {
        'entity.certificate.type': 'public-institution-certificate',
        'entity.nature': 'enterprise',
        documents: [{ material: 'cert-public-institution' }],
      },
    },
    'fail',
    ['entity.certificate-not-for-nature'],
  ],
  [
    'refused for one nature only',
    { forbidden: ['cert-business-licence'], entityNature: 'medical-institution' },
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.nature': 'enterprise',
        documents: [licence],
      },
    },
    'pass',
  ],
  [
    'type unknown',
    { allowed },
    { facts: { documents: [licence] } },
    'needs-human',
    [],
    ['entity.certificate.type'],
  ],
]);

cases('latestCertificateRequired', [
  [
    'a unified code',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': creditCode('91', '310115', 'MA1FX7K3'),
      },
    },
    'pass',
  ],
  [
    'an organisation code certificate',
    {},
    { facts: { 'entity.certificate.type': 'org-code-enterprise', 'entity.certificate.number': '123456788' } },
    'fail',
    ['entity.certificate-superseded'],
  ],
  [
    'of a representative office',
    {},
    {
      facts: {
        'entity.certificate.type': 'org-code-enterprise',
        'entity.certificate.number': '123456788',
        'entity.subtype': '外国企业常驻代表处',
      },
    },
    'needs-human',
  ],
  [
    'an old registration number',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': '110108000000016',
      },
    },
    'fail',
    ['entity.number-superseded'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.certificate.type', 'entity.certificate.number']],
]);

const shop = { 'entity.certificate.type': 'business-licence' };
cases('licenceCopyRequirement', [
  ['the duplicate', { copy: 'duplicate' }, { facts: { ...shop, 'entity.certificate.copy': '副本' } }, 'pass'],
  [
    'the original',
    { copy: 'duplicate' },
    { facts: { ...shop, 'entity.certificate.copy': '正本' } },
    'fail',
    ['entity.licence-not-duplicate'],
  ],
  [
    'another certificate',
    { copy: 'duplicate' },
    { facts: { 'entity.certificate.type': 'law-firm-licence' } },
    'pass',
  ],
  ['the mark', { mark: '1/1' }, { facts: { ...shop, 'entity.certificate.marks': '副本 1/1' } }, 'pass'],
  [
    'no mark',
    { mark: '1/1' },
    { facts: { ...shop, 'entity.certificate.marks': null } },
    'fail',
    ['entity.licence-mark-missing'],
  ],
  [
    'no mark but the proof instead',
    { mark: '1/1', fallbackMaterials: ['form-change-proof'] },
    { facts: { ...shop, 'entity.certificate.marks': null, documents: [{ material: 'form-change-proof' }] } },
    'pass',
  ],
  [
    'no mark and no proof',
    { mark: '1/1', fallbackMaterials: ['form-change-proof'] },
    { facts: { ...shop, 'entity.certificate.marks': null, documents: [] } },
    'needs-material',
    ['entity.licence-mark-missing'],
  ],
  ['copy unknown', { copy: 'duplicate' }, { facts: shop }, 'needs-human', [], ['entity.certificate.copy']],
]);

cases('certificateRegionMustMatch', [
  [
    'one province',
    {},
    { facts: { 'entity.certificate.region': '310115', 'entity.region': '310101' } },
    'pass',
  ],
  [
    'another province',
    { branch: 'own-licence-own-head' },
    { facts: { 'entity.certificate.region': '330106', 'entity.region': '310115' } },
    'fail',
    ['entity.certificate-of-other-province'],
  ],
  [
    'a foreign-invested company with a licence from elsewhere',
    { subtype: 'foreign-invested' },
    { facts: { 'entity.certificate.region': '330106', 'entity.subtype': '外商投资企业' } },
    'fail',
    ['entity.foreign-invested-licence-elsewhere'],
  ],
  [
    'another company under the same rule',
    { subtype: 'foreign-invested' },
    { facts: { 'entity.certificate.region': '330106', 'entity.subtype': null } },
    'fail',
    ['entity.certificate-of-other-province'],
  ],
  [
    'codes that are no region',
    {},
    { facts: { 'entity.certificate.region': '990101', 'entity.region': '999999' } },
    'fail',
    ['region.unknown', 'region.unknown'],
  ],
  [
    'the entity chose another province than the filing',
    {},
    { facts: { 'entity.certificate.region': '330106', 'entity.region': '330106' } },
    'fail',
    ['entity.region-of-other-province'],
  ],
  ['unknown', {}, { facts: { 'entity.region': '310115' } }, 'needs-human', [], ['entity.certificate.region']],
]);

const trader = { entityGroup: 'individual-business' };
const named = { 'entity.tradeName': '青桐', 'entity.nature': 'enterprise', 'entity.hasSeal': true };
const nameless = { ...named, 'entity.tradeName': null };
cases('individualBusinessFiling', [
  ['with a trade name, as enterprise', { withTradeName: 'enterprise' }, { ...trader, facts: named }, 'pass'],
  [
    'with a trade name, as individual',
    { withTradeName: 'enterprise' },
    { ...trader, facts: { ...named, 'entity.nature': 'individual' } },
    'fail',
    ['individual-business.nature'],
  ],
  [
    'without, as individual',
    { withoutTradeName: 'individual' },
    { ...trader, facts: { ...nameless, 'entity.nature': 'individual' } },
    'pass',
  ],
  [
    'without, where none is accepted',
    { withoutTradeName: 'not-accepted' },
    { ...trader, facts: nameless },
    'fail',
    ['individual-business.trade-name-needed'],
  ],
  [
    'without a seal',
    { sealRequired: true },
    { ...trader, facts: { ...named, 'entity.hasSeal': false } },
    'fail',
    ['individual-business.seal-needed'],
  ],
  [
    'no remark about it',
    { remark: '无字号' },
    { ...trader, facts: { ...nameless, 'entity.remark': null } },
    'fail',
    ['remark.missing'],
  ],
  [
    'the operator with the suffix',
    { nameWithoutTradeName: 'legal-representative-name-with-suffix', nameSuffix: '（个体工商户）' },
    {
      ...trader,
      facts: { ...nameless, 'legalRepresentative.name': '林知远', 'entity.name': '林知远（个体工商户）' },
    },
    'pass',
  ],
  [
    'the operator without the suffix',
    { nameWithoutTradeName: 'legal-representative-name-with-suffix', nameSuffix: '（个体工商户）' },
    { ...trader, facts: { ...nameless, 'legalRepresentative.name': '林知远', 'entity.name': '林知远' } },
    'fail',
    ['individual-business.name'],
  ],
  [
    'an employee where only the operator may file',
    { onlyOperatorMayFile: true },
    {
      ...trader,
      facts: {
        ...named,
        'legalRepresentative.idNumber': 'A1',
        'principal.idNumber': 'B2',
        'serviceOwner.idNumber': 'A1',
      },
    },
    'fail',
    ['individual-business.only-operator'],
  ],
  ['unknown', {}, { ...trader, facts: {} }, 'needs-human', [], ['entity.tradeName']],
]);

cases('entityMustNotBeAbnormal', [
  ['in existence', {}, { facts: { 'entity.registryStatus': '存续' } }, 'pass'],
  ['not abnormal, said so', {}, { facts: { 'entity.registryStatus': '无经营异常' } }, 'pass'],
  ['nothing against it', {}, { facts: { 'entity.registryStatus': null } }, 'pass'],
  ['abnormal', {}, { facts: { 'entity.registryStatus': '列入经营异常名录' } }, 'fail', ['entity.abnormal']],
  ['revoked', {}, { facts: { 'entity.registryStatus': '吊销，未注销' } }, 'fail', ['entity.dissolved']],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.registryStatus']],
]);

cases('entityNameExact', [
  [
    'a whole name; a person compares it',
    {},
    { facts: { 'entity.name': '云帆澜（上海）科技有限公司' } },
    'needs-human',
  ],
  [
    'half-width brackets',
    {},
    { facts: { 'entity.name': '云帆澜(上海)科技有限公司' } },
    'needs-human',
    ['entity.name-brackets-half (warning)'],
  ],
  [
    'mixed brackets',
    {},
    { facts: { 'entity.name': '云帆澜（上海)科技有限公司' } },
    'fail',
    ['entity.name-brackets-mixed'],
  ],
  [
    'a short form',
    {},
    { facts: { 'entity.name': '云帆澜' } },
    'needs-human',
    ['entity.name-shortened (warning)'],
  ],
  [
    'traditional characters',
    {},
    { facts: { 'entity.name': '雲帆瀾科技有限公司' } },
    'needs-human',
    ['entity.name-traditional (warning)'],
  ],
  ['a domain instead', {}, { facts: { 'entity.name': 'yunfanlan.cn' } }, 'fail', ['entity.name-not-chinese']],
  [
    'an individual under another name',
    {},
    { entityGroup: 'individual', facts: { 'entity.name': '林远', 'principal.name': '林知远' } },
    'fail',
    ['entity.name-not-own'],
  ],
  ['none', {}, { facts: { 'entity.name': null } }, 'fail', ['entity.name-missing']],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.name']],
]);

const investors = {
  enterprise: 'legal-representative-or-entity',
  others: 'superior-unit-full-name',
  individual: 'own-name',
} as const;
const company = { 'entity.name': '云帆澜科技有限公司', 'legalRepresentative.name': '林知远' };
cases('investorField', [
  ['the legal representative', investors, { facts: { ...company, 'entity.investor': '林知远' } }, 'pass'],
  [
    'the entity itself',
    investors,
    { facts: { ...company, 'entity.investor': '云帆澜科技有限公司' } },
    'pass',
  ],
  [
    'somebody else',
    investors,
    { facts: { ...company, 'entity.investor': '周若溪' } },
    'fail',
    ['entity.investor-wrong'],
  ],
  [
    'the registry',
    investors,
    { facts: { ...company, 'entity.investor': '浦东新区市场监督管理局' } },
    'fail',
    ['entity.investor-registry'],
  ],
  [
    'none',
    investors,
    { facts: { ...company, 'entity.investor': null } },
    'fail',
    ['entity.investor-missing'],
  ],
  [
    'only the representative is accepted',
    { enterprise: 'legal-representative-name' },
    { facts: { ...company, 'entity.investor': '云帆澜科技有限公司' } },
    'fail',
    ['entity.investor-wrong'],
  ],
  [
    'a superior unit',
    investors,
    { entityGroup: 'public-institution', facts: { ...company, 'entity.investor': '浦东新区教育局' } },
    'pass',
  ],
  [
    'a person for a public body',
    investors,
    { entityGroup: 'government', facts: { ...company, 'entity.investor': '林知远' } },
    'fail',
    ['entity.investor-not-a-unit'],
  ],
  [
    'an individual',
    investors,
    {
      entityGroup: 'individual',
      facts: { 'entity.name': '周若溪', 'principal.name': '周若溪', 'entity.investor': '周若溪' },
    },
    'pass',
  ],
  ['a group the rule does not speak of', { others: 'superior-unit-full-name' }, { facts: {} }, 'pass'],
  ['unknown', investors, { facts: company }, 'needs-human', [], ['entity.investor']],
]);

const code = creditCode('91', '310115', 'MA1FX7K3');
cases('creditCodeValid', [
  [
    'right',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.nature': 'enterprise',
        'entity.certificate.number': code,
      },
    },
    'pass',
  ],
  [
    'a wrong check character',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': code.slice(0, 17) + (code[17] === '0' ? '1' : '0'),
      },
    },
    'fail',
    ['credit-code.check'],
  ],
  [
    'seventeen characters',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': code.slice(0, 17),
      },
    },
    'fail',
    ['credit-code.length'],
  ],
  [
    'the letter I',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': `I${code.slice(1)}`,
      },
    },
    'fail',
    ['credit-code.character'],
  ],
  [
    'an institution with the code of a company',
    {},
    {
      entityGroup: 'public-institution',
      facts: {
        'entity.certificate.type': 'unified-code-institution',
        'entity.nature': 'public-institution',
        'entity.certificate.number': code,
      },
    },
    'fail',
    ['credit-code.nature-differs'],
  ],
  [
    'an old licence number',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': '110108000000016',
      },
    },
    'pass',
  ],
  [
    'an old number with a wrong check digit',
    {},
    {
      facts: {
        'entity.certificate.type': 'business-licence',
        'entity.certificate.number': '110108000000017',
      },
    },
    'fail',
    ['licence-15.check'],
  ],
  [
    'a certificate with numbers of its own',
    {},
    {
      facts: {
        'entity.certificate.type': 'medical-institution-licence',
        'entity.certificate.number': 'PDY00001',
      },
    },
    'pass',
  ],
  [
    'none',
    {},
    { facts: { 'entity.certificate.type': 'business-licence', 'entity.certificate.number': null } },
    'fail',
    ['entity.number-missing'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.certificate.type', 'entity.certificate.number']],
]);

const id = residentId('310115', '19800412', '317');
const person = {
  'principal.name': '林知远',
  'principal.idType': 'resident-id-card',
  'principal.idNumber': id,
  'serviceOwner.name': '林知远',
  'serviceOwner.idType': 'resident-id-card',
  'serviceOwner.idNumber': id,
};
cases('idNumberValid', [
  ['right', {}, { facts: person }, 'pass'],
  [
    'a wrong check digit',
    {},
    { facts: { ...person, 'principal.idNumber': id.slice(0, 17) + (id[17] === '0' ? '1' : '0') } },
    'fail',
    ['resident-id.check'],
  ],
  [
    'a day that does not exist',
    {},
    { facts: { ...person, 'principal.idNumber': residentId('310115', '19800231', '317') } },
    'fail',
    ['resident-id.birth-date'],
  ],
  [
    'another birth date than stated',
    {},
    { facts: { ...person, 'principal.birthDate': '1980-04-13' } },
    'pass',
    ['resident-id.birth-differs (warning)'],
  ],
  [
    'another gender than in the number',
    {},
    { facts: { ...person, 'principal.gender': '女' } },
    'pass',
    ['resident-id.gender-differs (warning)'],
  ],
  ['the gender of the number', {}, { facts: { ...person, 'principal.gender': '男' } }, 'pass'],
  [
    'a function for a name',
    {},
    { facts: { ...person, 'principal.name': '网管', 'serviceOwner.name': '网管' } },
    'fail',
    ['person.name-not-real'],
  ],
  [
    'the representative, where somebody else is principal',
    {},
    {
      facts: {
        ...person,
        'legalRepresentative.name': '周若溪',
        'legalRepresentative.idType': 'resident-id-card',
        'legalRepresentative.idNumber': residentId('310115', '19800231', '317'),
      },
    },
    'fail',
    ['resident-id.birth-date'],
  ],
  [
    'a form of address for a name',
    {},
    { facts: { ...person, 'principal.name': '林先生' } },
    'fail',
    ['person-name.title'],
  ],
  ['no name', {}, { facts: { ...person, 'principal.name': null } }, 'fail', ['person.name-not-real']],
  [
    'a Taiwan permit without its letters',
    { taiwanPermit: 'with-letters' },
    { facts: { ...person, 'principal.idType': 'taiwan-travel-permit', 'principal.idNumber': '01234567' } },
    'fail',
    ['person.taiwan-permit-letters'],
  ],
  [
    'unknown',
    {},
    { entityGroup: 'individual', facts: { 'principal.name': '林知远' } },
    'needs-human',
    [],
    ['principal.idType', 'principal.idNumber'],
  ],
]);
