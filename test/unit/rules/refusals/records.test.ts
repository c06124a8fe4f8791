import { expect, test } from 'vitest';
import { refused, type Row } from './look.ts';

const record = (entity: unknown, more: Record<string, unknown> = {}) => ({
  'entity.region': '310115',
  'record.entity': entity,
  ...more,
});
const changed = (fields: string[], more: Record<string, unknown> = {}) => ({
  'order.changedFields': fields,
  ...more,
});
const NUMBER = '沪ICP备2021004711号-2';

const provinces: Row[] = [
  ['the same province', { filing: 'change-entity', facts: record({ region: '310101' }) }, []],
  [
    'another province',
    { filing: 'change-entity', facts: record({ region: '330106' }) },
    ['ENT-17 change.province'],
  ],
  [
    'a province by its name',
    { filing: 'change-both', facts: record({ province: '浙江省' }) },
    ['ENT-17 change.province'],
  ],
  [
    'a number of another province',
    { filing: 'change-entity', facts: record({ licenceNumber: '浙ICP备2021004711号' }) },
    ['ENT-17 change.province'],
  ],
  ['a first filing has no record to keep to', { filing: 'first', facts: record(null) }, []],
  ['a record that does not say', { filing: 'change-entity', facts: record({ name: '某某公司' }) }, []],
  ['no record known', { filing: 'change-entity', facts: { 'entity.region': '310115' } }, []],
];

const fixed: Row[] = [
  ['another field', { filing: 'change-service', facts: changed(['service.remark']) }, []],
  [
    'the domain',
    { filing: 'change-service', facts: changed(['service.domain'], { 'service.domain': 'b.cn' }) },
    ['CHG-09 change.domain-fixed'],
  ],
  [
    'a domain other than on record',
    {
      filing: 'change-service',
      facts: { 'service.domain': 'b.cn', 'record.service': { domain: 'a.cn' } },
    },
    ['CHG-09 change.domain-fixed'],
  ],
  [
    'the domains of an app may change',
    { filing: 'change-service', service: 'app', facts: changed(['domain.name']) },
    [],
  ],
  [
    'the county, without the record',
    { filing: 'change-entity', facts: changed(['entity.region']) },
    ['CHG-09 change.region-within-province (warning)'],
  ],
  [
    'the county within the province',
    {
      filing: 'change-entity',
      facts: changed(['entity.region'], record({ region: '310101' })),
    },
    [],
  ],
  ['a first filing', { filing: 'first', facts: changed(['service.domain']) }, []],
];

const kinds: Row[] = [
  [
    'a field of the entity in a change of the service',
    { filing: 'change-service', facts: changed(['service.name', 'principal.mobile']) },
    ['PRO-01 order.other-change'],
  ],
  [
    'both in a change of both',
    { filing: 'change-both', facts: changed(['service.name', 'entity.name']) },
    [],
  ],
  ['nothing said', { filing: 'change-service', facts: {} }, []],
];

const services: Row[] = [
  ['on record', { filing: 'new-access', facts: { 'record.service': { domain: 'a.cn' } } }, []],
  [
    'not on record',
    { filing: 'new-access', facts: { 'record.service': null } },
    ['CHG-07 record.service-none'],
  ],
  ['unknown', { filing: 'new-access', facts: {} }, []],
  ['a new service needs none', { filing: 'new-service', facts: { 'record.service': null } }, []],
  [
    'another number',
    {
      filing: 'change-service',
      facts: {
        'service.licenceNumber': NUMBER,
        'record.service': { licenceNumber: '沪ICP备2021004711号-3' },
      },
    },
    ['SVC-05 record.service-number'],
  ],
  [
    'no number',
    { filing: 'cancel-service', facts: { 'service.licenceNumber': null } },
    ['SVC-05 service.no-filing-number'],
  ],
  [
    'the number of the entity',
    { filing: 'new-access', facts: { 'service.licenceNumber': '沪ICP备2021004711号' } },
    ['PRO-13 licence-number.no-suffix'],
  ],
];

const already: Row[] = [
  [
    'the entity, by its number',
    { facts: { 'entity.licenceNumber': '沪ICP备2021004711号' } },
    ['ENT-10 entity.already-filed'],
  ],
  [
    'the entity, by the record',
    { facts: { 'record.entity': { name: '某' } } },
    ['ENT-10 entity.already-filed'],
  ],
  ['nothing on record', { facts: { 'record.entity': null, 'entity.licenceNumber': null } }, []],
  [
    'the domain, by this entity',
    {
      filing: 'new-service',
      facts: { 'service.domain': 'a.cn', 'ledger.filedDomains': ['A.cn'] },
    },
    ['DOM-11 service.already-filed'],
  ],
  [
    'the domain, by somebody else',
    { filing: 'new-service', facts: { 'service.domain': 'a.cn', 'record.service': { entityName: '他方' } } },
    ['DOM-11 service.filed-by-other'],
  ],
  [
    'another domain',
    { filing: 'new-service', facts: { 'service.domain': 'b.cn', 'ledger.filedDomains': ['a.cn'] } },
    [],
  ],
];

const sms = (more: Record<string, unknown>) => ({
  filing: 'new-access',
  facts: {
    'serviceOwner.mobile': '13912340033',
    'serviceOwner.idNumber': '320106199107232848',
    'record.serviceOwnerMobile': '13912340033',
    ...more,
  },
});
const verification: Row[] = [
  ['the recorded phone', sms({}), []],
  ['another phone', sms({ 'record.serviceOwnerMobile': '13912340099' }), ['SMS-05 sms.phone-on-record']],
  [
    'another owner takes over with another phone',
    sms({
      'record.serviceOwnerMobile': '13912340099',
      'record.service': { serviceOwnerIdNumber: '320106198001010017' },
    }),
    [],
  ],
  [
    'the same phone under another ID',
    sms({ 'record.service': { serviceOwnerIdNumber: '320106199107232999' } }),
    ['SMS-03 sms.id-on-record'],
  ],
  ['nothing on record', sms({ 'record.serviceOwnerMobile': null }), []],
];

const forms: Row[] = [
  [
    'printed from the present data',
    {
      facts: {
        'service.domain': 'a.cn',
        'order.services': [{ type: 'website', name: '甲' }],
        'documents.generated': {
          service: { domain: 'a.cn' },
          'order.services': [{ name: '甲', type: 'website' }],
        },
      },
    },
    [],
  ],
  [
    'printed before the domain changed',
    { facts: { 'service.domain': 'a.cn', 'documents.generated': { service: { domain: 'b.cn' } } } },
    ['FRM-08 form.outdated'],
  ],
  [
    'printed before the boxes had anything to tick',
    {
      facts: {
        'service.contentTypes': ['organization-portal'],
        'access.method': ['virtual-host'],
        'documents.generated': { service: { contentTypes: [] }, 'access.method': null, 'entity.name': null },
        'entity.name': '某某公司',
      },
    },
    ['FRM-03 form.unticked'],
  ],
  [
    'nothing to tick then and now',
    {
      facts: { 'service.preApprovals': [], 'documents.generated': { 'service.preApprovals': [] } },
    },
    [],
  ],
  [
    'what is unknown now says nothing',
    { facts: { 'documents.generated': { 'service.domain': 'b.cn' } } },
    [],
  ],
];

const SITE = { type: 'website', name: '云帆澜官网', domain: 'a.cn', licenceNumber: NUMBER };
const cancelling = (filed: unknown[]): Row[1] => ({
  filing: 'cancel-service',
  facts: {
    'service.domain': 'a.cn',
    'service.licenceNumber': NUMBER,
    'access.provider': 'huawei-cloud',
    'ledger.filedServices': filed,
  },
});
const ends: Row[] = [
  [
    'one service of two',
    cancelling([SITE, { ...SITE, domain: 'b.cn', licenceNumber: '沪ICP备2021004711号-3' }]),
    [],
  ],
  ['the last service', cancelling([SITE]), ['ENT-14 order.last-service (warning)']],
  [
    'a change of nothing',
    { filing: 'change-entity', facts: changed([]) },
    ['PRO-01 order.nothing-changed (warning)'],
  ],
];

test.each(
  [
    ['the province', provinces],
    ['what comes to an end', ends],
    ['fixed fields', fixed],
    ['kinds of change', kinds],
    ['the service on record', services],
    ['what is filed already', already],
    ['the confirmation by SMS', verification],
    ['generated forms', forms],
  ].flatMap(([about, rows]) =>
    (rows as Row[]).map(([title, at, found]) => [about as string, title, at, found] as const),
  ),
)('%s: %s', (_about, _title, at, found) => expect(refused(at)).toEqual(found));
