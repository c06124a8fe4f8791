import type { Failure, FilingRow } from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import type { TableLayout } from '../components/table-layout.svelte.ts';

/** State of the list of all filings of the workspace. */
export class FilingsList {
  /** `null` before the first answer. */
  rows = $state.raw<FilingRow[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  query = $state('');
  showEnded = $state(false);
  #client: Client;
  #isOpen: (state: string) => boolean;
  #layout: Pick<TableLayout, 'sort'>;
  #asked = 0;

  readonly endedCount = $derived((this.rows ?? []).filter((row) => !this.#isOpen(row.state)).length);
  readonly visible: FilingRow[] = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return (this.rows ?? [])
      .filter((row) => this.showEnded || this.#isOpen(row.state))
      .filter((row) => words.every((word) => (row.entity ?? '').toLowerCase().includes(word)))
      .sort(orderOf(this.#layout.sort));
  });

  /** @param isOpen whether a state of the lifecycle is one of an order under way */
  constructor(client: Client, isOpen: (state: string) => boolean, layout: Pick<TableLayout, 'sort'>) {
    this.#client = client;
    this.#isOpen = isOpen;
    this.#layout = layout;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const rows = await this.#client.call('filings.list', {});
      // An answer to an older question says nothing new.
      if (asked !== this.#asked) return;
      this.rows = rows;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'dossier-changed' || event.type === 'undone') void this.load();
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const sortKeys: Record<string, (row: FilingRow) => string | number> = {
  entity: (row) => row.entity ?? '',
  type: (row) => row.type,
  state: (row) => row.state,
  provider: (row) => row.provider ?? '',
  planned: (row) => row.plannedSubmissionOn ?? '9999',
  progress: (row) => (row.progress && row.progress.total > 0 ? row.progress.done / row.progress.total : 1),
};

/** Without a choice: the nearest planned day first, filings without one last, then by name. */
function orderOf(sort: TableLayout['sort']): (a: FilingRow, b: FilingRow) => number {
  const byName = (a: FilingRow, b: FilingRow) => collator.compare(a.entity ?? '', b.entity ?? '');
  const key = sortKeys[sort?.column ?? 'planned'];
  if (!key) return byName;
  const direction = sort?.descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return order * direction || byName(a, b);
  };
}
