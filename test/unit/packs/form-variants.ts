import { createHash } from 'node:crypto';
import { printForm } from '../../../main/packs/forms/index.ts';
import type { PackInput } from '../../../main/packs/input.ts';
import { book, companyFacts, sampleInput, type SampleOptions } from './pack-samples.ts';

// Every form in every variant, found by printing it for all regions, groups, kinds of service, policies of providers and
// facts that could change it: a form or a variant that is added is among them without being named here.

/** A material and one way in which its form differs from the others. */
export interface FormVariant {
  material: string;
  options: SampleOptions;
  /** For messages. */
  name: string;
}

export const dataKinds = ['ordinary', 'longest', 'rarest'] as const;
export type DataKind = (typeof dataKinds)[number];

/** Printed by the application, and the statement that stands in for a registry document. */
export const printedMaterials = [
  ...[...book.materials.values()].filter(({ origin }) => origin === 'printed-by-app').map(({ id }) => id),
  'form-change-proof',
];

const ordinary: Record<string, unknown> = {
  ...companyFacts,
  'entity.licenceNumber': '沪ICP备20260001号',
  'entity.previousName': '上海晴川旧名示例有限公司',
  'entity.previousNumber': '310000400000001',
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
  'access.ipRanges': [{ from: '203.0.113.5', to: '203.0.113.9' }],
};

/** 60 characters. */
const longAddress =
  '中国（上海）自由贸易试验区临港新片区示例镇晴川国际数字产业园云杉大道二千零二十六弄一百二十三号晴川示例中心甲座三十二层三二〇八室乙单元';
const longest: Record<string, unknown> = {
  'entity.name':
    '中国（上海）自由贸易试验区临港新片区晴川示例国际数字信息科技发展与供应链管理服务（集团）股份有限公司华东第一分公司筹备处',
  'entity.previousName':
    '上海市浦东新区晴川旧名示例国际数字信息科技发展与供应链管理咨询服务（集团）有限责任公司华东地区第一分公司',
  'entity.mailingAddress': [...longAddress].slice(0, 60).join(''),
  'entity.certificate.number': '企独沪总字第000000000000000000000000号（示例）',
  'entity.previousNumber': '企独沪总字第111111111111111111111111号（示例）',
  'entity.licenceNumber': '沪ICP备2026000100000号',
  'legalRepresentative.name': 'MARIA-MAGDALENA VON HOHENBERG DE LA VEGA',
  'legalRepresentative.idNumber': 'EXAMPLE-PASSPORT-0000000000000001',
  'principal.name': '阿卜杜热合曼·阿卜杜克里木·买买提依明',
  'principal.mobile': '+86-021-55550100-00012345',
  'principal.email': 'information-technology-department@subsidiary.qingchuan-example.com.cn',
  'serviceOwner.name': '古丽努尔·阿卜杜外力·吐尔逊娜依',
  'serviceOwner.position': '集团数字化转型与信息安全委员会办公室互联网信息服务备案管理处副处长',
  'service.name':
    '晴川示例国际数字信息科技发展与供应链管理服务（集团）股份有限公司华东第一分公司企业级客户服务门户网站',
  'service.domain': `${'very-long-label-'.repeat(3)}fifteen-letters.subsidiary.example-premises.com.cn`,
  'service.licenceNumber': '沪ICP备2026000100000号-1000',
  'service.plannedUse':
    '展示公司形象、产品和服务，发布招聘信息，提供售后支持与常见问题解答，仅供企业客户登录查询订单和物流状态，不对外销售商品。',
  'domain.registrar': '北京示例国际互联网域名注册与知识产权代理服务股份有限公司上海分公司',
  'domain.holderName': '晴川示例国际控股（集团）股份有限公司境内投资与资产管理一体化运营中心',
  'domain.holderCertificateNumber': '企独沪总字第222222222222222222222222号（示例）',
  'order.cancelReason':
    '网站所承载的业务已整体迁移至集团统一门户，原网站停止服务，原域名到期后不再续费，也不再用于提供任何互联网信息服务。',
  'access.resourceCount': 1000,
  'access.ipRanges': Array.from({ length: 6 }, (_, index) => ({
    from: `203.0.113.${index * 20 + 1}`,
    to: `203.0.113.${index * 20 + 19}`,
  })),
};

const rarest: Record<string, unknown> = {
  'entity.name': '𠮷㛃龘（上海）“示例”·㐂堃科技有限公司',
  'entity.previousName': '𠮷㛃龘旧名〇示例有限公司',
  'entity.mailingAddress': '示例省𠮷祥市龘龘区㛃园路№7号Ⅲ座，〇〇八室—甲',
  'legalRepresentative.name': 'François Müller-Ødegård',
  'principal.name': '司徒龘𠮷·买买提',
  'serviceOwner.name': '𠮷㛃龘',
  'serviceOwner.position': '𠮷祥事业部㛃龘经理',
  'service.name': '𠮷㛃龘《示例》&<官网>™',
  'service.domain': '𠮷㛃龘-示例.中国',
  'service.plannedUse': '展示𠮷㛃龘的作品“集”……',
  'domain.registrar': '𠮷㛃龘域名有限公司',
  'domain.holderName': '𠮷㛃龘控股有限公司',
  'order.cancelReason': '𠮷㛃龘网站停用——不再续费',
};

/** A value for every fact that a form shows. */
export const factsOf: Record<DataKind, Record<string, unknown>> = {
  ordinary,
  longest: withDomain({ ...ordinary, ...longest }),
  rarest: withDomain({ ...ordinary, ...rarest }),
};

function withDomain(facts: Record<string, unknown>): Record<string, unknown> {
  return { ...facts, 'domain.name': facts['service.domain'], 'app.name': facts['service.name'] };
}

/** The facts that each form has to show, by the sections of the description of forms; empty ones are not looked for. */
export const shownFacts: Record<string, string[]> = {
  ...Object.fromEntries(
    printedMaterials
      .filter((material) => /^form-(no-|filing-|shanghai-|situation-|guarantee)/.test(material))
      .map((material) => [
        material,
        ['entity.name', 'entity.certificate.number', 'service.name', 'domain.name'],
      ]),
  ),
  'form-verification': ['entity.name', 'domain.name', 'serviceOwner.name'],
  'form-infosec': ['entity.name', 'entity.certificate.number', 'service.name', 'domain.name'],
  'form-poa-principal': [
    'entity.name',
    'entity.certificate.number',
    'legalRepresentative.name',
    'legalRepresentative.idNumber',
    'principal.name',
    'principal.idNumber',
  ],
  'form-poa-owner': [
    'entity.name',
    'entity.certificate.number',
    'legalRepresentative.name',
    'legalRepresentative.idNumber',
    'serviceOwner.name',
    'serviceOwner.idNumber',
  ],
  'form-truth-notice': ['entity.name', 'service.name', 'domain.name'],
  'form-truth-commitment': ['entity.name', 'service.name', 'domain.name'],
  'form-change-proof': [
    'entity.name',
    'entity.previousName',
    'entity.licenceNumber',
    'service.name',
    'domain.name',
  ],
  'form-cancellation': [
    'entity.name',
    'entity.certificate.number',
    'entity.licenceNumber',
    'service.name',
    'domain.name',
    'principal.name',
    'principal.mobile',
    'entity.mailingAddress',
    'order.cancelReason',
  ],
  'form-password-recovery': [
    'entity.name',
    'entity.licenceNumber',
    'principal.name',
    'principal.mobile',
    'principal.email',
  ],
  'form-site-proposal': [
    'entity.name',
    'service.name',
    'domain.name',
    'principal.name',
    'service.plannedUse',
  ],
  'form-cloud-usage-statement': ['entity.name', 'service.name', 'domain.name', 'access.resourceCount'],
  'form-open-site-statement': ['entity.name', 'service.name', 'domain.name', 'service.plannedUse'],
  'form-guardian-consent': ['entity.name', 'entity.certificate.number', 'service.name', 'domain.name'],
  'domain-relation-proof': [
    'entity.name',
    'domain.name',
    'domain.holderName',
    'domain.holderCertificateNumber',
  ],
  'domain-use-authorization': [
    'entity.name',
    'domain.name',
    'domain.holderName',
    'domain.holderCertificateNumber',
  ],
  'domain-previous-holder-cancellation': [
    'entity.name',
    'domain.name',
    'domain.holderName',
    'domain.registrar',
    'principal.name',
    'principal.mobile',
    'entity.mailingAddress',
  ],
};

/** Ways in which filings differ. */
const axes = {
  regions: book.enumerations.regions.map(({ code }): SampleOptions => ({ region: code })),
  groups: [
    { entityGroup: 'enterprise' },
    { entityGroup: 'individual', facts: { 'entity.nature': 'individual' } },
  ] as SampleOptions[],
  filings: ['first', 'cancel-entity'].map((filing): SampleOptions => ({ filing })),
  /** Who ticks the middle block of the verification form: a provider of either kind. */
  providers: [
    ...new Map(
      [...book.providers.values()].map((p) => [p.verificationForm?.middleBlock === 'applicant', p.id]),
    ).values(),
  ].map((provider): SampleOptions => ({ provider })),
  peculiar: [
    {},
    { facts: { 'legalRepresentative.origin': 'foreign', 'legalRepresentative.idType': 'passport' } },
    { facts: { 'entity.hasSeal': false } },
  ] as SampleOptions[],
};
/** Of other services, forms differ in a word alone. */
const app: SampleOptions[] = [{ service: 'app' }];

function combined(parts: SampleOptions[]): SampleOptions {
  return {
    ...Object.assign({}, ...parts),
    facts: Object.assign({}, ...parts.map(({ facts }) => facts ?? {})) as Record<string, unknown>,
  };
}

function product(lists: SampleOptions[][]): SampleOptions[] {
  return lists
    .reduce<SampleOptions[][]>(
      (all, list) => all.flatMap((before) => list.map((one) => [...before, one])),
      [[]],
    )
    .map(combined);
}

export function inputOf(options: SampleOptions, kind: DataKind): PackInput {
  const facts = { ...factsOf[kind], ...options.facts };
  return { ...sampleInput({ ...options, facts }), filingId: 'audit' };
}

/** One variant for each different page; regions that differ in nothing but the authority's name count once. */
export function everyVariant(): FormVariant[] {
  const found = new Map<string, FormVariant>();
  const { regions, ...others } = axes;
  const websites = product([differentRegions(regions), ...Object.values(others)]);
  for (const options of [...websites, ...product([axes.groups, app])]) {
    for (const [material, look] of looksOf(options)) {
      const { facts, ...rest } = options;
      const name = `${material} (${[...Object.values(rest), ...Object.keys(facts ?? {})].join(' ')})`;
      if (!found.has(look)) found.set(look, { material, options, name });
    }
  }
  return [...found.values()];
}

/** Of the regions whose forms look alike, for units and for individuals, the first. */
function differentRegions(regions: SampleOptions[]): SampleOptions[] {
  const firsts = new Map<string, SampleOptions>();
  for (const region of regions) {
    const looks = product([[region], axes.groups, axes.filings]).flatMap((options) => looksOf(options));
    const key = looks.join();
    if (!firsts.has(key)) firsts.set(key, region);
  }
  return [...firsts.values()];
}

/** A mark of what each form looks like, whatever the authority and the provider are called. */
function looksOf(options: SampleOptions): [material: string, look: string][] {
  const input = inputOf(options, 'ordinary');
  const names = [input.catalogue.regions[input.factsFile.region]!.authority, input.provider?.name];
  return printedMaterials.map((material) => {
    const pages = printForm(material, input).map(({ marks, zones }) => [material, marks, zones]);
    const look = names.reduce(
      (text, name) => (name ? text.replaceAll(name['zh-CN'], '※') : text),
      JSON.stringify(pages),
    );
    return [material, createHash('sha256').update(look).digest('hex')];
  });
}
