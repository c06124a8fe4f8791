import { describe, expect, test } from 'vitest';
import { evaluateFactsFile } from '../../../../main/rules/evaluate.ts';
import { refusals, refusedBecause } from '../../../../main/rules/refusals/index.ts';
import { cleanFacts, shanghai, withFacts } from '../evaluators/clean-facts.ts';
import { book } from '../the-book.ts';
import { refused, type Row } from './look.ts';

const miniProgram = (facts: Record<string, unknown>, provider: string | null = 'weixin') => ({
  service: 'mini-program',
  provider,
  facts,
});
const order = (count: number) => ({
  'order.services': Array.from({ length: count }, (_, i) => ({
    type: 'website',
    name: `站点${i}`,
    domain: `s${i}.cn`,
    domains: [`s${i}.cn`],
  })),
});
const licence = (more: Record<string, unknown>) => ({
  facts: { documents: [{ material: 'cert-business-licence', owner: 'entity', ...more }] },
});
const six = [
  'organization-portal',
  'online-shopping',
  'instant-messaging',
  'search-engine',
  'online-advertising',
  'blog-personal-space',
];

const named = (name: string): Row[1] => ({
  region: '440000',
  facts: { 'service.name': name, 'service.domain': 'yunfanlan.cn' },
});

const rows: Row[] = [
  ['a name in Chinese', named('云帆澜（广州）官网'), []],
  ['a name of signs', named('云帆澜！'), ['NAM-04 name.form']],
  ['a name with a word nobody may use', named('云帆澜赌博网'), ['NAM-19 name.forbidden-word']],
  ['a name of digits', named('2026'), ['NAM-02 name.form']],
  [
    'the domain as the name',
    named('yunfanlan.cn'),
    ['NAM-02 name.form', 'NAM-03 name.form', 'NAM-04 name.form'],
  ],
  [
    'the code of a province for the county',
    { facts: { 'entity.region': '310000' } },
    ['ADR-05 entity.region-not-county'],
  ],
  ['a county', { facts: { 'entity.region': '310115' } }, []],
  ['a city without counties', { region: '440000', facts: { 'entity.region': '441900' } }, []],

  ['five contents of a mini program', miniProgram({ 'service.contentTypes': six.slice(1) }), []],
  [
    'six contents of a mini program',
    miniProgram({ 'service.contentTypes': six }),
    ['MIN-07 content.too-many'],
  ],
  [
    'six contents, its server hosted elsewhere',
    miniProgram({ 'service.contentTypes': six }, 'huawei-cloud'),
    ['MIN-07 content.too-many'],
  ],
  ['six contents of a website', { facts: { 'service.contentTypes': six } }, []],
  [
    '“none of these” beside another',
    miniProgram({ 'service.preApprovals': [{ type: 'none' }, { type: 'news' }] }),
    ['MIN-07 approval.none-and-others'],
  ],
  ['“none of these” alone', miniProgram({ 'service.preApprovals': [{ type: 'none' }] }), []],
  ['a name of two Chinese characters', miniProgram({ 'service.name': '云帆' }), []],
  ['a name of one', miniProgram({ 'service.name': '云' }), ['MIN-03 name.platform-length']],
  [
    'a name of sixteen',
    miniProgram({ 'service.name': '云帆澜云帆澜云帆澜云帆澜云帆澜云' }),
    ['MIN-03 name.platform-length'],
  ],
  ['three sites in one order at Inspur', { provider: 'inspur-cloud', facts: order(1) }, []],
  [
    'two domains in one order at Inspur',
    { provider: 'inspur-cloud', facts: order(2) },
    ['PRO-11 provider.too-many-services'],
  ],
  [
    'two sites of an individual at Tencent',
    { provider: 'tencent-cloud', entityGroup: 'individual', facts: order(2) },
    ['PRO-11 provider.too-many-services'],
  ],
  ['two sites of a company at Tencent', { provider: 'tencent-cloud', facts: order(2) }, []],
  ['four sites at a provider without a quota', { facts: order(4) }, []],
  ['a JPEG', licence({ format: 'JPEG' }), []],
  ['a TIFF', licence({ format: 'tiff' }), ['CRT-25 file.format']],
  [
    'a TIFF among the measured facts',
    { facts: { 'documents.image': { format: 'tiff' } } },
    ['CRT-25 file.format'],
  ],
  ['a bitmap where the platform takes it', { ...licence({ format: 'bmp' }), provider: 'weixin' }, []],
  ['a path instead of facts', { facts: { 'documents.image': 'a.tiff' } }, []],
  ['200 KB at Tencent', { ...licence({ bytes: 204800 }), provider: 'tencent-cloud' }, []],
  ['a byte less', { ...licence({ bytes: 204799 }), provider: 'tencent-cloud' }, ['CRT-15 file.too-small']],
  ['above 4 MB', licence({ bytes: 4194305 }), ['CRT-15 file.too-large']],

  ['a licence with the principal', licence({ owner: 'principal' }), ['CRT-24 document.wrong-owner']],
  [
    'an ID with the entity',
    { facts: { documents: [{ material: 'id-resident-front', owner: 'entity' }] } },
    ['CRT-24 document.wrong-owner'],
  ],
  ['no owner said', { facts: { documents: [{ material: 'id-resident-front' }] } }, []],
  [
    'no office phone',
    { facts: { 'serviceOwner.officePhone': null } },
    ['CON-04 contact.office-phone-missing (warning)'],
  ],
  [
    'no office phone, and the remark says so',
    { facts: { 'serviceOwner.officePhone': null, 'entity.remark': '企业无座机' } },
    [],
  ],
  [
    'no office phone of an individual',
    { entityGroup: 'individual', facts: { 'serviceOwner.officePhone': null } },
    [],
  ],
  ['an office phone', { facts: { 'serviceOwner.officePhone': '021-65432109' } }, []],
  ['a QQ number', { facts: { 'principal.qq': '10001' } }, []],
  ['a QQ number of four digits', { facts: { 'principal.qq': '1000' } }, ['CON-13 contact.qq']],
  ['a QQ number that begins with 0', { facts: { 'serviceOwner.qq': '012345' } }, ['CON-13 contact.qq']],
  ['no QQ number', { facts: { 'principal.qq': null } }, []],
  ['a reason by its code', { filing: 'cancel-service', facts: { 'order.cancelReason': '2' } }, []],
  ['a reason in words', { filing: 'cancel-service', facts: { 'order.cancelReason': '网站停止运营' } }, []],
  [
    'a code nobody has',
    { filing: 'cancel-entity', facts: { 'order.cancelReason': '999' } },
    ['CHG-12 cancel.reason-code'],
  ],
  [
    'no reason',
    { filing: 'cancel-access', facts: { 'order.cancelReason': null } },
    ['CHG-12 cancel.reason-missing'],
  ],
  ['reason unknown', { filing: 'cancel-access', facts: {} }, []],
  ['a change needs no reason', { filing: 'change-entity', facts: { 'order.cancelReason': null } }, []],
  ['an address of 200 characters', { facts: { 'entity.mailingAddress': '路'.repeat(200) } }, []],
  ['one more', { facts: { 'entity.mailingAddress': '路'.repeat(201) } }, ['PRO-19 text.length']],
  [
    'the number of an approval too long',
    { facts: { 'service.preApprovals': [{ type: 'news', number: '1'.repeat(513) }] } },
    ['PRO-19 text.length'],
  ],
  ['no domain of a website', { facts: { 'service.domain': null } }, ['PRO-19 field.missing']],
  ['no domain of an app', { service: 'app', facts: { 'service.domain': null } }, []],
  ['no content chosen', { facts: { 'service.contentTypes': [] } }, ['PRO-19 field.missing']],
  [
    'a cancellation carries no content',
    { filing: 'cancel-service', facts: { 'service.contentTypes': [] } },
    [],
  ],
  [
    'two sites of one name',
    {
      filing: 'new-service',
      facts: {
        'service.name': '云帆澜官网',
        'service.domain': 'a.cn',
        'ledger.filedServices': [{ name: '云帆澜官网', domain: 'b.cn' }],
      },
    },
    ['NAM-13 name.used-twice'],
  ],
  [
    'the site itself under its new domain',
    {
      filing: 'first',
      facts: {
        'service.name': '云帆澜官网',
        'service.domain': 'a.cn',
        'order.services': [{ name: '云帆澜官网', domain: 'old.cn' }],
      },
    },
    [],
  ],
  [
    'a company in a person’s name of a site',
    { entityGroup: 'individual', facts: { 'service.name': '海棠花批发' } },
    ['NAM-09 name.form'],
  ],
  [
    '“government” in a company’s name of a site',
    { facts: { 'service.name': '云帆政府网', 'entity.name': '云帆公司' } },
    ['NAM-18 name.form'],
  ],
  ['the same of a government', { entityGroup: 'government', facts: { 'service.name': '云帆市政府网' } }, []],
  [
    'the same of a company that is called so',
    { facts: { 'service.name': '政府采购网', 'entity.name': '云帆政府采购服务公司' } },
    [],
  ],
  [
    'an order of another province',
    { facts: { 'order.region': '320000', 'entity.region': '310115' } },
    ['ADR-05 entity.region-of-other-province'],
  ],
  ['an order of the province', { facts: { 'order.region': '310000', 'entity.region': '310115' } }, []],
  [
    'cancelling a domain of a suffix that is not approved',
    { filing: 'cancel-service', facts: { 'domain.suffix': '.zip' } },
    ['DOM-25 domain.lost-for-ever (warning)'],
  ],
  [
    'cancelling a domain that may come back',
    { filing: 'cancel-service', facts: { 'domain.suffix': '.cn' } },
    [],
  ],
  [
    'cancelling the access leaves the record',
    { filing: 'cancel-access', facts: { 'domain.suffix': '.zip' } },
    [],
  ],
  ['no name of an app', { service: 'app', facts: { 'app.name': null } }, ['PRO-19 field.missing']],
  ['the same of a company', { facts: { 'service.name': '海棠花批发' } }, []],
];

const marked = (
  words: string | null,
  more: Record<string, unknown> = {},
  material = 'cert-business-licence',
) => ({
  facts: { documents: [{ material, owner: 'entity', watermark: words, ...more }] },
});
const said = ['CRT-09 scan.watermark-words'];
rows.push(
  ['no watermark', marked(null), []],
  ['the purpose alone', marked('仅供备案使用'), []],
  ['the purpose with for whom', marked('仅限某云 ICP备案专用，复印无效'), []],
  ['a short name', marked('云帆澜公司'), []],
  ['another purpose', marked('仅供招投标使用'), said],
  ['the purpose of a loan in many words', marked('本证件仅用于办理汽车消费贷款业务，再次复印无效'), said],
  [
    'more words than a short note',
    marked('本图片由云帆澜信息科技有限公司行政部门为其网站办理登记之用而制作'),
    ['CRT-09 scan.watermark-words (warning)'],
  ],
  ['a name where only the purpose may stand', { ...marked('云帆澜公司'), provider: 'tencent-cloud' }, said],
  ['the mark of a scanning app there', { ...marked('扫描全能王 创建'), region: '440000' }, said],
  ['the purpose there', { ...marked('仅用于网站备案'), region: '440000' }, []],
  ['on a letter, of which nothing is said', marked('仅供招投标使用', {}, 'domain-certificate'), []],
  ['over the text', marked('仅供备案使用', { watermarkCoversText: true }), ['CRT-09 scan.watermark-covers']],
);

test.each(rows)('%s', (_title, at, found) => expect(refused(at)).toEqual(found));

describe('the filing password', () => {
  const before = (facts: Record<string, unknown>, on: string) =>
    refused({ filing: 'cancel-entity', on, facts });
  const none = { 'secrets.filingPassword': null };
  test('was needed until the SMS took its place', () => {
    expect(before(none, '2020-08-16')).toEqual(['PWD-03 password.missing']);
    expect(before(none, '2020-08-17')).toEqual([]);
  });
  test('kept or unknown is nothing to complain of', () => {
    expect(before({ 'secrets.filingPassword': true }, '2020-08-16')).toEqual([]);
    expect(before({}, '2020-08-16')).toEqual([]);
  });
});

describe('every refusal', () => {
  test('is one documented reason, looked for once', () => {
    const ids = refusals.flatMap((table) => Object.keys(table));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !book.reasons.has(id))).toEqual([]);
  });

  test('comes with the message and the sources of its reason', () => {
    const at = cleanFacts(shanghai);
    const [found] = refusedBecause({
      ...at,
      provider: null,
      facts: { 'access.ipRanges': [{ from: '121.36.7.9', to: '121.36.7.8' }] },
      book,
    });
    const reason = book.reasons.get('ACC-04')!;
    expect(found?.rule.requirement.en).toContain(reason.message.en);
    expect(found?.rule.requirement['zh-CN']).toContain('结果码 2002');
    expect(found?.rule.sources).toEqual(reason.sources);
  });

  test('is said beside the rules, but an empty field only once', () => {
    const at = withFacts(cleanFacts(shanghai), {
      'service.domain': null,
      'entity.certificate.address': null,
    });
    const missing = evaluateFactsFile(book, at).findings.filter(({ code }) => code === 'field.missing');
    expect(missing.map(({ path, check }) => [path, check])).toEqual([
      ['entity.certificate.address', null],
      ['service.domain', null],
    ]);
    const named = evaluateFactsFile(book, withFacts(at, { 'service.languages': [] })).findings;
    expect(named.filter(({ path }) => path === 'service.languages')).toHaveLength(1);
  });

  test('says nothing of a region whose rules are not known', () => {
    const at = withFacts({ ...cleanFacts(shanghai), region: '710000' }, { 'service.domain': null });
    expect(evaluateFactsFile(book, at).findings).toEqual([]);
  });
});
