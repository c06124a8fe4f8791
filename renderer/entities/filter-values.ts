import type { EntityRow } from '../../preload/contract/index.ts';
import { none } from './entity-filters.svelte.ts';

/** Provinces and states that occur in the list, so that no filter leads nowhere. */
export function filterValues(rows: readonly EntityRow[]): { provinces: string[]; states: string[] } {
  return {
    provinces: [...new Set(rows.map((row) => row.province ?? none))].sort(),
    states: [...new Set(rows.map((row) => row.openFiling?.state ?? none))].sort(),
  };
}
