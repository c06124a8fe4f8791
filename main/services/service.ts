import { randomUUID } from 'node:crypto';
import type { Dossier, DossierView, Output, Parsed, Service } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { requireServiceLists } from '../dossiers/closed-lists.ts';
import { emptyService } from '../dossiers/empty.ts';
import { applyPatch, describePatch } from '../dossiers/patch.ts';
import { viewDossier } from '../dossiers/view.ts';
import { AppError } from '../errors.ts';

export async function createService(
  context: Context,
  { dossierId, type }: Parsed<'services.create'>,
): Promise<Output<'services.create'>> {
  const { workspace } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  const service = emptyService(randomUUID(), type);
  // Most entities have one person for all their services, and write Chinese.
  service.owner = structuredClone(dossier.services.at(-1)?.owner ?? null);
  service.languages = ['zh-hans'];
  await workspace.editDossier(dossierId, { action: 'services.create', params: { type } }, (draft) => {
    draft.services.push(service);
  });
  return { serviceId: service.id, view: await viewDossier(context, dossierId) };
}

/** @throws AppError `services.not-found` */
export async function updateService(
  context: Context,
  { dossierId, serviceId, patch }: Parsed<'services.update'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const before = findService(workspace.dossier(dossierId), serviceId);
  requireServiceLists(context.book, patch);
  if (patch.owner) requirePerson(context, patch.owner.personId);
  const params = { ...describePatch('service.', before, patch), serviceId, name: before.name };
  await workspace.editDossier(dossierId, { action: 'services.update', params }, (draft) => {
    const service = findService(draft, serviceId);
    applyPatch(service, patch);
    if (patch.domain?.name !== undefined) followDomain(service, before);
  });
  return viewDossier(context, dossierId);
}

/** @throws AppError `services.in-use` while a filing names it */
export async function removeService(
  context: Context,
  { dossierId, serviceId }: Parsed<'services.remove'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  const { name } = findService(dossier, serviceId);
  const filings = dossier.filings.filter((filing) => filing.serviceIds.includes(serviceId)).length;
  if (filings > 0) throw new AppError('services.in-use', { filings });
  await workspace.editDossier(dossierId, { action: 'services.remove', params: { name } }, (draft) => {
    draft.services = draft.services.filter((service) => service.id !== serviceId);
    for (const attachment of draft.attachments)
      if (attachment.serviceId === serviceId) attachment.serviceId = null;
  });
  return viewDossier(context, dossierId);
}

function findService(dossier: Dossier, serviceId: string): Service {
  const service = dossier.services.find((candidate) => candidate.id === serviceId);
  if (!service) throw new AppError('services.not-found', { serviceId });
  return service;
}

/** The home address follows the domain as long as nobody has written another one. */
function followDomain(service: Service, before: Service): void {
  const proposed = (domain: string | null) => (domain ? `www.${domain}` : null);
  if (service.homeUrl === null || service.homeUrl === proposed(before.domain.name))
    service.homeUrl = proposed(service.domain.name);
}

/** @throws AppError `people.not-found` */
export function requirePerson(context: Context, personId: string): void {
  if (!openSession(context).workspace.person(personId)) throw new AppError('people.not-found', { personId });
}
