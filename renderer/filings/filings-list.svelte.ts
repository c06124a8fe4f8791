import { SvelteMap } from 'svelte/reactivity';
import type { EntityRow, Failure, Filing, Walk } from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { inTurns } from '../api/in-turns.ts';
import type { TableLayout } from '../components/table-layout.svelte.ts';

/** One filing of one entity. `progress` is `null` until it has been read, and for filings that have ended. */
export interface FilingRow {
  dossierId: string;
  entity: string | null;
  province: string | null;
  filing: Filing;
  progress: Walk['progress'] | null;
}

/** State of the list of all filings of the workspace. */
export class FilingsList {
  entities = $state.raw<EntityRow[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** Entities whose filings are still to be read; `null` before the first answer. */
  toRead = $state<number | null>(null);
  query = $state('');
  showEnded = $state(false);
  #filings = new SvelteMap<string, Filing[]>();
  #progress = new SvelteMap<string, Walk['progress']>();
  #client: Client;
  #isOpen: (state: string) => boolean;
  #layout: Pick<TableLayout, 'sort'>;

  readonly ready = $derived(this.toRead === 0);
  readonly all: FilingRow[] = $derived.by(() => {
    // While the first reading lasts, a row that jumps in would move the others.
    if (!this.ready) return [];
    return this.entities.flatMap((entity) =>
      (this.#filings.get(entity.dossierId) ?? []).map((filing) => ({
        dossierId: entity.dossierId,
        entity: entity.name,
        province: entity.province,
        filing,
        progress: this.#progress.get(filing.id) ?? null,
      })),
    );
  });
  readonly endedCount = $derived(this.all.filter((row) => !this.#isOpen(row.filing.state)).length);
  readonly visible: FilingRow[] = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return this.all
      .filter((row) => this.showEnded || this.#isOpen(row.filing.state))
      .filter((row) => words.every((word) => (row.entity ?? '').toLowerCase().includes(word)))
      .sort(orderOf(this.#layout.sort));
  });

  /** @param isOpen whether a state of the lifecycle is one of an order under way */
  constructor(client: Client, isOpen: (state: string) => boolean, layout: Pick<TableLayout, 'sort'>) {
    this.#client = client;
    this.#isOpen = isOpen;
    this.#layout = layout;
  }

  /** Lists the entities and reads their filings; then, a few at a time, how far each open one is. */
  async load(): Promise<void> {
    try {
      this.entities = await this.#client.call('dossiers.list', {});
      const ids = this.entities.map((entity) => entity.dossierId);
      this.toRead = ids.length;
      await inTurns(ids, async (dossierId) => {
        await this.#readFilings(dossierId);
        this.toRead = (this.toRead ?? 1) - 1;
      });
      await inTurns(ids, (dossierId) => this.#readProgress(dossierId));
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'dossier-changed') void this.#refresh(event.dossierId);
    else if (event.type === 'undone') void (event.dossierId ? this.#refresh(event.dossierId) : this.load());
  }

  /** Reads one dossier anew; an undo may have made or removed it. */
  async #refresh(dossierId: string): Promise<void> {
    try {
      this.entities = await this.#client.call('dossiers.list', {});
      if (!this.entities.some((entity) => entity.dossierId === dossierId)) return;
      await this.#readFilings(dossierId);
      await this.#readProgress(dossierId);
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  async #readFilings(dossierId: string): Promise<void> {
    const { dossier } = await this.#client.call('dossiers.get', { dossierId });
    this.#filings.set(dossierId, dossier.filings);
  }

  async #readProgress(dossierId: string): Promise<void> {
    for (const filing of this.#filings.get(dossierId) ?? []) {
      if (!this.#isOpen(filing.state)) continue;
      const { progress } = await this.#client.call('checklist.get', { dossierId, filingId: filing.id });
      this.#progress.set(filing.id, progress);
    }
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const sortKeys: Record<string, (row: FilingRow) => string | number> = {
  entity: (row) => row.entity ?? '',
  type: (row) => row.filing.type,
  state: (row) => row.filing.state,
  provider: (row) => row.filing.provider ?? '',
  planned: (row) => row.filing.plannedSubmissionOn ?? '9999',
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
