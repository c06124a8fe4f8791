import { describe, expect, test } from 'vitest';
import type { CheckName, CheckParams } from '../../../../main/rules/evaluators/params.ts';
import { cleanFacts, shanghai } from './clean-facts.ts';
import { run, type Case } from './run.ts';

const clean = cleanFacts(shanghai).facts;
const at = (changes: Record<string, unknown>, more: Partial<Case> = {}): Case => ({
  ...more,
  facts: { ...clean, ...changes },
});

interface Row {
  check: CheckName;
  params: object;
  /** Facts that show the rule's condition not to be met. */
  elsewhere: Case;
  /** Facts under which the rule speaks. */
  given: Case;
  /** Without this fact nothing is said to be not applicable; `null`: the condition is not a fact. */
  undecidedWithout: string[] | null;
}

const row = <N extends CheckName>(
  check: N,
  params: Partial<CheckParams[N]>,
  elsewhere: Case,
  given: Case,
  undecidedWithout: string[] | null,
): Row => ({ check, params, elsewhere, given, undecidedWithout });

const same = {
  'serviceOwner.name': clean['principal.name'],
  'serviceOwner.idNumber': clean['principal.idNumber'],
};
const identity = ['serviceOwner.name', 'serviceOwner.idNumber'];
const sites = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ type: 'website', name: `站${i}`, domain: `site${i}.cn` }));

const rows: Row[] = [
  row(
    'keywordRequiresApproval',
    { category: 'news', keywords: ['新闻'], fields: ['service-name'], approvals: ['preapp-news'] },
    at({}),
    at({ 'service.name': '云帆澜新闻' }),
    ['service.name'],
  ),
  row(
    'keywordRequiresApproval',
    { category: 'general', fields: ['service-name'] },
    at({}),
    at({ 'service.preApprovals': [{ type: 'news', number: '1' }] }),
    ['service.preApprovals'],
  ),
  row(
    'materialRequired',
    { materials: ['domain-certificate'], when: 'holder-is-not-entity' },
    at({}),
    at({ 'domain.holderName': '林知远' }),
    ['domain.holderName'],
  ),
  row(
    'materialRequired',
    { materials: ['form-site-proposal'], when: 'entity-is-medical-institution' },
    at({}),
    at({ 'entity.name': '上海云帆澜医院' }),
    ['entity.nature'],
  ),
  row(
    'materialRequired',
    { materials: ['form-site-proposal'], when: 'content-is-online-diagnosis' },
    at({}),
    at({ 'service.plannedUse': '互联网诊疗' }),
    ['service.name', 'app.name'],
  ),
  row(
    'photoRequirement',
    { kind: 'backdrop', when: 'legal-representative-id-outside-region' },
    at({}),
    at({ 'legalRepresentative.idRegion': '320106' }),
    ['legalRepresentative.idRegion', 'legalRepresentative.idNumber'],
  ),
  row(
    'signatureOrSealRequired',
    { on: ['form-site-proposal'], seal: true },
    at({}),
    at({ documents: [{ material: 'form-site-proposal' }] }),
    ['documents'],
  ),
  row(
    'scanQuality',
    { materials: ['form-site-proposal'], colour: true },
    at({}),
    at({ documents: [{ material: 'form-site-proposal' }] }),
    ['documents'],
  ),
  row(
    'foreignLegalRepresentativePolicy',
    { policy: 'must-authorize-mainland-resident', origins: ['foreign'] },
    at({}),
    at({ 'legalRepresentative.origin': 'foreign', 'legalRepresentative.idType': 'passport' }),
    ['legalRepresentative.origin', 'legalRepresentative.idType'],
  ),
  row(
    'authorizationLetterRequired',
    { role: 'principal', when: 'not-legal-representative' },
    at({}),
    at({ 'principal.idNumber': clean['serviceOwner.idNumber'] }),
    ['legalRepresentative.name', 'legalRepresentative.idNumber'],
  ),
  row(
    'authorizationLetterRequired',
    { role: 'service-owner', when: 'not-legal-representative' },
    at(same),
    at({}),
    identity,
  ),
  row(
    'principalMustBeLegalRepresentative',
    { delegation: 'forbidden', when: 'finance-entity' },
    at({}),
    at({ 'entity.name': '上海云帆澜基金有限公司' }),
    ['entity.name'],
  ),
  row(
    'serviceOwnerMustEqualPrincipal',
    { when: 'legal-representative-is-foreign' },
    at({}),
    at({ 'legalRepresentative.origin': 'foreign' }),
    ['legalRepresentative.origin', 'legalRepresentative.idType'],
  ),
  row(
    'personNameConsistency',
    { rule: 'passport-shows-both-names' },
    at({ 'principal.idNumber': clean['serviceOwner.idNumber'] }),
    at({}),
    ['principal.idNumber', 'principal.name'],
  ),
  row(
    'materialsRequiredFromCount',
    { counts: 'total-services', atLeast: 30, materials: ['form-site-proposal'] },
    at({}),
    at({ 'ledger.filedServices': sites(29) }),
    ['order.services'],
  ),
  row(
    'maxServicesPerOrder',
    { unit: 'service', value: 1, whenFiledMoreThan: 10 },
    at({ 'order.services': sites(2) }),
    at({ 'order.services': sites(1) }),
    ['order.services'],
  ),
  row(
    'recordMismatchPolicy',
    { policy: 'must-match', fields: ['entity-name'] },
    at({}),
    at({ 'record.entity': { name: clean['entity.name'] } }, { filing: 'new-service' }),
    null,
  ),
  row('shellEntityCanAddService', { allowed: 'no' }, at({}), at({ 'entity.isShell': true }), [
    'entity.isShell',
    'ledger.filedServices',
  ]),
  row(
    'entityChangeAllowed',
    { value: 'none' },
    at({ 'entity.previousName': clean['entity.name'], 'entity.previousNumber': null }),
    at({ 'entity.previousName': '上海旧名科技有限公司' }),
    ['entity.previousName', 'record.entity'],
  ),
  row(
    'certificateTypeAllowed',
    { allowed: ['cert-law-firm'], entityNature: 'law-firm' },
    at({}),
    at({ 'entity.nature': 'law-firm', 'entity.certificate.type': 'law-firm-licence' }),
    ['entity.nature'],
  ),
  row(
    'licenceCopyRequirement',
    { copy: 'duplicate' },
    at({ 'entity.certificate.type': 'law-firm-licence' }),
    at({}),
    ['entity.certificate.type', 'entity.certificate.copy'],
  ),
  row(
    'individualBusinessFiling',
    { withTradeName: 'enterprise', withoutTradeName: 'not-accepted' },
    at({}),
    at({}, { entityGroup: 'individual-business' }),
    null,
  ),
  row(
    'investorField',
    { others: 'superior-unit-full-name' },
    at({}),
    at({}, { entityGroup: 'government' }),
    null,
  ),
  row(
    'personIdTypeAllowed',
    { roles: ['principal'], origins: ['hong-kong'], allowed: ['hk-macao-travel-permit'] },
    at({}),
    at({ 'principal.origin': 'hong-kong', 'principal.idType': 'hk-macao-travel-permit' }),
    ['principal.origin', 'principal.idType'],
  ),
  row(
    'idRegionPolicy',
    { roles: ['principal'], policy: 'any-region', when: 'individual-business-or-trading-company' },
    at({}),
    at({ 'entity.name': '上海云帆澜贸易有限公司' }),
    ['entity.name'],
  ),
  row(
    'remarkRequired',
    { when: 'content-is-game', level: 'service' },
    at({}),
    at({ 'service.name': '云帆游戏' }),
    ['service.contentTypes'],
  ),
  row(
    'remarkRequired',
    { when: 'education-keyword', level: 'service' },
    at({}),
    at({ 'entity.businessScope': '教育咨询' }),
    ['entity.name'],
  ),
  row(
    'serviceContentAllowed',
    { allowed: ['organization-portal'], unlessGroups: ['enterprise'] },
    at({}),
    at({}, { entityGroup: 'individual' }),
    null,
  ),
  row(
    'languageDeclaration',
    { mode: 'prior-approval', languages: ['tibetan'] },
    at({}),
    at({ 'service.languages': ['tibetan'] }),
    ['service.languages'],
  ),
  row(
    'addressDistrictMapping',
    { map: [{ from: '高新区', to: '西青区', remark: false }] },
    at({}),
    at({ 'entity.mailingAddress': '高新区青桐路1号' }),
    ['entity.mailingAddress'],
  ),
  row('onlineShopAddress', {}, at({}), at({ 'entity.certificate.address': '网络经营场所 www.a.cn' }), [
    'entity.certificate.address',
  ]),
  row(
    'domainCertificateRequired',
    { when: 'individual-to-enterprise' },
    at({ 'entity.previousName': null }),
    at({ 'entity.previousName': '林知远' }),
    ['entity.previousName'],
  ),
  row('samePersonSameContacts', { fields: ['mobile'] }, at({}), at(same), identity),
  row('contactsMustDifferBetweenPersons', { fields: ['mobile'] }, at(same), at({}), identity),
  row('phonesMustNotCross', {}, at(same), at({}), identity),
  row('distinctPhoneCount', { samePerson: 1 }, at({}), at(same), identity),
  row(
    'phoneMustBeLocal',
    { roles: ['principal'], kinds: ['mobile'], expectation: 'not-required' },
    at({}),
    at({}, {}),
    null,
  ),
  row(
    'documentMaxAge',
    { materials: ['form-site-proposal'], value: 3, unit: 'month' },
    at({}),
    at({ documents: [{ material: 'form-site-proposal', issuedOn: '2026-11-01' }] }),
    ['documents'],
  ),
  row(
    'changeOrderTypeOnly',
    { type: 'change-entity', when: 'principal-changes' },
    at({ 'order.changedFields': ['service.name'] }, { filing: 'change-service' }),
    at({ 'order.changedFields': ['principal'] }, { filing: 'change-entity' }),
    ['order.changedFields'],
  ),
  row(
    'smsVerification',
    { hours: 24, exempt: ['cancel-access'] },
    at({}, { filing: 'cancel-access' }),
    at({}, { filing: 'first' }),
    null,
  ),
  row(
    'serviceMigrationSupported',
    { supported: 'no', targetMayBeIndividual: false },
    at({}),
    at({}, { filing: 'migrate' }),
    null,
  ),
];

describe('a rule whose condition is not met', () => {
  test.each(rows.map((one) => [one.check, one] as const))('%s: passes and does not apply', (check, one) => {
    const { outcome, applies } = run(check, one.params, one.elsewhere);
    expect({ outcome, applies }).toEqual({ outcome: 'pass', applies: false });
  });

  test.each(rows.map((one) => [one.check, one] as const))('%s: applies where it is met', (check, one) => {
    const params = check === 'phoneMustBeLocal' ? { ...one.params, expectation: 'required' } : one.params;
    expect(run(check, params, one.given).applies).toBe(true);
  });

  test.each(rows.flatMap((one) => (one.undecidedWithout ? [[one.check, one] as const] : [])))(
    '%s: is not said to be elsewhere while the deciding fact is unknown',
    (check, one) => {
      const facts = { ...one.elsewhere.facts };
      for (const key of one.undecidedWithout!) delete facts[key];
      const { outcome, applies, missing } = run(check, one.params, { ...one.elsewhere, facts });
      expect({ outcome, applies }).toEqual({ outcome: 'needs-human', applies: true });
      expect(missing).not.toEqual([]);
    },
  );
});
