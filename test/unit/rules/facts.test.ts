import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../main/errors.ts';
import { FACT_ITEMS } from '../../../main/rules/fact-items.ts';
import { factsJsonSchema, parseFactsFile } from '../../../main/rules/facts.ts';
import { book } from './the-book.ts';

const schema = factsJsonSchema(book);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const matchesSchema = ajv.compile(schema);

const good = {
  region: '310000',
  entityGroup: 'enterprise',
  filing: 'first',
  service: 'website',
  provider: 'huawei-cloud',
  on: '2026-11-21',
  facts: {
    'entity.name': '上海示例贸易有限公司',
    'entity.region': '310115',
    'entity.hasSeal': true,
    'entity.certificate.type': 'business-licence',
    'entity.certificate.validTo': '2028-02-29',
    'entity.previousName': null,
    'principal.idRegion': '310115',
    'service.contentTypes': ['organization-portal'],
    'service.liveNames': ['示例'],
    'access.ipRanges': [{ from: '47.1.2.3', to: '47.1.2.3' }],
    'access.resourceCount': 2,
    'order.region': '310000',
    'order.smsDeadline': '2026-11-21T10:00:00+08:00',
    'order.services': [{ type: 'website', name: '示例', domain: 'example.com', domains: ['example.com'] }],
    documents: [
      {
        material: 'cert-business-licence',
        owner: 'entity',
        issuedOn: null,
        validTo: '2028-01-01',
        copies: 1,
        page: 3,
      },
    ],
    'ledger.openOrders': [],
    'ledger.resources': [
      { provider: 'huawei-cloud', kind: 'server', location: 'hong-kong', months: 12, sitesFiled: 0 },
    ],
    'record.entity': null,
    'record.service': { anything: ['goes'] },
    'external.livePage': { seen: true },
    'secrets.filingPassword': true,
  },
};

type Json = Record<string, unknown>;
const withFact = (key: string, value: unknown): Json => ({ ...good, facts: { ...good.facts, [key]: value } });
const withField = (key: string, value: unknown): Json => ({ ...good, [key]: value });
const without = (key: string): Json => Object.fromEntries(Object.entries(good).filter(([k]) => k !== key));

function outcome(
  json: unknown,
): { code: string; field: unknown; rule?: unknown; value?: unknown } | 'accepted' {
  try {
    parseFactsFile(book, json);
    return 'accepted';
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    const { code, params } = cause.failure;
    const { field, rule, value } = params;
    return { code, field, ...(rule === undefined ? { value } : { rule }) };
  }
}

const GOOD: [string, unknown][] = [
  ['a full file', good],
  ['an empty set of facts', { ...good, facts: {} }],
  [
    'no filing, no provider, no day',
    { region: '310000', entityGroup: 'enterprise', service: 'app', facts: {} },
  ],
  ['no provider at all', withField('provider', null)],
  ['the id of a nature instead of a group', withField('entityGroup', 'law-firm')],
  ['29 February of a leap year', withField('on', '2000-02-29')],
  ['every fact null', withFactsNull()],
  [
    'a document of which only the material is known',
    withFact('documents', [{ material: 'form-verification' }]),
  ],
  ['an instant in UTC with fractions', withFact('order.smsDeadline', '2026-11-21T10:00:00.123Z')],
];

function withFactsNull(): Json {
  return { ...good, facts: Object.fromEntries([...book.facts.keys()].map((key) => [key, null])) };
}

const BAD: [string, unknown, object][] = [
  [
    'an unknown fact',
    withFact('entity.nmae', 'x'),
    { code: 'input.invalid', field: 'entity.nmae', rule: 'known' },
  ],
  ['a fact named like a built-in', withFact('constructor', 'x'), { field: 'constructor', rule: 'known' }],
  ['a number for a text', withFact('entity.name', 3), { field: 'entity.name', rule: 'string' }],
  [
    'a text for a number',
    withFact('access.resourceCount', '2'),
    { field: 'access.resourceCount', rule: 'integer' },
  ],
  [
    'half a resource',
    withFact('access.resourceCount', 1.5),
    { field: 'access.resourceCount', rule: 'integer' },
  ],
  [
    'fewer than none',
    withFact('access.resourceCount', -1),
    { field: 'access.resourceCount', rule: 'integer' },
  ],
  ['“yes” for true', withFact('entity.hasSeal', 'yes'), { field: 'entity.hasSeal', rule: 'boolean' }],
  [
    'a value outside its list',
    withFact('entity.nature', 'company'),
    {
      code: 'input.unknown-value',
      field: 'entity.nature',
      value: 'company',
    },
  ],
  [
    'a value outside its list in an array',
    withFact('service.contentTypes', ['other', 'shop']),
    {
      code: 'input.unknown-value',
      field: 'service.contentTypes[1]',
      value: 'shop',
    },
  ],
  [
    'one value for a list',
    withFact('service.contentTypes', 'other'),
    { field: 'service.contentTypes', rule: 'array' },
  ],
  [
    'a day that is none',
    withFact('domain.expiresOn', '2026-02-29'),
    { field: 'domain.expiresOn', rule: 'iso_date' },
  ],
  [
    '29 February of 1900',
    withFact('domain.expiresOn', '1900-02-29'),
    { field: 'domain.expiresOn', rule: 'iso_date' },
  ],
  ['31 April', withFact('domain.expiresOn', '2026-04-31'), { field: 'domain.expiresOn', rule: 'iso_date' }],
  ['an instant for a day', withFact('domain.expiresOn', '2026-01-01T00:00:00Z'), { rule: 'iso_date' }],
  ['a day for an instant', withFact('order.smsDeadline', '2026-11-21'), { rule: 'iso_timestamp' }],
  [
    'an instant without its zone',
    withFact('order.smsDeadline', '2026-11-21T10:00:00'),
    { rule: 'iso_timestamp' },
  ],
  ['25 o’clock', withFact('order.smsDeadline', '2026-11-21T25:00:00Z'), { rule: 'iso_timestamp' }],
  [
    'a region of four digits',
    withFact('entity.region', '3101'),
    { field: 'entity.region', rule: 'region_code' },
  ],
  [
    'a county as the region of the order',
    withFact('order.region', '310115'),
    {
      code: 'input.unknown-value',
      field: 'order.region',
    },
  ],
  ['documents that are no list', withFact('documents', {}), { field: 'documents', rule: 'array' }],
  [
    'a document that is no object',
    withFact('documents', ['form']),
    { field: 'documents[0]', rule: 'object' },
  ],
  ['a null document', withFact('documents', [null]), { field: 'documents[0]', rule: 'object' }],
  [
    'a document without material',
    withFact('documents', [{ owner: 'entity' }]),
    {
      field: 'documents[0].material',
      rule: 'required',
    },
  ],
  [
    'a document of unknown material',
    withFact('documents', [{ material: 'a-paper' }]),
    {
      code: 'input.unknown-value',
      field: 'documents[0].material',
      value: 'a-paper',
    },
  ],
  [
    'a document of an unknown owner',
    withFact('documents', [{ material: 'form-verification', owner: 'boss' }]),
    {
      code: 'input.unknown-value',
      field: 'documents[0].owner',
      value: 'boss',
    },
  ],
  [
    'half an IP range',
    withFact('access.ipRanges', [{ from: '47.1.2.3' }]),
    {
      field: 'access.ipRanges[0].to',
      rule: 'required',
    },
  ],
  [
    'a service of an unknown type',
    withFact('order.services', [{ type: 'site' }]),
    { field: 'order.services[0].type' },
  ],
  [
    'domains that are numbers',
    withFact('order.services', [{ domains: [1] }]),
    {
      field: 'order.services[0].domains[0]',
      rule: 'string',
    },
  ],
  ['a list as a record', withFact('record.entity', []), { field: 'record.entity', rule: 'object' }],
  [
    'a location that is no province',
    withFact('ledger.resources', [{ location: 'hongkong' }]),
    {
      code: 'input.unknown-value',
      field: 'ledger.resources[0].location',
    },
  ],
  ['an unknown field beside the facts', withField('date', '2026-11-21'), { field: 'date', rule: 'known' }],
  ['no region', without('region'), { field: 'region', rule: 'required' }],
  ['no facts', without('facts'), { field: 'facts', rule: 'required' }],
  ['facts that are a list', withField('facts', []), { field: 'facts', rule: 'object' }],
  ['a region nobody knows', withField('region', '710000'), { code: 'input.unknown-value', field: 'region' }],
  ['a county as the region', withField('region', '310115'), { code: 'input.unknown-value', field: 'region' }],
  [
    'a group nobody knows',
    withField('entityGroup', 'company'),
    { code: 'input.unknown-value', field: 'entityGroup' },
  ],
  ['a filing nobody knows', withField('filing', 'renew'), { code: 'input.unknown-value', field: 'filing' }],
  ['a filing that is null', withField('filing', null), { field: 'filing' }],
  ['a service nobody knows', withField('service', 'site'), { code: 'input.unknown-value', field: 'service' }],
  [
    'a provider nobody knows',
    withField('provider', 'nobody'),
    { code: 'input.unknown-value', field: 'provider' },
  ],
  ['a day that is none', withField('on', '2026-13-01'), { field: 'on', rule: 'iso_date' }],
  ['a text', 'facts', { field: '', rule: 'object' }],
  ['null', null, { field: '', rule: 'object' }],
];

describe('the facts file', () => {
  test.each(GOOD)('with %s is accepted, by the schema too', (_what, json) => {
    expect(outcome(json)).toBe('accepted');
    expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
  });

  test.each(BAD)('with %s is refused and names the key, by the schema too', (_what, json, expected) => {
    expect(outcome(json)).toMatchObject(expected);
    expect(matchesSchema(json)).toBe(false);
  });

  test('keeps what is absent absent and what is null null', () => {
    const { facts } = parseFactsFile(book, good);
    expect(facts).toEqual(good.facts);
    expect('entity.nature' in facts).toBe(false);
    expect(facts['entity.previousName']).toBeNull();
  });

  test('maps a nature to its group', () =>
    expect(parseFactsFile(book, withField('entityGroup', 'foundation')).entityGroup).toBe(
      'social-organization',
    ));

  test('an unknown value lists the known ones', () => {
    const refused = () => parseFactsFile(book, withFact('service.type', 'site'));
    expect(refused).toThrow(
      expect.objectContaining({
        failure: {
          code: 'input.unknown-value',
          params: {
            field: 'service.type',
            value: 'site',
            known: ['website', 'app', 'mini-program', 'quick-app'],
          },
        },
      }),
    );
  });

  test('every fact of a wrong type is refused by parser and schema alike, except where any value goes', () => {
    for (const fact of book.facts.values()) {
      const value = ['object', 'image', 'external'].includes(fact.type) ? 7 : { wrong: true };
      const json = withFact(fact.id, value);
      const isAny = fact.type === 'external';
      expect(outcome(json) === 'accepted', fact.id).toBe(isAny);
      expect(matchesSchema(json), fact.id).toBe(isAny);
    }
  });
});

describe('the published schema', () => {
  test('is JSON Schema 2020-12 that its own meta-schema accepts', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test('describes every fact in both languages', () => {
    const facts = (schema['properties'] as Record<string, { properties: Record<string, unknown> }>)['facts']!;
    expect(Object.keys(facts.properties)).toEqual([...book.facts.keys()]);
    expect(facts.properties['entity.name']).toEqual({
      title: 'Entity name',
      description: '主办单位或主办人名称',
      type: ['string', 'null'],
    });
  });

  test('says what the items of every described list are', () => {
    for (const key of Object.keys(FACT_ITEMS)) expect(book.facts.get(key)?.type, key).toBe('objectArray');
  });
});
