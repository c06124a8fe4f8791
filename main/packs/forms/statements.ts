import { factText, isIndividual, type PackInput } from '../input.ts';
import type { FormPrinter, TableRow } from './form.ts';
import { printStatement, type Statement } from './statement.ts';
import {
  authorityOf,
  factRow,
  head,
  ipText,
  principal,
  providerRow,
  selfWord,
  serviceWord,
  serviceOwner,
  siteRows,
  unitRows,
} from './who.ts';

/** No authority has published a binding text for these: the fields that the sources name, in plain sentences. */
const truth = '以上情况属实，如有虚假或隐瞒，愿承担由此产生的一切法律责任和后果。';

type Describe = (input: PackInput) => Omit<Statement, 'material'>;

const statements: Record<string, Describe> = {
  'form-situation-statement': (input) => ({
    heading: '情况说明',
    rows: [
      ...unitRows(input),
      ...siteRows(input),
      factRow(input, `${serviceWord(input)}内容`, 'service.plannedUse', 14),
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `${selfWord(input)}办理上述互联网信息服务备案，现就有关情况说明如下。上述${serviceWord(input)}的内容仅与${selfWord(input)}有关，不提供与备案信息不符的服务。`,
      // Sichuan and Guangxi want it said from the sixth domain on.
      `□（域名较多时勾选）全部域名均归${selfWord(input)}所有，有效期均超过三个月，内容与备案信息一致。`,
      truth,
    ],
    writing: { label: '情况及原因（名称、地址、域名数量、姓名不一致等，请手写）：', lines: 4 },
    signer: head(input),
    // Sichuan: individuals put a fingerprint where units put a seal.
    seal: isIndividual(input) ? (input.factsFile.region === '510000' ? 'fingerprint' : 'none') : 'official',
  }),
  'form-guarantee': (input) => ({
    heading: '保证书',
    rows: [...unitRows(input), ...siteRows(input), providerRow(input)],
    addressee: authorityOf(input),
    paragraphs: [
      `${selfWord(input)}因实际需要开办多个${serviceWord(input)}，保证各${serviceWord(input)}均由${selfWord(input)}自行建设、管理和使用，备案信息真实、准确，不出租、出借、转让备案号和接入资源。`,
      `各${serviceWord(input)}的内容与备案的名称和服务内容一致，信息变化时在规定期限内办理变更，停止服务时及时注销。`,
      `接入服务单位已核实${selfWord(input)}的身份和用途，并对上述${serviceWord(input)}的接入和信息安全履行管理责任。`,
    ],
    signer: isIndividual(input) ? head(input) : null,
    seal: isIndividual(input) ? 'fingerprint-and-provider' : 'both',
  }),
  'form-truth-commitment': (input) => ({
    heading: 'ICP备案信息真实性承诺书',
    rows: [
      factRow(input, isIndividual(input) ? '姓名' : '单位名称', 'entity.name', 13),
      ...(isIndividual(input) ? [] : [factRow(input, '网站负责人', 'serviceOwner.name')]),
      ...siteRows(input),
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `本人知悉并理解《ICP备案信息真实性责任告知书》的全部内容，承诺为上述域名办理备案所提交的主体信息、${serviceWord(input)}信息、负责人信息和材料真实、准确、完整，由本人核对并同意提交。`,
      '上述域名由备案主体实际使用，不将备案号、域名出租、出借或转让他人；备案信息变化时及时变更。',
      '如有不实，同意注销备案，并承担由此产生的一切法律责任和后果。',
    ],
    writing: { label: '请本人手写姓名和上述域名：', lines: 2 },
    signer: serviceOwner(input),
    seal: 'none',
  }),
  'form-truth-notice': (input) => ({
    heading: 'ICP备案信息真实性责任告知书',
    rows: [factRow(input, isIndividual(input) ? '姓名' : '单位名称', 'entity.name', 13), ...siteRows(input)],
    paragraphs: [
      `一、办理备案应当提交真实、准确、完整的主体信息、${serviceWord(input)}信息和负责人信息，负责人应当本人知情并同意。`,
      '二、不得提供虚假材料，不得代他人备案，不得买卖、出租、出借备案号和备案账号。',
      '三、备案信息发生变化的，应当及时办理变更；停止服务或不再接入的，应当及时注销。',
      '四、未履行备案或提供虚假备案信息的，备案主管部门可依法责令改正、处以罚款、关闭网站或注销备案；构成犯罪的，依法追究刑事责任。',
      '请网站负责人抄写：“本人已阅读并知晓以上内容，所填备案信息真实有效，愿意承担相应责任。”',
    ],
    writing: { label: '抄写处：', lines: 3 },
    signer: serviceOwner(input),
    seal: 'none',
  }),
  'form-cloud-usage-statement': (input) => ({
    heading: '云资源使用说明',
    rows: [
      ...unitRows(input),
      ...siteRows(input),
      providerRow(input),
      factRow(input, '云资源数量', 'access.resourceCount'),
      { label: 'IP 地址', value: ipText(input), field: 'access.ipRanges', height: 13 },
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `${selfWord(input)}在上述接入服务单位租用的云资源全部用于上述${serviceWord(input)}，不转租、不转售，不为他人提供接入。`,
      truth,
    ],
    writing: { label: '各云资源的用途（请手写）：', lines: 2 },
    signer: isIndividual(input) ? head(input) : null,
    seal: isIndividual(input) ? 'none' : 'official',
  }),
  'form-open-site-statement': (input) => ({
    heading: '开站情况说明书',
    rows: [
      ...unitRows(input),
      ...siteRows(input),
      factRow(input, '网站内容及用途', 'service.plannedUse', 14),
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `${selfWord(input)}因业务需要开办上述${serviceWord(input)}，由${selfWord(input)}自行建设和管理，内容与备案信息一致，不从事须经许可而未取得许可的业务。`,
      truth,
    ],
    writing: { label: '已开办的网站及本次开办的理由（请手写）：', lines: 4 },
    signer: principal(input),
    seal: isIndividual(input) ? 'none' : 'official',
  }),
  'form-no-staffing-approval-statement': (input) => ({
    heading: '无需机构编制部门审批的情况说明',
    rows: [...unitRows(input), ...siteRows(input)],
    addressee: authorityOf(input),
    paragraphs: [
      `上述${serviceWord(input)}不以党政机关或事业单位门户网站名义对外提供服务，仅供本单位内部使用，或经机构编制部门认定无需办理网站开办审批。`,
      truth,
    ],
    writing: { label: '具体用途，以及机构编制部门的意见（部门、联系人、电话、日期，请手写）：', lines: 4 },
    signer: head(input),
    seal: 'official',
  }),
  'form-guardian-consent': (input) => ({
    heading: '监护人知情（同意）书',
    rows: [
      factRow(input, '未成年人姓名', 'entity.name', 13),
      factRow(input, '证件号码', 'entity.certificate.number'),
      ...siteRows(input),
      { label: '监护人姓名', value: '', field: 'guardian.name' },
      { label: '监护人证件号码', value: '', field: 'guardian.idNumber' },
      { label: '与未成年人关系', value: '', field: 'guardian.relation' },
      { label: '监护人联系电话', value: '', field: 'guardian.phone' },
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `本人为上述未成年人的监护人，知悉并同意其开办上述${serviceWord(input)}并办理备案，将监督其依法使用，并承担监护人应当承担的责任。`,
      truth,
    ],
    signer: { by: 'guardian', label: '监护人签字', name: '' },
    seal: 'none',
  }),
  'domain-use-authorization': (input) => ({
    heading: '域名使用授权书',
    rows: [
      factRow(input, '域名', 'domain.name', 13),
      ...holderRows(input),
      factRow(input, '被授权单位', 'entity.name', 13),
      factRow(input, '被授权单位\n证件号码', 'entity.certificate.number', 12),
    ],
    paragraphs: [
      `上述域名由本域名持有者依法注册并持有。现授权上述被授权单位在其开办的${serviceWord(input)}中使用该域名，并以其名义办理互联网信息服务备案。`,
      '授权期限自本授权书签署之日起至该域名到期之日止；授权变更或终止的，双方将及时办理备案变更或注销。',
      truth,
    ],
    signer: { by: 'holder', label: '域名持有者签字', name: '' },
    seal: 'holder',
  }),
  'domain-relation-proof': (input) => ({
    heading: '域名持有者与单位关系证明',
    rows: [...unitRows(input), factRow(input, '域名', 'domain.name', 13), ...holderRows(input)],
    addressee: authorityOf(input),
    paragraphs: [
      '上述域名持有者系本单位：□股东　　□主要负责人　　□高级管理人员（请勾选一项，并附营业执照、章程或公示信息等证明）。',
      '该域名由本单位实际使用，域名持有者知悉并同意以本单位名义办理备案。',
      truth,
    ],
    signer: head(input),
    seal: 'official',
  }),
};

/** What the unit may write itself where the authority takes no registry document: old and new side by side. */
export const printChangeStatement: FormPrinter = (input) => {
  const changes: TableRow[] = (
    [
      ['名称', 'entity.previousName', 'entity.name'],
      ['证件号码', 'entity.previousNumber', 'entity.certificate.number'],
    ] as const
  ).flatMap(([label, before, after]) => {
    const old = factText(input.factsFile.facts, before);
    return old
      ? [factRow(input, `变更前${label}`, before, 12), factRow(input, `变更后${label}`, after, 12)]
      : [];
  });
  return [
    printStatement(input, {
      material: 'form-change-proof',
      heading: '变更情况说明',
      rows: [
        ...(changes.length > 0 ? [] : unitRows(input)),
        factRow(input, '主体备案号', 'entity.licenceNumber'),
        ...changes,
        ...siteRows(input),
      ],
      addressee: authorityOf(input),
      paragraphs: [
        `${selfWord(input)}的备案信息已发生变更，特此说明，并申请相应变更上述备案号及${serviceWord(input)}的备案信息。变更前后为同一主体，原有权利义务由变更后的主体承担。`,
        truth,
      ],
      writing: { label: '变更事项、变更日期及原因（请手写）：', lines: 3 },
      signer: head(input),
      seal: isIndividual(input) ? 'none' : 'official',
    }),
  ];
};

export const statementPrinters: Record<string, FormPrinter> = Object.fromEntries(
  Object.entries(statements).map(([material, describe]) => [
    material,
    (input: PackInput) => [printStatement(input, { material, ...describe(input) })],
  ]),
);

function holderRows(input: PackInput): TableRow[] {
  return [
    factRow(input, '域名持有者', 'domain.holderName', 13),
    factRow(input, '持有者证件号码', 'domain.holderCertificateNumber'),
  ];
}
