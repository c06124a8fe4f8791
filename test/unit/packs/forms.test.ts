import { describe, expect, test } from 'vitest';
import { printForm } from '../../../main/packs/forms/index.ts';
import { fieldsOf, planPack } from '../../../main/packs/plan.ts';
import { demand, sampleInput, type SampleOptions } from './pack-samples.ts';

const moreFacts = {
  'entity.licenceNumber': '沪ICP备20260001号',
  'entity.previousName': '上海晴川旧名示例有限公司',
  'entity.mailingAddress': '上海市浦东新区示例路100号12层',
  'service.licenceNumber': '沪ICP备20260001号-1',
  'service.plannedUse': '展示公司形象与产品',
  'principal.mobile': '13800000000',
  'principal.email': 'it@qingchuan-example.cn',
  'domain.holderName': '晴川示例集团有限公司',
  'domain.holderCertificateNumber': '91310000MA1FL00B2Y',
  'domain.expiresOn': '2030-01-01',
  'order.cancelReason': '网站停止服务',
  'access.resourceCount': 3,
  'access.ipRanges': [
    { from: '203.0.113.5', to: '203.0.113.9' },
    { from: '203.0.113.20', to: '203.0.113.20' },
  ],
};

function formPages(material: string, options: SampleOptions = {}) {
  const facts = { ...moreFacts, ...options.facts };
  const plan = planPack(sampleInput({ ...options, facts, materials: [demand(material)] }), []);
  const pages = plan.pages.filter((page) => page.kind === 'form' && page.material === material);
  return {
    plan,
    pages,
    fields: fieldsOf(pages).map(({ text }) => text),
    texts: pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))),
    zones: pages.flatMap(({ zones }) => zones.map(({ kind, by }) => `${kind} ${by}`)),
  };
}

const [unit, number, site, domain] = [
  '上海晴川示例科技有限公司',
  '91310000MA1FL00A1X',
  '晴川示例官网',
  'qingchuan-example.cn',
];
const signedBy = (by: string) => [`signature ${by}`, `date ${by}`];
const sealed = 'seal entity';
const written = (by: string) => `handwriting ${by}`;

const head = 'legal-representative';

describe('what a form says and where it is signed', () => {
  test.each([
    ['form-situation-statement', [unit, number, site, domain], [...signedBy(head), written(head), sealed]],
    ['form-guarantee', [unit, number, site, domain, '华为云'], ['date entity', sealed, 'seal provider']],
    [
      'form-truth-commitment',
      [unit, '周知远', site, domain],
      [...signedBy('service-owner'), written('service-owner')],
    ],
    ['form-truth-notice', [unit, site, domain], [...signedBy('service-owner'), written('service-owner')]],
    [
      'form-cloud-usage-statement',
      [unit, number, domain, '华为云', '3', '203.0.113.5–203.0.113.9、203.0.113.20'],
      ['date entity', written('entity'), sealed],
    ],
    [
      'form-open-site-statement',
      [unit, number, site, domain, '展示公司形象与产品'],
      [...signedBy('principal'), written('principal'), sealed],
    ],
    [
      'form-no-staffing-approval-statement',
      [unit, number, site, domain],
      [...signedBy(head), written(head), sealed],
    ],
    ['form-guardian-consent', [unit, number, site, domain], signedBy('guardian')],
    [
      'domain-use-authorization',
      [domain, '晴川示例集团有限公司', '91310000MA1FL00B2Y', unit, number],
      [...signedBy('holder'), 'seal holder'],
    ],
    [
      'domain-relation-proof',
      [unit, number, domain, '晴川示例集团有限公司', '91310000MA1FL00B2Y'],
      [...signedBy(head), sealed],
    ],
    [
      'form-cancellation',
      [unit, number, '沪ICP备20260001号', `${site}\u3000${domain}`, '沪ICP备20260001号-1', '网站停止服务'],
      [...signedBy('principal'), sealed],
    ],
    [
      'domain-previous-holder-cancellation',
      [unit, number, domain, '晴川示例集团有限公司', '北京示例域名服务有限公司', '2030-01-01'],
      [...signedBy('applicant'), sealed],
    ],
    [
      'form-password-recovery',
      [unit, number, '沪ICP备20260001号', '林望舒', '13800000000', 'it@qingchuan-example.cn'],
      [...signedBy('applicant'), written('applicant'), sealed],
    ],
    [
      'form-change-proof',
      ['沪ICP备20260001号', '上海晴川旧名示例有限公司', unit, site, domain],
      [...signedBy(head), written(head), sealed],
    ],
  ])('%s', (material, fields, zones) => {
    const form = formPages(material);
    expect(form.pages).toHaveLength(1);
    expect(form.fields).toEqual(expect.arrayContaining(fields));
    expect(form.zones.toSorted()).toEqual(zones.toSorted());
  });

  test.each([
    ['form-situation-statement', ['signature principal', 'date principal', 'handwriting principal']],
    ['form-guarantee', ['signature principal', 'date principal', 'fingerprint principal', 'seal provider']],
    ['form-cloud-usage-statement', ['signature principal', 'date principal', 'handwriting principal']],
    ['form-truth-commitment', ['signature principal', 'date principal', 'handwriting principal']],
    [
      'form-filing-commitment',
      ['signature principal', 'date principal', 'handwriting principal', 'fingerprint principal'],
    ],
    ['form-cancellation', ['signature principal', 'date principal']],
    ['form-password-recovery', ['signature applicant', 'date applicant', 'handwriting applicant']],
    ['form-infosec', ['signature principal', 'date principal']],
  ])('an individual signs %s alone and without a seal', (material, zones) => {
    const form = formPages(material, { entityGroup: 'individual', facts: { 'entity.name': '林望舒' } });
    expect(form.zones.toSorted()).toEqual(zones.toSorted());
    expect(form.texts).toContain('姓名');
    expect(form.texts.join()).not.toContain('本单位');
  });

  test.each(['form-infosec', 'form-site-proposal'])('%s has two pages, the last of which is signed', (id) => {
    const { pages, plan, fields } = formPages(id);
    expect(pages.map(({ zones }) => zones.some(({ kind }) => kind === 'signature'))).toEqual([false, true]);
    expect(pages.map(({ zones }) => zones.some(({ kind }) => kind === 'seal'))).toEqual([false, true]);
    expect(fields).toEqual(expect.arrayContaining([unit, number, site, domain, '华为云']));
    const first = plan.pages.indexOf(pages[0]!) + 1;
    const numbers = plan.pages
      .filter(({ kind }) => kind === 'signing-sheet')
      .flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'link' ? [mark.page] : [])));
    expect(numbers).toContain(first + 1);
    expect(numbers).not.toContain(first);
  });

  test('one construction proposal per website of the order', () => {
    const services = ['one', 'two'].map((name) => ({
      type: 'website',
      name,
      domain: `${name}.cn`,
      domains: [],
    }));
    const { pages, fields } = formPages('form-site-proposal', { facts: { 'order.services': services } });
    expect(pages).toHaveLength(4);
    expect(fields).toEqual(expect.arrayContaining(['one.cn', 'two.cn']));
  });

  test('cancelling the entity says that everything of it goes', () => {
    const { texts } = formPages('form-cancellation', { filing: 'cancel-entity' });
    expect(texts).toContain('注销备案主体申请表');
    expect(texts.join()).toContain('备案主体及其全部网站');
  });
});

describe('what a region wants otherwise', () => {
  test.each([
    ['110000', 'cancel-service', 'form-cancellation', '北京注销网站备案申请表'],
    ['120000', 'cancel-entity', 'form-cancellation', '天津注销网站备案申请表'],
    ['310000', 'cancel-service', 'form-cancellation', '注销网站备案申请表'],
    ['410000', 'first', 'form-no-preapproval', '河南省不涉及前置审批承诺书'],
    ['410000', 'first', 'form-no-ecommerce', '不涉及电子商务承诺书'],
    ['420000', 'first', 'form-no-ecommerce', '电子商务情况说明书'],
    ['510000', 'first', 'form-no-finance', '互联网金融前置审批情况说明书'],
    ['510000', 'first', 'form-no-drug', '药品及医疗器械情况说明书'],
  ])('%s, %s: %s is called %s', (region, filing, material, heading) => {
    const { pages, texts } = formPages(material, { region, filing });
    expect(texts).toContain(heading);
    expect(pages[0]!.title['zh-CN']).toBe(heading);
  });

  test('Henan is promised that nothing is traded before there is a licence', () => {
    const { texts } = formPages('form-no-ecommerce', { region: '410000' });
    expect(texts).toContain('河南省通信管理局：');
    expect(texts.join()).toContain('许可之前，不以任何形式开展在线交易');
    expect(formPages('form-no-ecommerce').texts.join()).not.toContain('许可之前');
  });

  test('Anhui sees whom the unit has asked, Shandong what the site shows, Sichuan what is copied by hand', () => {
    expect(formPages('form-no-tutoring', { region: '340000' }).texts).toEqual(
      expect.arrayContaining(['教育部门名称', '电话', '咨询结果']),
    );
    expect(formPages('form-no-tutoring').texts).not.toContain('咨询结果');
    expect(formPages('form-no-finance', { region: '370000' }).fields).toContain('展示公司形象与产品');
    const sichuan = formPages('form-no-finance', { region: '510000' });
    expect(sichuan.zones).toContain(written(head));
    expect(sichuan.fields).toEqual(
      expect.arrayContaining(['华为云', '203.0.113.5–203.0.113.9、203.0.113.20']),
    );
    expect(formPages('form-no-tutoring', { region: '510000' }).zones).toContain(written(head));
  });

  test('is what the rules in force say, a field that nobody has heard of included', () => {
    const input = sampleInput({ materials: [demand('form-no-news')] });
    const told = { title: '示例省承诺书', fields: ['主管部门意见'], isHandCopied: false };
    const [form] = printForm('form-no-news', { ...input, regionalForms: { 'form-no-news': told } });
    const texts = form!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['示例省承诺书', '主管部门意见']));
  });

  test('a service is called what it is', () => {
    const texts = formPages('form-no-news', { service: 'mini-program' }).texts;
    expect(texts).toContain('小程序名称');
    expect(texts.join()).toContain('上述小程序不涉及');
  });
});

describe('the statement of a change', () => {
  test('is printed as a help while the document of the registry still counts as missing', () => {
    const { plan } = formPages('form-change-proof');
    expect(plan.preflight.map(({ code }) => code)).toContain('material-missing');
  });

  test('is not printed once that document is there', () => {
    const materials = [demand('form-change-proof', { attached: true })];
    const { pages } = planPack(sampleInput({ materials, facts: moreFacts }), []);
    expect(pages.map(({ material }) => material)).not.toContain('form-change-proof');
  });
});

describe('the courier list', () => {
  const sheets = (material: string) =>
    formPages(material).plan.pages.filter(({ title }) => title['zh-CN'] === '寄送清单');

  test('comes with originals that go to the authority, with sender and receiver', () => {
    const [sheet, ...more] = sheets('form-password-recovery');
    const texts = sheet!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(more).toEqual([]);
    expect(texts).toEqual(
      expect.arrayContaining([
        '上海市通信管理局',
        unit,
        '上海市浦东新区示例路100号12层',
        '林望舒\u300013800000000',
        '找回备案密码申请表',
      ]),
    );
    // The verification form is sent only where an authority asks for it.
    expect(texts).not.toContain('网站备案信息真实性核验单');
  });

  test('stands in the outline, and the pages after it are found where the contents say', () => {
    const { plan, pages } = formPages('form-password-recovery');
    const entry = plan.outline.find(({ title }) => title === '寄送清单')!;
    expect(plan.pages[entry.page - 1]!.title['zh-CN']).toBe('寄送清单');
    const listed = plan.contents.find(({ material }) => material === 'form-password-recovery')!;
    expect(plan.pages[listed.page - 1]).toBe(pages[0]);
  });

  test('is left out when nothing is sent', () => {
    expect(sheets('form-poa-owner')).toEqual([]);
  });
});
