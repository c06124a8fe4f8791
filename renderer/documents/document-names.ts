import type { Attachment, Catalogue, DocumentOwner } from '../../preload/contract/index.ts';
import type { Option } from '../components/field.ts';
import { t } from '../messages/index.svelte.ts';
import { nameIn } from '../messages/names.ts';

/** What the file is, in words. */
export function materialName(catalogue: Catalogue | null, material: string | null): string {
  return material === null ? t.documents.unknownMaterial : nameIn(catalogue?.materials, material);
}

/** What a file can be: everything that exists as paper or picture, the likely ones of its kind together. */
export function materialOptions(catalogue: Catalogue | null): Option[] {
  return (catalogue?.materials ?? [])
    .filter((material) => material.origin === 'uploaded-scan' || material.origin === 'printed-by-app')
    .map((material) => ({
      value: material.id,
      label: nameIn([material], material.id),
      keywords: t.documents.materialKinds[material.kind] ?? '',
    }));
}

const owners: readonly DocumentOwner[] = [
  'entity',
  'principal',
  'service-owner',
  'legal-representative',
  'domain',
  'service',
];

export function ownerOptions(): Option[] {
  return owners.map((owner) => ({ value: owner, label: t.documents.owners[owner] }));
}

/** As much of a service as naming it takes. */
export interface NamedService {
  id: string;
  name: string | null;
  domain?: { name: string | null };
}

export function serviceName(of: { services: readonly NamedService[] }, serviceId: string): string {
  const service = of.services.find((candidate) => candidate.id === serviceId);
  return service?.name ?? service?.domain?.name ?? t.common.unnamedService;
}

/** Whose file it is and for which service, as far as that is known. */
export function belongsTo(of: { services: readonly NamedService[] }, attachment: Attachment): string {
  return [
    attachment.owner && t.documents.owners[attachment.owner],
    attachment.serviceId && serviceName(of, attachment.serviceId),
  ]
    .filter(Boolean)
    .join(' · ');
}
