import { anyOf, filedServices, isKnown, text, textMatches, textOf, words, type Answer } from './facts.ts';
import { isAttached } from './documents.ts';
import { isDescriptive, nameOf } from './names.ts';
import { originOf } from './people.ts';
import type { CheckParams } from './params.ts';
import { totalServices } from './quotas.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const kindWords: Record<string, RegExp> = {
  'local-portal': /地方门户|本地门户|同城|百姓网|生活网/,
  forum: /论坛|贴吧|BBS/i,
  navigation: /导航/,
};

function serviceContentAllowed(params: CheckParams['serviceContentAllowed'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'service.contentTypes';
  if ((params.unlessGroups as string[] | undefined)?.includes(ctx.entityGroup))
    return verdict.notApplicable().result();
  const chosen = words(ctx, path);
  if (chosen === undefined) verdict.unknown(path);
  const refused = (chosen ?? []).filter(
    (id) => params.forbidden?.includes(id) || (params.allowed && !params.allowed.includes(id)),
  );
  if (refused.length > 0) {
    const hasApproval = params.unlessMaterials ? isAttached(ctx, params.unlessMaterials) : false;
    const nameOfContent = (id: string) =>
      ctx.book.enumerations.serviceContents.find((x) => x.id === id)?.name ?? { 'zh-CN': id, en: id };
    if (hasApproval === undefined) verdict.unknown('documents');
    else if (!hasApproval)
      verdict.say(
        'content.not-accepted',
        {
          refused,
          refusedZh: refused.map((id) => nameOfContent(id)['zh-CN']).join('、'),
          refusedEn: refused.map((id) => nameOfContent(id).en).join(', '),
          allowedZh: (params.allowed ?? []).map((id) => nameOfContent(id)['zh-CN']).join('、'),
          allowedEn: (params.allowed ?? []).map((id) => nameOfContent(id).en).join(', '),
        },
        path,
      );
  }
  const remark = text(ctx, 'service.remark');
  if (chosen?.some((id) => params.remarkRequiredFor?.includes(id))) {
    if (remark === undefined) verdict.unknown('service.remark');
    else if (remark === null) verdict.say('remark.missing', { about: '网站具体内容' }, 'service.remark');
  }
  for (const kind of params.forbiddenKinds ?? []) {
    const where = [nameOf(ctx).name, text(ctx, 'service.plannedUse')].find(
      (value) => value && kindWords[kind]!.test(value),
    );
    if (where) verdict.say('content.kind-not-accepted', { kind, found: where }, 'service.plannedUse');
  }
  const forbidden = (params.remarkForbiddenWords ?? []).filter((word) => remark?.includes(word));
  if (forbidden.length > 0) verdict.say('remark.forbidden-word', { words: forbidden }, 'service.remark');
  return verdict.result();
}

const contentMustMatchEntity = (
  _params: CheckParams['contentMustMatchEntity'],
  ctx: CheckContext,
): CheckResult => new Verdict(ctx).askPerson().result();

const PRE_APPROVAL_SCOPE =
  /新闻|出版|药品|医疗器械|文化|广播|影视|视听|网约车|金融|基金|支付|教育|培训|宗教|游戏/;
const WITHOUT_SITE = /小程序|公众号|接口|仅供|API|无网站|不建站|邮箱/i;
const HOSPITAL = /医院|诊所|卫生院|卫生室|卫生服务中心|门诊部|中医馆/;

const needs = (key: string): Answer => ({ needs: key });

function contentsAre(ctx: CheckContext, test: (chosen: string[]) => boolean): Answer {
  const chosen = words(ctx, 'service.contentTypes');
  return chosen === undefined ? needs('service.contentTypes') : test(chosen);
}

function isCase(params: CheckParams['remarkRequired'], ctx: CheckContext): Answer {
  switch (params.when) {
    case 'always':
      return true;
    case 'service-content-is-not-portal':
      return contentsAre(ctx, (chosen) => chosen.some((id) => id !== 'organization-portal'));
    case 'service-content-is-not-personal-space':
      return contentsAre(ctx, (chosen) => chosen.some((id) => id !== 'blog-personal-space'));
    case 'service-content-is-other':
      return contentsAre(ctx, (chosen) => chosen.includes('other'));
    case 'domain-without-website':
      return textMatches(ctx, 'service.plannedUse', WITHOUT_SITE);
    case 'business-scope-touches-preapproval':
      return textMatches(ctx, 'entity.businessScope', PRE_APPROVAL_SCOPE);
    case 'entity-is-hospital-or-tcm-clinic':
      return anyOf(
        textMatches(ctx, 'entity.nature', /^medical-institution$/),
        textMatches(ctx, 'entity.name', HOSPITAL),
      );
    case 'content-is-game':
      return anyOf(
        textMatches(ctx, nameOf(ctx).key, /游戏/),
        contentsAre(ctx, (chosen) => chosen.includes('online-games')),
      );
    case 'service-name-duplicates-filed-one': {
      const filed = filedServices(ctx);
      const { key, name } = nameOf(ctx);
      if (!filed) return needs('ledger.filedServices');
      if (!name) return needs(key);
      const domain = text(ctx, 'service.domain');
      return filed.some((other) => textOf(other, 'name') === name && textOf(other, 'domain') !== domain);
    }
    case 'total-services-at-least': {
      const total = totalServices(ctx);
      return typeof total === 'number' ? total >= (params.atLeast ?? 1) : needs(total.needs);
    }
    case 'individual-business-without-seal': {
      if (ctx.entityGroup !== 'individual-business') return false;
      const hasSeal = ctx.facts['entity.hasSeal'];
      return hasSeal === undefined ? needs('entity.hasSeal') : hasSeal !== true;
    }
    case 'ip-in-several-provinces': {
      const places = words(ctx, 'access.serverLocations');
      return places === undefined ? needs('access.serverLocations') : new Set(places).size > 1;
    }
    case 'education-keyword':
      return anyOf(
        ...['entity.name', nameOf(ctx).key, 'entity.businessScope'].map((key) =>
          textMatches(ctx, key, /教育|培训/),
        ),
      );
    case 'name-not-descriptive': {
      const { key, name } = nameOf(ctx);
      return name ? !isDescriptive(name) : needs(key);
    }
    case 'no-landline': {
      const keys = ['principal.officePhone', 'serviceOwner.officePhone'];
      if (keys.some((key) => text(ctx, key))) return false;
      const unknown = keys.find((key) => !isKnown(ctx, key));
      return unknown === undefined ? true : needs(unknown);
    }
    case 'legal-representative-is-foreign': {
      const origin = originOf(ctx, 'legal-representative');
      return origin === undefined ? needs('legalRepresentative.origin') : origin === 'foreign';
    }
  }
}

/** The words of a prescribed sentence that must occur: what stands between its blanks and punctuation. */
const essence = (template: string): string[] =>
  template
    .split('/')[0]!
    .replace(/\{[^}]*\}|【[^】]*】|×+|该网站/g, '，')
    .split(/[，,。；;：:、\s]+/)
    .map((part) => part.replace(/^(网站)?(不?涉及)?/, '').replace(/业务$/, ''))
    .filter((part) => part.length >= 2);

function remarkRequired(params: CheckParams['remarkRequired'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const answer = isCase(params, ctx);
  if (answer === false) return verdict.notApplicable().result();
  if (typeof answer === 'object') return verdict.unknown(answer.needs).result();

  const path = params.level === 'entity' ? 'entity.remark' : 'service.remark';
  const about = params.template ?? (params.fields ?? []).join('、');
  const { alternativeMaterials } = params;
  if (alternativeMaterials) {
    verdict.demand(alternativeMaterials, { required: false });
    if (isAttached(ctx, alternativeMaterials)) return verdict.result();
  }
  const remark = text(ctx, path);
  if (remark === undefined) return verdict.unknown(path).result();
  if (remark === null) return verdict.say('remark.missing', { about }, path).result();
  if (params.minChars !== undefined && remark.length < params.minChars)
    verdict.say('remark.too-short', { chars: remark.length, atLeast: params.minChars }, path);
  if (params.template && !essence(params.template).every((part) => remark.includes(part)))
    verdict.say('remark.text-missing', { template: params.template }, path);
  // Whether the remark really says what is asked for, a person reads.
  if (params.fields || params.textId) verdict.askPerson();
  return verdict.result();
}

function languageDeclaration(params: CheckParams['languageDeclaration'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'service.languages';
  const chosen = words(ctx, path);
  if (chosen === undefined) return verdict.unknown(path).result();
  if (params.mode === 'tick-all') {
    if (chosen.length === 0) verdict.say('content.no-language', {}, path);
    else verdict.askPerson();
  } else {
    const asked = chosen.filter((id) => params.languages?.includes(id));
    if (asked.length === 0) verdict.notApplicable();
    else verdict.say('content.language-needs-approval', { languages: asked }, path, 'warning').askPerson();
  }
  return verdict.result();
}

export const contentEvaluators: Evaluators<
  'serviceContentAllowed' | 'contentMustMatchEntity' | 'remarkRequired' | 'languageDeclaration'
> = { serviceContentAllowed, contentMustMatchEntity, remarkRequired, languageDeclaration };
