import { join } from 'node:path';
import * as v from 'valibot';
import { Dossier, Id, Instant, Person, Settings } from '../../preload/contract/index.ts';
import type { StoreFile } from '../store/store.ts';

/** `workspace.json`: what belongs to the group as a whole. Dossiers and people are files of their own. */
export const WorkspaceHead = v.strictObject({
  schemaVersion: v.literal(1),
  id: Id,
  name: v.string(),
  createdAt: Instant,
  settings: Settings,
});
export type WorkspaceHead = v.InferOutput<typeof WorkspaceHead>;

export const PersonRecord = v.strictObject({ schemaVersion: v.literal(1), person: Person });
export type PersonRecord = v.InferOutput<typeof PersonRecord>;

/** The first schema has nothing older to come from. */
const migrations = { current: 1, steps: {} };

export const headFile: StoreFile<WorkspaceHead> = {
  name: 'workspace.json',
  schema: WorkspaceHead,
  migrations,
};

export const dossierFile = (id: string): StoreFile<Dossier> => ({
  name: `dossiers/${id}/dossier.json`,
  schema: Dossier,
  migrations,
});

export const personFile = (id: string): StoreFile<PersonRecord> => ({
  name: `people/${id}.json`,
  schema: PersonRecord,
  migrations,
});

/** Where everything lies in a workspace folder. */
export function layout(folder: string) {
  const dossiers = join(folder, 'dossiers');
  const people = join(folder, 'people');
  const cache = join(folder, 'cache');
  const trash = join(folder, 'trash');
  const rules = join(folder, 'rules');
  return {
    folder,
    head: join(folder, 'workspace.json'),
    dossiers,
    people,
    trash,
    rules,
    rulePacks: join(rules, 'packs.json'),
    rulePack: (sha256: string) => join(rules, `${sha256}.json`),
    /** May be deleted at any time. */
    cache,
    inbox: join(cache, 'inbox'),
    previews: join(cache, 'previews'),
    repairs: join(cache, 'repairs'),
    downloads: join(cache, 'downloads'),
    inspections: (id: string) => join(cache, 'inspections', `${id}.json`),
    dossier: (id: string) => join(dossiers, id, 'dossier.json'),
    history: (id: string) => join(dossiers, id, 'history.jsonl'),
    attachments: (id: string) => join(dossiers, id, 'attachments'),
    attachment: (id: string, sha256: string) => join(dossiers, id, 'attachments', sha256),
    person: (id: string) => join(people, `${id}.json`),
    trashedDossier: (id: string) => join(trash, `dossier-${id}`),
    trashedPerson: (id: string) => join(trash, `person-${id}.json`),
  };
}

export type Layout = ReturnType<typeof layout>;
