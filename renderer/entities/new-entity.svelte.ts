import { failureOf, type Client } from '../api/client.ts';
import type { Failure } from '../../preload/contract/index.ts';

/** The one field a new entity begins with. */
export class NewEntity {
  typed = $state('');
  tried = $state(false);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  #client: Client;

  /** Half-width, without the spaces that copied codes carry. */
  readonly code = $derived(this.typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase());
  /** 18 characters of letters and digits can only be meant as a credit code. */
  readonly isCode = $derived(/^[0-9A-Z]{15,20}$/.test(this.code));
  readonly isMissing = $derived(this.tried && this.typed.trim() === '');

  constructor(client: Client) {
    this.#client = client;
  }

  reset() {
    this.typed = '';
    this.tried = false;
    this.failure = null;
  }

  /** Answers the new dossier's id, or `null` when there is something to correct first. */
  async create(): Promise<string | null> {
    this.tried = true;
    this.failure = null;
    if (this.typed.trim() === '' || this.busy) return null;
    this.busy = true;
    try {
      const view = await this.#client.call('dossiers.create', {
        name: this.isCode ? null : this.typed.trim(),
        creditCode: this.isCode ? this.code : null,
      });
      return view.dossier.id;
    } catch (caught) {
      this.failure = failureOf(caught);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
