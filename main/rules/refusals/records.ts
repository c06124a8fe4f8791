import type { Bilingual } from '../../../preload/contract/index.ts';
import { checkLicenceNumber, readLicenceNumber } from '../../identifiers/licence-number.ts';
import { changedFields, whatRemains } from '../advise-inputs.ts';
import { filedServices, isKnown, object, provinceOf, text, textOf, words } from '../evaluators/facts.ts';
import { masked, sameId } from '../evaluators/people.ts';
import { sayProblems } from '../evaluators/problems.ts';
import { recorded } from '../evaluators/records.ts';
import { regionNaming } from '../evaluators/regions.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { otherFilingCalledFor } from '../kind-of-filing.ts';
import { domainHere } from './here.ts';
import type { Refusals } from './types.ts';

const isChange = (ctx: CheckContext): boolean => ctx.filing.startsWith('change-');

/** Filings that act on a service the authority already has. */
const OF_FILED_SERVICE = new Set([
  'new-access',
  'change-service',
  'change-access',
  'cancel-service',
  'cancel-access',
  'transfer-account',
]);

/** Province of the record: as it says, else as its number begins. */
function recordedProvince(ctx: CheckContext): string | null {
  const record = object(ctx, 'record.entity');
  const { regions } = ctx.book.enumerations;
  const stated = recorded(
    record,
    'region',
    'entity.region',
    'province',
    'provinceCode',
    'certificate.region',
  );
  if (stated !== null)
    return /^\d{6}$/.test(stated)
      ? provinceOf(stated)
      : (regions.find(({ name }) => name['zh-CN'] === stated)?.id ?? null);
  const number = recorded(record, 'licenceNumber', 'entity.licenceNumber');
  return number === null ? null : (readLicenceNumber(number, regions)?.province ?? null);
}

/** A record says where it belongs; no filing moves it to another authority. */
function provinceIsFixed(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing === 'first' || ctx.filing === 'migrate') return;
  const before = recordedProvince(ctx);
  const now = provinceOf(text(ctx, 'entity.region') ?? ctx.region);
  if (before !== null && before !== now)
    verdict.say(
      'change.province',
      { ...regionNaming(ctx, before, 'recorded'), ...regionNaming(ctx, now, 'now') },
      'entity.region',
    );
}

function fixedFields(verdict: Verdict): void {
  const { ctx } = verdict;
  if (!isChange(ctx)) return;
  const changed = words(ctx, 'order.changedFields') ?? [];
  const before = recorded(object(ctx, 'record.service'), 'domain', 'service.domain', 'domain.name');
  const now = domainHere(ctx);
  const isOther = before !== null && now !== null && before.toLowerCase() !== now;
  const isSaid = changed.some((field) => /^(service\.domain|domain(\.(name|label|suffix))?)$/.test(field));
  if (ctx.service === 'website' && (isOther || isSaid))
    verdict.say('change.domain-fixed', { before, now }, 'service.domain');
  // Within the province the county may change; without the record nobody can tell.
  if (changed.includes('entity.region') && recordedProvince(ctx) === null)
    verdict.say('change.region-within-province', {}, 'entity.region', 'warning');
}

function serviceOnRecord(verdict: Verdict): void {
  const { ctx } = verdict;
  if (!OF_FILED_SERVICE.has(ctx.filing)) return;
  const number = text(ctx, 'service.licenceNumber');
  const isOwn = number?.startsWith(text(ctx, 'entity.licenceNumber') || 'unknown');
  const isGone = isKnown(ctx, 'record.service')
    ? object(ctx, 'record.service') === null
    : isOwn && filedServices(ctx)?.every((one) => textOf(one, 'licenceNumber') !== number);
  if (isGone) verdict.say('record.service-none', {}, 'record.service');
}

function numberOnRecord(verdict: Verdict): void {
  const { ctx } = verdict;
  if (!OF_FILED_SERVICE.has(ctx.filing)) return;
  const path = 'service.licenceNumber';
  const own = text(ctx, path);
  const onRecord = recorded(object(ctx, 'record.service'), 'licenceNumber', 'service.licenceNumber');
  if (own === null) verdict.say('service.no-filing-number', {}, path);
  if (own && onRecord && !sameId(own, onRecord))
    verdict.say('record.service-number', { found: own, recorded: onRecord }, path);
}

/** The number of a service bears its own counter; without it, it names every service of the entity. */
function serviceNumberForm(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'service.licenceNumber';
  const own = text(ctx, path);
  if (!own) return;
  const letter = ctx.book.enumerations.serviceTypes.find(({ id }) => id === ctx.service)?.suffix ?? null;
  const { regions } = ctx.book.enumerations;
  sayProblems(verdict, checkLicenceNumber(own, 'service', regions, { province: ctx.region, letter }), path);
}

/** What is filed already is not filed for the first time again. */
function entityFiledAlready(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'first') return;
  const record = object(ctx, 'record.entity');
  const number =
    text(ctx, 'entity.licenceNumber') ?? recorded(record, 'licenceNumber', 'entity.licenceNumber');
  if (number !== null || record)
    verdict.say(
      'entity.already-filed',
      { number },
      number === null ? 'record.entity' : 'entity.licenceNumber',
    );
}

function serviceFiledAlready(verdict: Verdict): void {
  const { ctx } = verdict;
  const domain = domainHere(ctx);
  if ((ctx.filing !== 'first' && ctx.filing !== 'new-service') || domain === null) return;
  const isOwn =
    words(ctx, 'ledger.filedDomains')?.some((one) => one.toLowerCase() === domain) === true ||
    filedServices(ctx)?.some((other) => textOf(other, 'domain')?.toLowerCase() === domain) === true;
  const record = object(ctx, 'record.service');
  if (isOwn) verdict.say('service.already-filed', { domain }, 'service.domain');
  else if (record) {
    const holder = recorded(record, 'entityName', 'entity.name', 'entity');
    verdict.say('service.filed-by-other', { domain, holder }, 'service.domain');
  }
}

/** Which fields a change of each kind may carry. */
const FIELDS_OF_CHANGE: Record<string, RegExp> = {
  'change-entity': /^(entity|principal|legalRepresentative)\b/,
  'change-service': /^(service|serviceOwner|domain|app)\b/,
  'change-access': /^access\b/,
};

function changeOfOtherKind(verdict: Verdict): void {
  const { ctx } = verdict;
  const allowed = FIELDS_OF_CHANGE[ctx.filing];
  const others = allowed && words(ctx, 'order.changedFields')?.filter((field) => !allowed.test(field));
  if (others && others.length > 0)
    verdict.say('order.other-change', { filing: ctx.filing, fields: others }, 'order.changedFields');
  if (isChange(ctx) && changedFields(ctx)?.length === 0)
    verdict.say('order.nothing-changed', {}, 'order.changedFields', 'warning');
}

/** The facts call for another filing; without a number of its own it may be that a first one has only changed its papers. */
function otherFiling(verdict: Verdict): void {
  const { ctx } = verdict;
  const advised = otherFilingCalledFor(ctx);
  if (advised === null) return;
  const isGuess = ctx.filing === 'first' && advised.includes('change-entity');
  const params = { filing: ctx.filing, advised };
  verdict.say('order.other-filing', params, 'order.filingType', isGuess ? 'warning' : undefined);
}

/** What remains of the entity is an empty shell, with which nothing more can be filed. */
function lastServiceGoes(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing === 'cancel-service' && whatRemains(ctx).service === false)
    verdict.say('order.last-service', {}, 'ledger.filedServices', 'warning');
}

/** For a new access the SMS goes to the owner as recorded, whatever the order says. */
function smsGoesToRecordedPhone(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'new-access') return;
  const path = 'serviceOwner.mobile';
  const [onRecord, own] = [text(ctx, 'record.serviceOwnerMobile'), text(ctx, path)];
  if (!onRecord || !own || sameId(onRecord, own)) return;
  const before = recorded(object(ctx, 'record.service'), 'serviceOwnerIdNumber', 'serviceOwner.idNumber');
  const now = text(ctx, 'serviceOwner.idNumber');
  const isReplaced = before !== null && Boolean(now) && !sameId(before, now!);
  if (!isReplaced) verdict.say('sms.phone-on-record', { recorded: masked(onRecord), found: own }, path);
}

/** The last six characters of the ID are typed in with the code. */
function smsNeedsRecordedId(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'new-access') return;
  const path = 'serviceOwner.idNumber';
  const before = recorded(object(ctx, 'record.service'), 'serviceOwnerIdNumber', 'serviceOwner.idNumber');
  const now = text(ctx, path);
  const [phone, own] = [text(ctx, 'record.serviceOwnerMobile'), text(ctx, 'serviceOwner.mobile')];
  const isSamePhone = Boolean(phone && own && sameId(phone, own));
  if (before !== null && now && isSamePhone && before.slice(-6).toUpperCase() !== now.slice(-6).toUpperCase())
    verdict.say('sms.id-on-record', { recorded: before.slice(-6), found: now.slice(-6) }, path);
}

/** `{ entity: { name } }` and `{ 'entity.name' }` alike, by the keys of the facts. */
function flattened(value: unknown, prefix = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[prefix, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flattened(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** Order of keys says nothing. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Fields that the printed form has boxes for. */
const TICKED = new Set([
  'entity.nature',
  'entity.certificate.type',
  'service.contentTypes',
  'service.languages',
  'service.preApprovals',
  'access.method',
  'access.serverLocations',
]);

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A form printed before there was anything to tick. */
function formIsUnticked(verdict: Verdict): void {
  const { ctx } = verdict;
  const unticked = flattened(object(ctx, 'documents.generated') ?? {}).flatMap(([key, value]) => {
    const now = ctx.facts[key];
    return TICKED.has(key) && isEmpty(value) && now !== undefined && !isEmpty(now)
      ? (ctx.book.facts.get(key)?.name ?? [])
      : [];
  });
  if (unticked.length > 0) verdict.say('form.unticked', fieldNaming(unticked), 'documents.generated');
}

const fieldNaming = (names: Bilingual[]) => ({
  fieldsZh: names.map((name) => name['zh-CN']).join('、'),
  fieldsEn: names.map((name) => name.en).join(', '),
});

/** A form printed before the data were changed belongs to another filing. */
function formIsOutdated(verdict: Verdict): void {
  const { ctx } = verdict;
  const printed = object(ctx, 'documents.generated');
  if (!printed) return;
  const different = flattened(printed).flatMap(([key, value]) => {
    const fact = ctx.book.facts.get(key);
    const now = ctx.facts[key];
    if (!fact || value === null || now === undefined || (TICKED.has(key) && isEmpty(value))) return [];
    return canonical(value) === canonical(now) ? [] : [fact.name];
  });
  if (different.length > 0) verdict.say('form.outdated', fieldNaming(different), 'documents.generated');
}

/** What the authority has on record against what the filing says. */
export const recordRefusals: Refusals = {
  'ENT-10': entityFiledAlready,
  'ENT-14': lastServiceGoes,
  'ENT-17': provinceIsFixed,
  'DOM-11': serviceFiledAlready,
  'SVC-05': numberOnRecord,
  'PRO-01': (verdict) => {
    changeOfOtherKind(verdict);
    otherFiling(verdict);
  },
  'PRO-13': serviceNumberForm,
  'FRM-03': formIsUnticked,
  'FRM-08': formIsOutdated,
  'SMS-03': smsNeedsRecordedId,
  'SMS-05': smsGoesToRecordedPhone,
  'CHG-07': serviceOnRecord,
  'CHG-09': fixedFields,
};
