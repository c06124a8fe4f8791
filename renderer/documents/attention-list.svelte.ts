import type { AttentionGroup, Failure } from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { rowsOf, type DocumentRow } from './documents-page.svelte.ts';

export interface AttentionOfEntity extends AttentionGroup {
  rows: DocumentRow[];
}

/** State of the list of all files, over all entities, that somebody has to look at. */
export class AttentionList {
  /** `null` before the first answer. */
  groups = $state.raw<AttentionOfEntity[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  #client: Client;
  #asked = 0;

  readonly count = $derived((this.groups ?? []).reduce((sum, group) => sum + group.rows.length, 0));

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const groups = await this.#client.call('attachments.attention', {});
      // An answer to an older question says nothing new.
      if (asked !== this.#asked) return;
      this.groups = groups.map((group) => ({ ...group, rows: rowsOf(group) }));
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'dossier-changed' || event.type === 'undone') void this.load();
  }
}
