import { failureOf, type Client } from '../api/client.ts';
import type { DossierView, Failure } from '../../preload/contract/index.ts';
import { lendToClipboard, type ClipboardPage } from './clipboard-guard.ts';

const revealSeconds = 20;

export type CopyEnd = 'cleared' | 'replaced' | 'unsure';

/** State of the filing-password dialog. The password is in memory only while it is typed or shown. */
export class FilingPassword {
  typed = $state('');
  tried = $state(false);
  busy = $state(false);
  /** The password while it is shown. */
  shown = $state<string | null>(null);
  secondsLeft = $state(0);
  /** A new password is being typed over an old one. */
  replacing = $state(false);
  failure = $state.raw<Failure | null>(null);
  copyRefused = $state(false);
  #client: Client;
  #dossierId: string;
  #onview: (view: DossierView) => void;
  #ticking: ReturnType<typeof setInterval> | undefined;

  readonly isMissing = $derived(this.tried && this.typed === '');

  constructor(client: Client, dossierId: string, onview: (view: DossierView) => void) {
    this.#client = client;
    this.#dossierId = dossierId;
    this.#onview = onview;
  }

  /** Forgets everything that was shown or typed. */
  close() {
    this.hide();
    this.typed = '';
    this.tried = this.replacing = this.copyRefused = false;
    this.failure = null;
  }

  async save(): Promise<boolean> {
    this.tried = true;
    if (this.typed === '') return false;
    const saved = await this.#run(async () => {
      this.#onview(
        await this.#client.call('passwords.set', { dossierId: this.#dossierId, password: this.typed }),
      );
    });
    if (saved) this.close();
    return saved;
  }

  async reveal() {
    await this.#run(async () => {
      const { password } = await this.#client.call('passwords.reveal', { dossierId: this.#dossierId });
      this.hide();
      this.shown = password;
      this.secondsLeft = revealSeconds;
      this.#ticking = setInterval(() => {
        this.secondsLeft -= 1;
        if (this.secondsLeft <= 0) this.hide();
      }, 1000);
    });
  }

  hide() {
    clearInterval(this.#ticking);
    this.shown = null;
    this.secondsLeft = 0;
  }

  /**
   * Copies in main, or in this page where main has no clipboard. Answers after how many seconds it is cleared, and
   * what became of it where the page has to see to that; `null` when it could not be copied.
   */
  async copy(page: ClipboardPage): Promise<{ seconds: number; end: Promise<CopyEnd> | null } | null> {
    this.copyRefused = false;
    let copied: { seconds: number; end: Promise<CopyEnd> | null } | null = null;
    await this.#run(async () => {
      const answer = await this.#client.call('passwords.copy', { dossierId: this.#dossierId });
      copied = { seconds: answer.clearsAfterSeconds, end: null };
      if (answer.copied) return;
      const { password } = await this.#client.call('passwords.reveal', { dossierId: this.#dossierId });
      try {
        const { outcome } = await lendToClipboard(page, password, answer.clearsAfterSeconds * 1000);
        copied = { seconds: answer.clearsAfterSeconds, end: outcome };
      } catch {
        copied = null;
        this.copyRefused = true;
      }
    });
    return copied;
  }

  async remove(): Promise<boolean> {
    return this.#run(async () => {
      this.hide();
      this.#onview(await this.#client.call('passwords.remove', { dossierId: this.#dossierId }));
    });
  }

  async #run(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.failure = null;
    try {
      await work();
      return true;
    } catch (caught) {
      this.failure = failureOf(caught);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
