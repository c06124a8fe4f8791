import type { MessagePort } from 'node:worker_threads';
import sharp from 'sharp';
import { isAppError } from '../errors.ts';
import type { PoolMessage, Progress, TaskAnswer, WorkerTask } from './task.ts';
import { tasks, type TaskName } from './tasks.ts';

// One image is one thread's work: the pool is what uses the cores.
sharp.concurrency(1);
sharp.cache(false);

export interface WorkerJob {
  task: TaskName;
  input: unknown;
  port: MessagePort;
}

/** The only entry of a worker thread: runs one task of the closed table. */
export default async function run({ task, input, port }: WorkerJob): Promise<TaskAnswer> {
  const controller = new AbortController();
  port.on('message', (message: PoolMessage) => {
    if (message.type === 'cancel') controller.abort();
  });
  try {
    const work = tasks[task] as WorkerTask<unknown, unknown>;
    const value = await work(input, {
      signal: controller.signal,
      onProgress: (progress: Progress) => port.postMessage(progress),
    });
    return { ok: true, value };
  } catch (cause) {
    // An error loses its class on the way to another thread.
    if (isAppError(cause)) return { ok: false, failure: cause.failure };
    if (controller.signal.aborted) return { ok: false, failure: { code: 'tasks.cancelled', params: {} } };
    throw cause;
  } finally {
    port.close();
  }
}
