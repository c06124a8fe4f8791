import { serviceName, type NamedService } from '../documents/document-names.ts';
import type { Catalogue, DocumentOwner, Filing, WalkItem } from '../../preload/contract/index.ts';
import { say, t } from '../messages/index.svelte.ts';
import { nameIn } from '../messages/names.ts';

/** Whose document an item asks for; empty when it is about no one in particular. */
export function ownerName(item: WalkItem): string {
  return item.owner ? (t.walk.owners[item.owner] ?? item.owner) : '';
}

/** The service an item is about, said only where a filing has several. */
export function itemService(
  of: { services: readonly NamedService[] },
  filing: Filing | null,
  { serviceId }: WalkItem,
): string {
  return serviceId && (filing?.serviceIds.length ?? 0) > 1 ? serviceName(of, serviceId) : '';
}

/** The item in one line: the document and whose it is, or the demand itself. */
export function itemTitle(catalogue: Catalogue | null, item: WalkItem): string {
  const [material] = item.materials;
  if (material === undefined) return say(item.requirement);
  const owner = ownerName(item);
  return nameIn(catalogue?.materials, material) + (owner && t.walk.forOwner(owner));
}

const documentOwners: readonly DocumentOwner[] = [
  'entity',
  'principal',
  'service-owner',
  'legal-representative',
  'domain',
  'service',
];

/** The owner as documents know it. */
export function documentOwner(item: WalkItem): DocumentOwner | null {
  return documentOwners.find((known) => known === item.owner) ?? null;
}
