import { documentsOf, isPersonDocument, naming } from '../evaluators/documents.ts';
import { suffixStatus } from '../../identifiers/domain-name.ts';
import { suffixOf } from '../evaluators/domains.ts';
import { isKnown, items, text, textOf } from '../evaluators/facts.ts';
import { regionNaming } from '../evaluators/regions.ts';
import { distinctPersons, personKey } from '../evaluators/people.ts';
import { breaks, nameOf, SENSITIVE, twinOf } from '../evaluators/names.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { selectRules } from '../select.ts';
import type { Refusals } from './types.ts';

/** Longest value each field takes: the strictest of all published forms (characters). */
const MAX_CHARS: Record<string, number> = {
  'entity.name': 150,
  'entity.certificate.number': 50,
  'entity.certificate.address': 1024,
  'entity.mailingAddress': 200,
  'entity.investor': 255,
  'entity.remark': 500,
  'principal.name': 128,
  'serviceOwner.name': 128,
  'service.name': 512,
  'service.domain': 128,
  'service.homeUrl': 255,
  'service.remark': 500,
};
const MAX_APPROVAL_CHARS = 512;

const WITH_ENTITY = new Set(['first', 'change-entity', 'change-both']);
const WITH_SERVICE = new Set(['first', 'new-service', 'new-access', 'change-service', 'change-both']);
const WITH_ACCESS = new Set(['first', 'new-service', 'new-access', 'change-access']);

/** Fields without which the form of a filing is refused, and nothing but the form asks for. */
const NEEDED: [key: string, filings: Set<string>, when?: (ctx: CheckContext) => boolean][] = [
  ['entity.region', WITH_ENTITY],
  ['entity.nature', WITH_ENTITY, (ctx) => ctx.entityGroup !== 'individual'],
  ['entity.certificate.type', WITH_ENTITY],
  ['entity.certificate.address', WITH_ENTITY],
  ['principal.idType', WITH_ENTITY],
  ['serviceOwner.idType', WITH_SERVICE],
  ['service.name', WITH_SERVICE, (ctx) => nameOf(ctx).key === 'service.name'],
  ['app.name', WITH_SERVICE, (ctx) => ctx.service === 'app'],
  ['service.domain', WITH_SERVICE, (ctx) => ctx.service === 'website'],
  ['service.contentTypes', WITH_SERVICE],
  ['service.languages', WITH_SERVICE, (ctx) => ctx.service === 'website'],
  ['access.method', WITH_ACCESS, (ctx) => ctx.service === 'website'],
  ['access.serverLocations', WITH_ACCESS, (ctx) => ctx.service === 'website'],
  ['access.ipRanges', WITH_ACCESS, (ctx) => ctx.service === 'website'],
];

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Values the interface cannot take: none where one is needed, or more than fits. */
function outsideTheForm(verdict: Verdict): void {
  const { ctx } = verdict;
  for (const [key, filings, when] of NEEDED) {
    if (!filings.has(ctx.filing) || !isKnown(ctx, key) || !isEmpty(ctx.facts[key])) continue;
    const name = ctx.book.facts.get(key)?.name;
    if (when?.(ctx) ?? true)
      verdict.say('field.missing', { nameZh: name?.['zh-CN'] ?? key, nameEn: name?.en ?? key }, key);
  }
  for (const [key, maxChars] of Object.entries(MAX_CHARS)) {
    const chars = [...(text(ctx, key) ?? '')].length;
    if (chars > maxChars) verdict.sayProblem('text.length', { length: chars, min: 1, max: maxChars }, key);
  }
  for (const approval of items(ctx, 'service.preApprovals') ?? []) {
    const chars = textOf(approval, 'number')?.length ?? 0;
    if (chars > MAX_APPROVAL_CHARS)
      verdict.sayProblem(
        'text.length',
        { length: chars, min: 1, max: MAX_APPROVAL_CHARS },
        'service.preApprovals',
      );
  }
}

/** The interface of 2013 wants one of every unit; many authorities no longer do. */
function officePhone(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.entityGroup === 'individual' || ctx.filing.startsWith('cancel-')) return;
  const remarks = `${text(ctx, 'entity.remark') ?? ''}${text(ctx, 'service.remark') ?? ''}`;
  if (remarks.includes('无座机')) return;
  const path = 'serviceOwner.officePhone';
  if (text(ctx, path) === null) verdict.say('contact.office-phone-missing', {}, path, 'warning');
}

/** Five to eleven digits, the first not zero. */
const QQ = /^[1-9]\d{4,10}$/;

function qqNumber(verdict: Verdict): void {
  for (const role of distinctPersons(verdict.ctx, ['principal', 'service-owner'])) {
    const path = personKey(role, 'qq');
    const value = text(verdict.ctx, path);
    if (value && !QQ.test(value)) verdict.say('contact.qq', { role, value }, path);
  }
}

/**
 * The list of codes comes from the authority and is not published: a code is a small number. A sentence is what the
 * printed request says in its place.
 */
const REASON_CODE = /^(0?[1-9]|1\d|20)$/;
const REASON_SENTENCE = /\p{Script=Han}{2}/u;

function cancelReason(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'order.cancelReason';
  if (!ctx.filing.startsWith('cancel-') || !isKnown(ctx, path)) return;
  const value = text(ctx, path);
  if (!value) verdict.say('cancel.reason-missing', {}, path);
  else if (!REASON_CODE.test(value) && !REASON_SENTENCE.test(value))
    verdict.say('cancel.reason-code', { value }, path);
}

const PERSONS = ['principal', 'service-owner', 'legal-representative'];

/** A file under the wrong purpose: a person's ID with the entity, a licence with a person. */
function wrongPurpose(verdict: Verdict): void {
  const { ctx } = verdict;
  for (const { material, owner } of documentsOf(ctx) ?? []) {
    const isOfPerson = owner !== null && PERSONS.includes(owner);
    const isWrong = isPersonDocument(ctx, material)
      ? owner === 'entity' || owner === 'domain' || owner === 'service'
      : material.startsWith('cert-') && (isOfPerson || owner === 'domain' || owner === 'service');
    // An individual's certificate is the person's ID.
    if (isWrong && ctx.entityGroup !== 'individual')
      verdict.say('document.wrong-owner', { ...naming(ctx, [material]), owner: owner! }, 'documents');
  }
}

/** Day on which the confirmation by SMS took the place of the filing password. */
const SMS_SINCE = '2020-08-17';
const WITH_PASSWORD = new Set([
  'new-access',
  'change-entity',
  'change-service',
  'change-both',
  'cancel-entity',
  'migrate',
]);

function filingPassword(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'secrets.filingPassword';
  if (ctx.on >= SMS_SINCE || !WITH_PASSWORD.has(ctx.filing) || !isKnown(ctx, path)) return;
  if (isEmpty(ctx.facts[path]) || ctx.facts[path] === false)
    verdict.say('password.missing', { until: SMS_SINCE }, path);
}

/** Two services of one name, unless a rule of the region lets them stand. */
function nameInUse(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'first' && ctx.filing !== 'new-service') return;
  const mayStand = selectRules(ctx.book, ctx).some(
    ({ check }) =>
      check?.params['mode'] === 'same-name-only-if-content-differs' ||
      check?.params['remarkIfSameSite'] !== undefined,
  );
  const { key, name } = nameOf(ctx);
  const twin = name && !mayStand ? twinOf(ctx, name) : undefined;
  if (twin) verdict.say('name.used-twice', { name: name!, domain: textOf(twin, 'domain') ?? '' }, key);
}

/** A nature that the holder does not have, in the name (MIIT rules of 2009). */
const OF_ANOTHER_NATURE = /政府|监察/;

function natureInName(verdict: Verdict): void {
  const { ctx } = verdict;
  const { key, name } = nameOf(ctx);
  const word = OF_ANOTHER_NATURE.exec(name ?? '')?.[0];
  const isOwn = ctx.entityGroup === 'government' || (word && text(ctx, 'entity.name')?.includes(word));
  if (word && !isOwn) verdict.say('name.form', { name: name!, pattern: 'nature-mismatch', part: word }, key);
}

/** The order speaks of the province whose rules it is judged by. */
function provinceOfOrder(verdict: Verdict): void {
  const { ctx } = verdict;
  const ordered = text(ctx, 'order.region');
  if (ordered && ordered !== ctx.region)
    verdict.say(
      'entity.region-of-other-province',
      { ...regionNaming(ctx, ctx.region, 'entity'), ...regionNaming(ctx, ordered, 'filing') },
      'order.region',
    );
}

const ENDS_A_RECORD = new Set(['cancel-entity', 'cancel-service']);

/** What cannot be filed today will not be filed again once it is cancelled. */
function lostForEver(verdict: Verdict): void {
  const { ctx } = verdict;
  const suffix = suffixOf(ctx);
  if (!ENDS_A_RECORD.has(ctx.filing) || suffix === undefined) return;
  if (suffixStatus(suffix.slice(1), ctx.book.suffixes) === 'not-approved')
    verdict.say('domain.lost-for-ever', { suffix }, 'domain.suffix', 'warning');
}

/** A person's site does not speak as a company, whatever else the region says of names. */
function companyWords(verdict: Verdict): void {
  const { ctx } = verdict;
  const { key, name } = nameOf(ctx);
  if (ctx.entityGroup !== 'individual' || !name) return;
  const part = breaks('company-words', name, ctx);
  if (part !== null) verdict.say('name.form', { name, pattern: 'company-words', part }, key);
}

/** What the form takes for no name at all, in regions too whose own rule of names speaks of something else. */
const unformed =
  (...patterns: string[]) =>
  (verdict: Verdict): void => {
    const { key, name } = nameOf(verdict.ctx);
    if (!name) return;
    for (const pattern of patterns) {
      const part = breaks(pattern, name, verdict.ctx);
      if (part !== null) verdict.say('name.form', { name, pattern, part }, key);
    }
  };

/** What stands in a form until somebody thinks of a name. */
const PLACEHOLDER =
  /^(测试|试用|默认|未命名|无名|网站名称|名称|待定|暂定|某某|示例)(网|网站|站点|App|小程序)?\d*$|^test/iu;

function placeholderName(verdict: Verdict): void {
  const { key, name } = nameOf(verdict.ctx);
  if (name && PLACEHOLDER.test(name)) verdict.say('name.placeholder', { name }, key);
}

/** Words nobody may use; a region that rules on national words says nothing of them. */
function sensitiveWords(verdict: Verdict): void {
  const { key, name } = nameOf(verdict.ctx);
  const found = SENSITIVE.filter((word) => name?.includes(word));
  if (found.length > 0)
    verdict.say('name.forbidden-word', { name: name!, words: found, list: 'sensitive' }, key);
}

/** Cities without counties, whose own code is filed (GB/T 2260): 东莞, 中山, 儋州, 嘉峪关. */
const WITHOUT_COUNTIES = new Set(['441900', '442000', '460400', '620200']);

/** The form asks down to the county. */
function countyOfEntity(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'entity.region';
  const code = text(ctx, path);
  if (code && /^\d{4}00$/.test(code) && !WITHOUT_COUNTIES.has(code))
    verdict.say('entity.region-not-county', { code, ...regionNaming(ctx, code, 'region') }, path);
}

function regionCode(verdict: Verdict): void {
  provinceOfOrder(verdict);
  countyOfEntity(verdict);
}

/** The fields of the form itself. */
export const formRefusals: Refusals = {
  'CRT-24': wrongPurpose,
  'CON-04': officePhone,
  'CON-13': qqNumber,
  'ADR-05': regionCode,
  'DOM-25': lostForEver,
  'NAM-02': unformed('digits-only', 'latin-only'),
  'NAM-03': unformed('domain'),
  'NAM-04': unformed('special-symbols'),
  'NAM-09': companyWords,
  'NAM-13': nameInUse,
  'NAM-18': natureInName,
  'NAM-19': (verdict) => {
    sensitiveWords(verdict);
    placeholderName(verdict);
  },
  'PRO-19': outsideTheForm,
  'PWD-03': filingPassword,
  'CHG-12': cancelReason,
};
