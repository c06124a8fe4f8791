import type { ForbiddenList } from '../../../preload/messages/findings/names.ts';
import { documentsOf, isAttached } from './documents.ts';
import { filedServices, isKnown, items, text, textOf, words, type Item } from './facts.ts';
import { personText } from './people.ts';
import type { CheckParams } from './params.ts';
import { knownCities, shortName } from './regions.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

/** Key and value of the name that is filed. */
export function nameOf(ctx: CheckContext): { key: string; name: string | null | undefined } {
  const name = text(ctx, 'service.name');
  return name === undefined && isKnown(ctx, 'app.name')
    ? { key: 'app.name', name: text(ctx, 'app.name') }
    : { key: 'service.name', name };
}

/** Words that only a unit of national level may use, and words that nobody may (name-rules.md §1). */
const NATIONAL = ['中国', '中华', '中央', '人民', '人大', '国家', '全国', '国务院'];
export const SENSITIVE = ['反腐', '赌博', '廉政', '色情'];

/** Words that only contain the characters of such a word: 机器人大赛 is no 人大, 中央空调 no 中央. */
const OTHER_WORDS =
  /(机器|[个老商工诗军客艺达])人大(?!代表|常委)|人民[东南西北中]?路|中央空调|中央厨房|中央商务区|中央公园/gu;

const hanCount = (name: string): number => (name.match(/\p{Script=Han}/gu) ?? []).length;

const COMPANY_WORDS =
  /公司|企业|集团|有限|商城|商贸|商行|经营部|服务部|合作社|工厂|厂家|商店|专卖|旗舰店|官网|加盟|批发|零售|销售|代理|代购|团购|招商|招聘|中介|培训|维修|装修|家政|租赁|物流|货运|搬家|诊所|药店|房产|贷款|保险|理财|建材|机械|五金|家具|化妆品|旅行社|旅游网/;
const DOMAIN_LIKE = /[a-z0-9-]+\.(com|cn|net|org|top|xyz|vip|shop|site|cc|info|中国|公司|网络)\b/i;

function isPlaceName(ctx: CheckContext, name: string): boolean {
  const provinces = ctx.book.enumerations.regions.map((region) => shortName(region.name['zh-CN']));
  return [...provinces, ...knownCities()].some((place) => name.includes(place));
}

/** A supermarket or a members' area is no town. */
const NO_PLACE = /([超门夜城股上集菜花]市|[专小社园景特分]区)$/u;

/** The name of a province or city, bare or with only 网 or 门户 behind it. */
function isBarePlace(ctx: CheckContext, name: string): boolean {
  const regions = ctx.book.enumerations.regions.map((region) => region.name['zh-CN']);
  const places = [
    ...regions.map(shortName),
    ...regions,
    ...knownCities(),
    ...knownCities().map((city) => `${city}市`),
  ];
  return (
    places.includes(name.replace(/(门户网?|信息网|在线|网站|网)$/, '')) ||
    (/^[\p{Script=Han}]{1,4}(省|市|县|区|镇|乡)$/u.test(name) && !NO_PLACE.test(name))
  );
}

type Pattern = NonNullable<CheckParams['serviceNameForbidden']['patterns']>[number];

/** The part of the name that breaks a form; `'person'`: only a person can tell; `null`: the form is kept. */
export function breaks(pattern: string, name: string, ctx: CheckContext): string | 'person' | null {
  const find = (regex: RegExp): string | null => regex.exec(name)?.[0] ?? null;
  switch (pattern as Pattern) {
    case 'latin':
      return find(/\p{Script=Latin}+/u);
    case 'english-only':
    case 'latin-only':
      return /^[\p{Script=Latin}\d\s.&-]+$/u.test(name) && /\p{Script=Latin}/u.test(name) ? name : null;
    case 'digits-only':
      return /^[\d\s]+$/.test(name) ? name : null;
    case 'digits':
      return find(/\d+/);
    case 'domain': {
      const domain = text(ctx, 'service.domain');
      if (domain && name.toLowerCase() === domain.toLowerCase()) return name;
      return find(DOMAIN_LIKE);
    }
    case 'url':
      return find(/https?:\/\/|www\./i);
    case 'person-name':
      return (
        (['principal', 'service-owner', 'legal-representative'] as const)
          .map((role) => personText(ctx, role, 'name'))
          .find((person) => person && person.length > 1 && name.includes(person)) ?? null
      );
    case 'place-name':
      return isPlaceName(ctx, name) ? name : null;
    case 'bare-administrative-area':
      return isBarePlace(ctx, name) ? name : null;
    case 'village-name':
      return find(/\p{Script=Han}{1,3}村/u);
    case 'idiom':
      return /^\p{Script=Han}{4}$/u.test(name) ? 'person' : null;
    case 'pinyin':
      return find(/[a-z]{3,}/i);
    case 'special-symbols':
      return find(/[^\p{L}\p{N}（）()·]/u);
    case 'company-words':
      return find(COMPANY_WORDS);
    case 'nature-mismatch':
      return ctx.entityGroup === 'individual'
        ? find(/公司|政府|监察|新闻/)
        : ctx.entityGroup === 'government'
          ? null
          : find(/政府|监察|新闻/);
    default:
      return null;
  }
}

/** Approval as entered, or one of the papers that prove it. */
function hasApproval(ctx: CheckContext, materials: string[] | undefined): boolean | undefined {
  const entered = items(ctx, 'service.preApprovals');
  if (entered && entered.length > 0 && !materials) return true;
  const papers = materials
    ? isAttached(ctx, materials)
    : documentsOf(ctx)?.some((doc) => /^(preapp|approval|licence)-/.test(doc.material));
  if (papers) return true;
  const known = materials ? papers !== undefined : entered !== undefined && papers !== undefined;
  return known ? false : undefined;
}

function forbiddenWords(
  params: CheckParams['serviceNameForbidden'],
  verdict: Verdict,
  key: string,
  name: string,
): void {
  const { ctx } = verdict;
  const entity = text(ctx, 'entity.name') ?? '';
  const said = name.replace(OTHER_WORDS, (word) => ' '.repeat(word.length)).toLowerCase();
  const found = (params.words ?? []).filter((word) => said.includes(word.toLowerCase()));
  // A unit whose own registered name bears the word was allowed to bear it.
  const isOwn = (word: string): boolean => NATIONAL.includes(word) && entity.includes(word);
  const excused = found.filter((word) => params.unless === 'national-level-entity' && isOwn(word));
  if (excused.length > 0) verdict.askPerson();
  const rest = found.filter((word) => !excused.includes(word));
  if (params.unless === 'approval' && rest.some((word) => NATIONAL.includes(word))) {
    const approved = hasApproval(ctx, params.materials);
    if (approved) return;
    if (approved === undefined) {
      verdict.unknown('service.preApprovals');
      return;
    }
  }
  const area = ctx.book.enumerations.regions.find(({ code }) => code === ctx.region)?.name;
  for (const list of ['national', 'sensitive', 'individual', 'nation-wide', 'region'] as const) {
    const listed = rest.filter((word) => listOf(word, ctx) === list);
    if (listed.length === 0) continue;
    const isOfArea = area && !ctx.rule?.id.startsWith('national-');
    const place = isOfArea ? { place: area['zh-CN'], placeEn: area.en } : {};
    verdict.say('name.forbidden-word', { name, words: listed, list, ...place }, key);
  }
}

function listOf(word: string, { rule }: CheckContext): ForbiddenList {
  if (NATIONAL.includes(word)) return 'national';
  if (SENSITIVE.includes(word)) return 'sensitive';
  if (rule?.appliesTo.entity.every((group) => group === 'individual')) return 'individual';
  return rule?.id.startsWith('national-') ? 'nation-wide' : 'region';
}

function serviceNameForbidden(params: CheckParams['serviceNameForbidden'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, name } = nameOf(ctx);
  if (!name) return verdict.unknown(key).result();
  forbiddenWords(params, verdict, key, name);

  const needApproval = (params.needApproval ?? []).filter((word) => name.includes(word));
  if (needApproval.length > 0) {
    const approved = hasApproval(ctx, params.materials);
    if (approved === undefined) verdict.unknown(params.materials ? 'documents' : 'service.preApprovals');
    else if (!approved) verdict.say('name.word-needs-approval', { name, words: needApproval }, key);
  }
  for (const { word, suffixes } of params.needSuffix ?? []) {
    if (!name.includes(word) || suffixes.some((suffix) => name.includes(suffix))) continue;
    const entity = text(ctx, 'entity.name');
    if (entity === undefined) verdict.unknown('entity.name');
    else if (!entity?.includes(word)) verdict.say('name.suffix-missing', { name, word, suffixes }, key);
  }
  for (const pattern of params.patterns ?? []) {
    const part = breaks(pattern, name, ctx);
    if (part === 'person') verdict.askPerson();
    else if (part !== null) verdict.say('name.form', { name, pattern, part }, key);
  }
  return verdict.result();
}

/** What a functional name ends in or contains. */
const FUNCTION =
  /官网|官方网站|门户|网站|系统|平台|商城|中心|网$|主页|首页|云$|后台|管理|服务|查询|展示|博客|学堂|图书馆|导航|社区/;

function serviceNamePattern(params: CheckParams['serviceNamePattern'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, name } = nameOf(ctx);
  if (!name) return verdict.unknown(key).result();
  const count = hanCount(name);
  const { minCjk, maxCjk } = params;
  if (minCjk !== undefined && count < minCjk)
    verdict.say('name.too-few-chinese', { name, count, atLeast: minCjk }, key);
  if (maxCjk !== undefined && count > maxCjk)
    verdict.say('name.too-many-chinese', { name, count, atMost: maxCjk }, key);
  if (params.pattern === 'contains-chinese' && minCjk === undefined && count === 0)
    verdict.say('name.too-few-chinese', { name, count, atLeast: 1 }, key);
  const latin = /\p{Script=Latin}+/u.exec(name)?.[0];
  if (params.pattern === 'no-latin' && latin !== undefined)
    verdict.say('name.form', { name, pattern: 'latin', part: latin }, key);
  if (params.pattern === 'someones-blog-or-homepage' && !/.+的个人(博客|主页)$/.test(name))
    verdict.say('name.not-someones-homepage', { name }, key);
  if (params.pattern === 'describes-function' && !FUNCTION.test(name))
    verdict.say('name.not-descriptive', { name }, key, 'warning');
  return verdict.result();
}

export const isDescriptive = (name: string): boolean => FUNCTION.test(name);

function serviceNameMustMatchLiveSite(
  _params: CheckParams['serviceNameMustMatchLiveSite'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, name } = nameOf(ctx);
  const live = words(ctx, 'service.liveNames');
  if (!name) verdict.unknown(key);
  if (live === undefined) verdict.unknown('service.liveNames');
  if (!name || !live) return verdict.result();
  for (const shown of live)
    if (!shown.includes(name)) verdict.say('name.differs-from-site', { name, shown }, 'service.liveNames');
  return verdict.result();
}

/** Parts of a company name that say nothing of who it is. */
const GENERIC =
  /有限责任|股份有限|有限|公司|集团|分公司|科技|信息|技术|网络|发展|实业|贸易|商贸|文化|传媒|咨询|服务|管理|工程|电子|投资|（.*?）|\(.*?\)|官方|官网|网站|门户|平台|系统|中心|在线|省|市|区|县/g;

/** Longest run of characters that both share. */
function longestCommon(a: string, b: string): string {
  let best = '';
  for (let i = 0; i < a.length; i += 1)
    for (let j = i + best.length + 1; j <= a.length && b.includes(a.slice(i, j)); j += 1)
      best = a.slice(i, j);
  return best;
}

function isRelated(ctx: CheckContext, name: string, entity: string, minHan: number): boolean {
  const places = ctx.book.enumerations.regions.map((region) => shortName(region.name['zh-CN']));
  const strip = (text: string): string =>
    places.reduce((rest, place) => rest.replace(place, ''), text.replace(GENERIC, ' '));
  const common = strip(name)
    .split(/\s+/)
    .map((part) => longestCommon(part, strip(entity)))
    .sort((a, b) => b.length - a.length)[0];
  if ((common ?? '').length >= 2) return true;
  return hanCount(longestCommon(name, entity)) >= Math.max(minHan, 4);
}

/** A person's eye sees relations that characters do not show; then the item is set aside with that reason. */
function serviceNameMustRelateToEntity(
  params: CheckParams['serviceNameMustRelateToEntity'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, name } = nameOf(ctx);
  const entity = text(ctx, 'entity.name');
  if (!name) verdict.unknown(key);
  if (!entity) verdict.unknown('entity.name');
  if (!name || !entity) return verdict.result();
  if (ctx.entityGroup === 'individual') return verdict.askPerson().result();
  if (isRelated(ctx, name, entity, params.minCjk ?? 2)) return verdict.result();

  const said = { name, entity, otherwise: params.otherwise };
  switch (params.otherwise) {
    case 'remark': {
      const remark = text(ctx, 'service.remark');
      if (remark === undefined) verdict.unknown('service.remark');
      else if (remark === null) verdict.say('name.unrelated', said, key);
      break;
    }
    case 'statement':
      for (const material of params.materials ?? ['form-situation-statement'])
        verdict.demand([material], { because: { code: 'name.unrelated', params: said, path: key } });
      break;
    case 'trademark': {
      const materials = params.materials ?? ['trademark'];
      verdict.demand(materials, { required: false });
      if (isAttached(ctx, materials) !== true) verdict.say('name.unrelated', said, key);
      break;
    }
    case 'not-accepted':
      verdict.say('name.unrelated', said, key);
      break;
    case 'advice':
      verdict.say('name.unrelated', said, key, 'warning').askPerson();
  }
  return verdict.result();
}

/** Another service of the entity, filed or in the order, that bears the name. */
export function twinOf(ctx: CheckContext, name: string): Item | undefined {
  const filed = filedServices(ctx) ?? [];
  const domain = text(ctx, 'service.domain');
  const number = text(ctx, 'service.licenceNumber');
  // The service itself is in the order, and in the ledger once it has been filed.
  const isItself = (other: Item): boolean =>
    Boolean(
      (number && textOf(other, 'licenceNumber') === number) || (domain && textOf(other, 'domain') === domain),
    );
  /** Where nothing else tells the service, the first of its name is it: apps have no domain to be known by. */
  const withoutItself = (services: Item[], mayBe: (other: Item) => boolean): Item[] => {
    const rest = services.filter((other) => !isItself(other));
    if (rest.length < services.length) return rest;
    const unplaced = rest.findIndex((other) => textOf(other, 'name') === name && mayBe(other));
    return rest.filter((_, i) => i !== unplaced);
  };
  const isFiled = !['first', 'new-service'].includes(ctx.filing);
  const others = [
    ...(isFiled
      ? withoutItself(filed, (other) => !domain || textOf(other, 'domain') === null)
      : filed.filter((other) => !isItself(other))),
    // Written there with another domain, it is still the service of this order.
    ...withoutItself(items(ctx, 'order.services') ?? [], () => true),
  ];
  return others.find((other) => textOf(other, 'name') === name);
}

function serviceNameUniqueInEntity(
  params: CheckParams['serviceNameUniqueInEntity'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, name } = nameOf(ctx);
  if (!name) verdict.unknown(key);
  if (!filedServices(ctx)) verdict.unknown('ledger.filedServices');
  const twin = name ? twinOf(ctx, name) : undefined;
  if (!twin) return verdict.result();
  if (params.mode === 'same-name-only-if-content-differs') return verdict.askPerson().result();
  return verdict.say('name.used-twice', { name: name!, domain: textOf(twin, 'domain') ?? '' }, key).result();
}

export const nameEvaluators: Evaluators<
  | 'serviceNameForbidden'
  | 'serviceNamePattern'
  | 'serviceNameMustMatchLiveSite'
  | 'serviceNameMustRelateToEntity'
  | 'serviceNameUniqueInEntity'
> = {
  serviceNameForbidden,
  serviceNamePattern,
  serviceNameMustMatchLiveSite,
  serviceNameMustRelateToEntity,
  serviceNameUniqueInEntity,
};
