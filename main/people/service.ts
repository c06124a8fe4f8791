import { randomUUID } from 'node:crypto';
import type { Parsed, Person, PersonView } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { requirePersonLists } from '../dossiers/closed-lists.ts';
import { emptyPerson } from '../dossiers/empty.ts';
import { applyPatch, describePatch } from '../dossiers/patch.ts';
import { AppError } from '../errors.ts';
import { residentIdFacts } from '../identifiers/resident-id.ts';
import { personProblems } from '../identifiers/validate.ts';
import { rolesOf } from './roles.ts';

export async function listPeople(context: Context): Promise<PersonView[]> {
  const { workspace } = openSession(context);
  return workspace.people
    .map((person) => viewPerson(context, person))
    .sort((a, b) => (a.person.name ?? '').localeCompare(b.person.name ?? '', 'zh-CN'));
}

export async function createPerson(
  context: Context,
  { fields }: Parsed<'people.create'>,
): Promise<PersonView> {
  const { workspace } = openSession(context);
  requirePersonLists(context.book, fields);
  const person = emptyPerson(randomUUID());
  applyPatch(person, fields);
  deriveFromIdNumber(person, context.ports.clock.today());
  await workspace.addPerson(person, { action: 'people.create', params: { name: person.name } });
  return viewPerson(context, person);
}

/** @throws AppError `people.not-found` */
export async function updatePerson(
  context: Context,
  { personId, patch }: Parsed<'people.update'>,
): Promise<PersonView> {
  const { workspace } = openSession(context);
  requirePersonLists(context.book, patch);
  const before = workspace.person(personId);
  if (!before) throw new AppError('people.not-found', { personId });
  const params = { ...describePatch('person.', before, patch), name: before.name };
  const person = await workspace.editPerson(personId, { action: 'people.update', params }, (draft) => {
    applyPatch(draft, patch);
    if (patch.idNumber !== undefined || patch.idType !== undefined)
      deriveFromIdNumber(draft, context.ports.clock.today());
  });
  return viewPerson(context, person);
}

/** @throws AppError `people.in-use` while the person holds a role */
export async function removePerson(context: Context, { personId }: Parsed<'people.remove'>): Promise<null> {
  const { workspace } = openSession(context);
  const roles = rolesOf(workspace, personId).length;
  if (roles > 0) throw new AppError('people.in-use', { roles });
  const name = workspace.person(personId)?.name ?? null;
  await workspace.removePerson(personId, { action: 'people.remove', params: { name } });
  return null;
}

function viewPerson({ ports, session }: Context, person: Person): PersonView {
  return {
    person,
    roles: session ? rolesOf(session.workspace, person.id) : [],
    problems: personProblems(person, ports.clock.today()),
  };
}

/** A valid resident ID number says region, birth date, sex and origin: nobody types them again. */
function deriveFromIdNumber(person: Person, today: string): void {
  if (person.idType !== null && person.idType !== 'resident-id-card') return;
  const read = person.idNumber ? residentIdFacts(person.idNumber, today) : null;
  if (!read) return;
  person.idType = 'resident-id-card';
  person.origin = 'mainland';
  person.idRegion = read.region;
  person.birthDate = read.birthDate;
  person.gender = read.gender;
}
