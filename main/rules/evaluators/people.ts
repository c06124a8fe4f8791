import { text, type Maybe } from './facts.ts';
import type { Origin, Role } from './params.ts';
import type { CheckContext } from './types.ts';

/** Prefix of the fact keys of a role. */
const prefixes: Record<Role, string> = {
  principal: 'principal',
  'service-owner': 'serviceOwner',
  'legal-representative': 'legalRepresentative',
};
export const personKey = (role: Role, field: string): string => `${prefixes[role]}.${field}`;

export const personText = (ctx: CheckContext, role: Role, field: string): Maybe<string> =>
  text(ctx, personKey(role, field));

/** ID numbers are compared without regard to blanks and case; the check digit may be typed as `x`. */
export const sameId = (a: string, b: string): boolean => plainId(a) === plainId(b);
const plainId = (id: string): string => id.replace(/\s/g, '').toUpperCase();
export const sameName = (a: string, b: string): boolean =>
  a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase();

/** An individual is the service owner too and rarely enters themselves twice. */
export const isOwnerUnsaid = (ctx: CheckContext): boolean =>
  ctx.entityGroup === 'individual' &&
  !personText(ctx, 'service-owner', 'idNumber') &&
  !personText(ctx, 'service-owner', 'name');

/** Whether two roles are filled by one person: by ID number, else by name; `undefined` when neither is known. */
export function isSamePerson(ctx: CheckContext, a: Role, b: Role): boolean | undefined {
  if (a === b) return true;
  const ids = [personText(ctx, a, 'idNumber'), personText(ctx, b, 'idNumber')];
  if (ids[0] && ids[1]) return sameId(ids[0], ids[1]);
  const names = [personText(ctx, a, 'name'), personText(ctx, b, 'name')];
  if (names[0] && names[1]) return sameName(names[0], names[1]);
  const isOwnerAndPrincipal = [a, b].includes('principal') && [a, b].includes('service-owner');
  return isOwnerAndPrincipal && isOwnerUnsaid(ctx) ? true : undefined;
}

/** Keys that would tell whether two roles are one person. */
export const identityKeys = (ctx: CheckContext, ...roles: Role[]): string[] =>
  roles.map((role) => personKey(role, 'idNumber')).filter((key) => !text(ctx, key));

/** The roles that are filled, each person once; a role of which nothing is known stays in. */
export function distinctPersons(ctx: CheckContext, roles: Role[]): Role[] {
  return roles.filter(
    (role, i) => !roles.slice(0, i).some((earlier) => isSamePerson(ctx, earlier, role) === true),
  );
}

const originOfIdType: Record<string, Origin> = {
  'resident-id-card': 'mainland',
  'temporary-id-card': 'mainland',
  'taiwan-travel-permit': 'taiwan',
  'taiwan-residence-permit': 'taiwan',
  'foreign-permanent-resident-id': 'foreign',
};

/** The origin as stated, else as the ID type proves it. */
export function originOf(ctx: CheckContext, role: Role): Origin | undefined {
  const stated = personText(ctx, role, 'origin');
  if (stated) return stated as Origin;
  return originOfIdType[personText(ctx, role, 'idType') ?? ''];
}

/** ID types whose number follows GB 11643: region, birth date, sequence, check digit. */
const GB_11643 = ['resident-id-card', 'hk-macao-residence-permit', 'taiwan-residence-permit'];
const hasGbNumber = (ctx: CheckContext, role: Role): boolean =>
  GB_11643.includes(personText(ctx, role, 'idType') ?? '') &&
  /^\d{17}[\dXx]$/.test(personText(ctx, role, 'idNumber') ?? '');

export function birthDateOf(ctx: CheckContext, role: Role): string | undefined {
  const stated = personText(ctx, role, 'birthDate');
  if (stated) return stated;
  if (!hasGbNumber(ctx, role)) return undefined;
  const id = personText(ctx, role, 'idNumber')!;
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

export function genderOf(ctx: CheckContext, role: Role): 'male' | 'female' | undefined {
  const stated = personText(ctx, role, 'gender');
  if (stated) return /^(男|m)/i.test(stated) ? 'male' : /^(女|f)/i.test(stated) ? 'female' : undefined;
  if (!hasGbNumber(ctx, role)) return undefined;
  return Number(personText(ctx, role, 'idNumber')![16]) % 2 === 1 ? 'male' : 'female';
}

/** Region of the ID card: as stated, else the first six digits of a resident's number. */
export function idRegionOf(ctx: CheckContext, role: Role): string | undefined {
  const stated = personText(ctx, role, 'idRegion');
  if (stated) return stated;
  const isResident = personText(ctx, role, 'idType') === 'resident-id-card';
  return isResident && hasGbNumber(ctx, role) ? personText(ctx, role, 'idNumber')!.slice(0, 6) : undefined;
}

/** All but the first three and last four characters are hidden: findings may be shown to others. */
export const masked = (value: string): string =>
  value.length > 8 ? `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}` : value;
