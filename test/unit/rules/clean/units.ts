import type { Facts } from '../../../../preload/contract/index.ts';
import { creditCode } from '../evaluators/clean-facts.ts';
import { shortPlace, type Place } from './places.ts';

/** A unit as its certificate shows it. */
export interface Unit {
  nature: string;
  certificateType: string;
  /** First two characters of the unified code: authority and class. */
  codeStart: string;
  name: (place: Place) => string;
  /** What goes into “investor or superior unit”; absent: a firm, which names its representative or itself. */
  superior?: (place: Place) => string;
  scope: string | null;
}

const TECH = '软件开发；计算机系统服务；机械设备销售；货物进出口';
const inCounty = (tail: string) => (place: Place) => shortPlace(place) + tail;
const inProvince = (tail: string) => (place: Place) => place.province + tail;
/** Of a province `厅`, of a municipality `局`. */
const department = (of: string) => (place: Place) =>
  place.province + of + (place.province.endsWith('市') ? '局' : '厅');

/** The kinds of units of each group; the first is the usual one. */
export const units: Record<string, Unit[]> = {
  enterprise: [
    {
      nature: 'enterprise',
      certificateType: 'business-licence',
      codeStart: '91',
      name: inCounty('云帆澜科技有限公司'),
      scope: TECH,
    },
    {
      nature: 'enterprise',
      certificateType: 'business-licence',
      codeStart: '91',
      name: (place) => `云帆澜智能装备（${shortPlace(place)}）股份有限公司第一分公司`,
      scope:
        '智能装备研发、生产、销售及相关技术服务；货物及技术进出口（依法须经批准的项目，经批准后方可开展经营活动）',
    },
    {
      nature: 'enterprise',
      certificateType: 'business-licence',
      codeStart: '93',
      name: inCounty('云帆果蔬种植专业合作社'),
      scope: '果蔬种植、收购、初加工、销售',
    },
  ],
  'individual-business': [
    {
      nature: 'enterprise',
      certificateType: 'business-licence',
      codeStart: '92',
      name: inCounty('云帆五金店'),
      scope: '五金零售；家用电器修理',
    },
  ],
  government: [
    {
      nature: 'government-organ',
      certificateType: 'unified-code-government',
      codeStart: '11',
      name: inCounty('商务局'),
      superior: inCounty('人民政府'),
      scope: null,
    },
    {
      nature: 'government-organ',
      certificateType: 'unified-code-government',
      codeStart: '11',
      name: inCounty('镇人民政府'),
      superior: department('商务'),
      scope: null,
    },
  ],
  'public-institution': [
    {
      nature: 'public-institution',
      certificateType: 'public-institution-certificate',
      codeStart: '12',
      name: inCounty('云帆气象服务中心'),
      superior: inCounty('气象局'),
      scope: '气象监测与公众气象服务',
    },
    {
      nature: 'public-institution',
      certificateType: 'unified-code-institution',
      codeStart: '12',
      name: inCounty('第一人民医院'),
      superior: inProvince('卫生健康委员会'),
      scope: '医疗与护理、医学教学与科研',
    },
  ],
  'social-organization': [
    {
      nature: 'social-organization',
      certificateType: 'social-organization-certificate',
      codeStart: '51',
      name: inCounty('软件行业协会'),
      superior: inCounty('工业和信息化局'),
      scope: '行业调研、会员服务',
    },
    {
      nature: 'private-non-enterprise',
      certificateType: 'private-non-enterprise-certificate',
      codeStart: '52',
      name: inCounty('云帆社会工作服务中心'),
      superior: inCounty('民政局'),
      scope: '社区居民服务',
    },
    {
      nature: 'private-non-enterprise',
      certificateType: 'social-service-certificate',
      codeStart: '52',
      name: inCounty('云帆养老院'),
      superior: inCounty('民政局'),
      scope: '养老服务',
    },
    {
      nature: 'mass-organization',
      certificateType: 'unified-code-mass-organization',
      codeStart: '13',
      name: inCounty('残疾人联合会'),
      superior: inCounty('人民政府'),
      scope: null,
    },
    {
      nature: 'foundation',
      certificateType: 'foundation-certificate',
      codeStart: '53',
      name: inCounty('云帆公益基金会'),
      superior: department('民政'),
      scope: '扶贫济困、助学',
    },
  ],
  'other-organization': [
    {
      nature: 'law-firm',
      certificateType: 'law-firm-licence',
      codeStart: '31',
      name: inProvince('云帆律师事务所'),
      superior: department('司法'),
      scope: null,
    },
    {
      nature: 'notary-office',
      certificateType: 'notary-licence',
      codeStart: '12',
      name: inCounty('公证处'),
      superior: inCounty('司法局'),
      scope: null,
    },
    {
      nature: 'judicial-appraisal',
      certificateType: 'judicial-appraisal-licence',
      codeStart: '34',
      name: inProvince('云帆司法鉴定所'),
      superior: department('司法'),
      scope: null,
    },
    {
      nature: 'arbitration-commission',
      certificateType: 'arbitration-certificate',
      codeStart: '35',
      name: inCounty('仲裁委员会'),
      superior: inCounty('人民政府'),
      scope: null,
    },
    {
      nature: 'rural-collective',
      certificateType: 'rural-collective-certificate',
      codeStart: 'N1',
      name: inCounty('青桐村股份经济合作社'),
      superior: inCounty('青桐镇人民政府'),
      scope: '集体资产经营与管理',
    },
  ],
  individual: [
    {
      nature: 'individual',
      certificateType: 'resident-id-card',
      codeStart: '',
      name: () => '',
      scope: null,
    },
  ],
};

/** The certificate's number: a unified code with right check characters; of an individual the ID. */
export function certificateNumber(unit: Unit, place: Place, no: number): string {
  return creditCode(unit.codeStart, place.county, `MA${String(no).padStart(6, '0')}`);
}

/** Facts about the unit that do not depend on the filing. */
export function unitFacts(unit: Unit, place: Place, number: string): Facts {
  const isFirm = unit.certificateType === 'business-licence';
  return {
    'entity.nature': unit.nature,
    'entity.subtype': null,
    'entity.hasSeal': true,
    'entity.certificate.type': unit.certificateType,
    'entity.certificate.number': number,
    'entity.certificate.address': place.province + place.city + place.within,
    'entity.certificate.region': place.county,
    'entity.certificate.validFrom': '2021-03-09',
    'entity.certificate.copy': isFirm ? '副本' : null,
    'entity.businessScope': unit.scope,
    'entity.registryStatus': isFirm ? '存续' : '正常',
    'entity.region': place.county,
    'entity.holdsTelecomLicence': false,
    'entity.previousName': null,
    'entity.previousNumber': null,
  };
}
