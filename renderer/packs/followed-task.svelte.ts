import type { Failure, Task } from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';

/** One long piece of work that this page has asked for: from the asking to its end. */
export class FollowedTask {
  /** In progress or just ended. */
  task = $state.raw<Task | null>(null);
  starting = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly running = $derived(this.starting || this.task?.state === 'running');

  #client: Client;
  #kind: Task['kind'];
  #taskId: string | null = null;
  /** Told before main had answered with the task's id. */
  #early: Task[] = [];

  constructor(client: Client, kind: Task['kind']) {
    this.#client = client;
    this.#kind = kind;
  }

  async start(ask: () => Promise<{ taskId: string | null }>): Promise<void> {
    this.starting = true;
    this.task = null;
    this.#early = [];
    try {
      const { taskId } = await ask();
      this.#taskId = taskId;
      this.task = this.#early.findLast((task) => task.id === taskId) ?? null;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.starting = false;
    }
  }

  /** Ignores other work. */
  hear(task: Task): void {
    if (task.kind !== this.#kind) return;
    if (this.starting) this.#early.push(task);
    else if (task.id === this.#taskId) this.task = task;
  }

  async cancel(): Promise<void> {
    if (!this.#taskId) return;
    try {
      await this.#client.call('tasks.cancel', { taskId: this.#taskId });
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
