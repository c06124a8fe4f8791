import type { Attachment, DocumentOwner, Dossier, Filing, Service } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';

/** Whose document a material is when nobody says otherwise. */
export function ownerOfMaterial(book: RuleBook, material: string): DocumentOwner {
  const known = book.materials.get(material);
  if (material === 'id-legal-representative') return 'legal-representative';
  if (material === 'form-poa-owner') return 'service-owner';
  if (known?.providedBy === 'service-owner' || known?.kind === 'photo') return 'service-owner';
  if (known?.kind === 'person-document') return 'principal';
  if (known?.kind === 'domain') return 'domain';
  if (known?.kind === 'app' || known?.kind === 'pre-approval') return 'service';
  return 'entity';
}

/** Whether each service needs this document of its own. */
export function isOfService(book: RuleBook, material: string, owner: string | null): boolean {
  return ['service-owner', 'domain', 'service'].includes(owner ?? ownerOfMaterial(book, material));
}

/** Who fills a role, as a service sees it; `null`: nobody yet, or it is not a person's role. */
export function personIn(dossier: Dossier, service: Service | null, role: string): string | null {
  if (role === 'legal-representative') return dossier.legalRepresentative?.personId ?? null;
  if (role === 'principal') return dossier.principal?.personId ?? null;
  return role === 'service-owner' ? (service?.owner?.personId ?? null) : null;
}

/**
 * As whose document one service of a filing sees a file of the dossier; `null`: it is none of its business.
 *
 * A file of another service of the filing counts when it is the entity's, or of a person who has a role here too. A
 * service owner's file that belongs to no service counts as long as it can only be that one owner's.
 */
export function ownerSeenBy(
  dossier: Dossier,
  filing: Filing,
  { owner, serviceId }: Pick<Attachment, 'owner' | 'serviceId'>,
  service: Service | null,
): DocumentOwner | null {
  if (serviceId !== null && serviceId === service?.id) return owner ?? 'entity';
  if (serviceId === null) {
    if (owner !== 'service-owner') return owner ?? 'entity';
    return ownersIn(dossier, filing).size > 1 ? null : owner;
  }
  if (service === null || !filing.serviceIds.includes(serviceId)) return null;
  if (owner === 'entity' || owner === 'principal' || owner === 'legal-representative') return owner;
  if (owner !== 'service-owner') return null;
  const other = dossier.services.find(({ id }) => id === serviceId) ?? null;
  const person = personIn(dossier, other, owner);
  const roles = ['service-owner', 'principal', 'legal-representative'] as const;
  return roles.find((role) => person !== null && personIn(dossier, service, role) === person) ?? null;
}

function ownersIn({ services }: Dossier, { serviceIds }: Filing): Set<string | null> {
  const own = services.filter(({ id }) => serviceIds.includes(id));
  return new Set(own.map(({ owner }) => owner?.personId ?? null));
}
