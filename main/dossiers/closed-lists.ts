import type { RuleBook } from '../rules/book.ts';
import { requireKnown } from '../rules/codes.ts';

type Lists = Record<string, (book: RuleBook) => { id: string }[]>;

/** Fields whose values are ids of a closed list, by their place in the record; `[]` is each item of a list. */
const entityLists: Lists = {
  nature: ({ enumerations }) => enumerations.entityNatures,
  group: ({ enumerations }) => enumerations.entityGroups,
  'certificate.type': ({ enumerations }) => enumerations.certificateTypes,
};

const personLists: Lists = {
  idType: ({ enumerations }) => enumerations.personIdTypes,
  origin: ({ enumerations }) => enumerations.personOrigins,
};

const serviceLists: Lists = {
  'contentTypes[]': ({ enumerations }) => enumerations.serviceContents,
  'languages[]': ({ enumerations }) => enumerations.languages,
  'preApprovals[].type': ({ enumerations }) => enumerations.preApprovalItems,
  'accesses[].provider': ({ providers }) => [...providers.values()],
  'accesses[].method[]': ({ enumerations }) => enumerations.accessMethods,
  'accesses[].serverLocations[]': ({ enumerations }) => enumerations.serverLocations,
};

/** Refuses values that no list of the authorities has. @throws AppError `input.unknown-value` naming the field */
export const requireEntityLists = (book: RuleBook, patch: object) => requireLists(book, patch, entityLists);
export const requirePersonLists = (book: RuleBook, patch: object) => requireLists(book, patch, personLists);
export const requireServiceLists = (book: RuleBook, patch: object) => requireLists(book, patch, serviceLists);

function requireLists(book: RuleBook, record: object, lists: Lists): void {
  for (const [path, list] of Object.entries(lists))
    for (const value of valuesAt(record, path.split('.')))
      if (typeof value === 'string')
        requireKnown(
          path,
          value,
          list(book).map(({ id }) => id),
        );
}

function valuesAt(record: unknown, [key, ...rest]: string[]): unknown[] {
  if (key === undefined) return [record];
  if (typeof record !== 'object' || record === null) return [];
  const isList = key.endsWith('[]');
  const value = (record as Record<string, unknown>)[isList ? key.slice(0, -2) : key];
  if (!isList) return valuesAt(value, rest);
  return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
}
