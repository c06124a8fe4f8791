import { isIndividual, type PackInput } from '../input.ts';
import type { FormPrinter } from './form.ts';
import { regionalRows, regionalTitle } from './regional.ts';
import { printStatement, type Statement, type Writing } from './statement.ts';
import {
  authorityOf,
  factRow,
  head,
  ipText,
  providerRow,
  selfWord,
  serviceWord,
  siteRows,
  unitRows,
} from './who.ts';

interface Words {
  /** 本单位 or 本人. */
  self: string;
  /** 网站, App ... */
  service: string;
}

interface Letter {
  heading: string;
  /** Addressed to the authority of the region. */
  paragraphs: (words: Words) => string[];
  rows?: (input: PackInput) => Statement['rows'];
  /** To be copied by hand. */
  copied?: string;
}

const consequence = '如有违反或不实，愿承担由此产生的一切法律责任和后果，并接受备案主管部门依法作出的处理。';
const notInvolved = (heading: string, what: string, whenChanged: string): Letter => ({
  heading,
  paragraphs: ({ self, service }) => [
    `${self}郑重承诺：上述${service}不涉及${what}，不发布、不链接相关内容，也不以任何形式开展相关经营活动。`,
    `今后如需开展上述业务，将事先依法${whenChanged}，并办理备案变更手续后再行开展。`,
    consequence,
  ],
});
const finance = '网络借贷、股权众筹、互联网保险、支付、理财、基金销售等互联网金融业务';

/** Hubei and Sichuan take either; which one it is, nobody but the signer knows. */
function ecommerce(heading: string, later: string): Letter {
  return {
    heading,
    paragraphs: ({ self, service }) => [
      `${self}说明并承诺：上述${service}（请勾选一项）□仅用于展示${self}形象及自有产品和服务，不在线销售；□仅销售自营范围内的产品和服务。`,
      `上述${service}不引入第三方商家入驻，不提供第三方支付功能。`,
      later,
      consequence,
    ],
  };
}

/**
 * Letters whose authority has published no binding text: a plain letter with the fields the sources name
 * (unit, number, domain or app, site name, declaration, consequence, signature, seal, date).
 */
const letters: Record<string, Letter> = {
  'form-filing-commitment': {
    heading: '互联网信息服务备案承诺书',
    paragraphs: ({ self, service }) => [
      `${self}承诺：为上述${service}办理备案所提交的全部信息和材料真实、准确、完整、有效，并与实际情况一致；备案信息发生变化时，在规定期限内办理变更或注销手续。`,
      '遵守《互联网信息服务管理办法》《非经营性互联网信息服务备案管理办法》等规定，不制作、复制、发布、传播法律法规禁止的内容；未取得许可或完成备案前，不从事须经前置审批、专项审批或经营许可的服务。',
      '按要求在首页底部标明备案编号并链接至备案管理系统，配合接入服务单位和备案主管部门的核查。',
      consequence,
    ],
  },
  'form-shanghai-commitment': {
    heading: '上海市互联网信息服务备案承诺书',
    paragraphs: ({ self, service }) => [
      `${self}承诺：为上述${service}办理备案所提交的全部信息和材料真实、准确、完整、有效；备案信息发生变化时，及时办理变更或注销手续。`,
      '遵守国家有关互联网信息服务管理的法律、法规和规章，不发布法律法规禁止的内容；涉及前置审批或经营许可的，依法取得后再行开展。',
      '落实网络与信息安全责任，配合上海市通信管理局和接入服务单位的监督检查。',
      consequence,
    ],
  },
  'form-no-preapproval': notInvolved(
    '不涉及前置审批承诺书',
    '新闻、出版、教育、医疗保健、药品和医疗器械、文化、广播电影电视节目、互联网金融等须经前置审批或专项审批的内容和业务',
    '取得相应审批文件',
  ),
  'form-no-tutoring': notInvolved(
    '不涉及“校外培训”承诺书',
    '面向中小学生及学龄前儿童的校外培训',
    '取得校外培训主管部门的许可',
  ),
  'form-no-finance': notInvolved('不从事互联网金融经营承诺书', finance, '取得金融监管部门的批准文件'),
  'form-no-drug': notInvolved(
    '不涉及药品及医疗器械经营承诺书',
    '药品、医疗器械的信息服务和网络销售',
    '取得药品监督管理部门的许可或备案',
  ),
  'form-no-culture': notInvolved(
    '不涉及文化类经营承诺书',
    '网络音乐、网络游戏、网络演出、网络动漫等互联网文化经营活动',
    '取得网络文化经营许可证',
  ),
  'form-no-publication': notInvolved(
    '不涉及互联网出版、游戏类经营承诺书',
    '网络出版物和网络游戏的出版、运营',
    '取得网络出版服务许可证和游戏版号',
  ),
  'form-no-broadcast': notInvolved(
    '不涉及广播电影电视节目类经营承诺书',
    '广播、电影、电视节目及其他视听节目的制作、集成和传播',
    '取得信息网络传播视听节目许可证',
  ),
  'form-no-news': notInvolved(
    '不涉及新闻类前置审批承诺书',
    '新闻信息的采编发布、转载和传播平台服务',
    '取得互联网新闻信息服务许可证',
  ),
  'form-no-ride-hailing': notInvolved(
    '不涉及网约车类前置审批承诺书',
    '网络预约出租汽车的信息发布、撮合和经营',
    '取得网络预约出租汽车经营许可证',
  ),
  'form-no-ecommerce': ecommerce(
    '不涉及电子商务情况说明书',
    '今后如开展电子商务经营活动，将事先依法取得相应许可或办理备案，并变更备案信息。',
  ),
};

/**
 * What single regions want said differently, by the samples that UCloud (情况说明承诺书模板, 2026-01/02) hands out; titles
 * and fields that are in the rules are taken from there.
 */
const ofRegion: Record<string, Record<string, Letter>> = {
  '410000': {
    'form-no-ecommerce': ecommerce(
      '不涉及电子商务承诺书',
      '在依法取得增值电信业务经营许可证等相应许可之前，不以任何形式开展在线交易等电子商务经营活动。',
    ),
  },
  '440000': {
    // Words that Guangdong adds to the national list.
    'form-no-finance': notInvolved(
      '不从事互联网金融经营承诺书',
      `${finance.replace(/等.*$/, '')}、小额贷款、融资、黄金交易、信托和消费金融、外汇等互联网金融业务`,
      '取得金融监管部门的批准文件',
    ),
  },
  '510000': {
    'form-no-ecommerce': { ...letters['form-no-ecommerce']!, heading: '电子商务情况说明书' },
    'form-no-finance': {
      heading: '互联网金融前置审批情况说明书',
      rows: (input) => [
        providerRow(input),
        { label: 'IP 地址', value: ipText(input), field: 'access.ipRanges' },
        factRow(input, '网站内容', 'service.plannedUse', 14),
      ],
      paragraphs: ({ self, service }) => [
        `一、备案情况：${self}为上述${service}办理备案，主办者、名称、域名、接入服务单位和 IP 地址如上表。`,
        `二、网站内容：如上表，不涉及${finance}；经咨询主管部门，上述内容无需办理互联网金融前置审批。`,
        consequence,
      ],
      copied: '以上内容真实，未经批准不从事互联网金融业务，愿承担由此产生的法律责任。',
    },
    'form-no-drug': {
      heading: '药品及医疗器械情况说明书',
      rows: () => [
        { label: '咨询的主管部门', value: '', field: 'consulted.authority' },
        { label: '咨询电话、日期', value: '', field: 'consulted.phone' },
        { label: '答复意见', value: '', field: 'consulted.answer', height: 18 },
      ],
      paragraphs: letters['form-no-drug']!.paragraphs,
    },
  },
};

function letterOf(input: PackInput, material: string): Letter {
  return ofRegion[input.factsFile.region]?.[material] ?? letters[material]!;
}

export const letterPrinters: Record<string, FormPrinter> = Object.fromEntries(
  Object.keys(letters).map((material) => [material, (input: PackInput) => [printLetter(material, input)]]),
);

function printLetter(material: string, input: PackInput) {
  const letter = letterOf(input, material);
  const isPersonal = isIndividual(input);
  const copied =
    letter.copied ??
    (isCopied(input, material) ? '以上承诺内容真实，如有不实，愿承担一切法律责任和后果。' : null);
  const writing: Writing | null = copied ? { label: `请签字人抄写：“${copied}”`, lines: 2 } : null;
  return printStatement(input, {
    material,
    heading: regionalTitle(input, material) ?? letter.heading,
    rows: [
      ...unitRows(input),
      ...siteRows(input),
      ...(letter.rows?.(input) ?? regionalRows(input, material)),
    ],
    addressee: authorityOf(input),
    paragraphs: letter.paragraphs({ self: selfWord(input), service: serviceWord(input) }),
    ...(writing ? { writing } : {}),
    signer: head(input),
    seal: isPersonal ? (material === 'form-filing-commitment' ? 'fingerprint' : 'none') : 'official',
    // Individuals put their number where units put a seal.
    writesIdNumber: isPersonal && material === 'form-filing-commitment',
  });
}

function isCopied(input: PackInput, material: string): boolean {
  return input.regionalForms[material]?.isHandCopied ?? false;
}
