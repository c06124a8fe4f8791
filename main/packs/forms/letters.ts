import { factText, isIndividual, personFacts, servicesOf, type PackInput } from '../input.ts';
import { rect, colours, text, type Mark, type Zone } from '../page.ts';
import { dataTable, emptyDate, formArea, heading, sealPlace, writingLine, type PrintedForm } from './form.ts';

interface Letter {
  heading: string;
  /** Addressed to the authority of the region. */
  paragraphs: (words: { self: string; service: string }) => string[];
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
  'form-no-finance': notInvolved(
    '不从事互联网金融经营承诺书',
    '网络借贷、股权众筹、互联网保险、支付、理财、基金销售等互联网金融业务',
    '取得金融监管部门的批准文件',
  ),
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
  'form-no-ecommerce': {
    heading: '不涉及电子商务情况说明书',
    paragraphs: ({ self, service }) => [
      `${self}说明并承诺：上述${service}仅用于展示本单位形象及自有产品和服务，不在线销售商品或服务，不引入第三方商家入驻，不提供第三方支付功能。`,
      '今后如开展电子商务经营活动，将事先依法取得相应许可或办理备案，并变更备案信息。',
      consequence,
    ],
  },
};

export function letterMaterials(): string[] {
  return Object.keys(letters);
}

export function printLetter(material: string, input: PackInput): PrintedForm[] {
  const letter = letters[material];
  if (!letter) return [];
  const { facts, region } = input.factsFile;
  const individual = isIndividual(input);
  const signer = individual ? 'principal' : 'legalRepresentative';
  const signerName = personFacts(facts, signer).name || (individual ? factText(facts, 'entity.name') : '');
  const services = servicesOf(facts);
  const isWebsite = input.factsFile.service === 'website';
  const authority = input.catalogue.regions[region]?.authority['zh-CN'];
  const table = dataTable(
    [
      {
        label: individual ? '姓名' : '单位名称',
        value: factText(facts, 'entity.name'),
        field: 'entity.name',
        height: 13,
      },
      {
        label: individual ? '证件号码' : '统一社会信用代码\n（证件号码）',
        value: factText(facts, 'entity.certificate.number'),
        field: 'certificate',
        height: 12,
      },
      {
        label: isWebsite ? '网站名称' : 'App名称',
        value: services.map((s) => s.name).join('、'),
        field: 'service.name',
        height: 12,
      },
      { label: '域名', value: services.flatMap((s) => s.domains).join('、'), field: 'domain', height: 12 },
    ],
    48,
  );
  const words = { self: individual ? '本人' : '本单位', service: isWebsite ? '网站' : 'App' };
  const marks: Mark[] = [
    heading(letter.heading, 25, letter.heading.length > 16 ? 17 : 20),
    ...table.marks,
    ...(authority
      ? [text({ x: formArea.x, y: table.bottom + 8, width: formArea.width, height: 7 }, `${authority}：`, 12)]
      : []),
    text(
      { x: formArea.x, y: table.bottom + 17, width: formArea.width, height: 84 },
      letter.paragraphs(words).join('\n'),
      12,
      { leading: 1.75, indentEm: 2, justify: true },
    ),
  ];
  const signature = signPlaces(material, individual, signerName);
  return [
    {
      material,
      title: { 'zh-CN': letter.heading, en: input.catalogue.materials[material]?.name.en ?? letter.heading },
      marks: [...marks, ...signature.marks],
      zones: signature.zones,
      signing: {
        signer: individual ? 'principal' : 'legal-representative',
        signerName,
        method: input.catalogue.materials[material]?.signature?.method ?? 'handwritten',
        seal: individual ? (material === 'form-filing-commitment' ? 'fingerprint' : 'none') : 'official',
        date: 'handwritten',
      },
    },
  ];
}

/** Letters are signed and dated by hand; individuals put number and fingerprint where units put a seal. */
function signPlaces(material: string, individual: boolean, name: string): { marks: Mark[]; zones: Zone[] } {
  const by = individual ? 'principal' : 'legal-representative';
  const { x, width } = formArea;
  const y = 222;
  const hint = name && `（${name}）`;
  const label = individual ? '本人签字：' : '法定代表人签字：';
  const dateArea = { x, y: y + 24, width: 92, height: 8 };
  const marks: Mark[] = [
    ...writingLine(label, { x, y: y - 12, width: 92, height: 12 }, individual ? 24 : 36, hint),
    text(dateArea, `日期：${emptyDate}`, 11, { valign: 'bottom' }),
  ];
  const zones: Zone[] = [
    { kind: 'signature', by, area: { x: x + 36, y: y - 14, width: 56, height: 14 } },
    { kind: 'date', by, area: dateArea },
  ];
  if (!individual) {
    const seal = sealPlace(x + width - 38, y + 8, 'entity');
    marks.push(...seal.marks, text({ x: x + 104, y: y - 22, width: 30, height: 7 }, '单位盖章：', 11));
    zones.push(seal.zone);
  } else if (material === 'form-filing-commitment') {
    const finger = { x: x + width - 50, y: y - 12, width: 26, height: 26 };
    const number = { x, y: y + 5, width: 92, height: 11 };
    marks.push(
      ...writingLine('证件号码：', number, 24),
      rect(finger, { stroke: colours.hairline, widthPt: 0.5, dashMm: 1 }),
      text({ ...finger, y: finger.y + 10, height: 6 }, '手印', 8, { align: 'center', colour: colours.soft }),
    );
    const digits = { ...number, x: x + 24, width: number.width - 24 };
    zones.push({ kind: 'handwriting', by, area: digits }, { kind: 'fingerprint', by, area: finger });
  }
  return { marks, zones };
}
