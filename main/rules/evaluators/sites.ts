import { checkHomeUrl } from '../../identifiers/home-url.ts';
import { ipv4Number } from '../../identifiers/ip-range.ts';
import { isPackageName } from '../../identifiers/validate.ts';
import { addMonths, submissionDay } from './dates.ts';
import { filedServices, flag, isKnown, items, object, text, textOf, words } from './facts.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const isHost = (url: string): boolean => !/^[a-z]+:\/\//i.test(url);

function homeUrlRule(params: CheckParams['homeUrlRule'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'service.homeUrl';
  const written = text(ctx, path);
  const domain = text(ctx, 'service.domain');
  if (written === undefined) verdict.unknown(path);
  if (domain === undefined) verdict.unknown('service.domain');
  if (written === null) verdict.say('home-url.missing', {}, path);
  if (!written) return verdict.result();
  const urls = written.split(/[;,；，\s]+/).filter((url) => url !== '');
  if (params.count === 'one' && urls.length > 1)
    verdict.say('home-url.several', { count: urls.length }, path);
  for (const url of urls.slice(0, params.count === 'one' ? 1 : undefined)) {
    for (const { code, params: said, severity } of checkHomeUrl(url, domain ?? null)) {
      // A scheme before a bare host is dropped by every provider's form.
      const isOnlyScheme =
        code === 'home-url.more-than-host' && !isHost(url) && /^[a-z]+:\/\/[^/?#:]+\/?$/i.test(url);
      verdict.sayProblem(code, said, path, isOnlyScheme || severity !== 'error' ? 'warning' : undefined);
    }
    const host = url
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/[/?#:].*$/, '')
      .toLowerCase();
    if (params.form === 'starts-with-www' && !host.startsWith('www.'))
      verdict.say('home-url.without-www', { host }, path);
    if (params.form === 'registrable-domain-only' && domain && host !== domain.toLowerCase())
      verdict.say('home-url.not-bare', { host, domain }, path);
  }
  return verdict.result();
}

/** Whether the addresses themselves can be filed, the interface of the ministry says: `refusals/accesses.ts`. */
function resolvedIpMustMatchFiling(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'access.ipRanges';
  const ranges = items(ctx, path);
  const resolved = words(ctx, 'service.resolvedIps');
  if (!ranges) verdict.unknown(path);
  if (!resolved) verdict.unknown('service.resolvedIps');
  const spans = (ranges ?? []).map((range) => {
    const from = textOf(range, 'from') ?? '';
    return { from, to: textOf(range, 'to') ?? from };
  });
  if (!ranges || !resolved) return verdict.result();
  const isCovered = (ip: string): boolean => {
    const number = ipv4Number(ip);
    return spans.some(({ from, to }) => {
      const [first, last] = [ipv4Number(from), ipv4Number(to)];
      return number !== null && first !== null && last !== null
        ? first <= number && number <= last
        : ip === from;
    });
  };
  const outside = resolved.filter((ip) => !isCovered(ip));
  if (outside.length > 0) verdict.say('site.resolves-elsewhere', { ips: outside }, 'service.resolvedIps');
  return verdict.result();
}

/** The lists of an app's platforms differ between sources in their spelling of the keys. */
const firstText = (item: Record<string, unknown>, ...keys: string[]): string | null =>
  keys.map((key) => textOf(item, key)).find((value) => value !== null) ?? null;

const PACKAGE_KEYS = ['packageName', 'bundleId', 'bundleID', 'package', 'appId'];
const FINGERPRINT_KEYS = [
  'fingerprint',
  'certFingerprint',
  'certificateFingerprint',
  'md5',
  'sha1',
  'signatureMd5',
  'certMd5',
  'certSha1',
];

function platformProblems(params: CheckParams['appFeatureInfoRequired'], verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'app.platforms';
  const platforms = items(ctx, path);
  if (!platforms) {
    verdict.unknown(path);
    return;
  }
  if (platforms.length === 0) verdict.say('app.no-platform', {}, path);
  const name = text(ctx, 'app.name') ?? text(ctx, 'service.name');
  for (const platform of platforms) {
    const kind = firstText(platform, 'platform', 'type', 'os', 'name') ?? '';
    const fingerprint = (firstText(platform, ...FINGERPRINT_KEYS) ?? '').replace(/[:\s]/g, '');
    const packageName = firstText(platform, ...PACKAGE_KEYS);
    if (packageName === null) verdict.say('app.package-missing', { platform: kind }, path);
    else if (ctx.service === 'app' && !isPackageName(packageName))
      verdict.sayProblem('app.package-name', { value: packageName }, path);
    // A mini program is known to its platform by its id alone.
    if (ctx.service !== 'mini-program' && firstText(platform, 'publicKey') === null)
      verdict.say('app.public-key-missing', { platform: kind }, path);
    const wanted =
      /android|安卓/i.test(kind) && params.androidFingerprint
        ? 32
        : /ios|iphone|apple|苹果/i.test(kind) && params.iosFingerprint
          ? 40
          : null;
    if (wanted !== null && !new RegExp(`^[0-9a-f]{${wanted}}$`, 'i').test(fingerprint))
      verdict.say('app.fingerprint', { platform: kind, chars: fingerprint.length, expected: wanted }, path);
    const other = firstText(platform, 'appName');
    if (params.nameSameOnAllPlatforms && name && other && other !== name)
      verdict.say('app.name-differs', { platform: kind, name, other }, path);
  }
  const packages = platforms.map(
    (platform) =>
      `${firstText(platform, 'platform', 'type', 'os', 'name')}|${firstText(platform, ...PACKAGE_KEYS)}`,
  );
  const twice = packages.find((id, i) => packages.indexOf(id) !== i);
  if (twice) verdict.say('app.package-twice', { packageName: twice.split('|')[1]! }, path);
}

/** Placeholders, prices and marketing words in an app's name (name-rules.md §3). */
const MARKETING = /测试|demo|test|免费|特价|最低价|第一|￥|¥|\d+元|\p{Extended_Pictographic}/iu;

function appFeatureInfoRequired(
  params: CheckParams['appFeatureInfoRequired'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  platformProblems(params, verdict);
  const name = text(ctx, 'app.name');
  if (name === undefined) verdict.unknown('app.name');
  const word = name ? MARKETING.exec(name)?.[0] : undefined;
  if (word !== undefined && !/^\d$/.test(word))
    verdict.say('app.name-word', { name: name!, word }, 'app.name');
  const icon = object(ctx, 'app.icon');
  const hasIcon = icon || text(ctx, 'app.icon');
  const bytes = icon?.['bytes'];
  if (params.iconMaxKb !== undefined && typeof bytes === 'number' && bytes > params.iconMaxKb * 1024)
    verdict.say('app.icon-too-large', { kb: Math.ceil(bytes / 1024), maxKb: params.iconMaxKb }, 'app.icon');
  for (const material of params.materials ?? []) {
    // The features are typed in; the platforms above are what the form asks for.
    const isTyped = ctx.book.materials.get(material)?.origin === 'data-entry';
    if (isTyped || (material === 'app-icon' && hasIcon)) verdict.demand([material], { required: false });
    else verdict.demand([material]);
  }
  return verdict.result();
}

function siteMustBeClosedBeforeFiling(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'service.siteReachable';
  const isReachable = flag(ctx, path);
  if (isReachable === undefined) return verdict.unknown(path).askPerson().result();
  if (isReachable)
    verdict.say('site.open-before-number', { domain: text(ctx, 'service.domain') ?? '' }, path);
  return verdict.result();
}

function filedSitesMustBeReachable(
  params: CheckParams['filedSitesMustBeReachable'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'ledger.filedServices';
  const filed = filedServices(ctx);
  if (!filed) return verdict.unknown(path).result();
  const on = submissionDay(ctx);
  for (const service of filed) {
    if ((textOf(service, 'type') ?? 'website') !== 'website') continue;
    const filedOn = textOf(service, 'filedOn');
    if (params.afterMonths !== undefined && filedOn !== null && addMonths(filedOn, params.afterMonths) > on)
      continue;
    const said = { name: textOf(service, 'name') ?? '', domain: textOf(service, 'domain') ?? '' };
    const isReachable = service['reachable'];
    if (isReachable === undefined || isReachable === null) verdict.askPerson();
    else if (isReachable === false) {
      if (!params.orClosed) verdict.say('site.not-reachable', said, path);
    } else if (params.mustShowNumber) {
      if (service['footerNumberShown'] === false) verdict.say('site.no-number', said, path);
      else if (service['footerNumberShown'] !== true) verdict.askPerson();
    }
  }
  return verdict.result();
}

/** The number is issued after the review, so before that the footer can only be looked at later. */
function footerNumberRequired(params: CheckParams['footerNumberRequired'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const footer = text(ctx, 'service.footerText');
  const key = params.level === 'entity' ? 'entity.licenceNumber' : 'service.licenceNumber';
  const number = text(ctx, key);
  if (footer === undefined) return verdict.unknown('service.footerText').askPerson().result();
  if (!number) return (isKnown(ctx, key) ? verdict : verdict.unknown(key)).askPerson().result();
  const shown = /\p{Script=Han}ICP备\s*\d+号(-\d+[AXK]?)?/u.exec(footer ?? '')?.[0] ?? null;
  if (shown?.replace(/\s/g, '') !== number)
    verdict.say('site.footer-number', { shown, expected: number, level: params.level }, 'service.footerText');
  const entity = text(ctx, 'entity.name');
  if (
    params.copyrightMustMatchEntity &&
    entity &&
    /版权|©|copyright/i.test(footer ?? '') &&
    !footer!.includes(entity)
  )
    verdict.say('site.footer-owner', { entity }, 'service.footerText');
  return verdict.result();
}

export const siteEvaluators: Evaluators<
  | 'homeUrlRule'
  | 'resolvedIpMustMatchFiling'
  | 'appFeatureInfoRequired'
  | 'siteMustBeClosedBeforeFiling'
  | 'filedSitesMustBeReachable'
  | 'footerNumberRequired'
> = {
  homeUrlRule,
  resolvedIpMustMatchFiling,
  appFeatureInfoRequired,
  siteMustBeClosedBeforeFiling,
  filedSitesMustBeReachable,
  footerNumberRequired,
};
