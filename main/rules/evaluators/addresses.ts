import { checkMailingAddress } from '../../identifiers/mailing-address.ts';
import { text } from './facts.ts';
import type { CheckParams } from './params.ts';
import { prefectureIn, provinceAtStart, regionNaming } from './regions.ts';
import { provinceOf } from './facts.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const MAILING = 'entity.mailingAddress';

/** Symbols that are known to be returned (name-rules.md §6); others are only unusual. */
const REFUSED_SYMBOLS = /[#＃\-—_/\\~、,，。；;·*]/;

const LEVELS: Record<CheckParams['addressDetail']['level'], RegExp> = {
  village: /村|组|屯|社区|号|路|街/,
  // A building alone leads to no door.
  door: /号|室|楼|村|组|栋|幢|院|单元|座|层|弄|(大厦|广场|园区|中心).*[\dA-Za-z一二三四五六七八九十]/,
  room: /室|房|户|单元|号楼\d|层\d|\d层|楼\d/,
};

function addressDetail(params: CheckParams['addressDetail'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const address = text(ctx, MAILING);
  if (address === undefined) return verdict.unknown(MAILING).result();
  if (address === null) return verdict.say('address.missing', {}, MAILING).result();

  const { regions } = ctx.book.enumerations;
  for (const problem of checkMailingAddress(address, regions, null)) {
    if (problem.code === 'address.no-detail') continue;
    if (problem.code === 'address.post-box' && params.postBoxAllowed) continue;
    if (problem.code === 'address.symbol') {
      const refused = REFUSED_SYMBOLS.exec(address)?.[0];
      if (params.symbolsAllowed) continue;
      verdict.say(
        'address.symbols',
        { symbol: refused ?? problem.params.symbol, suggestion: problem.fix ?? '' },
        MAILING,
        refused === undefined ? 'warning' : undefined,
      );
    } else verdict.sayProblem(problem.code, problem.params, MAILING);
  }
  const province = provinceAtStart(ctx, address);
  const named = regions.find((region) => region.id === province)?.name['zh-CN'];
  // Platforms refuse it; elsewhere the form has the region from a list and prints it twice.
  const isPlatform = ctx.service === 'mini-program' || ctx.service === 'quick-app';
  if (named && province === ctx.region)
    verdict.say('address.repeats-province', { province: named }, MAILING, isPlatform ? undefined : 'warning');

  if (!LEVELS[params.level].test(address)) {
    const remark = text(ctx, 'entity.remark');
    const excused = params.remarkIfNone !== undefined && /最详细|无门牌/.test(remark ?? '');
    if (remark === undefined && params.remarkIfNone !== undefined) verdict.unknown('entity.remark');
    else if (!excused)
      verdict.say(
        'address.not-detailed',
        { level: params.level, remark: params.remarkIfNone ?? null },
        MAILING,
      );
  }
  return verdict.result();
}

/** Districts that were merged or renamed, and what they are called today (State Council approvals of 2010 and 2015). */
const renamed: Record<string, string> = { 宣武区: '西城区', 崇文区: '东城区', 密云县: '密云区' };

function addressForbiddenWords(params: CheckParams['addressForbiddenWords'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const address = text(ctx, MAILING);
  if (address === undefined) return verdict.unknown(MAILING).result();
  for (const word of params.words)
    if (address?.includes(word))
      verdict.say('address.forbidden-word', { word, instead: renamed[word] ?? null }, MAILING);
  return verdict.result();
}

function sameCity(ctx: CheckContext, verdict: Verdict, mailing: string, certificate: string): void {
  const cities = [
    prefectureIn(ctx.region, mailing),
    prefectureIn(ctx.region, text(ctx, 'entity.certificate.address') ?? ''),
  ];
  const codes = [text(ctx, 'entity.region'), certificate].map((code) => code?.slice(0, 4));
  const [ours, theirs] = cities;
  if (ours !== undefined && theirs !== undefined) {
    if (ours !== theirs) verdict.say('address.other-city', { mailing: ours, certificate: theirs }, MAILING);
  } else if (codes[0] === undefined) verdict.unknown('entity.region');
  // A code of the province alone names no city.
  else if (codes.some((code) => code?.endsWith('00'))) verdict.askPerson();
  else if (codes[0] !== codes[1])
    verdict.say(
      'address.other-city',
      { mailing: ours ?? codes[0], certificate: theirs ?? codes[1]! },
      MAILING,
    );
  // Only one of the two says its city in words: nothing to compare it with.
  else if (ours !== undefined) verdict.askPerson();
}

function addressSameRegionAsCertificate(
  params: CheckParams['addressSameRegionAsCertificate'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const mailing = text(ctx, MAILING);
  const certificateAddress = text(ctx, 'entity.certificate.address');
  const region = text(ctx, 'entity.certificate.region');
  if (mailing === undefined) verdict.unknown(MAILING);
  if (!region) verdict.unknown('entity.certificate.region');
  if (!region || !mailing) return verdict.result();
  const province = provinceOf(region);
  const named = provinceAtStart(ctx, mailing);
  const onCertificate = certificateAddress ? provinceAtStart(ctx, certificateAddress) : undefined;
  if (onCertificate !== undefined && onCertificate !== province)
    verdict.say(
      'address.certificate-other-province',
      { ...regionNaming(ctx, onCertificate, 'address'), ...regionNaming(ctx, province, 'certificate') },
      'entity.certificate.address',
    );
  if (named !== undefined && named !== province)
    verdict.say(
      'address.other-province-than-certificate',
      { ...regionNaming(ctx, named, 'address'), ...regionNaming(ctx, province, 'certificate') },
      MAILING,
    );
  else if (params.level === 'city') sameCity(ctx, verdict, mailing, region);
  return verdict.result();
}

/** Codes of the districts that the mappings name (GB/T 2260). */
const districtCodes: Record<string, string> = {
  滨海新区: '120116',
  南开区: '120104',
  西青区: '120111',
  渝北区: '500112',
};

function addressDistrictMapping(
  params: CheckParams['addressDistrictMapping'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const address = text(ctx, MAILING);
  if (address === undefined) return verdict.unknown(MAILING).result();
  const areas = params.map.filter((entry) => address?.includes(entry.from.replace(/（.*）/, '')));
  if (areas.length === 0) return verdict.notApplicable().result();
  const region = text(ctx, 'entity.region');
  const districts = [...new Set(areas.map((entry) => entry.to))];
  if (!region) verdict.unknown('entity.region');
  else if (!districts.some((district) => districtCodes[district] === region))
    verdict.say('address.district', { area: areas[0]!.from, districts, region }, 'entity.region');
  // Inside or outside the ring road is not in the address.
  else if (districts.length > 1) verdict.askPerson();
  const remark = text(ctx, 'entity.remark');
  if (areas.some((entry) => entry.remark)) {
    if (remark === undefined) verdict.unknown('entity.remark');
    else if (!areas.some((entry) => remark?.includes(entry.from)))
      verdict.say('remark.missing', { about: areas[0]!.from }, 'entity.remark');
  }
  return verdict.result();
}

const ONLINE_SHOP =
  /网店|网络经营场所|网上经营|https?:|www\.|\.(com|cn|net)\b|淘宝|天猫|京东|拼多多|抖音|平台店铺/i;

function onlineShopAddress(params: CheckParams['onlineShopAddress'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.certificate.address';
  const certificate = text(ctx, path);
  if (certificate === undefined) return verdict.unknown(path).result();
  if (!ONLINE_SHOP.test(certificate ?? '')) return verdict.notApplicable().result();
  if (params.format) {
    const mailing = text(ctx, MAILING);
    if (mailing === undefined) verdict.unknown(MAILING);
    else if (!/[:：]/.test(mailing ?? ''))
      verdict.say('address.online-shop-format', { format: params.format }, MAILING);
  }
  const domain = text(ctx, 'service.domain');
  if (params.domainMustEqualLicenceUrl) {
    if (domain === undefined) verdict.unknown('service.domain');
    else if (!domain || !certificate!.toLowerCase().includes(domain.toLowerCase()))
      verdict.say(
        'address.online-shop-other-domain',
        { domain: domain ?? '', address: certificate! },
        'service.domain',
      );
  }
  if (params.licenceShowsPlatformUrl && !/\.[a-z]{2,}/i.test(certificate!))
    verdict.say('address.online-shop-no-url', { address: certificate! }, path);
  return verdict.result();
}

export const addressEvaluators: Evaluators<
  | 'addressDetail'
  | 'addressForbiddenWords'
  | 'addressSameRegionAsCertificate'
  | 'addressDistrictMapping'
  | 'onlineShopAddress'
> = {
  addressDetail,
  addressForbiddenWords,
  addressSameRegionAsCertificate,
  addressDistrictMapping,
  onlineShopAddress,
};
