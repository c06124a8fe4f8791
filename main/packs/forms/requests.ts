import { isIndividual, servicesOf, type PackInput } from '../input.ts';
import type { FormPrinter, TableRow } from './form.ts';
import { printStatement, type Signer, type Statement } from './statement.ts';
import { regionalTitle } from './regional.ts';
import { authorityOf, factRow, principal, selfWord, serviceWord, siteRows, unitRows } from './who.ts';

/** Requests that go to the authority on paper. */
const requests: Record<string, (input: PackInput) => Omit<Statement, 'material'>> = {
  'form-cancellation': (input) => {
    const wholeEntity = input.factsFile.filing === 'cancel-entity';
    return {
      heading:
        regionalTitle(input, 'form-cancellation') ??
        (wholeEntity ? '注销备案主体申请表' : `注销${serviceWord(input)}备案申请表`),
      rows: [
        ...unitRows(input),
        factRow(input, '主体备案号', 'entity.licenceNumber'),
        { ...domainRow(input), label: `申请注销的\n${serviceWord(input)}及域名`, height: 14 },
        factRow(input, '服务备案号', 'service.licenceNumber'),
        ...contactRows(input),
        factRow(input, '注销理由', 'order.cancelReason', 14),
      ],
      addressee: authorityOf(input),
      paragraphs: [
        `${selfWord(input)}申请注销上述${wholeEntity ? '备案主体及其全部网站、App备案' : `${serviceWord(input)}备案`}。注销后上述域名不再用于提供互联网信息服务；以上内容真实，由此产生的责任由${selfWord(input)}承担。`,
      ],
      signer: principal(input),
      seal: isIndividual(input) ? 'none' : 'official',
    };
  },
  'domain-previous-holder-cancellation': (input) => ({
    heading: '注销域名原有备案申请表',
    rows: [
      ...unitRows(input),
      factRow(input, '域名', 'domain.name', 13),
      factRow(input, '域名持有者', 'domain.holderName', 12),
      factRow(input, '域名注册商', 'domain.registrar', 12),
      factRow(input, '域名到期日', 'domain.expiresOn'),
      { label: '原备案主体\n及备案号', value: '', field: 'previous', height: 13 },
      ...contactRows(input),
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `上述域名现由${selfWord(input)}合法持有，但仍在原持有者名下备案，且无法联系其自行注销。现申请注销该域名的原有备案，随附域名所有权证明。以上内容真实，由此产生的责任由${selfWord(input)}承担。`,
    ],
    signer: applicant(input),
    seal: isIndividual(input) ? 'none' : 'official',
  }),
  'form-password-recovery': (input) => ({
    heading: '找回备案密码申请表',
    rows: [
      ...unitRows(input),
      factRow(input, '主体备案号', 'entity.licenceNumber'),
      ...contactRows(input),
      factRow(input, '接收密码的邮箱', 'principal.email', 12),
    ],
    addressee: authorityOf(input),
    paragraphs: [
      `${selfWord(input)}因遗失备案密码，且无法在线找回，申请重新获取。请将密码发送至上述邮箱或手机，随附证件复印件。以上内容真实，密码由${selfWord(input)}妥善保管，因保管不当产生的后果由${selfWord(input)}承担。`,
    ],
    writing: { label: '遗失原因（请手写）：', lines: 2 },
    signer: applicant(input),
    seal: isIndividual(input) ? 'none' : 'official',
  }),
};

export const requestPrinters: Record<string, FormPrinter> = Object.fromEntries(
  Object.entries(requests).map(([material, describe]) => [
    material,
    (input: PackInput) => [printStatement(input, { material, ...describe(input) })],
  ]),
);

function contactRows(input: PackInput): TableRow[] {
  return [
    factRow(input, '联系人', 'principal.name'),
    factRow(input, '联系电话', 'principal.mobile'),
    factRow(input, '通信地址', 'entity.mailingAddress', 14),
  ];
}

/** Name and domain together, each pair in its own words. */
function domainRow(input: PackInput): TableRow {
  const pairs = servicesOf(input.factsFile.facts).map(({ name, domains }) =>
    [name, domains.join('、')].filter(Boolean).join('　'),
  );
  const [, domain] = siteRows(input);
  return { ...domain!, value: pairs.filter(Boolean).join('；') };
}

/** Whoever asks: the person responsible for the entity. */
function applicant(input: PackInput): Signer {
  return { ...principal(input), by: 'applicant', label: isIndividual(input) ? '本人签字' : '申请人签字' };
}
