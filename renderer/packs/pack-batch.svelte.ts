import { SvelteSet } from 'svelte/reactivity';
import type { FilingRow, PackBatch } from '../../preload/contract/index.ts';
import type { Client, ClientEvent } from '../api/client.ts';
import { FollowedTask } from './followed-task.svelte.ts';

/** Filings chosen from a list, and the export of their packs. */
export class PackBatchState {
  readonly chosen = new SvelteSet<string>();
  /** Filings that are not complete become drafts; otherwise they are left out. */
  drafts = $state(true);
  twoSided = $state(false);
  readonly export: FollowedTask;
  #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.export = new FollowedTask(client, 'export-many');
  }

  get result(): PackBatch | null {
    return this.export.task?.state === 'done' ? this.export.task.batch : null;
  }

  toggle({ filingId }: FilingRow): void {
    if (!this.chosen.delete(filingId)) this.chosen.add(filingId);
  }

  /** @param rows the filings of the list, in its order; what was chosen and is not there any more is left out */
  start(rows: readonly FilingRow[]): Promise<void> {
    const filings = rows
      .filter(({ filingId }) => this.chosen.has(filingId))
      .map(({ dossierId, filingId }) => ({ dossierId, filingId }));
    return this.export.start(() =>
      this.#client.call('packs.exportMany', {
        filings,
        incomplete: this.drafts ? 'draft' : 'skip',
        options: { twoSided: this.twoSided },
      }),
    );
  }

  hear(event: ClientEvent): void {
    if (event.type === 'task') this.export.hear(event.task);
  }
}
