import { randomUUID } from 'node:crypto';
import type { AppEvent, Failure, Task, TaskResult } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';

export interface TaskRun {
  taskId: string;
  signal: AbortSignal;
  /** Tells how far the work is; `total` may grow. */
  progress(done: number, total: number): void;
}

/** Ended tasks kept for `tasks.list`, so that a window that reconnects learns how they ended. */
const KEPT = 20;

const NO_RESULT: TaskResult = { pack: null, batch: null, repaired: null, added: [], refused: [] };

/** Long pieces of work, each with progress and cancel. */
export class TaskList {
  readonly #tasks = new Map<string, { task: Task; abort: AbortController; ended: Promise<void> }>();
  readonly #emit: (event: AppEvent) => void;
  readonly #toFailure: (cause: unknown) => Failure;

  constructor(emit: (event: AppEvent) => void, toFailure: (cause: unknown) => Failure) {
    this.#emit = emit;
    this.#toFailure = toFailure;
  }

  get tasks(): Task[] {
    return [...this.#tasks.values()].map(({ task }) => task);
  }

  /** Starts `run` and answers the task's id at once. What `run` resolves to becomes the task's result. */
  start(
    kind: Task['kind'],
    dossierId: string | null,
    total: number,
    run: (run: TaskRun) => Promise<Partial<TaskResult>>,
  ): string {
    const id = randomUUID();
    const abort = new AbortController();
    let task: Task = { id, kind, dossierId, done: 0, total, state: 'running', failure: null, ...NO_RESULT };
    const set = (change: Partial<Task>) => {
      task = { ...task, ...change };
      entry.task = task;
      this.#emit({ type: 'task', task });
    };
    const entry = { task, abort, ended: Promise.resolve() };
    this.#tasks.set(id, entry);
    set({});
    entry.ended = run({
      taskId: id,
      signal: abort.signal,
      progress: (done, of) => set({ done, total: of }),
    }).then(
      (result) => set({ state: 'done', done: task.total, ...result }),
      (cause: unknown) =>
        abort.signal.aborted
          ? set({ state: 'cancelled' })
          : set({ state: 'failed', failure: this.#toFailure(cause) }),
    );
    this.#forgetOld();
    return id;
  }

  /** @throws AppError `tasks.not-found` */
  cancel(taskId: string): void {
    const entry = this.#tasks.get(taskId);
    if (!entry) throw new AppError('tasks.not-found', { taskId });
    entry.abort.abort();
  }

  /** Cancels what runs and resolves when all of it has ended. */
  async stop(): Promise<void> {
    for (const { abort } of this.#tasks.values()) abort.abort();
    await Promise.all([...this.#tasks.values()].map(({ ended }) => ended));
  }

  /** Resolves when no task is running any more. */
  async idle(): Promise<void> {
    await Promise.all([...this.#tasks.values()].map(({ ended }) => ended));
  }

  #forgetOld(): void {
    const ended = [...this.#tasks].filter(([, { task }]) => task.state !== 'running');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT))) this.#tasks.delete(id);
  }
}
