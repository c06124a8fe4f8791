import type { Dossier, Params } from '../../preload/contract/index.ts';
import type { PersonRecord } from './files.ts';

/** A change of one record; `null` is "was not there". */
export type Change =
  | { kind: 'dossier'; id: string; before: Dossier | null; after: Dossier | null }
  | { kind: 'person'; id: string; before: PersonRecord | null; after: PersonRecord | null }
  /** Which rule pack is in force; `sha256: null`: the built-in rules. */
  | { kind: 'rules'; id: 'rules'; before: RulesState; after: RulesState };

export interface RulesState {
  sha256: string | null;
}

/** What was done, in words for the person: the action's code and what its sentence needs. */
export interface Action {
  action: string;
  params: Params;
}

export interface UndoStep extends Action {
  change: Change;
  atMs: number;
}

/** Keystrokes in one field that follow each other within this time are one step. */
const MERGE_MS = 3_000;

/** The session's edits, newest last, and what was taken back. */
export class UndoStack {
  #done: UndoStep[] = [];
  #undone: UndoStep[] = [];

  get nextUndo(): UndoStep | null {
    return this.#done.at(-1) ?? null;
  }

  get nextRedo(): UndoStep | null {
    return this.#undone.at(-1) ?? null;
  }

  /** Answers whether the step continued the one before it. */
  push(step: UndoStep): boolean {
    this.#undone = [];
    const last = this.#done.at(-1);
    if (last && continues(last, step)) {
      this.#done[this.#done.length - 1] = {
        ...step,
        change: { ...step.change, before: last.change.before } as Change,
      };
      return true;
    }
    this.#done.push(step);
    return false;
  }

  didUndo(): void {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
  }

  didRedo(): void {
    const step = this.#undone.pop();
    // Never merges with what is typed next.
    if (step) this.#done.push({ ...step, atMs: 0 });
  }
}

function continues(last: UndoStep, step: UndoStep): boolean {
  return (
    step.params['fields'] !== undefined &&
    last.action === step.action &&
    last.change.id === step.change.id &&
    last.change.before !== null &&
    step.change.after !== null &&
    String(last.params['fields']) === String(step.params['fields']) &&
    last.params['serviceId'] === step.params['serviceId'] &&
    step.atMs - last.atMs < MERGE_MS
  );
}
