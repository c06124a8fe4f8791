import type { Dossier, Person, PersonView } from '../../preload/contract/index.ts';
import type { Workspace } from '../workspaces/workspace.ts';

export interface RoleHolder {
  role: PersonView['roles'][number]['role'];
  personId: string;
  /** Only of a service owner. */
  serviceName: string | null;
}

/** Everybody who holds a role in a dossier; a person once for each role. */
export function roleHolders(dossier: Dossier): RoleHolder[] {
  const { legalRepresentative, principal, services } = dossier;
  return [
    ...(legalRepresentative
      ? [
          {
            role: 'legal-representative' as const,
            personId: legalRepresentative.personId,
            serviceName: null,
          },
        ]
      : []),
    ...(principal ? [{ role: 'principal' as const, personId: principal.personId, serviceName: null }] : []),
    ...services.flatMap(({ owner, name }) =>
      owner ? [{ role: 'service-owner' as const, personId: owner.personId, serviceName: name }] : [],
    ),
  ];
}

/** The people of a dossier, each once. */
export function peopleOf(workspace: Workspace, dossier: Dossier): Person[] {
  const ids = new Set(roleHolders(dossier).map(({ personId }) => personId));
  return [...ids].flatMap((id) => workspace.person(id) ?? []);
}

/** Every role the person holds, over all dossiers. */
export function rolesOf(workspace: Workspace, personId: string): PersonView['roles'] {
  return workspace.dossiers.flatMap((dossier) =>
    roleHolders(dossier)
      .filter((holder) => holder.personId === personId)
      .map(({ role, serviceName }) => ({
        dossierId: dossier.id,
        entityName: dossier.entity.name,
        region: dossier.entity.region,
        role,
        serviceName,
      })),
  );
}
