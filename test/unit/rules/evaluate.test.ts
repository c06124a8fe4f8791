import { describe, expect, test } from 'vitest';
import { evaluate, evaluateFactsFile, type CompleteFactsFile } from '../../../main/rules/evaluate.ts';
import { parseFactsFile } from '../../../main/rules/facts.ts';
import { selectRules } from '../../../main/rules/select.ts';
import { findingCodes } from '../../../preload/messages/findings.ts';
import { book } from './the-book.ts';
import {
  beijing,
  cleanFacts,
  documents,
  guangdong,
  shanghai,
  withFacts,
  withoutDocument,
} from './evaluators/clean-facts.ts';

const judge = (file: CompleteFactsFile) => {
  parseFactsFile(book, file);
  return evaluateFactsFile(book, file);
};
const errors = (file: CompleteFactsFile): string[] =>
  judge(file)
    .findings.filter((finding) => finding.severity === 'error')
    .map((finding) => finding.code);

describe('a clean dossier', () => {
  const cases = [shanghai, guangdong, beijing].flatMap((place) =>
    (['first', 'new-service'] as const).map(
      (filing) => [place.company, filing, cleanFacts(place, filing)] as const,
    ),
  );
  test.each(cases)('of %s has no error for the filing %s', (_name, _filing, file) => {
    expect(errors(file)).toEqual([]);
  });

  test('leaves nothing unchecked for want of a fact', () => {
    for (const [, , file] of cases)
      expect(judge(file).unchecked.filter((entry) => entry.because === 'missing-facts')).toEqual([]);
  });

  test('has every required material attached', () => {
    for (const [, , file] of cases)
      expect(judge(file).materials.filter((demand) => demand.required && !demand.attached)).toEqual([]);
  });
});

describe('one mistake gives one error', () => {
  const sh = cleanFacts(shanghai);
  const gd = cleanFacts(guangdong);
  const bj = cleanFacts(beijing);
  const newService = cleanFacts(shanghai, 'new-service');
  const mutations: [string, CompleteFactsFile, string[]][] = [
    [
      'a mobile number with ten digits',
      withFacts(sh, { 'serviceOwner.mobile': '1391234003' }),
      ['mobile.length'],
    ],
    [
      'a wrong check digit in an ID number',
      withFacts(gd, {
        'serviceOwner.idNumber': (gd.facts['serviceOwner.idNumber'] as string).replace(/.$/, (c) =>
          c === '1' ? '2' : '1',
        ),
      }),
      ['resident-id.check'],
    ],
    [
      'a wrong check character in the credit code',
      withFacts(bj, {
        'entity.certificate.number': (bj.facts['entity.certificate.number'] as string).replace(/.$/, (c) =>
          c === '1' ? '2' : '1',
        ),
        'domain.holderCertificateNumber': undefined,
      }),
      ['credit-code.check'],
    ],
    [
      'one mobile for two persons',
      withFacts(sh, { 'serviceOwner.mobile': sh.facts['principal.mobile'] }),
      ['contact.shared-by-two-persons'],
    ],
    [
      'an emergency number equal to the own mobile',
      withFacts(gd, { 'principal.emergencyPhone': gd.facts['principal.mobile'] }),
      ['contact.emergency-equals-mobile'],
    ],
    [
      'no emergency number',
      withFacts(gd, { 'principal.emergencyPhone': null }),
      ['contact.emergency-missing'],
    ],
    ['an e-mail address without @', withFacts(bj, { 'principal.email': 'lin.yunfanlan.cn' }), ['email.at']],
    [
      'a domain that ends in two months',
      withFacts(gd, { 'domain.expiresOn': '2027-01-25' }),
      ['domain.expires-soon'],
    ],
    ['an expired domain', withFacts(bj, { 'domain.expiresOn': '2026-11-01' }), ['domain.expired']],
    [
      'a licence that ends in eleven months, in Shanghai',
      withFacts(sh, { 'entity.certificate.validTo': '2027-10-25' }),
      ['document.remaining-too-short'],
    ],
    [
      'a licence that ends in eleven months, in Guangdong',
      withFacts(gd, { 'entity.certificate.validTo': '2027-10-25' }),
      [],
    ],
    [
      "a service owner's ID that ends in two months",
      withFacts(bj, { 'serviceOwner.idValidTo': '2027-01-25' }),
      ['document.remaining-too-short'],
    ],
    [
      'a national word in the name',
      withFacts(sh, { 'service.name': '中国云帆澜官网' }),
      ['name.forbidden-word'],
    ],
    [
      'an interactive word in the name',
      withFacts(gd, { 'service.name': '云帆澜论坛网' }),
      ['name.word-needs-approval'],
    ],
    ['a name of two characters', withFacts(bj, { 'service.name': '云帆' }), ['name.too-few-chinese']],
    ['no letter for the service owner', withoutDocument(sh, 'form-poa-owner'), ['document.missing']],
    ['no letter for the service owner, in Guangdong', withoutDocument(gd, 'form-poa-owner'), []],
    [
      'no commitment letter, in Guangdong',
      withoutDocument(gd, 'form-filing-commitment'),
      ['document.missing'],
    ],
    ['no licence', withoutDocument(bj, 'cert-business-licence'), ['document.missing']],
    ['no licence, in Guangdong', withoutDocument(gd, 'cert-business-licence'), ['document.missing']],
    [
      'a letter from before the summer',
      withFacts(sh, {
        documents: documents(shanghai).map((doc) =>
          doc['material'] === 'form-poa-owner' ? { ...doc, issuedOn: '2026-06-01' } : doc,
        ),
      }),
      ['document.too-old'],
    ],
    [
      "the back of the principal's ID missing",
      withFacts(gd, {
        documents: documents(guangdong).filter(
          (doc) => !(doc['material'] === 'id-resident-back' && doc['owner'] === 'principal'),
        ),
      }),
      ['document.missing'],
    ],
    [
      'a domain held by somebody else',
      withFacts(bj, { 'domain.holderName': '杭州别家网络有限公司', 'domain.holderCertificateNumber': null }),
      ['domain.holder-other'],
    ],
    ['privacy protection on', withFacts(sh, { 'domain.privacyOn': true }), ['domain.privacy-on']],
    [
      'a suffix that is not approved',
      withFacts(sh, {
        'service.domain': 'yunfanlan.io',
        'domain.name': 'yunfanlan.io',
        'domain.suffix': '.io',
        'service.homeUrl': 'www.yunfanlan.io',
      }),
      ['domain.suffix-not-approved'],
    ],
    [
      'a suffix that Beijing refuses',
      withFacts(bj, {
        'service.domain': 'yunfanlan.icu',
        'domain.name': 'yunfanlan.icu',
        'domain.suffix': '.icu',
        'service.homeUrl': 'www.yunfanlan.icu',
      }),
      ['domain.suffix-refused'],
    ],
    [
      'the same suffix in Shanghai',
      withFacts(sh, {
        'service.domain': 'yunfanlan.icu',
        'domain.name': 'yunfanlan.icu',
        'domain.suffix': '.icu',
        'service.homeUrl': 'www.yunfanlan.icu',
      }),
      [],
    ],
    [
      'www in front of the domain',
      withFacts(gd, { 'service.domain': 'www.yunfanlan.cn' }),
      ['domain.subdomain'],
    ],
    [
      'a home URL with a path',
      withFacts(gd, { 'service.homeUrl': 'www.yunfanlan.cn/index.html' }),
      ['home-url.more-than-host'],
    ],
    [
      'a registrar abroad',
      withFacts(bj, { 'domain.registrarIsDomestic': false }),
      ['domain.registrar-foreign'],
    ],
    [
      'a certificate of another province',
      withFacts(sh, {
        'entity.certificate.region': '330106',
        'entity.certificate.address': '杭州市西湖区青桐路1号',
      }),
      ['entity.certificate-of-other-province'],
    ],
    [
      '市辖区 in the address',
      withFacts(sh, { 'entity.mailingAddress': '市辖区浦东新区青桐路88号3号楼502室' }),
      ['address.forbidden-word'],
    ],
    [
      'an address in symbols',
      withFacts(gd, { 'entity.mailingAddress': '南山区青桐路66号7-3-101' }),
      ['address.symbols'],
    ],
    [
      'an address in another city of Guangdong',
      withFacts(gd, { 'entity.mailingAddress': '广州市天河区青桐路66号1203室' }),
      ['address.other-city'],
    ],
    [
      'a principal who is not the legal representative',
      withFacts(sh, { 'principal.name': '周若溪', ...copyOwner(sh) }),
      ['person.principal-not-legal-representative'],
    ],
    [
      'a finance word in the scope, in Guangdong',
      withFacts(gd, { 'entity.businessScope': '软件开发；小额贷款咨询' }),
      ['keyword.needs-approval'],
    ],
    ['the same scope in Shanghai', withFacts(sh, { 'entity.businessScope': '软件开发；小额贷款咨询' }), []],
    [
      'an education word in the scope, in Shanghai',
      withFacts(sh, { 'entity.businessScope': '软件开发；教育咨询' }),
      ['keyword.needs-approval'],
    ],
    [
      'the same scope in Beijing, where only the name counts',
      withFacts(bj, { 'entity.businessScope': '软件开发；教育咨询' }),
      [],
    ],
    [
      'an abnormal registry status',
      withFacts(bj, { 'entity.registryStatus': '经营异常' }),
      ['entity.abnormal'],
    ],
    [
      'an investor who is nobody',
      withFacts(sh, { 'entity.investor': '工商局' }),
      ['entity.investor-registry'],
    ],
    [
      'a site that is open before its number',
      withFacts(sh, { 'service.siteReachable': true }),
      ['site.open-before-number'],
    ],
    [
      'a filed site that does not open',
      withFacts(newService, { 'ledger.filedServices': [{ ...filed(newService), reachable: false }] }),
      ['site.not-reachable'],
    ],
    [
      'an order still open elsewhere',
      withFacts(newService, {
        'ledger.openOrders': [
          {
            provider: 'tencent-cloud',
            filingType: 'change-entity',
            submittedOn: '2026-11-10',
            state: 'authority-review',
          },
        ],
      }),
      ['order.another-open'],
    ],
    [
      'two domains for one site',
      withFacts(sh, {
        'order.services': [
          {
            type: 'website',
            name: '云帆澜官网',
            domain: 'yunfanlan.cn',
            domains: ['yunfanlan.cn', 'yunfanlan.com'],
          },
        ],
      }),
      ['service.too-many-domains'],
    ],
    [
      'a mobile that another entity of the group uses',
      withFacts(gd, {
        'ledger.people': [
          {
            entity: '珠海旁流贸易有限公司',
            role: 'service-owner',
            name: '陈以南',
            idNumber: null,
            mobile: '13912340033',
            email: null,
          },
        ],
      }),
      ['group.used-by-other-entity'],
    ],
  ];

  test.each(mutations)('%s', (_title, file, expected) => {
    expect(errors(file)).toEqual(expected);
  });
});

function copyOwner(file: CompleteFactsFile): Record<string, unknown> {
  const owner = Object.entries(file.facts).filter(([key]) => key.startsWith('serviceOwner.'));
  return Object.fromEntries(owner.map(([key, value]) => [key.replace('serviceOwner.', 'principal.'), value]));
}

const filed = (file: CompleteFactsFile) =>
  (file.facts['ledger.filedServices'] as Record<string, unknown>[])[0];

describe('one legal representative of several entities', () => {
  const representative = cleanFacts(guangdong).facts['legalRepresentative.idNumber'];
  const sister = (mobile: string) => [
    {
      entity: '珠海旁流贸易有限公司',
      role: 'legal-representative',
      name: '林知远',
      idNumber: representative,
      mobile: null,
      email: null,
    },
    {
      entity: '珠海旁流贸易有限公司',
      role: 'principal',
      name: '林知远',
      idNumber: representative,
      mobile,
      email: 'lin@yunfanlan.cn',
    },
  ];

  test('may use the same contacts everywhere', () => {
    expect(errors(withFacts(cleanFacts(guangdong), { 'ledger.people': sister('13912340011') }))).toEqual([]);
  });

  test('must use the same contacts everywhere', () => {
    expect(errors(withFacts(cleanFacts(guangdong), { 'ledger.people': sister('13912340099') }))).toEqual([
      'group.same-person-other-contact',
    ]);
  });
});

/** The certificate of an overseas company's office is asked for by two rules. */
const OFFICE_RULES = ['national-entity-certificate', 'national-overseas-company'];
const office = (papers: Record<string, unknown>[]): CompleteFactsFile => {
  const clean = withoutDocument(cleanFacts(shanghai), 'cert-business-licence');
  return {
    ...withFacts(clean, {
      'entity.nature': 'overseas-organization',
      'entity.certificate.type': 'foreign-rep-office-certificate',
      documents: [...(clean.facts['documents'] as Record<string, unknown>[]), ...papers],
    }),
    entityGroup: 'other-organization',
  };
};

describe('a finding', () => {
  const file = withFacts(cleanFacts(shanghai), { 'entity.certificate.validTo': '2027-10-25' });
  const [finding] = judge(file).findings.filter((x) => x.severity === 'error');

  test('says the measured value, the right one and the next step in both languages', () => {
    expect(finding).toMatchObject({
      ruleId: '310000-licence-12m',
      check: 'documentMinRemaining',
      path: 'entity.certificate.validTo',
      message: {
        'zh-CN': '主体证件 2027-10-25 到期，2026-11-25 提交时剩余有效期须超过 1 年',
        en: 'The entity certificate ends on 2027-10-25; on 2026-11-25 more than 1 year must be left',
      },
      fix: { 'zh-CN': '换发证件，使有效期晚于 2027-11-25' },
    });
  });

  test('carries the sources of its rule', () => {
    expect(finding!.sources).toEqual(book.rulesById.get('310000-licence-12m')!.sources);
  });

  test('is given once with the sources of all rules that found it', () => {
    const found = judge(office([])).findings.filter(
      (x) => x.code === 'document.missing' && String(x.params['materials']) === 'cert-foreign-rep-office',
    );
    expect(found).toHaveLength(1);
    const rules = OFFICE_RULES.map((id) => book.rulesById.get(id)!);
    for (const source of rules.flatMap((rule) => rule.sources))
      expect(found[0]!.sources).toContainEqual(source);
  });

  test('of a recommended rule is a warning', () => {
    const codes = judge(cleanFacts(shanghai)).findings.map((x) => [x.ruleId, x.severity]);
    expect(codes).toContainEqual(['310000-commitment', 'warning']);
  });
});

describe('unknown facts', () => {
  const cases = [...book.regions.keys()].flatMap((region) =>
    book.enumerations.entityGroups.flatMap(({ id: entityGroup }) =>
      book.enumerations.filingTypes.flatMap(({ id: filing }) =>
        ['website', 'app'].map((service) => ({ region, entityGroup, filing, service, on: '2026-11-21' })),
      ),
    ),
  );

  test('give no finding in any region, group, filing and service', () => {
    for (const wanted of cases) {
      const { findings } = evaluateFactsFile(book, { ...wanted, facts: {} });
      // Which filing types a region takes is known from the case alone.
      const found = findings.filter((x) => x.code !== 'order.type-not-offered');
      expect(found.map((x) => [wanted, x.code])).toEqual([]);
    }
  });

  test('let a rule pass only where its parameters or the filing alone decide it', () => {
    const passes = new Set<string>();
    for (const wanted of cases)
      for (const { rule, outcome } of evaluateFactsFile(book, { ...wanted, facts: {} }).outcomes)
        if (outcome === 'pass') passes.add(rule.check!.name);
    expect([...passes].sort()).toEqual(
      [
        // The rule says that nothing is asked for.
        'authorizationLetterRequired',
        'idRegionPolicy',
        'phoneMustBeLocal',
        'recordMismatchPolicy',
        'shellEntityCanAddService',
        'changeOrderTypeOnly',
        // The rule does not bind this group.
        'serviceContentAllowed',
        // A first filing has nothing filed before it.
        'filedSitesMustBeReachable',
        'materialsRequiredFromCount',
        // One person alone in both roles.
        'samePersonSameContacts',
      ].sort(),
    );
  });

  test('list the materials as not attached, without calling them missing', () => {
    const { materials, findings } = evaluateFactsFile(book, {
      ...withFacts(cleanFacts(shanghai), { documents: undefined }),
    });
    expect(findings).toEqual([]);
    expect(materials.length).toBeGreaterThan(5);
    expect(materials.every((demand) => !demand.attached)).toBe(true);
  });
});

describe('the material list', () => {
  test('asks a person in both roles for one ID', () => {
    const file = cleanFacts(guangdong);
    const owner = Object.fromEntries(
      Object.entries(file.facts)
        .filter(([key]) => key.startsWith('principal.'))
        .map(([key, value]) => [key.replace('principal.', 'serviceOwner.'), value]),
    );
    const { materials } = judge(withFacts(file, owner));
    const ids = materials.filter((demand) => demand.material.startsWith('id-'));
    expect(ids.map((demand) => [demand.material, demand.owner])).toEqual([
      ['id-resident-front', 'principal'],
      ['id-resident-back', 'principal'],
    ]);
  });

  test('asks by the type of the ID', () => {
    const file = withFacts(cleanFacts(shanghai), {
      'serviceOwner.idType': 'hk-macao-travel-permit',
      'serviceOwner.origin': 'hong-kong',
      'serviceOwner.idNumber': 'H12345678',
    });
    const { materials } = judge(file);
    expect(
      materials
        .filter((x) => x.owner === 'service-owner' && x.material.startsWith('id-'))
        .map((x) => x.material),
    ).toEqual(['id-hk-macao-permit']);
  });

  test('merges one material over its rules', () => {
    const papers = [{ material: 'cert-foreign-rep-office', owner: 'entity' }];
    const licence = judge(office(papers)).materials.filter((x) => x.material === 'cert-foreign-rep-office');
    expect(licence).toHaveLength(1);
    expect(licence[0]!.ruleIds).toEqual(OFFICE_RULES);
  });

  test('falls back to the base set where no rule asks', () => {
    const file = cleanFacts(guangdong);
    const { region, entityGroup, filing, service, on } = file;
    const rules = selectRules(book, { region, entityGroup, filing, service, on }).filter(
      (rule) => rule.check?.name !== 'certificateTypeAllowed',
    );
    const ctx = {
      facts: { ...file.facts, documents: [] },
      region,
      entityGroup,
      filing,
      service,
      on,
      provider: null,
      book,
    };
    const { materials, findings } = evaluate(rules, ctx);
    expect(materials).toContainEqual({
      material: 'cert-business-licence',
      alternatives: [],
      required: true,
      attached: false,
      ruleIds: [],
      owner: null,
    });
    expect(findings.some((x) => x.ruleId === 'first-organization' && x.code === 'document.missing')).toBe(
      true,
    );
  });
});

test('no sentence is empty or the same in both languages', () => {
  expect(findingCodes.length).toBeGreaterThan(100);
  for (const place of [shanghai, guangdong, beijing])
    for (const finding of judge(withFacts(cleanFacts(place), { documents: [], 'domain.privacyOn': true }))
      .findings) {
      expect(finding.message['zh-CN']).not.toBe(finding.message.en);
      expect(finding.fix!['zh-CN'].length).toBeGreaterThan(1);
      expect(`${finding.message['zh-CN']}${finding.message.en}${finding.fix!.en}`).not.toMatch(
        /undefined|null|NaN|\[object/,
      );
    }
});

test('judges quickly enough for a whole group', () => {
  const file = cleanFacts(guangdong, 'new-service');
  evaluateFactsFile(book, file);
  const started = performance.now();
  for (let i = 0; i < 300; i += 1) evaluateFactsFile(book, file);
  // The goal for 300 dossiers is two seconds on an idle machine; a busy one may take longer.
  expect(performance.now() - started).toBeLessThan(6000);
});
