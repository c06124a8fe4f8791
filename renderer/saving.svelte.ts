import { untrack } from 'svelte';
import type { AppEvent, Failure } from '../preload/contract/index.ts';

/** Something that holds edits not yet handed to main, e.g. the fields of an open form. */
export interface Unsaved {
  readonly pending: boolean;
  readonly failed: boolean;
  flush(): Promise<void>;
}

/** The truth about saving: what main says of the disk, and what forms still hold. */
export class Saving {
  disk = $state.raw<{ state: 'saving' | 'saved' | 'failed'; at: string; failure: Failure | null } | null>(
    null,
  );
  #forms = $state.raw<readonly Unsaved[]>([]);

  readonly state = $derived.by((): 'idle' | 'saving' | 'saved' | 'failed' => {
    if (this.#forms.some((form) => form.failed) || this.disk?.state === 'failed') return 'failed';
    if (this.#forms.some((form) => form.pending) || this.disk?.state === 'saving') return 'saving';
    return this.disk ? 'saved' : 'idle';
  });

  tell(event: Extract<AppEvent, { type: 'saving' }>) {
    this.disk = { state: event.state, at: event.at, failure: event.failure };
  }

  /** Watches a form until the returned function is called, which hands over what it still holds. */
  watch(form: Unsaved): () => void {
    // Called from effects, which must not run again because of the list they extend.
    this.#forms = [...untrack(() => this.#forms), form];
    return () => {
      const leave = () => (this.#forms = this.#forms.filter((other) => other !== form));
      void form.flush().then(leave, leave);
    };
  }

  /** Hands every edit to main; resolves when main has answered. */
  async flush() {
    await Promise.all(this.#forms.map((form) => form.flush()));
  }
}
