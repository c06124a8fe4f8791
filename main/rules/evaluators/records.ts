import { readLicenceNumber, checkLicenceNumber } from '../../identifiers/licence-number.ts';
import { flag, filedServices, isKnown, items, object, text, textOf, words, type Item } from './facts.ts';
import { looksLikePerson } from './entity-form.ts';
import { personText, sameId, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

interface Difference {
  field: string;
  found: string;
  recorded: string;
  path: string;
}

/** Value of the record under one of its spellings: `{ certificateNumber }`, `{ certificate: { number } }`, flat keys. */
export function recorded(record: Item | null | undefined, ...paths: string[]): string | null {
  for (const path of paths) {
    const value =
      record?.[path] ??
      path
        .split('.')
        .reduce<unknown>(
          (x, key) => (typeof x === 'object' && x !== null ? (x as Item)[key] : undefined),
          record,
        );
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** A type is recorded by its id or by its name, with or without what stands in brackets behind it. */
const sameCertificateType =
  ({ book }: CheckContext) =>
  (a: string, b: string): boolean => {
    const bare = (name: string): string => name.replace(/[（(].*$/, '').trim();
    const { certificateTypes } = book.enumerations;
    const idOf = (written: string): string =>
      certificateTypes.find(({ name }) => Object.values(name).some((x) => bare(x) === bare(written)))?.id ??
      written;
    return idOf(a) === idOf(b);
  };

/** One of the two may begin with the province, city and district that the other was chosen from lists for. */
const sameAddress = (a: string, b: string): boolean => {
  const [short, long] = [a, b].map((x) => x.replace(/\s/g, '')).sort((x, y) => x.length - y.length);
  return long!.endsWith(short!);
};

/** Where the facts and the authority's record both say something and disagree. */
export function differences(ctx: CheckContext): Difference[] {
  const entity = object(ctx, 'record.entity');
  const service = object(ctx, 'record.service');
  const pairs: [string, string, string | null, (a: string, b: string) => boolean][] = [
    ['entity-name', 'entity.name', recorded(entity, 'name', 'entity.name'), sameName],
    [
      'certificate-number',
      'entity.certificate.number',
      recorded(entity, 'certificateNumber', 'certificate.number', 'entity.certificate.number'),
      sameId,
    ],
    [
      'certificate-type',
      'entity.certificate.type',
      recorded(entity, 'certificateType', 'certificate.type', 'entity.certificate.type'),
      sameCertificateType(ctx),
    ],
    ['principal', 'principal.idNumber', recorded(entity, 'principalIdNumber', 'principal.idNumber'), sameId],
    ['principal', 'principal.name', recorded(entity, 'principalName', 'principal.name'), sameName],
    [
      'address',
      'entity.mailingAddress',
      recorded(entity, 'mailingAddress', 'entity.mailingAddress'),
      sameAddress,
    ],
    ['service-name', 'service.name', recorded(service, 'name', 'service.name'), sameName],
    [
      'service-owner',
      'serviceOwner.idNumber',
      recorded(service, 'serviceOwnerIdNumber', 'serviceOwner.idNumber'),
      sameId,
    ],
  ];
  const found = pairs.flatMap(([field, path, onRecord, isEqual]) => {
    const ours = text(ctx, path);
    return ours && onRecord && !isEqual(ours, onRecord)
      ? { field, path, found: ours, recorded: onRecord }
      : [];
  });
  return found.filter((x, i) => found.findIndex((y) => y.field === x.field) === i);
}

const fieldsOf: Record<string, string[]> = {
  all: [
    'entity-name',
    'certificate-number',
    'certificate-type',
    'principal',
    'address',
    'service-name',
    'service-owner',
  ],
  'entity-name': ['entity-name'],
  'certificate-number': ['certificate-number'],
  certificate: ['certificate-number', 'certificate-type'],
  principal: ['principal'],
  'principal-is-legal-representative': [],
  persons: ['principal', 'service-owner'],
  'service-name': ['service-name'],
  address: ['address'],
};

/** Facts of our side that a field compares. */
const ownKeys: Record<string, string> = {
  'entity-name': 'entity.name',
  'certificate-number': 'entity.certificate.number',
  principal: 'principal.idNumber',
};

/** A record under another name and number is another entity's; nothing but the named fields may differ. */
const IDENTITY = ['entity-name', 'certificate-number'];

function recordMismatchPolicy(params: CheckParams['recordMismatchPolicy'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.policy === 'no-match-needed' || ctx.filing === 'first') return verdict.notApplicable().result();
  const named = new Set(params.fields.flatMap((field) => fieldsOf[field] ?? []));
  const wantsEntity = [...named].some((field) => field !== 'service-name');
  if (wantsEntity && !isKnown(ctx, 'record.entity')) verdict.unknown('record.entity');
  if (named.has('service-name') && ctx.filing === 'new-access' && !isKnown(ctx, 'record.service'))
    verdict.unknown('record.service');
  for (const field of named) {
    const key = ownKeys[field];
    if (key && !isKnown(ctx, key)) verdict.unknown(key);
  }
  if (wantsEntity && object(ctx, 'record.entity') === null && isKnown(ctx, 'record.entity'))
    return verdict.say('record.none', {}, 'record.entity').result();
  if (params.fields.includes('principal-is-legal-representative')) {
    const principal = recorded(
      object(ctx, 'record.entity'),
      'principalIdNumber',
      'principal.idNumber',
      'principalName',
      'principal.name',
    );
    const own = [
      personText(ctx, 'legal-representative', 'idNumber'),
      personText(ctx, 'legal-representative', 'name'),
    ];
    if (principal === null) verdict.unknown('record.entity');
    else if (!own.some((value) => value && sameId(value, principal)))
      verdict.say('record.principal-not-legal-representative', { principal }, 'record.entity');
  }
  for (const difference of differences(ctx)) {
    const { field, path, found, recorded } = difference;
    const isNamed = named.has(field);
    const said = { field, found: shown(field, found), recorded: shown(field, recorded) };
    const isServiceOfOther = field.startsWith('service') && ctx.filing === 'new-service';
    if (isServiceOfOther) continue;
    switch (params.policy) {
      case 'must-match':
        if (isNamed || IDENTITY.includes(field)) verdict.say('record.must-match', said, path);
        break;
      case 'change-first':
        if (isNamed || IDENTITY.includes(field)) verdict.say('record.change-first', said, path);
        break;
      case 'access-then-change-but-new-service-changes-first':
        if (ctx.filing === 'new-service') verdict.say('record.change-first', said, path);
        else laterChange(params, verdict, said, path);
        break;
      case 'access-then-change':
        if (!isNamed && IDENTITY.includes(field)) verdict.say('record.must-match', said, path);
        else laterChange(params, verdict, said, path);
    }
  }
  return verdict.result();
}

/** ID numbers are not repeated in a sentence. */
const shown = (field: string, value: string): string =>
  ['principal', 'service-owner'].includes(field) && /\d{6}/.test(value) ? `…${value.slice(-4)}` : value;

function laterChange(
  params: CheckParams['recordMismatchPolicy'],
  verdict: Verdict,
  said: { field: string; found: string; recorded: string },
  path: string,
): void {
  if (said.field.startsWith('certificate') && params.oldCertificate === 'refused') {
    verdict.say('record.change-first', said, path);
    return;
  }
  verdict.say(
    'record.change-afterwards',
    { ...said, workingDays: params.changeWithinWorkingDays ?? null },
    path,
    'warning',
  );
  for (const material of params.materials ?? []) verdict.demand([material]);
}

function singleFilingNumberPerEntity(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.licenceNumber';
  const { regions } = ctx.book.enumerations;
  const own = text(ctx, path);
  if (own === undefined) verdict.unknown(path);
  if (own === null) return verdict.say('entity.no-filing-number', {}, path).result();
  if (own)
    for (const { code, params, severity } of checkLicenceNumber(own, 'entity', regions, {
      province: ctx.region,
      letter: null,
    }))
      verdict.sayProblem(code, params, path, severity === 'error' ? undefined : severity);
  const record = object(ctx, 'record.entity');
  if (record === undefined) verdict.unknown('record.entity');
  const numbers = new Set(
    [
      own,
      recorded(record, 'licenceNumber', 'entity.licenceNumber'),
      ...(filedServices(ctx) ?? []).map((service) => textOf(service, 'licenceNumber')),
    ].flatMap((number) => (number ? (readLicenceNumber(number, regions)?.entityNumber ?? []) : [])),
  );
  if (numbers.size > 1) verdict.say('entity.several-filing-numbers', { numbers: [...numbers] }, path);
  return verdict.result();
}

function shellEntityCanAddService(
  params: CheckParams['shellEntityCanAddService'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.allowed === 'yes') return verdict.notApplicable().result();
  const filed = items(ctx, 'ledger.filedServices');
  const isShell =
    flag(ctx, 'entity.isShell') ??
    (filed ? filed.length === 0 && Boolean(text(ctx, 'entity.licenceNumber')) : undefined);
  if (isShell === undefined) return verdict.unknown('entity.isShell').result();
  if (!isShell) return verdict.notApplicable().result();
  if (params.allowed === 'no') return verdict.say('entity.shell', {}, 'entity.isShell').result();
  for (const material of params.materials ?? ['form-site-proposal']) verdict.demand([material]);
  return verdict.result();
}

/** Numbers from before the unified codes; a unit that got its unified code is still itself. */
const isOldForm = (number: string): boolean => number.replace(/[\s-]/g, '').length < 18;

/** A unified code stays with its holder for ever; only the numbers before 2015 were replaced by one. */
const isOtherCode = (before: string, now: string): boolean =>
  [before, now].every((code) => code.replace(/[\s-]/g, '').length === 18);

function entityChangeAllowed(params: CheckParams['entityChangeAllowed'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const record = object(ctx, 'record.entity');
  const name = text(ctx, 'entity.name');
  const number = text(ctx, 'entity.certificate.number');
  const before = {
    name: text(ctx, 'entity.previousName') ?? recorded(record, 'name', 'entity.name'),
    number:
      text(ctx, 'entity.previousNumber') ??
      recorded(record, 'certificateNumber', 'certificate.number', 'entity.certificate.number'),
  };
  const isKnownBefore = isKnown(ctx, 'entity.previousName') || record !== undefined;
  if (!isKnownBefore) verdict.unknown('entity.previousName');
  if (!name) verdict.unknown('entity.name');
  if (!name || !isKnownBefore) return verdict.result();
  const renamed = Boolean(before.name && !sameName(before.name, name));
  const isSameNumber = Boolean(before.number && number && sameId(before.number, number));
  const hasNewForm = Boolean(before.number && number && isOldForm(before.number) && !isOldForm(number));
  if (hasNewForm) verdict.askPerson();
  const renumbered = Boolean(before.number && number) && !isSameNumber && !hasNewForm;
  // Another name under the same number is the same unit or person.
  const isOther = renamed && !isSameNumber;
  const isSaid = words(ctx, 'order.changedFields')?.includes('entity.certificate.number') === true;
  if (isSaid && before.number === null && params.value === 'rename-only')
    verdict.say('change.new-code', { before: before.name ?? name, now: name }, 'entity.certificate.number');
  if (!renamed && !renumbered) {
    const isNumberKnown = Boolean(number) && (isKnown(ctx, 'entity.previousNumber') || record !== undefined);
    return (isNumberKnown ? verdict.notApplicable() : verdict).result();
  }

  const said = { before: before.name ?? name, now: name };
  const representative = personText(ctx, 'legal-representative', 'name');
  switch (params.value) {
    case 'none':
      if (isOther || renumbered) verdict.say('change.entity-not-changeable', said, 'entity.name');
      break;
    case 'rename-only':
      if (renamed && renumbered) verdict.say('change.other-entity', said, 'entity.certificate.number');
      else if (renumbered && (params.codeChangeRequiresRefiling || isOtherCode(before.number!, number!)))
        verdict.say('change.new-code', said, 'entity.certificate.number');
      break;
    case 'any-except-to-individual':
      if (isOther && looksLikePerson(name)) verdict.say('change.to-individual', said, 'entity.name');
      break;
    case 'same-legal-representative': {
      if (!(renamed && renumbered)) break;
      const old = recorded(
        record,
        'legalRepresentativeIdNumber',
        'legalRepresentative.idNumber',
        'principalIdNumber',
        'principal.idNumber',
      );
      const now = personText(ctx, 'legal-representative', 'idNumber');
      if (!old || !now) verdict.unknown(old ? 'legalRepresentative.idNumber' : 'record.entity');
      else if (!sameId(old, now))
        verdict.say('change.other-representative', said, 'legalRepresentative.idNumber');
      break;
    }
    case 'own-company-only':
      if (!isOther) break;
      if (representative === undefined) verdict.unknown('legalRepresentative.name');
      else if (looksLikePerson(name) || !representative || !sameName(representative, before.name ?? ''))
        verdict.say('change.not-own-company', { ...said, representative }, 'entity.name');
      break;
    case 'to-owner-individual':
      if (isOther && !sameName(name, representative ?? personText(ctx, 'principal', 'name') ?? ''))
        verdict.say('change.not-to-owner', said, 'entity.name');
      break;
    case 'any':
      break;
  }
  if (params.domainMustMatchAfterChange) {
    const holder = text(ctx, 'domain.holderName');
    if (!holder) verdict.unknown('domain.holderName');
    else if (!sameName(holder, name))
      verdict.say('domain.holder-other', { holder, entity: name, representative: null }, 'domain.holderName');
  }
  if (params.mustBeConsistent) verdict.askPerson();
  for (const material of params.materials ?? []) verdict.demand([material]);
  return verdict.result();
}

export const recordEvaluators: Evaluators<
  'recordMismatchPolicy' | 'singleFilingNumberPerEntity' | 'shellEntityCanAddService' | 'entityChangeAllowed'
> = { recordMismatchPolicy, singleFilingNumberPerEntity, shellEntityCanAddService, entityChangeAllowed };
