import type { Bilingual, Catalogue } from '../../preload/contract/index.ts';
import { say } from './language.svelte.ts';

interface NamedThing {
  id: string;
  name: Bilingual;
}

/** The name of an enumerated value in the current language; the id itself when the catalogue lacks it. */
export function nameIn(list: readonly NamedThing[] | undefined, id: string | null): string {
  if (id === null) return '';
  const thing = list?.find((candidate) => candidate.id === id);
  return thing ? say(thing.name) : id;
}

/** The province of a county, city or province code. */
export function provinceOf(catalogue: Catalogue | null, region: string | null) {
  return catalogue?.regions.find((province) => province.id.slice(0, 2) === region?.slice(0, 2)) ?? null;
}
