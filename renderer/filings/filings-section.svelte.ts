import type { DossierView, Failure, Input, Walk } from '../../preload/contract/index.ts';
import { SvelteMap } from 'svelte/reactivity';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';

export type NewFiling = Omit<Input<'filings.create'>, 'dossierId'>;

/** State of the filings of one dossier. */
export class FilingsOfDossier {
  view = $state.raw<DossierView | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly progress = new SvelteMap<string, Walk['progress']>();
  /** The newest first. */
  readonly filings = $derived(
    [...(this.view?.dossier.filings ?? [])].sort((a, b) => b.createdOn.localeCompare(a.createdOn)),
  );
  readonly dossierId: string;
  #client: Client;

  constructor(client: Client, dossierId: string) {
    this.#client = client;
    this.dossierId = dossierId;
  }

  async load(): Promise<void> {
    try {
      this.view = await this.#client.call('dossiers.get', { dossierId: this.dossierId });
      for (const filing of this.view.dossier.filings) {
        const at = { dossierId: this.dossierId, filingId: filing.id };
        this.progress.set(filing.id, (await this.#client.call('checklist.get', at)).progress);
      }
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (concerns(event, this.dossierId)) void this.load();
  }

  /** Answers the new filing's id, or `null` when main refused it. */
  async create(filing: NewFiling): Promise<string | null> {
    let filingId: string | null = null;
    await this.#change(async () => {
      const created = await this.#client.call('filings.create', { dossierId: this.dossierId, ...filing });
      filingId = created.filingId;
      return created.view;
    });
    return filingId;
  }

  update(filingId: string, patch: Input<'filings.update'>['patch']): Promise<boolean> {
    return this.#change(() =>
      this.#client.call('filings.update', { dossierId: this.dossierId, filingId, patch }),
    );
  }

  remove(filingId: string): Promise<boolean> {
    return this.#change(() => this.#client.call('filings.remove', { dossierId: this.dossierId, filingId }));
  }

  async #change(call: () => Promise<DossierView>): Promise<boolean> {
    try {
      this.view = await call();
      this.failure = null;
      this.#client.announce({ type: 'dossier-changed', dossierId: this.dossierId });
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    }
  }
}
