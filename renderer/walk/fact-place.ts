import { focusField } from '../forms/form.ts';
import type { Dossier, Filing } from '../../preload/contract/index.ts';
import type { Route } from '../router.svelte.ts';

/** Where in the window a fact is filled in. `field`: path of the form field, `null` when it is no single one. */
export interface FactPlace {
  route: Route;
  field: string | null;
}

/** Whether a fact is filled in somewhere; what a ledger or record holds is not. */
export const hasFields = (fact: string): boolean =>
  /^(entity|service|principal|serviceOwner|domain)\./.test(fact);

/** @param fact key of a fact, e.g. `principal.mobile`, or `documents.<attachmentId>` */
export function placeOfFact(
  fact: string,
  dossier: Dossier,
  filing: Filing | null,
  serviceId: string | null = null,
): FactPlace {
  const dossierId = dossier.id;
  const [root = '', ...rest] = fact.split('.');
  const inside = rest.join('.');
  const service =
    dossier.services.find(({ id }) => id === serviceId) ??
    dossier.services.find(({ id }) => filing?.serviceIds.includes(id)) ??
    null;
  const inServices = (path: string): FactPlace => ({
    route: { screen: 'dossier', dossierId, section: 'services', part: service?.id ?? null },
    field: service ? `services.${service.id}.${path}` : null,
  });
  const ofPerson = (role: { personId: string } | null, position: string): FactPlace => ({
    route: { screen: 'dossier', dossierId, section: 'people', part: null },
    field: !role ? null : inside === 'position' ? position : `people.${role.personId}.${inside}`,
  });
  switch (root) {
    case 'entity':
      return { route: { screen: 'dossier', dossierId, section: 'details', part: null }, field: fact };
    case 'principal':
      return ofPerson(dossier.principal, 'roles.principal.position');
    case 'legalRepresentative':
      return ofPerson(dossier.legalRepresentative, 'roles.legal-representative.position');
    case 'serviceOwner':
      return service?.owner
        ? ofPerson(service.owner, `services.${service.id}.owner.position`)
        : inServices('owner');
    case 'service':
      return inServices(inside);
    case 'domain':
    case 'app':
      return inServices(fact);
    case 'access':
      return inServices(`accesses.0.${inside}`);
    case 'documents':
      return {
        route: {
          screen: 'dossier',
          dossierId,
          section: 'documents',
          part: ofAnyDocument.has(inside) ? null : inside || null,
        },
        field: null,
      };
    case 'order':
    case 'filing':
      return { route: { screen: 'dossier', dossierId, section: 'filings', part: null }, field: null };
    default:
      return { route: { screen: 'dossier', dossierId, section: 'overview', part: null }, field: null };
  }
}

/** Facts about documents that name none. */
const ofAnyDocument = new Set(['issuedOn', 'validTo', 'copies', 'image']);

/** Puts the cursor into a field that another screen is about to show; gives up when it does not appear. */
export function focusFieldSoon(path: string): void {
  const until = performance.now() + 2000;
  const look = () => {
    if (document.querySelector(`[data-field="${CSS.escape(path)}"]`)) focusField(path);
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
