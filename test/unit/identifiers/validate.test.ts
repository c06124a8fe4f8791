import { describe, expect, test } from 'vitest';
import { emptyEntity, emptyPerson, emptyService } from '../../../main/dossiers/empty.ts';
import { entityProblems, personProblems, serviceProblems } from '../../../main/identifiers/validate.ts';
import type { EntityFields, Person, Service } from '../../../preload/contract/index.ts';
import { book } from '../rules/the-book.ts';

const ON = '2026-11-21';

type EntityPart = Partial<Omit<EntityFields, 'certificate'>> & {
  certificate?: Partial<EntityFields['certificate']>;
};

/** An invented company in Shanghai without a fault. */
function entity(part: EntityPart = {}): EntityFields {
  const empty = emptyEntity();
  return {
    ...empty,
    name: '上海示例贸易有限公司',
    nature: 'enterprise',
    group: 'enterprise',
    region: '310115',
    mailingAddress: '示范路7号楼3单元101室',
    licenceNumber: '沪ICP备2023123456号',
    ...part,
    certificate: {
      ...empty.certificate,
      type: 'business-licence',
      number: '91310115MA0000015C',
      region: '310115',
      validFrom: '2020-01-01',
      longTerm: true,
      ...part.certificate,
    },
  };
}

function person(part: Partial<Person> = {}): Person {
  return {
    ...emptyPerson('11111111-1111-4111-8111-111111111111'),
    name: '张三',
    idType: 'resident-id-card',
    idNumber: '310115199003071239',
    birthDate: '1990-03-07',
    gender: 'male',
    idRegion: '310115',
    mobile: '13800000001',
    emergencyPhone: '13800000002',
    officePhone: '021-65432109',
    email: 'zhang.san@example.com',
    ...part,
  };
}

function service(part: Partial<Service> = {}, domain: Partial<Service['domain']> = {}): Service {
  const empty = emptyService('22222222-2222-4222-8222-222222222222', part.type ?? 'website');
  return {
    ...empty,
    name: '示例贸易',
    homeUrl: 'www.example.com',
    ...part,
    domain: { ...empty.domain, name: 'example.com', expiresOn: '2027-11-21', ...domain },
  };
}

const ofEntity = (part: EntityPart) => entityProblems(entity(part), book);
const ofPerson = (part: Partial<Person>) => personProblems(person(part), ON);
const ofService = (part: Partial<Service>, domain: Partial<Service['domain']> = {}) =>
  serviceProblems(service(part, domain), book, ON);

describe('the fields of an entity', () => {
  test('that is right have no problem', () => expect(ofEntity({})).toEqual([]));

  test('that are all empty have no problem', () => expect(entityProblems(emptyEntity(), book)).toEqual([]));

  test('are named by their path', () => {
    const paths = ofEntity({
      licenceNumber: '粤ICP备12345678号',
      mailingAddress: '示范路7-3-101号',
      region: '990000',
      certificate: { number: '91310115MA0000015D', region: '310115' },
    }).map((p) => `${p.path} ${p.code}`);
    expect(paths).toEqual([
      'certificate.number credit-code.check',
      'region region.unknown',
      'mailingAddress address.symbol',
    ]);
    expect(ofEntity({ licenceNumber: '粤ICP备12345678号' })).toMatchObject([
      { path: 'licenceNumber', code: 'licence-number.province-differs' },
    ]);
  });

  test.each([
    ['business-licence', '110108000000016', []],
    ['business-licence', '110108000000017', ['licence-15.check']],
    ['org-code-enterprise', 'D2143569-X', []],
    ['org-code-enterprise', 'D2143569-1', ['organisation-code.check']],
    ['unified-code-government', '11310000000000051D', ['credit-code.check']],
    ['social-organization-certificate', '沪民社证字第0001号', []],
    ['military-unit-code', '12345', []],
    [null, '91310115MA0000015D', ['credit-code.check']],
    [null, '91310115MA000001', ['credit-code.length']],
    [null, '110108000000017', ['licence-15.check']],
    [null, 'D2143569-X', []],
  ])('a certificate of type %s with the number %s', (type, number, codes) =>
    expect(
      entityProblems(
        { ...emptyEntity(), certificate: { ...emptyEntity().certificate, type, number } },
        book,
      ).map((p) => p.code),
    ).toEqual(codes),
  );

  test('an individual’s certificate is checked as an ID', () =>
    expect(
      ofEntity({
        nature: 'individual',
        group: 'individual',
        certificate: { type: 'resident-id-card', number: '310115199003071238' },
      }),
    ).toMatchObject([{ path: 'certificate.number', code: 'resident-id.check', fix: '310115199003071239' }]));

  test('nature and group that contradict the credit code are offered from it', () =>
    expect(ofEntity({ nature: 'foundation', group: 'social-organization' })).toMatchObject([
      { path: 'nature', code: 'credit-code.nature-differs', fix: 'enterprise', severity: 'warning' },
      { path: 'group', code: 'credit-code.group-differs', fix: 'enterprise', severity: 'warning' },
    ]));

  test('a sole trader’s code corrects the group, and leaves the nature to the region', () => {
    const certificate = { number: '92310115MA000004XN' };
    expect(ofEntity({ group: 'individual-business', nature: 'individual', certificate })).toEqual([]);
    expect(ofEntity({ group: 'enterprise', certificate })).toMatchObject([
      { path: 'group', code: 'credit-code.group-differs', fix: 'individual-business' },
    ]);
  });

  test('a credit code of another province is only remarked', () =>
    expect(ofEntity({ certificate: { number: '91440300MA0000023W' } })).toMatchObject([
      {
        path: 'certificate.region',
        code: 'credit-code.province-differs',
        params: { provinceZh: '广东省', provinceEn: 'Guangdong' },
        severity: 'info',
      },
    ]));

  test('a licence that ends before it begins, or ends although long-term', () => {
    expect(ofEntity({ certificate: { longTerm: false, validTo: '2019-12-31' } })).toMatchObject([
      { path: 'certificate.validTo', code: 'date.reversed' },
    ]);
    expect(ofEntity({ certificate: { longTerm: true, validTo: '2030-12-31' } })).toMatchObject([
      { path: 'certificate.validTo', code: 'date.end-although-long-term', severity: 'warning' },
    ]);
  });

  test('an emoji in the name and the registry office as investor', () => {
    expect(ofEntity({ name: '示例公司🎉' })).toMatchObject([
      { path: 'name', code: 'text.control-character' },
    ]);
    expect(ofEntity({ investor: '浦东新区工商局' })).toMatchObject([
      { path: 'investor', code: 'text.forbidden-word', params: { word: '工商局' } },
    ]);
  });

  test('a character that the authorities’ interface cannot pass on gets a warning', () => {
    expect(ofEntity({ name: '上海𠮷示例有限公司' })).toMatchObject([
      { path: 'name', code: 'text.rare-character', params: { character: '𠮷' }, severity: 'warning' },
    ]);
    expect(ofEntity({ mailingAddress: '示范路𠮷祥里10号' })).toMatchObject([{ code: 'text.rare-character' }]);
    expect(ofPerson({ name: '张㛃' })).toMatchObject([{ path: 'name', code: 'text.rare-character' }]);
    expect(ofPerson({ name: '张喆·淼鑫' })).toEqual([]);
  });

  test('brackets, letters and line breaks of a real certificate are no problem', () =>
    expect(ofEntity({ name: '示例（上海）ABC有限公司', remark: '第一行\n第二行' })).toEqual([]));
});

describe('the fields of a person', () => {
  test('that are right have no problem', () => expect(ofPerson({})).toEqual([]));

  test('that are all empty have no problem', () =>
    expect(personProblems(emptyPerson('11111111-1111-4111-8111-111111111111'), ON)).toEqual([]));

  test('an ID number is checked before its type is chosen', () =>
    expect(ofPerson({ idType: null, idNumber: '310115199003071238' })).toMatchObject([
      { path: 'idNumber', code: 'resident-id.check', fix: '310115199003071239' },
    ]));

  test('birth, sex and region that contradict the number are offered from it', () =>
    expect(ofPerson({ birthDate: '1990-03-08', gender: 'female', idRegion: '310114' })).toMatchObject([
      { path: 'birthDate', code: 'resident-id.birth-differs', fix: '1990-03-07' },
      { path: 'gender', code: 'resident-id.gender-differs', fix: 'male' },
      { path: 'idRegion', code: 'resident-id.region-differs', fix: '310115', severity: 'warning' },
    ]));

  test('a document that ended yesterday has expired, one that ends today has not', () => {
    expect(ofPerson({ idValidTo: '2026-11-20' })).toMatchObject([
      { path: 'idValidTo', code: 'date.expired' },
    ]);
    expect(ofPerson({ idValidTo: '2026-11-21' })).toEqual([]);
    expect(ofPerson({ idValidTo: '2026-11-20', idLongTerm: true })).toMatchObject([
      { path: 'idValidTo', code: 'date.end-although-long-term' },
    ]);
  });

  test('the emergency phone must be another one, however it is written', () =>
    expect(ofPerson({ emergencyPhone: '+8613800000001' }).map((p) => `${p.path} ${p.code}`)).toEqual([
      'emergencyPhone text.spelling',
      'emergencyPhone emergency-phone.same-as-mobile',
    ]));

  test('phones and mail are each checked', () =>
    expect(
      ofPerson({ mobile: '12800000001', officePhone: '65432109', email: 'nobody' }).map((p) => p.path),
    ).toEqual(['mobile', 'officePhone', 'email']));
});

describe('the fields of a service', () => {
  test('that are right have no problem', () => expect(ofService({})).toEqual([]));

  test('that are all empty have no problem', () =>
    expect(serviceProblems(emptyService('22222222-2222-4222-8222-222222222222', 'app'), book, ON)).toEqual(
      [],
    ));

  test('domain, home page and number are each checked', () =>
    expect(
      ofService(
        { homeUrl: 'www.example.org', licenceNumber: '沪ICP备2023123456号-1A' },
        { name: 'example.io' },
      ),
    ).toMatchObject([
      { path: 'domain.name', code: 'domain.suffix-not-approved' },
      { path: 'homeUrl', code: 'home-url.other-domain', fix: 'www.example.io' },
      { path: 'licenceNumber', code: 'licence-number.letter', fix: '沪ICP备2023123456号-1' },
    ]));

  test('dates that are past or not yet come', () => {
    expect(ofService({}, { expiresOn: '2026-11-20' })).toMatchObject([
      { path: 'domain.expiresOn', code: 'date.expired' },
    ]);
    expect(ofService({}, { expiresOn: ON, realNameVerifiedOn: ON })).toEqual([]);
    expect(
      ofService({ numberIssuedOn: '2026-11-22' }, { realNameVerifiedOn: '2026-11-22' }).map((p) => p.path),
    ).toEqual(['domain.realNameVerifiedOn', 'numberIssuedOn']);
  });

  test('every IP range of every access is named by its place', () => {
    const access = {
      id: '33333333-3333-4333-8333-333333333333',
      provider: 'huawei-cloud',
      account: null,
      method: [],
      serverLocations: [],
      resourceCount: null,
    };
    expect(
      ofService({
        accesses: [
          { ...access, ipRanges: [{ from: '47.1.2.3', to: '47.1.2.3' }] },
          {
            ...access,
            ipRanges: [
              { from: '', to: '' },
              { from: '47.1.2.9', to: '10.0.0.1' },
            ],
          },
        ],
      }).map((p) => `${p.path} ${p.code}`),
    ).toEqual(['accesses.1.ipRanges.1.to ip.not-public', 'accesses.1.ipRanges.1.to ip.reversed']);
  });

  test('an app’s fingerprints, package names and domains', () => {
    const platform = { packageName: 'com.example.app', publicKey: null, fingerprint: null };
    expect(
      ofService({
        type: 'app',
        licenceNumber: '沪ICP备2023123456号-1A',
        app: {
          platforms: [
            { ...platform, platform: 'android', fingerprint: 'A1'.repeat(16) },
            {
              ...platform,
              platform: 'android',
              packageName: 'example',
              fingerprint: 'A1:'.repeat(15) + 'A1',
            },
            { ...platform, platform: 'ios', fingerprint: 'A1'.repeat(16) },
            { ...platform, platform: 'ios', fingerprint: 'a1'.repeat(20) },
          ],
          domains: ['api.example.com', 'https://api.example.com'],
          sdks: [],
        },
      }).map((p) => `${p.path} ${p.code}`),
    ).toEqual([
      'app.platforms.1.packageName app.package-name',
      'app.platforms.1.fingerprint text.spelling',
      'app.platforms.2.fingerprint app.ios-fingerprint',
      'app.domains.1 text.spelling',
    ]);
  });
});
