import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../preload/contract/index.ts';

/** How far a piece of work is, in its own steps (pages of a file, pages of a pack). */
export interface Progress {
  done: number;
  total: number;
}

/** What a piece of work gets besides its input, in a worker or not. */
export interface WorkContext {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Input and output are structured-cloned on their way between threads. */
export type WorkerTask<I, O> = (input: I, context: WorkContext) => Promise<O>;

/** What crosses between the pool and a worker besides the input. */
export type PoolMessage = { type: 'cancel' };
export type TaskAnswer = { ok: true; value: unknown } | { ok: false; failure: Failure };

/**
 * Lets the thread's events run, then stops if the work was cancelled. Call it between steps: a cancel message
 * cannot arrive while pixels are being counted.
 */
export async function pause(context: WorkContext): Promise<void> {
  await setImmediate();
  context.signal?.throwIfAborted();
}
