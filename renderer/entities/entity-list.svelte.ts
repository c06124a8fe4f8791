import { SvelteSet } from 'svelte/reactivity';
import type { TableLayout } from '../components/table-layout.svelte.ts';
import type { EntityRow } from '../../preload/contract/index.ts';
import type { EntityFilters } from './entity-filters.svelte.ts';
import type { EntityRows } from './entity-rows.svelte.ts';

type SortKey = (row: EntityRow) => string | number | null;

const sortKeys: Record<string, SortKey> = {
  name: (row) => row.name,
  nature: (row) => row.nature,
  creditCode: (row) => row.creditCode,
  licenceNumber: (row) => row.licenceNumber,
  services: (row) => row.services,
  filing: (row) => row.openFiling?.state ?? null,
  problems: (row) => -(row.problems.error * 1000 + row.problems.warning),
  next: (row) => row.dates[0]?.on ?? null,
};

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** State of the list of entities: what is shown, in which order, what is active and selected. */
export class EntityList {
  activeId = $state<string | null>(null);
  readonly selected = new SvelteSet<string>();
  readonly filters: EntityFilters;
  readonly #rows: EntityRows;
  readonly #layout: TableLayout;

  readonly visible = $derived(this.#arranged());
  readonly selectedRows = $derived(this.#chosen());

  constructor(rows: EntityRows, filters: EntityFilters, layout: TableLayout) {
    this.#rows = rows;
    this.filters = filters;
    this.#layout = layout;
  }

  #arranged(): EntityRow[] {
    const rows = this.#rows.all.filter((row) => this.filters.matches(row));
    const sort = this.#layout.sort;
    const key = sort && sortKeys[sort.column];
    if (!key) return rows;
    const direction = sort.descending ? -1 : 1;
    return rows.sort((a, b) => compare(key(a), key(b), direction));
  }

  #chosen(): EntityRow[] {
    return this.#rows.all.filter((row) => this.selected.has(row.dossierId));
  }

  activate(row: EntityRow) {
    this.activeId = row.dossierId;
  }

  toggle(row: EntityRow) {
    if (!this.selected.delete(row.dossierId)) this.selected.add(row.dossierId);
  }
}

/** Empty values stand last in either direction. */
function compare(a: string | number | null, b: string | number | null, direction: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return order * direction;
}

/** Rows as tab-separated text that a spreadsheet takes in. Cells that would begin a formula are quoted as text. */
export function rowsAsTable(
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  const cell = (value: string | null) => {
    const plain = (value ?? '').replace(/[\t\r\n]+/g, ' ');
    return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
  };
  return [header, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
