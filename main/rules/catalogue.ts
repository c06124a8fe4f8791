import type { Bilingual, Catalogue } from '../../preload/contract/index.ts';
import { isOpenState, statesAfter } from '../filings/lifecycle.ts';
import type { RuleBook } from './book.ts';

const named = (items: { id: string; name: Bilingual }[]): { id: string; name: Bilingual }[] =>
  items.map(({ id, name }) => ({ id, name }));

/** The closed lists that forms offer and screens name things by. */
export function catalogue(book: RuleBook): Catalogue {
  const lists = book.enumerations;
  return {
    regions: lists.regions.map(({ id, name, licencePrefix, authority }) => ({
      id,
      name,
      licencePrefix,
      authority,
    })),
    entityGroups: named(lists.entityGroups),
    entityNatures: lists.entityNatures.map(({ id, name, entityGroup }) => ({ id, name, entityGroup })),
    certificateTypes: lists.certificateTypes.map(({ id, name, nature, material }) => ({
      id,
      name,
      nature: nature ?? null,
      material,
    })),
    personIdTypes: lists.personIdTypes.map(({ id, name, origin }) => ({ id, name, origin })),
    personOrigins: named(lists.personOrigins),
    serviceTypes: named(lists.serviceTypes),
    filingTypes: named(lists.filingTypes),
    filingStates: book.lifecycle.states.map(({ id, name, waitsFor }) => ({
      id,
      name,
      waitsFor,
      isOpen: isOpenState(id),
      next: statesAfter(book, id),
    })),
    preApprovalItems: named(lists.preApprovalItems),
    serviceContents: named(lists.serviceContents),
    languages: named(lists.languages),
    accessMethods: named(lists.accessMethods),
    serverLocations: named(lists.serverLocations),
    // The ministry's own interface takes no orders from applicants.
    providers: named([...book.providers.values()].filter(({ kind }) => kind !== 'official-interface')),
    materials: [...book.materials.values()].map(({ id, name, kind, origin }) => ({ id, name, kind, origin })),
    facts: Object.fromEntries([...book.facts.values()].map(({ id, name }) => [id, name])),
  };
}
