import { factField, sameValue } from './contacts.ts';
import { items, text, textOf, type Item } from './facts.ts';
import { distinctPersons, masked, personKey, personText, sameId, sameName } from './people.ts';
import type { CheckParams, Role } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const BOTH: Role[] = ['principal', 'service-owner'];

/** People of the group's other dossiers; entries of this entity itself are left out. */
function othersPeople(ctx: CheckContext): Item[] | undefined {
  const own = text(ctx, 'entity.name');
  return items(ctx, 'ledger.people')?.filter((entry) => {
    const entity = textOf(entry, 'entity');
    return !own || !entity || !sameName(entity, own);
  });
}

/** The entry is the person's own filing as an individual, which bears the person's name. */
function isOwnIndividualFiling(entry: Item): boolean {
  const [entity, name] = [textOf(entry, 'entity'), textOf(entry, 'name')];
  return entity !== null && name !== null && sameName(entity, name);
}

/** Whether the entity of `entry` has this entity's legal representative. */
function hasSameRepresentative(ctx: CheckContext, people: Item[], entry: Item): boolean {
  const ownId = personText(ctx, 'legal-representative', 'idNumber');
  const ownName = personText(ctx, 'legal-representative', 'name');
  return people.some((other) => {
    if (textOf(other, 'role') !== 'legal-representative') return false;
    if (textOf(other, 'entity') !== textOf(entry, 'entity')) return false;
    const [id, name] = [textOf(other, 'idNumber'), textOf(other, 'name')];
    return ownId && id ? sameId(ownId, id) : Boolean(ownName && name && sameName(ownName, name));
  });
}

const isPerson = (ctx: CheckContext, role: Role, entry: Item): boolean => {
  const [ownId, id] = [personText(ctx, role, 'idNumber'), textOf(entry, 'idNumber')];
  if (ownId && id) return sameId(ownId, id);
  const [ownName, name] = [personText(ctx, role, 'name'), textOf(entry, 'name')];
  return Boolean(ownName && name && sameName(ownName, name));
};

/** Of every other entity at most one entry: a person in two roles there is one conflict. */
function conflicts(people: Item[], field: string, value: string): Item[] {
  const found = people.filter((entry) => {
    const theirs = textOf(entry, factField(field));
    return theirs !== null && sameValue(field, theirs, value);
  });
  return found.filter((entry, i) => found.findIndex((x) => x['entity'] === entry['entity']) === i);
}

function sayUsedElsewhere(verdict: Verdict, role: Role, field: string, value: string, entry: Item): void {
  verdict.say(
    'group.used-by-other-entity',
    {
      role,
      field,
      value: field === 'id-number' ? masked(value) : value,
      entity: textOf(entry, 'entity') ?? '',
      name: textOf(entry, 'name') ?? '',
    },
    personKey(role, factField(field)),
  );
}

function personUniqueToEntity(params: CheckParams['personUniqueToEntity'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const people = othersPeople(ctx);
  if (!people) return verdict.unknown('ledger.people').result();
  const exceptions: string[] = params.exceptions ?? [];
  for (const role of distinctPersons(ctx, params.roles)) {
    for (const field of params.fields) {
      const path = personKey(role, factField(field));
      const value = text(ctx, path);
      if (value === undefined) verdict.unknown(path);
      if (!value) continue;
      for (const entry of conflicts(people, field, value)) {
        const isExcepted =
          (exceptions.includes('own-individual-filing') && isOwnIndividualFiling(entry)) ||
          (exceptions.includes('same-legal-representative') && hasSameRepresentative(ctx, people, entry));
        if (!isExcepted) sayUsedElsewhere(verdict, role, field, value, entry);
        else if (params.remarkIfException) {
          const remark = text(ctx, 'entity.remark');
          if (remark === undefined) verdict.unknown('entity.remark');
          else if (!/ICP备/.test(remark ?? ''))
            verdict.say(
              'group.other-number-not-in-remark',
              { entity: textOf(entry, 'entity') ?? '' },
              'entity.remark',
            );
        }
      }
    }
  }
  return verdict.result();
}

/** One ID number under two names: a slip in one of the dossiers. */
function sayOtherName(verdict: Verdict, role: Role, people: Item[]): void {
  const id = personText(verdict.ctx, role, 'idNumber');
  const name = personText(verdict.ctx, role, 'name');
  if (!id || !name) return;
  for (const entry of conflicts(people, 'id-number', id)) {
    const theirs = textOf(entry, 'name');
    if (theirs !== null && !sameName(theirs, name))
      verdict.say(
        'group.same-id-other-name',
        { name, entity: textOf(entry, 'entity') ?? '', theirs },
        personKey(role, 'name'),
        'warning',
      );
  }
}

/** An emergency number that somebody else gives as a phone of their own, in another entity. */
function sayOthersEmergency(verdict: Verdict, role: Role, people: Item[]): void {
  const { ctx } = verdict;
  const value = personText(ctx, role, 'emergencyPhone');
  if (!value) return;
  for (const field of ['mobile', 'emergencyPhone']) {
    const entry = conflicts(people, field, value).find(
      (other) => !isPerson(ctx, role, other) && !hasSameRepresentative(ctx, people, other),
    );
    if (!entry) continue;
    verdict.say(
      'group.emergency-of-other-entity',
      { role, value, entity: textOf(entry, 'entity') ?? '', name: textOf(entry, 'name') ?? '' },
      personKey(role, 'emergencyPhone'),
      'warning',
    );
    return;
  }
}

function sharedContactsForbidden(
  params: CheckParams['sharedContactsForbidden'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const people = othersPeople(ctx);
  if (!people) return verdict.unknown('ledger.people').result();
  for (const role of distinctPersons(ctx, BOTH)) {
    sayOtherName(verdict, role, people);
    sayOthersEmergency(verdict, role, people);
    for (const field of params.fields) {
      const path = personKey(role, field);
      const value = text(ctx, path);
      if (value === undefined) verdict.unknown(path);
      if (!value) continue;
      for (const entry of conflicts(people, field, value)) {
        const isAllowed =
          isPerson(ctx, role, entry) &&
          (isOwnIndividualFiling(entry) || hasSameRepresentative(ctx, people, entry));
        if (!isAllowed) sayUsedElsewhere(verdict, role, field, value, entry);
      }
      if (!params.sameLegalRepresentativeMustMatch) continue;
      for (const entry of people) {
        const theirs = textOf(entry, field);
        if (theirs === null || sameValue(field, theirs, value)) continue;
        if (!isPerson(ctx, role, entry) || !hasSameRepresentative(ctx, people, entry)) continue;
        if (textOf(entry, 'role') === 'legal-representative') continue;
        verdict.say(
          'group.same-person-other-contact',
          { field, value, entity: textOf(entry, 'entity') ?? '', theirs },
          path,
        );
      }
    }
  }
  return verdict.result();
}

export const groupEvaluators: Evaluators<'personUniqueToEntity' | 'sharedContactsForbidden'> = {
  personUniqueToEntity,
  sharedContactsForbidden,
};
