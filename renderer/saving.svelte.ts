import { untrack } from 'svelte';
import type { AppEvent, Failure } from '../preload/contract/index.ts';

/** Something that holds edits not yet handed to main, e.g. the fields of an open form. */
export interface Unsaved {
  readonly pending: boolean;
  readonly failed: boolean;
  flush(): Promise<void>;
  /** Continues the edits of an earlier form of the same record. */
  takeOver(earlier: Unsaved): void;
}

interface Watched {
  form: Unsaved;
  key: string;
  /** Its screen is gone; it is here only because something of it is not saved. */
  isLeft: boolean;
}

/** The truth about saving: what main says of the disk, and what forms still hold. */
export class Saving {
  disk = $state.raw<{ state: 'saving' | 'saved' | 'failed'; at: string; failure: Failure | null } | null>(
    null,
  );
  #forms = $state.raw<readonly Watched[]>([]);

  readonly state = $derived.by((): 'idle' | 'saving' | 'saved' | 'failed' => {
    if (this.#forms.some(({ form }) => form.failed) || this.disk?.state === 'failed') return 'failed';
    if (this.#forms.some(({ form }) => form.pending) || this.disk?.state === 'saving') return 'saving';
    return this.disk ? 'saved' : 'idle';
  });

  tell(event: Extract<AppEvent, { type: 'saving' }>) {
    this.disk = { state: event.state, at: event.at, failure: event.failure };
  }

  /**
   * Watches a form until the returned function is called, which hands over what it still holds. What could not be
   * saved by then stays: it is tried again with everything else, and goes to the next form of the same `key`.
   */
  watch<F extends Unsaved>(form: F, key: string): () => void {
    // Called from effects, which must not run again because of the list they extend.
    const others = untrack(() => this.#forms);
    const left = others.find((entry) => entry.key === key && entry.isLeft);
    if (left) form.takeOver(left.form);
    this.#forms = [...others.filter((entry) => entry !== left), { form, key, isLeft: false }];
    return () => void this.#leave(form);
  }

  async #leave(form: Unsaved) {
    this.#forms = this.#forms.map((entry) => (entry.form === form ? { ...entry, isLeft: true } : entry));
    await form.flush();
    if (!form.failed) this.#forms = this.#forms.filter((entry) => entry.form !== form);
  }

  /** Hands every edit to main; resolves when main has answered. */
  async flush() {
    await Promise.all(this.#forms.map(({ form }) => form.flush()));
    this.#forms = this.#forms.filter((entry) => !entry.isLeft || entry.form.failed);
  }
}
