import { failureOf, type Client } from '../api/client.ts';
import type { EntityRow, Failure } from '../../preload/contract/index.ts';

/** Changes that follow each other within this time lead to one reload, in ms. */
const settleMs = 250;

/** The rows of all entities, shared by every screen that lists or counts them. */
export class EntityRows {
  all = $state.raw<EntityRow[]>([]);
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  #client: Client;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client) {
    this.#client = client;
    client.subscribe((event) => {
      if (event.type === 'dossier-changed') this.soon();
    });
  }

  async load() {
    clearTimeout(this.#timer);
    try {
      this.all = await this.#client.call('dossiers.list', {});
      this.failure = null;
      this.loaded = true;
    } catch (caught) {
      this.failure = failureOf(caught);
    }
  }

  /** Loads again once the changes have settled. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), settleMs);
  }

  find(dossierId: string): EntityRow | undefined {
    return this.all.find((row) => row.dossierId === dossierId);
  }

  clear() {
    clearTimeout(this.#timer);
    this.all = [];
    this.loaded = false;
  }
}
