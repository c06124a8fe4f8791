import type {
  Failure,
  PickedFile,
  RulePackPreview,
  RulePacks,
  RulePackTarget,
} from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';

/** What may be put in force, and what that would change. */
export interface Candidate {
  target: RulePackTarget;
  /** Name of the pack or of its file; `null`: the built-in rules. */
  name: string | null;
  preview: RulePackPreview;
}

/** State of the screen for rule packs: one file, kept pack or the built-in rules at a time is looked at before it holds. */
export class RulePacksPage {
  candidate = $state.raw<Candidate | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** A file is read or put in force. */
  busy = $state(false);
  /** Who answers for the change. */
  by = $state('');
  #client: Client;
  #onapplied: (packs: RulePacks) => Promise<void>;

  constructor(client: Client, onapplied: (packs: RulePacks) => Promise<void>) {
    this.#client = client;
    this.#onapplied = onapplied;
  }

  async lookAtFile(file: PickedFile | undefined): Promise<void> {
    if (!file) return;
    await this.#work(async () => {
      const { received, refused } = await this.#client.upload([file]);
      if (refused[0]) this.failure = refused[0].failure;
      if (received[0])
        await this.#preview({ kind: 'file', handle: received[0].handle }, received[0].fileName);
    });
  }

  async lookAt(target: RulePackTarget, name: string | null): Promise<void> {
    await this.#work(() => this.#preview(target, name));
  }

  /** Puts the candidate in force. Answers whether it holds now. */
  async apply(): Promise<boolean> {
    const { candidate } = this;
    const by = this.by.trim();
    if (!candidate?.preview.ok || !by) return false;
    let holds = false;
    await this.#work(async () => {
      const packs = await this.#client.call('rulePacks.apply', { target: candidate.target, by });
      holds = true;
      this.candidate = null;
      await this.#onapplied(packs);
    });
    return holds;
  }

  /** Has main write the file; answers where it can be had. */
  async export(scope: string): Promise<{ url: string; name: string } | null> {
    let file: { url: string; name: string } | null = null;
    await this.#work(async () => {
      file = await this.#client.call('rulePacks.export', { scope });
    });
    return file;
  }

  dismiss(): void {
    this.candidate = null;
  }

  async #preview(target: RulePackTarget, name: string | null): Promise<void> {
    const preview = await this.#client.call('rulePacks.preview', { target });
    this.candidate = { target, name: (preview.ok && preview.pack?.name) || name, preview };
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.busy = false;
    }
  }
}
