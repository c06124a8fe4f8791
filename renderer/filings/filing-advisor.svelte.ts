import type { Advice, Failure, Input } from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';

/** Asks which filing it is, again whenever what it depends on changes. */
export class FilingAdvisor {
  /** `null` before the first answer. */
  advice = $state.raw<Advice | null>(null);
  failure = $state.raw<Failure | null>(null);
  #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async ask(question: Input<'filings.advise'>): Promise<void> {
    const asked = ++this.#asked;
    try {
      const advice = await this.#client.call('filings.advise', question);
      // The question has changed meanwhile.
      if (asked !== this.#asked) return;
      this.advice = advice;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  forget(): void {
    this.#asked++;
    this.advice = null;
    this.failure = null;
  }
}
