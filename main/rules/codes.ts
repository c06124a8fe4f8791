import { AppError } from '../errors.ts';
import type { RuleBook } from './book.ts';

/** The province of a six-digit code: `310115` -> `310000`. */
export function provinceOf(regionCode: string): string {
  return `${regionCode.slice(0, 2)}0000`;
}

/** @throws AppError `input.unknown-value` listing the known codes */
export function requireKnown(field: string, value: string, known: Iterable<string>): string {
  const list = [...known];
  if (!list.includes(value)) throw new AppError('input.unknown-value', { field, value, known: list });
  return value;
}

/** Ids of the entity groups and of the natures. */
export const entityCodes = (book: RuleBook): string[] => {
  const { entityGroups, entityNatures } = book.enumerations;
  return [...new Set([...entityGroups, ...entityNatures].map((x) => x.id))];
};

/**
 * The id of an entity group; the id of a nature is mapped to its group.
 *
 * @throws AppError `input.unknown-value`
 */
export function entityGroupOf(book: RuleBook, field: string, id: string): string {
  const { entityGroups, entityNatures } = book.enumerations;
  const groups = entityGroups.map((group) => group.id);
  const nature = entityNatures.find((x) => x.id === id);
  if (nature && !groups.includes(id)) return nature.entityGroup;
  return requireKnown(field, id, entityCodes(book));
}

export const regionCodes = (book: RuleBook): string[] => book.enumerations.regions.map((x) => x.id);
export const filingTypes = (book: RuleBook): string[] => book.enumerations.filingTypes.map((x) => x.id);
export const serviceTypes = (book: RuleBook): string[] => book.enumerations.serviceTypes.map((x) => x.id);
