import type { Dossier, Person } from '../../preload/contract/index.ts';

/** The record a path of a dossier leads into, and the rest of the path inside it. */
export type RecordPath =
  | { kind: 'entity'; rest: string[] }
  | { kind: 'service'; id: string; rest: string[] }
  | { kind: 'person'; id: string; rest: string[] }
  | { kind: 'position'; role: 'legal-representative' | 'principal' };

/** `entity.certificate.number`, `services.<id>.domain.name`, `people.<id>.mobile`, `roles.principal.position`. */
export function readPath(path: string): RecordPath {
  const [root, ...rest] = path.split('.');
  if (root === 'entity') return { kind: 'entity', rest };
  const [id = '', ...inside] = rest;
  if (root === 'services') return { kind: 'service', id, rest: inside };
  if (root === 'people') return { kind: 'person', id, rest: inside };
  if (root === 'roles' && (id === 'legal-representative' || id === 'principal'))
    return { kind: 'position', role: id };
  throw new Error(`no record at ${path}`);
}

/** The saved value at a path; `undefined` when its record is gone. */
export function valueAt(dossier: Dossier, people: readonly Person[], path: string): unknown {
  const at = readPath(path);
  if (at.kind === 'position') return roleOf(dossier, at.role)?.position ?? null;
  const record: unknown =
    at.kind === 'entity'
      ? dossier.entity
      : at.kind === 'service'
        ? dossier.services.find((service) => service.id === at.id)
        : people.find((person) => person.id === at.id);
  return at.rest.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    record,
  );
}

export function roleOf(dossier: Dossier, role: 'legal-representative' | 'principal') {
  return role === 'principal' ? dossier.principal : dossier.legalRepresentative;
}

/** `['certificate', 'number']` and a value as the patch `{ certificate: { number: value } }`. */
export function patchOf(rest: readonly string[], value: unknown): Record<string, unknown> {
  const [key = '', ...deeper] = rest;
  return { [key]: deeper.length > 0 ? patchOf(deeper, value) : value };
}
