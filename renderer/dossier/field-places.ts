import type { Catalogue, Dossier, Person } from '../../preload/contract/index.ts';
import { splitLabel } from '../forms/form.ts';
import { factName } from '../messages/actions.ts';
import { t } from '../messages/index.svelte.ts';
import type { DossierSection } from '../router.svelte.ts';
import { readPath } from './record-paths.ts';

/** Where a field of the dossier is edited, and what it is called there. */
export interface FieldPlace {
  section: DossierSection;
  part: string | null;
  label: string;
}

export function placeOf(
  path: string,
  dossier: Dossier,
  people: readonly Person[],
  catalogue: Catalogue | null,
): FieldPlace {
  const at = readPath(path);
  if (at.kind === 'entity') return { section: 'details', part: null, label: entityLabel(path, catalogue) };
  if (at.kind === 'person') {
    const name = people.find(({ id }) => id === at.id)?.name ?? t.common.unnamedPerson;
    return { section: 'people', part: null, label: `${name} · ${personLabel(at.rest[0] ?? '')}` };
  }
  if (at.kind === 'service') {
    const name = dossier.services.find(({ id }) => id === at.id)?.name ?? t.common.unnamedService;
    return { section: 'services', part: at.id, label: `${name} · ${serviceLabel(at.rest, catalogue)}` };
  }
  return { section: 'people', part: null, label: t.dossier.position };
}

export function entityLabel(path: string, catalogue: Catalogue | null): string {
  return splitLabel(factName(catalogue, path) ?? path).label;
}

export function personLabel(field: string): string {
  const names: Record<string, string> = t.people.fields;
  return names[field] ?? field;
}

/** Facts of services lie under `service.`, `domain.`, `app.` and `access.`. */
export function serviceLabel(rest: readonly string[], catalogue: Catalogue | null): string {
  const [first = '', second = ''] = rest;
  const last = rest.at(-1) ?? '';
  const own: Record<string, string> = {
    from: t.dossier.ipFrom,
    to: t.dossier.ipTo,
    packageName: t.dossier.packageName,
    fingerprint: t.dossier.fingerprint,
    publicKey: t.dossier.publicKey,
  };
  const key =
    first === 'domain' || first === 'app'
      ? `${first}.${second}`
      : first === 'accesses'
        ? `access.${rest[2] ?? 'provider'}`
        : `service.${first}`;
  return own[last] ?? splitLabel(factName(catalogue, key) ?? last).label;
}
