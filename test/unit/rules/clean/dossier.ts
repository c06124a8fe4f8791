import type { CompleteFactsFile } from '../../../../main/rules/evaluate.ts';
import type { Facts } from '../../../../preload/contract/index.ts';
import { book } from '../the-book.ts';
import * as customs from './customs.ts';
import { papersOf } from './papers.ts';
import { asRole, fromElsewhere, hongKonger, mainlander, type Person } from './people.ts';
import { places, type Place } from './places.ts';
import { certificateNumber, unitFacts, units, type Unit } from './units.ts';

export const ON = '2026-11-21';

/** Who leads: the representative with an employee, one person in every role, a delegate, or one from elsewhere. */
export type Lead = 'employee' | 'one-person' | 'delegate' | 'foreign' | 'hong-kong' | 'taiwan';

/** One clean dossier: what is filed, and which of the legitimate choices was made. */
export interface Choice {
  region: string;
  entityGroup: string;
  filing: string;
  service: string;
  place?: 0 | 1;
  /** Index into `units`. */
  unit?: number;
  lead?: Lead;
  provider?: string;
  /** The Chinese domain of the unit instead of the one in letters. */
  isIdn?: boolean;
  /** The mailing address with province and city, too. */
  isFullAddress?: boolean;
  /** A sole trader without a trade name. */
  isNameless?: boolean;
  /** An individual of Hong Kong with a residence permit, or with an ID from another region and a proof of residence. */
  individual?: 'hong-kong' | 'elsewhere';
  /** The service owner, who is the same person, is not entered again. */
  isOwnerUnsaid?: boolean;
  /** A change of name, with its proof. */
  isRenamed?: boolean;
  /** Three websites in one order. */
  isSeveral?: boolean;
}

const NEW = ['first', 'new-service'];
const isUnit = ({ entityGroup }: Choice): boolean => entityGroup !== 'individual';

/** A county in another region. */
const elsewhere = (region: string): string => (region === '320000' ? '430102' : '320106');

interface Leaders {
  representative: Person | null;
  principal: Person;
  owner: Person;
}

const chief = { name: '林知远', born: '19800412', isMale: true, no: 1 };
const employee = { name: '古丽娜尔·买买提', born: '19910723', isMale: false, no: 2 };

function leadersOf(choice: Choice, place: Place): Leaders {
  const { region, entityGroup, lead = 'employee' } = choice;
  if (!isUnit(choice)) {
    const self =
      choice.individual === 'hong-kong'
        ? hongKonger(chief, place)
        : mainlander(chief, place, choice.individual === 'elsewhere' ? elsewhere(region) : undefined);
    return { representative: null, principal: self, owner: self };
  }
  const staff = mainlander(employee, place, '320106');
  if (lead === 'delegate') {
    const delegate = mainlander({ ...employee, name: '周若溪', no: 3 }, place, '430102');
    const owner = customs.DELEGATE_OWNS.has(region) ? delegate : staff;
    return { representative: mainlander(chief, place), principal: delegate, owner };
  }
  if (lead === 'employee' || lead === 'one-person') {
    const head = mainlander(chief, place);
    const isAlone = entityGroup === 'individual-business' && customs.OPERATOR_ONLY.has(region);
    const owner = isAlone || (lead === 'one-person' && !customs.PERSONS_DIFFER.has(region)) ? head : staff;
    return { representative: head, principal: head, owner };
  }
  const name = { foreign: 'Michael Andersen', 'hong-kong': '陈嘉乐', taiwan: '林佳蓉' }[lead];
  const head = fromElsewhere(lead, { ...chief, name }, place);
  const delegates = lead === 'foreign' ? customs.FOREIGNER_DELEGATES : customs.COMPATRIOT_DELEGATES;
  if (delegates.has(region)) return { representative: head, principal: staff, owner: staff };
  return { representative: head, principal: head, owner: staff };
}

interface Named {
  unit: Unit;
  name: string;
  tradeName: string | null;
  /** Of the entity's nature as filed. */
  nature: string;
}

function namedUnit(choice: Choice, place: Place, { principal }: Leaders): Named {
  const { region, entityGroup, unit: index = 0 } = choice;
  const unit = units[entityGroup]![index]!;
  if (!isUnit(choice)) return { unit, name: principal.name, tradeName: null, nature: unit.nature };
  if (choice.isNameless) {
    const name = principal.name + (customs.NAME_SUFFIX[region] ?? '');
    const nature = customs.NAMELESS_IS_INDIVIDUAL.has(region) ? 'individual' : 'enterprise';
    return { unit, name, tradeName: null, nature };
  }
  const hasTradeName = entityGroup === 'individual-business';
  return { unit, name: unit.name(place), tradeName: hasTradeName ? '云帆' : null, nature: unit.nature };
}

function domainOf(choice: Choice): { label: string; suffix: string } {
  const { entityGroup, isIdn = false } = choice;
  if (entityGroup === 'government')
    return isIdn ? { label: '云帆商务', suffix: '.政务' } : { label: 'yunfan', suffix: '.gov.cn' };
  if (entityGroup === 'public-institution' || entityGroup === 'social-organization')
    return isIdn ? { label: '云帆服务', suffix: '.公益' } : { label: 'yunfan-fw', suffix: '.org.cn' };
  return isIdn ? { label: '云帆澜', suffix: '.中国' } : { label: 'yunfanlan', suffix: '.cn' };
}

/** The name of the site: a unit's own with what it is for; a person's theme, in Jiangsu the form that is prescribed. */
function serviceName(choice: Choice, { name }: Named): string {
  if (isUnit(choice)) return `${name.replace(/（个体工商户）/, '')}官网`;
  return choice.region === '320000' ? `${name}的个人主页` : '山野植物散记';
}

const EMERGENCY = (unit: string): string =>
  `应急联系电话中手机号使用人为${unit}的员工何小满，行政专员，号码见应急电话栏`;

function remarks(choice: Choice, { name }: Named, { representative, principal }: Leaders): Facts {
  const { region, isNameless } = choice;
  if (!isUnit(choice))
    return {
      'entity.remark': null,
      'service.remark':
        '本网站为个人网站，记录山野间常见植物的观察笔记与照片，预计备案后一个月内开通，不含单位、企业及行业信息，' +
        `如有不符愿承担注销备案并列入黑名单的责任。应急电话中手机号使用人为${name}的母亲何小满`,
    };
  const entity = [
    ...(principal === representative
      ? []
      : [`法定代表人授权${principal.name}办理备案，${principal.name}是信息部门的领导，负责网站管理`]),
    ...(isNameless ? ['个体工商户无工商字号，营业执照无名称，无字号原因：登记时未取字号'] : []),
    ...(region === '340000' && isNameless ? ['无字号无公章个体工商户'] : []),
    ...(name.endsWith('医院')
      ? ['医疗机构执业许可证：编号PDY00017，某市卫生健康委员会2024-01-08颁发，2029-01-07到期']
      : []),
  ];
  return {
    'entity.remark': entity.length > 0 ? entity.join('；') : null,
    'service.remark':
      '网站仅做官网展示，不涉及在线交易、电子金融、电子商务；该网站不涉及前置审批业务。' + EMERGENCY(name),
  };
}

function appFacts(service: string, name: string, domain: string): Facts {
  const publicKey = 'A1B2C3D4'.repeat(32);
  return {
    'app.name': name,
    'app.icon': { widthPx: 512, heightPx: 512, bytes: 61_440, format: 'png' },
    // A mini program has its platform's id and no key of its own.
    'app.platforms':
      service === 'mini-program'
        ? [{ platform: 'wechat', packageName: 'wx0a1b2c3d4e5f6071' }]
        : [
            { platform: 'android', packageName: 'cn.yunfanlan.app', publicKey, fingerprint: '0f'.repeat(16) },
            { platform: 'ios', packageName: 'cn.yunfanlan.ios', publicKey, fingerprint: '1e'.repeat(20) },
            { platform: 'harmony', packageName: 'cn.yunfanlan.hm', publicKey, fingerprint: '2d'.repeat(32) },
          ],
    'app.domains': [domain, `api.${domain}`],
    'app.sdks': [],
  };
}

const APP_SERVICES = ['app', 'mini-program', 'quick-app'];

/** Where the service is accessed: a new access needs one elsewhere, and the last one cannot be cancelled. */
function accessesBefore({ filing, provider = 'huawei-cloud' }: Choice): string[] {
  if (filing === 'new-access') return ['inspur-cloud'];
  return filing === 'cancel-access' ? [provider, 'inspur-cloud'] : [provider];
}

/** A dossier in which everything is right, complete and attached. */
export function cleanDossier(choice: Choice): CompleteFactsFile {
  const { region, entityGroup, filing, service } = choice;
  const place = places[region]![choice.place ?? 0];
  const leaders = leadersOf(choice, place);
  const named = namedUnit(choice, place, leaders);
  const { representative, principal, owner } = leaders;
  const number = isUnit(choice) ? certificateNumber(named.unit, place, 17) : principal.idNumber;
  const { label, suffix } = domainOf(choice);
  const domain = label + suffix;
  const isApp = APP_SERVICES.includes(service);
  const siteName = isApp ? '云帆澜助手' : serviceName(choice, named);
  const prefix = book.enumerations.regions.find(({ id }) => id === region)!.licencePrefix;
  const entityNumber = `${prefix}ICP备2021004711号`;
  const letter = book.enumerations.serviceTypes.find(({ id }) => id === service)!.suffix;
  const isFirst = filing === 'first';
  const isFiled = !NEW.includes(filing);
  const serviceNumber = `${entityNumber}-2${letter}`;
  const oldName = `${named.name.slice(0, 2)}旧帆科技有限公司`;
  const isRenamed = choice.isRenamed === true && isUnit(choice);
  const mailing = (choice.isFullAddress ? place.province + place.city : '') + place.within;

  const item = { type: service, name: siteName, domain: isApp ? null : domain, domains: [domain] };
  const more = choice.isSeveral
    ? ['客户服务中心', '供应商管理系统'].map((name, i) => ({
        type: service,
        name: `云帆${name}`,
        domain: `yunfanlan${i + 2}.cn`,
        domains: [`yunfanlan${i + 2}.cn`],
      }))
    : [];
  const filed = {
    provider: 'huawei-cloud',
    filedOn: '2021-06-01',
    reachable: true,
    footerNumberShown: true,
  };
  const other = {
    ...filed,
    type: 'website',
    name: isUnit(choice) ? '云帆客户服务系统' : '溪边鸟类观察',
    domain: 'yunfan-kf.cn',
    licenceNumber: `${entityNumber}-1`,
  };
  const itself = {
    ...filed,
    type: service,
    name: siteName,
    domain: item.domain,
    licenceNumber: serviceNumber,
  };
  const ledger = isFirst ? [] : isFiled ? [other, itself] : [other];

  return {
    region,
    entityGroup,
    filing,
    service,
    ...(choice.provider !== undefined && { provider: choice.provider }),
    on: ON,
    facts: {
      ...unitFacts(named.unit, place, number),
      ...(isUnit(choice) ? {} : { 'entity.certificate.type': principal.idType }),
      'entity.nature': named.nature,
      'entity.name': named.name,
      'entity.tradeName': named.tradeName,
      'entity.certificate.validTo': choice.place === 1 ? null : '2051-03-08',
      'entity.certificate.longTerm': choice.place === 1,
      'entity.certificate.marks': region === '330000' ? '1/1' : region === '460000' ? HAINAN_MARKS : null,
      'entity.mailingAddress': mailing,
      'entity.investor':
        named.unit.superior?.(place) ?? investorOf(choice, named, representative ?? principal),
      'entity.isShell': false,
      'entity.licenceNumber': isFirst ? null : entityNumber,
      ...(isRenamed && { 'entity.previousName': oldName, 'entity.previousNumber': number }),
      ...remarks(choice, named, leaders),
      ...(representative && asRole('legalRepresentative', representative)),
      ...asRole('principal', principal),
      ...(choice.isOwnerUnsaid ? {} : asRole('serviceOwner', owner)),
      'service.name': siteName,
      'service.domain': isApp ? null : domain,
      'service.homeUrl': isApp ? null : `www.${domain}`,
      'service.contentTypes': [contentOf(choice)],
      'service.languages': ['zh-hans'],
      'service.preApprovals': [],
      'service.plannedUse': isUnit(choice) ? '展示单位介绍与服务信息' : '记录植物观察笔记与照片',
      'service.siteReachable': isFiled,
      'service.licenceNumber': isFiled ? serviceNumber : null,
      'service.numberIssuedOn': isFiled ? '2021-06-01' : null,
      ...(isFiled && {
        'service.liveNames': [siteName, `首页-${siteName}`],
        'service.footerText': `版权所有 ${named.name} ${region === '440000' ? entityNumber : serviceNumber}`,
        'service.resolvedIps': ['121.36.7.8'],
      }),
      ...(isApp
        ? appFacts(service, siteName, domain)
        : {
            'domain.name': domain,
            'domain.suffix': suffix,
            'domain.label': label,
            'domain.holderName': named.name,
            'domain.holderCertificateType': isUnit(choice) ? named.unit.certificateType : principal.idType,
            'domain.holderCertificateNumber': number,
            'domain.expiresOn': '2028-06-30',
            'domain.registrar': '甲乙域名注册有限公司',
            'domain.registrarIsDomestic': true,
            'domain.realNameVerifiedOn': '2026-10-12',
            'domain.privacyOn': false,
            'domain.firstFiledOn': isFiled ? '2021-06-01' : null,
          }),
      documents: papersOf({ ...choice, ...leaders, unit: named.unit, place, isRenamed }),
      'order.plannedSubmissionOn': '2026-11-25',
      'order.services': [item, ...more],
      'order.changedFields': changedFields(filing, isRenamed),
      'order.cancelReason': filing.startsWith('cancel') ? '网站停办' : null,
      'order.smsDeadline': null,
      'ledger.openOrders': [],
      'ledger.people': [],
      'ledger.filedServices': ledger,
      'ledger.filedDomains': ledger.flatMap((service) => service.domain ?? []),
      'ledger.accesses': isFiled
        ? accessesBefore(choice).map((provider) => ({ domain, provider, account: 'yunfan' }))
        : [],
      'ledger.resources': [],
      'ledger.providerAccounts': [],
      'record.entity': isFirst
        ? null
        : {
            name: isRenamed ? oldName : named.name,
            certificateNumber: number,
            licenceNumber: entityNumber,
            principalName: principal.name,
            principalIdNumber: principal.idNumber,
            mailingAddress: mailing,
          },
      'record.service': isFiled
        ? { name: siteName, domain, licenceNumber: serviceNumber, serviceOwnerName: owner.name }
        : null,
      'record.serviceOwnerMobile': isFiled ? owner.mobile : null,
      'access.provider': choice.provider ?? 'huawei-cloud',
      'access.method': ['cloud'],
      'access.serverLocations': [region],
      'access.ipRanges': [{ from: '121.36.7.8', to: '121.36.7.8' }],
      'access.resourceCount': 1,
    },
  };
}

const HAINAN_MARKS = '海南省市场监督管理局商事登记专用章；琼';

/** Firms name their representative or themselves, as the region has it; individuals themselves. */
function investorOf({ region }: Choice, { name }: Named, head: Person): string {
  return ['220000', '350000'].includes(region) ? name : head.name;
}

function contentOf(choice: Choice): string {
  if (APP_SERVICES.includes(choice.service)) return 'app';
  if (isUnit(choice)) return 'organization-portal';
  return customs.BLOG_ONLY.has(choice.region) ? 'blog-personal-space' : 'other';
}

function changedFields(filing: string, isRenamed: boolean): string[] {
  if (isRenamed) return ['entity.name', 'entity.certificate'];
  if (filing === 'change-entity') return ['entity.mailingAddress', 'principal.mobile'];
  if (filing === 'change-service') return ['service.name', 'serviceOwner.email'];
  if (filing === 'change-both') return ['principal.email', 'service.name'];
  return [];
}
