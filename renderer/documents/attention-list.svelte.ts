import { SvelteMap } from 'svelte/reactivity';
import type { DossierView, EntityRow, Failure } from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { inTurns } from '../api/in-turns.ts';
import { needsAttention, rowsOf, type DocumentRow } from './documents-page.svelte.ts';

export interface AttentionGroup {
  entity: EntityRow;
  dossier: DossierView['dossier'];
  rows: DocumentRow[];
}

/** State of the list of all files, over all entities, that somebody has to look at. */
export class AttentionList {
  entities = $state.raw<EntityRow[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** Entities whose files are still to be read; `null` before the first answer. */
  toRead = $state<number | null>(null);
  #views = new SvelteMap<string, DossierView>();
  #client: Client;

  readonly groups: AttentionGroup[] = $derived.by(() =>
    this.entities.flatMap((entity) => {
      const view = this.#views.get(entity.dossierId);
      const rows = view ? rowsOf(view).filter(needsAttention) : [];
      return view && rows.length > 0 ? [{ entity, dossier: view.dossier, rows }] : [];
    }),
  );
  readonly count = $derived(this.groups.reduce((sum, group) => sum + group.rows.length, 0));

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.entities = await this.#client.call('dossiers.list', {});
      const ids = this.entities.map((entity) => entity.dossierId);
      this.toRead = ids.length;
      await inTurns(ids, async (dossierId) => {
        await this.#read(dossierId);
        this.toRead = (this.toRead ?? 1) - 1;
      });
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'dossier-changed') void this.#refresh(event.dossierId);
    else if (event.type === 'undone') void (event.dossierId ? this.#refresh(event.dossierId) : this.load());
  }

  async #refresh(dossierId: string): Promise<void> {
    try {
      this.entities = await this.#client.call('dossiers.list', {});
      if (this.entities.some((entity) => entity.dossierId === dossierId)) await this.#read(dossierId);
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  async #read(dossierId: string): Promise<void> {
    this.#views.set(dossierId, await this.#client.call('dossiers.get', { dossierId }));
  }
}
