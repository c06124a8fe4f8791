import { randomUUID } from 'node:crypto';
import type {
  Dossier,
  DossierView,
  EntityFields,
  HistoryEntry,
  Parsed,
} from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { creditCodeFacts } from '../identifiers/credit-code.ts';
import { requirePerson } from '../services/service.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { requireEntityLists } from './closed-lists.ts';
import { emptyDossier } from './empty.ts';
import { applyPatch, describePatch } from './patch.ts';
import { viewDossier } from './view.ts';

/** @throws AppError `dossiers.duplicate-code`, `input.invalid` when neither name nor code is given */
export async function createDossier(
  context: Context,
  { name, creditCode }: Parsed<'dossiers.create'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const code = creditCode?.trim().toUpperCase() || null;
  const trimmedName = name?.trim() || null;
  if (!code && !trimmedName) throw new AppError('input.invalid', { field: 'name', rule: 'required' });
  if (code) refuseDuplicate(workspace, code, null);
  const dossier = emptyDossier(randomUUID(), context.ports.clock.now());
  dossier.entity.name = trimmedName;
  dossier.entity.certificate.number = code;
  followCreditCode(context, dossier.entity);
  await workspace.addDossier(dossier, { action: 'dossiers.create', params: { name: trimmedName ?? code } });
  return viewDossier(context, dossier.id);
}

export async function getDossier(
  context: Context,
  { dossierId }: Parsed<'dossiers.get'>,
): Promise<DossierView> {
  return viewDossier(context, dossierId);
}

export async function updateDossier(
  context: Context,
  { dossierId, patch }: Parsed<'dossiers.update'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const before = workspace.dossier(dossierId).entity;
  requireEntityLists(context.book, patch);
  const number = patch.certificate?.number;
  if (number) refuseDuplicate(workspace, number.trim().toUpperCase(), dossierId);
  const params = describePatch('entity.', before, patch);
  await workspace.editDossier(dossierId, { action: 'dossiers.update', params }, ({ entity }) => {
    applyPatch(entity, patch);
    if (number !== undefined) followCreditCode(context, entity);
    if (patch.nature !== undefined && patch.group === undefined) followNature(context, entity);
    if (patch.certificate?.region !== undefined) entity.region ??= entity.certificate.region;
  });
  return viewDossier(context, dossierId);
}

export async function removeDossier(
  context: Context,
  { dossierId }: Parsed<'dossiers.remove'>,
): Promise<null> {
  const { workspace } = openSession(context);
  const { name } = workspace.dossier(dossierId).entity;
  await workspace.removeDossier(dossierId, { action: 'dossiers.remove', params: { name } });
  return null;
}

export async function assignRole(
  context: Context,
  { dossierId, role, assignment }: Parsed<'dossiers.assignRole'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  if (assignment) requirePerson(context, assignment.personId);
  const action = { action: 'dossiers.assignRole', params: { role } };
  await workspace.editDossier(dossierId, action, (draft: Dossier) => {
    if (role === 'principal') draft.principal = assignment;
    else draft.legalRepresentative = assignment;
  });
  return viewDossier(context, dossierId);
}

export function dossierHistory(
  context: Context,
  { dossierId }: Parsed<'dossiers.history'>,
): Promise<HistoryEntry[]> {
  return openSession(context).workspace.history(dossierId).read();
}

/** One entity has one dossier: its code is its name in the authorities' eyes. */
function refuseDuplicate(workspace: Workspace, creditCode: string, exceptId: string | null): void {
  const other = workspace.dossiers.find(
    ({ id, entity }) => id !== exceptId && entity.certificate.number?.toUpperCase() === creditCode,
  );
  if (other)
    throw new AppError('dossiers.duplicate-code', { creditCode, name: other.entity.name ?? creditCode });
}

/** What a valid credit code says is filled in where nothing is yet: region, nature, kind of certificate. */
function followCreditCode({ book }: Context, entity: EntityFields): void {
  const code = entity.certificate.number ? creditCodeFacts(entity.certificate.number) : null;
  if (!code) return;
  entity.certificate.region ??= code.region;
  entity.region ??= code.region;
  entity.group ??= code.group;
  entity.nature ??= code.nature;
  const types = book.enumerations.certificateTypes.filter((type) => type.nature === entity.nature);
  if (code.nature === 'enterprise') entity.certificate.type ??= 'business-licence';
  else if (types.length === 1) entity.certificate.type ??= types[0]!.id;
}

function followNature({ book }: Context, entity: EntityFields): void {
  const nature = book.enumerations.entityNatures.find(({ id }) => id === entity.nature);
  if (nature) entity.group = nature.entityGroup;
}
