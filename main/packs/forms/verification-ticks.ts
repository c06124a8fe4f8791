import { factText, isIndividual, personFacts, type PackInput } from '../input.ts';

export const unitCertificates = [
  '组织机构代码证书',
  '工商营业执照',
  '事业法人证书',
  '社团法人证书',
  '军队代号',
  '其他',
];
export const personCertificates = ['身份证', '户口簿', '军官证', '港澳台胞证', '护照', '其他'];
export const approvals = [
  '新闻',
  '出版',
  '教育',
  '医疗保健',
  '药品和医疗器械',
  '文化',
  '广播电视节目',
  '电子公告服务',
  '其他',
];
const approvalOfItem: Record<string, string> = {
  news: '新闻',
  publication: '出版',
  education: '教育',
  drug: '药品和医疗器械',
  'medical-device': '药品和医疗器械',
  culture: '文化',
  broadcast: '广播电视节目',
  audiovisual: '广播电视节目',
};

/** What is ticked in the middle block; `null`: nothing, the provider does it. */
export interface Ticks {
  unit: string | null;
  person: string;
  landline: boolean;
  approvals: string[];
}

export function ticksOf(input: PackInput): Ticks | null {
  if (input.provider?.verificationForm?.middleBlock !== 'applicant') return null;
  const facts = input.factsFile.facts;
  const items = Array.isArray(facts['service.preApprovals'])
    ? (facts['service.preApprovals'] as unknown[])
    : [];
  return {
    unit: isIndividual(input) ? null : unitCertificate(factText(facts, 'entity.certificate.type')),
    person: personCertificate(personFacts(facts, 'serviceOwner').idType),
    landline: factText(facts, 'serviceOwner.officePhone') !== '',
    approvals: [
      ...new Set(
        items.map((item) => approvalOfItem[(item as { type?: string } | null)?.type ?? ''] ?? '其他'),
      ),
    ],
  };
}

function unitCertificate(type: string): string {
  if (type === 'business-licence') return '工商营业执照';
  if (type.startsWith('org-code')) return '组织机构代码证书';
  if (type === 'public-institution-certificate' || type === 'unified-code-institution') return '事业法人证书';
  if (type === 'social-organization-certificate') return '社团法人证书';
  return type === 'military-unit-code' ? '军队代号' : '其他';
}

function personCertificate(type: string): string {
  if (type === 'resident-id-card' || type === 'temporary-id-card' || type === '') return '身份证';
  if (type === 'passport') return '护照';
  return /^(hk|taiwan)/.test(type) ? '港澳台胞证' : '其他';
}
