import { creditCodeCheckCharacter } from '../../../../main/identifiers/credit-code.ts';
import { organisationCheckCharacter } from '../../../../main/identifiers/organisation-code.ts';
import { residentIdCheckCharacter } from '../../../../main/identifiers/resident-id.ts';
import type { CompleteFactsFile } from '../../../../main/rules/evaluate.ts';
import type { Facts } from '../../../../preload/contract/index.ts';

/** An invented person's number: region, birth date `YYYYMMDD`, sequence, computed check digit. */
export function residentId(region: string, birth: string, sequence: string): string {
  const body = region + birth + sequence;
  return body + residentIdCheckCharacter(body);
}

/** An invented company's unified code with both check characters computed. */
export function creditCode(start: string, region: string, body: string): string {
  const code = start + region + body + organisationCheckCharacter(body);
  return code + creditCodeCheckCharacter(code);
}

export interface Place {
  region: string;
  county: string;
  company: string;
  address: string;
  certificateAddress: string;
  licencePrefix: string;
}

export const shanghai: Place = {
  region: '310000',
  county: '310115',
  company: '上海云帆澜科技有限公司',
  address: '浦东新区青桐路88号3号楼502室',
  certificateAddress: '上海市浦东新区青桐路88号3号楼502室',
  licencePrefix: '沪',
};
export const guangdong: Place = {
  region: '440000',
  county: '440305',
  company: '深圳云帆澜科技有限公司',
  address: '南山区青桐路66号A座1203室',
  certificateAddress: '深圳市南山区青桐路66号A座1203室',
  licencePrefix: '粤',
};
export const beijing: Place = {
  region: '110000',
  county: '110108',
  company: '北京云帆澜科技有限公司',
  address: '海淀区青桐路10号院2号楼801室',
  certificateAddress: '北京市海淀区青桐路10号院2号楼801室',
  licencePrefix: '京',
};

export const henan: Place = {
  region: '410000',
  county: '410105',
  company: '郑州云帆澜科技有限公司',
  address: '金水区青桐路88号3号楼502室',
  certificateAddress: '河南省郑州市金水区青桐路88号3号楼502室',
  licencePrefix: '豫',
};

export const ON = '2026-11-21';

/** The legal representative is principal; another employee owns the service. All people and numbers are invented. */
export function people(place: Place): Facts {
  const representative = residentId(place.county, '19800412', '317');
  const owner = residentId('320106', '19910723', '284');
  return {
    'legalRepresentative.name': '林知远',
    'legalRepresentative.idType': 'resident-id-card',
    'legalRepresentative.idNumber': representative,
    'legalRepresentative.origin': 'mainland',
    'legalRepresentative.idRegion': place.county,
    'principal.name': '林知远',
    'principal.idType': 'resident-id-card',
    'principal.idNumber': representative,
    'principal.origin': 'mainland',
    'principal.idValidTo': '2036-05-01',
    'principal.idRegion': place.county,
    'principal.birthDate': '1980-04-12',
    'principal.gender': '男',
    'principal.mobile': '13912340011',
    'principal.emergencyPhone': '13912340022',
    'principal.email': 'lin@yunfanlan.cn',
    'principal.position': '总经理',
    'serviceOwner.name': '周若溪',
    'serviceOwner.idType': 'resident-id-card',
    'serviceOwner.idNumber': owner,
    'serviceOwner.origin': 'mainland',
    'serviceOwner.idValidTo': null,
    'serviceOwner.idRegion': '320106',
    'serviceOwner.birthDate': '1991-07-23',
    'serviceOwner.gender': '女',
    'serviceOwner.mobile': '13912340033',
    'serviceOwner.emergencyPhone': '13912340044',
    'serviceOwner.email': 'zhou@yunfanlan.cn',
    'serviceOwner.position': '信息部主管',
  };
}

const idCards = (owner: string) =>
  ['id-resident-front', 'id-resident-back'].map((material) => ({
    material,
    owner,
    issuedOn: null,
    validTo: null,
  }));

export function documents(place: Place): Record<string, unknown>[] {
  const letter = { issuedOn: '2026-11-02', validTo: null, copies: 1 };
  return [
    { material: 'cert-business-licence', owner: 'entity', issuedOn: '2021-03-09', validTo: null, copies: 1 },
    ...idCards('principal'),
    ...idCards('service-owner'),
    { material: 'domain-real-name-screenshot', owner: 'domain', issuedOn: null, validTo: null },
    { material: 'photo-backdrop', owner: 'service-owner', issuedOn: null, validTo: null },
    { material: 'form-poa-owner', owner: 'service-owner', ...letter },
    ...(place.region === '440000'
      ? [{ material: 'form-filing-commitment', owner: 'entity', ...letter }]
      : []),
  ];
}

const service = {
  'service.name': '云帆澜官网',
  'service.domain': 'yunfanlan.cn',
  'service.homeUrl': 'www.yunfanlan.cn',
  'service.contentTypes': ['organization-portal'],
  'service.languages': ['zh-hans'],
  'service.preApprovals': [],
  'service.remark': '本网站用于展示公司介绍与产品信息',
  'service.plannedUse': '展示公司介绍与产品信息',
  'service.siteReachable': false,
  'service.licenceNumber': null,
  'domain.name': 'yunfanlan.cn',
  'domain.suffix': '.cn',
  'domain.label': 'yunfanlan',
  'domain.expiresOn': '2028-06-30',
  'domain.registrar': '甲乙域名注册有限公司',
  'domain.registrarIsDomestic': true,
  'domain.realNameVerifiedOn': '2026-10-12',
  'domain.privacyOn': false,
  'domain.firstFiledOn': null,
};

/** A dossier of an enterprise that a careful administrator could file: nothing is wrong and nothing is missing. */
export function cleanFacts(place: Place, filing: 'first' | 'new-service' = 'first'): CompleteFactsFile {
  const code = creditCode('91', place.county, 'MA1FX7K3');
  const isFirst = filing === 'first';
  const number = `${place.licencePrefix}ICP备2021004711号`;
  return {
    region: place.region,
    entityGroup: 'enterprise',
    filing,
    service: 'website',
    provider: 'huawei-cloud',
    on: ON,
    facts: {
      'entity.name': place.company,
      'entity.nature': 'enterprise',
      'entity.subtype': null,
      'entity.tradeName': '云帆澜',
      'entity.hasSeal': true,
      'entity.certificate.type': 'business-licence',
      'entity.certificate.number': code,
      'entity.certificate.address': place.certificateAddress,
      'entity.certificate.region': place.county,
      'entity.certificate.validFrom': '2021-03-09',
      'entity.certificate.validTo': '2051-03-08',
      'entity.certificate.longTerm': false,
      'entity.certificate.copy': '副本',
      'entity.region': place.county,
      'entity.mailingAddress': place.address,
      'entity.investor': '林知远',
      'entity.businessScope': '软件开发；计算机系统服务；机械设备销售',
      'entity.remark': null,
      'entity.registryStatus': '存续',
      'entity.isShell': false,
      'entity.licenceNumber': isFirst ? null : number,
      ...people(place),
      ...service,
      'domain.holderName': place.company,
      'domain.holderCertificateType': 'business-licence',
      'domain.holderCertificateNumber': code,
      documents: documents(place),
      'order.plannedSubmissionOn': '2026-11-25',
      'order.services': [
        { type: 'website', name: '云帆澜官网', domain: 'yunfanlan.cn', domains: ['yunfanlan.cn'] },
      ],
      'ledger.openOrders': [],
      'ledger.people': [],
      'ledger.filedServices': isFirst
        ? []
        : [
            {
              type: 'website',
              name: '云帆澜商城',
              domain: 'yunfanlan-shop.cn',
              licenceNumber: `${number}-1`,
              provider: 'huawei-cloud',
              filedOn: '2021-06-01',
              reachable: true,
              footerNumberShown: true,
            },
          ],
      'ledger.filedDomains': isFirst ? [] : ['yunfanlan-shop.cn'],
      'record.entity': isFirst
        ? null
        : { name: place.company, certificateNumber: code, licenceNumber: number, principalName: '林知远' },
      'record.service': null,
      'access.provider': 'huawei-cloud',
      'access.serverLocations': [place.region],
      'access.ipRanges': [{ from: '121.36.7.8', to: '121.36.7.8' }],
      'access.resourceCount': 1,
    },
  };
}

/** The same file with some facts changed; `undefined` takes a fact away. */
export function withFacts(file: CompleteFactsFile, changes: Facts): CompleteFactsFile {
  const facts = Object.fromEntries(
    Object.entries({ ...file.facts, ...changes }).filter(([, value]) => value !== undefined),
  );
  return { ...file, facts };
}

/** The same file without the documents of a material. */
export function withoutDocument(file: CompleteFactsFile, material: string): CompleteFactsFile {
  const kept = (file.facts['documents'] as { material: string }[]).filter((doc) => doc.material !== material);
  return withFacts(file, { documents: kept });
}
