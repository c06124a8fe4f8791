import { readLicenceNumber } from '../identifiers/licence-number.ts';
import {
  filedServices,
  flag,
  isKnown,
  items,
  object,
  text,
  textOf,
  words,
  type Item,
} from './evaluators/facts.ts';
import { OPEN_ORDER_ENDED } from './evaluators/orders.ts';
import { sameId, sameName } from './evaluators/people.ts';
import { differences, recorded } from './evaluators/records.ts';
import type { CheckContext } from './evaluators/types.ts';
import { selectRules } from './select.ts';
import type { Rule } from './schema.ts';

/** Value of an input of the decision table. */
export type InputValue = boolean | string;

/** What the facts say of one input. */
export interface Input {
  /** `undefined`: the facts do not tell. */
  value: InputValue | undefined;
  /** Facts that would tell. */
  keys: string[];
  /** What is taken for granted, and said, where the facts do not tell. */
  otherwise?: InputValue;
  /** The value is what a person answered. */
  isAnswer?: boolean;
  /** The rule that decides it, where a rule does. */
  rule?: Rule;
}

export type Inputs = Record<string, Input>;

const openOrders = (ctx: CheckContext): Item[] | undefined =>
  items(ctx, 'ledger.openOrders')?.filter((order) => !OPEN_ORDER_ENDED.test(textOf(order, 'state') ?? ''));

function openOrder(ctx: CheckContext): Input {
  const open = openOrders(ctx);
  return { value: open && open.length > 0, keys: ['ledger.openOrders'], otherwise: false };
}

function entityFiled(ctx: CheckContext): Input {
  const keys = ['entity.licenceNumber', 'record.entity'];
  const number = text(ctx, 'entity.licenceNumber');
  const record = object(ctx, 'record.entity');
  const filed = items(ctx, 'ledger.filedServices');
  if (number || record || filed?.length || flag(ctx, 'entity.isShell')) return { value: true, keys };
  const isKnownNot = number === null || record === null;
  return { value: isKnownNot ? false : undefined, keys };
}

/** A website is found again by its domain, other services by their names. */
function isService(ctx: CheckContext, other: Item): boolean {
  const domain = text(ctx, 'service.domain') ?? text(ctx, 'domain.name');
  const number = text(ctx, 'service.licenceNumber');
  if (number && textOf(other, 'licenceNumber') === number) return true;
  if (ctx.service !== 'website') {
    const name = text(ctx, 'app.name') ?? text(ctx, 'service.name');
    return Boolean(name && textOf(other, 'type') === ctx.service && textOf(other, 'name') === name);
  }
  return Boolean(domain && textOf(other, 'domain')?.toLowerCase() === domain.toLowerCase());
}

/** Whether a licence number of a service belongs to the entity; `undefined` when the entity's own is unknown. */
function isOwnNumber(ctx: CheckContext, number: string): boolean | undefined {
  const { regions } = ctx.book.enumerations;
  const own = text(ctx, 'entity.licenceNumber') ?? recorded(object(ctx, 'record.entity'), 'licenceNumber');
  if (own === null || own === undefined) return isKnown(ctx, 'entity.licenceNumber') ? false : undefined;
  const [a, b] = [own, number].map((one) => readLicenceNumber(one, regions)?.entityNumber ?? one);
  return a === b;
}

function serviceFiled(ctx: CheckContext, isEntityFiled: InputValue | undefined): Input {
  const keys = ['record.service', 'service.licenceNumber', 'ledger.filedServices'];
  const filed = filedServices(ctx) ?? (isEntityFiled === false ? [] : undefined);
  const domain = (text(ctx, 'service.domain') ?? text(ctx, 'domain.name'))?.toLowerCase();
  const record = object(ctx, 'record.service');
  const number =
    text(ctx, 'service.licenceNumber') ?? recorded(record, 'licenceNumber', 'service.licenceNumber');
  const isAmongOwn =
    filed?.some((other) => isService(ctx, other)) ||
    (domain !== undefined && words(ctx, 'ledger.filedDomains')?.some((one) => one.toLowerCase() === domain));
  // A dossier lists the service that it takes over, too; its number still names the other entity.
  if (isAmongOwn && !(number && isOwnNumber(ctx, number) === false)) return { value: 'same-entity', keys };

  const holder = recorded(record, 'entityName', 'entity.name', 'entity');
  const name = text(ctx, 'entity.name');
  const isOwn = number ? isOwnNumber(ctx, number) : holder && name ? sameName(holder, name) : undefined;
  if (isOwn !== undefined) return { value: isOwn ? 'same-entity' : 'other-entity', keys };
  if (record || number) return { value: undefined, keys: ['entity.licenceNumber', 'entity.name', ...keys] };
  if (record === null) return { value: 'no', keys };
  const isNotOwn = filed !== undefined || isKnown(ctx, 'service.licenceNumber');
  return isNotOwn ? { value: undefined, keys, otherwise: 'no' } : { value: undefined, keys };
}

function accessedHere(ctx: CheckContext, isFiled: InputValue | undefined): Input {
  const keys = ['ledger.accesses', 'access.provider'];
  const here = ctx.provider ?? text(ctx, 'access.provider');
  // The stricter of the two ways to add a service: the record is compared.
  if (!here) return { value: undefined, keys, ...(isFiled === 'no' && { otherwise: 'no' }) };
  const filed = filedServices(ctx);
  const accesses = items(ctx, 'ledger.accesses');
  const isHere = (entry: Item): boolean => textOf(entry, 'provider') === here;
  // Of a service that is not filed yet it is asked whether the provider knows the entity.
  const isMeant = (entry: Item): boolean => isFiled === 'no' || isService(ctx, entry);
  const access = accesses?.find((entry) => isHere(entry) && isMeant(entry));
  // On record with the provider, but nobody's yet.
  if (access?.['claimed'] === false && isFiled === 'same-entity') return { value: 'no-account', keys };
  if (access && isOwnAccount(ctx, access)) return { value: 'this-account', keys };
  if (access) return { value: isFiled === 'no' ? 'no' : 'other-account', keys };
  const entry = filed?.find((other) => isMeant(other) && isHere(other));
  // The list of accesses knows better.
  if (entry && !accesses?.some(isMeant)) return { value: 'this-account', keys };
  const isElsewhere = filed?.some((other) => isMeant(other) && textOf(other, 'provider') !== null);
  if (accesses || isElsewhere) return { value: 'no', keys };
  return isFiled === 'no' ? { value: undefined, keys, otherwise: 'no' } : { value: undefined, keys };
}

/** An account that is not named, or of which nothing is known, is taken for the entity's own. */
function isOwnAccount(ctx: CheckContext, access: Item): boolean {
  const account = textOf(access, 'account');
  const accounts = items(ctx, 'ledger.providerAccounts')?.filter(
    (entry) => textOf(entry, 'provider') === textOf(access, 'provider'),
  );
  const name = text(ctx, 'entity.name');
  if (!account || !accounts || !name) return true;
  const own = accounts.filter((entry) => sameName(textOf(entry, 'entity') ?? '', name));
  if (own.length > 0) return own.some((entry) => textOf(entry, 'account') === account);
  return !accounts.some((entry) => textOf(entry, 'account') === account);
}

function entityIsShell(ctx: CheckContext, isFiled: InputValue | undefined): Input {
  const filed = items(ctx, 'ledger.filedServices');
  const stated = flag(ctx, 'entity.isShell');
  const counted = filed && isFiled === true ? filed.length === 0 : undefined;
  return {
    value: stated ?? counted,
    keys: ['entity.isShell', 'ledger.filedServices'],
    otherwise: false,
  };
}

/** The region's own rule before the nation's. */
function shellAllowed(ctx: CheckContext): Input {
  const rules = selectRules(ctx.book, { ...ctx, filing: 'new-service' }).filter(
    ({ check }) => check?.name === 'shellEntityCanAddService',
  );
  const rule = rules.at(-1);
  return { value: rule?.check?.params['allowed'] as string | undefined, keys: [], ...(rule && { rule }) };
}

function certificateChanged(ctx: CheckContext): Input {
  const keys = ['entity.previousNumber', 'entity.certificate.number'];
  const now = text(ctx, 'entity.certificate.number');
  const record = object(ctx, 'record.entity');
  const before =
    text(ctx, 'entity.previousNumber') ??
    recorded(record, 'certificateNumber', 'certificate.number', 'entity.certificate.number');
  if (before && now) return { value: !sameId(before, now), keys };
  const isKnownNone = isKnown(ctx, 'entity.previousNumber') || isKnown(ctx, 'record.entity');
  return { value: before || !isKnownNone ? undefined : false, keys, otherwise: false };
}

/** Keys of facts that the order changes: as stated, else where facts and record differ. */
export function changedFields(ctx: CheckContext): string[] | undefined {
  const stated = words(ctx, 'order.changedFields');
  if (stated) return stated;
  const found = differences(ctx).map(({ path }) => path);
  if (found.length > 0) return found;
  return object(ctx, 'record.entity') && object(ctx, 'record.service') ? [] : undefined;
}

function dataChanged(ctx: CheckContext): Input {
  const changed = changedFields(ctx);
  return { value: changed && changed.length > 0, keys: ['order.changedFields'] };
}

/** The inputs of the decision table, by their ids; `answers` where the facts do not tell. */
export function readInputs(ctx: CheckContext, answers: Record<string, string> = {}): Inputs {
  const told = (id: string, input: Input): Input => {
    const answer = answers[id];
    if (input.value !== undefined || answer === undefined) return input;
    return { ...input, value: readAnswer(answer), isAnswer: true };
  };
  const entity = told('entityFiled', entityFiled(ctx));
  const service = told('serviceFiled', serviceFiled(ctx, entity.value));
  const others = {
    openOrder: openOrder(ctx),
    accessedHere: accessedHere(ctx, service.value ?? service.otherwise),
    entityIsShell: entityIsShell(ctx, entity.value),
    shellAllowed: shellAllowed(ctx),
    certificateChanged: certificateChanged(ctx),
    dataChanged: dataChanged(ctx),
  };
  return {
    entityFiled: entity,
    serviceFiled: service,
    ...Object.fromEntries(Object.entries(others).map(([id, input]) => [id, told(id, input)])),
  };
}

const readAnswer = (answer: string): InputValue =>
  answer === 'true' ? true : answer === 'false' ? false : answer;

/** Whether the service is reached through a provider other than this one, and whether the entity has other services. */
export function whatRemains(ctx: CheckContext): {
  access: boolean | undefined;
  service: boolean | undefined;
} {
  const here = ctx.provider ?? text(ctx, 'access.provider');
  const elsewhere = items(ctx, 'ledger.accesses')?.some(
    (entry) => isService(ctx, entry) && textOf(entry, 'provider') !== here,
  );
  const others = filedServices(ctx)?.some((other) => !isService(ctx, other));
  return { access: here ? elsewhere : undefined, service: others };
}
