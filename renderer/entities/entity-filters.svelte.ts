import { SvelteSet } from 'svelte/reactivity';
import type { EntityRow } from '../../preload/contract/index.ts';

export type ProblemFilter = 'error' | 'warning' | 'none';
export type FilterKind = 'province' | 'state' | 'problem';
/** Stands for "no open filing" among the states, and for an unknown province. */
export const none = '-';

/** What the list of entities is narrowed to. Within a kind any value may match, between kinds all must. */
export class EntityFilters {
  readonly province = new SvelteSet<string>();
  readonly state = new SvelteSet<string>();
  readonly problem = new SvelteSet<string>();
  query = $state('');

  readonly active = $derived([
    ...[...this.province].map((value) => ({ kind: 'province' as const, value })),
    ...[...this.state].map((value) => ({ kind: 'state' as const, value })),
    ...[...this.problem].map((value) => ({ kind: 'problem' as const, value })),
  ]);

  matches(row: EntityRow): boolean {
    if (this.province.size > 0 && !this.province.has(row.province ?? none)) return false;
    if (this.state.size > 0 && !this.state.has(row.openFiling?.state ?? none)) return false;
    if (this.problem.size > 0 && !problemsOf(row).some((kind) => this.problem.has(kind))) return false;
    const text = row.searchText.toLowerCase();
    return this.query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  toggle(kind: FilterKind, value: string) {
    const values = this[kind];
    if (!values.delete(value)) values.add(value);
  }

  clear() {
    this.province.clear();
    this.state.clear();
    this.problem.clear();
  }
}

function problemsOf({ problems }: EntityRow): ProblemFilter[] {
  if (problems.error + problems.warning === 0) return ['none'];
  return [
    ...(problems.error > 0 ? (['error'] as const) : []),
    ...(problems.warning > 0 ? (['warning'] as const) : []),
  ];
}

/** The person's filters outlive the screen: who comes back from a dossier finds the list as it was. */
export const entityFilters = new EntityFilters();

export function showEntitiesWithErrors() {
  entityFilters.clear();
  entityFilters.query = '';
  entityFilters.problem.add('error');
}
