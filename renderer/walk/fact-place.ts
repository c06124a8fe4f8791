import type { Dossier, Filing } from '../../preload/contract/index.ts';
import type { Route } from '../router.svelte.ts';

/** Where in the window a fact is filled in, e.g. `principal.mobile` or `documents.<attachmentId>`. */
export function placeOfFact(fact: string, dossier: Dossier, filing: Filing | null): Route {
  const dossierId = dossier.id;
  const [root, inside] = fact.split('.');
  const serviceId = filing?.serviceIds[0] ?? null;
  switch (root) {
    case 'entity':
      return { screen: 'dossier', dossierId, section: 'details', part: fact };
    case 'principal':
    case 'legalRepresentative':
      return { screen: 'dossier', dossierId, section: 'people', part: root };
    case 'serviceOwner':
    case 'service':
    case 'domain':
    case 'app':
    case 'access':
      return { screen: 'dossier', dossierId, section: 'services', part: serviceId };
    case 'documents':
      return { screen: 'dossier', dossierId, section: 'documents', part: inside ?? null };
    case 'filing':
      return { screen: 'dossier', dossierId, section: 'filings', part: null };
    default:
      return { screen: 'dossier', dossierId, section: 'overview', part: null };
  }
}
