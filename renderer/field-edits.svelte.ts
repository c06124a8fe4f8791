import { SvelteMap } from 'svelte/reactivity';
import { failureOf } from './api/client.ts';
import type { Unsaved } from './saving.svelte.ts';
import type { Failure } from '../preload/contract/index.ts';

/** What a form field holds: text, yes/no, a list of things. Plain JSON. */
export type FieldValue = unknown;

interface Edit {
  value: FieldValue;
  /** Raised with every keystroke, so that an answer knows whether it is about the newest text. */
  turn: number;
  failure: Failure | null;
}

/**
 * Text between the keyboard and main. A field shows its edit while there is one and the saved value otherwise; an edit
 * is saved a moment after the last keystroke, at once on leaving, and stays on screen when saving fails.
 */
export class FieldEdits implements Unsaved {
  #edits = new SvelteMap<string, Edit>();
  // Nobody shows the timers.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #queue: Promise<void> = Promise.resolve();
  #turn = 0;
  #saved: (path: string) => FieldValue;
  #save: (path: string, value: FieldValue) => Promise<void>;
  #delayMs: number;

  /** `saved` reads the value main has; `save` hands one over, and has updated what `saved` reads when it resolves. */
  constructor(
    saved: (path: string) => FieldValue,
    save: (path: string, value: FieldValue) => Promise<void>,
    delayMs = 300,
  ) {
    this.#saved = saved;
    this.#save = save;
    this.#delayMs = delayMs;
  }

  // Getters, not `$derived`: they are asked after the screen that made the form is gone.
  get pending(): boolean {
    return [...this.#edits.values()].some((edit) => edit.failure === null);
  }

  get failed(): boolean {
    return [...this.#edits.values()].some((edit) => edit.failure !== null);
  }

  value(path: string): FieldValue {
    const edit = this.#edits.get(path);
    return edit ? edit.value : this.#saved(path);
  }

  text(path: string): string | null {
    const value = this.value(path);
    return typeof value === 'string' ? value : null;
  }

  failure(path: string): Failure | null {
    return this.#edits.get(path)?.failure ?? null;
  }

  isEdited(path: string): boolean {
    return this.#edits.has(path);
  }

  /** Keeps what was typed and saves it a moment later. */
  type(path: string, value: FieldValue) {
    this.#edits.set(path, { value, turn: ++this.#turn, failure: null });
    clearTimeout(this.#timers.get(path));
    this.#timers.set(
      path,
      setTimeout(() => void this.#hand(path), this.#delayMs),
    );
  }

  /** Saves a choice at once. */
  choose(path: string, value: FieldValue): Promise<void> {
    this.type(path, value);
    return this.#hand(path);
  }

  /** Saves the field now, e.g. because the person left it; also another try after a failure. */
  async leave(path: string): Promise<void> {
    if (this.#edits.has(path)) await this.#hand(path);
    else await this.#queue;
  }

  async flush(): Promise<void> {
    for (const path of [...this.#edits.keys()]) void this.#hand(path);
    await this.#queue;
  }

  takeOver(earlier: Unsaved) {
    if (!(earlier instanceof FieldEdits)) return;
    for (const [path, edit] of earlier.#edits) this.#edits.set(path, { ...edit, turn: ++this.#turn });
  }

  #hand(path: string): Promise<void> {
    clearTimeout(this.#timers.get(path));
    this.#timers.delete(path);
    this.#queue = this.#queue.then(() => this.#send(path));
    return this.#queue;
  }

  async #send(path: string) {
    const edit = this.#edits.get(path);
    if (!edit) return;
    if (JSON.stringify(edit.value) === JSON.stringify(this.#saved(path))) {
      this.#edits.delete(path);
      return;
    }
    try {
      await this.#save(path, edit.value);
      if (this.#edits.get(path)?.turn === edit.turn) this.#edits.delete(path);
    } catch (caught) {
      const newest = this.#edits.get(path);
      if (newest?.turn === edit.turn) this.#edits.set(path, { ...newest, failure: failureOf(caught) });
    }
  }
}
