import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ErrorParams } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import type { WorkerScript } from '../ports.ts';
import type { Progress, TaskAnswer, WorkContext } from './task.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export interface WorkerPool {
  /**
   * Runs one task in a worker thread; tasks beyond the number of threads wait.
   *
   * @throws AppError what the task throws, and `tasks.cancelled` at once when `signal` aborts
   */
  run<T extends TaskName>(task: T, input: TaskInput<T>, context?: WorkContext): Promise<TaskOutput<T>>;
  /** Threads that exist now; none before the first task and after a while without work. */
  threads(): number;
  /** Stops every thread. Tasks still running fail with `tasks.cancelled`. */
  close(): Promise<void>;
}

/** A thread whose JavaScript heap grows beyond this is replaced and its task fails. */
const maxHeapMb = 1024;
const idleThreadMs = 10_000;
/** A cancelled task that does not stop by itself within this time loses its thread. */
const cancelGraceMs = 3_000;

export function createWorkerPool(script: WorkerScript): WorkerPool {
  let threads: Piscina | null = null;
  let closed = false;

  function start(): Piscina {
    threads ??= new Piscina({
      filename: script.file,
      execArgv: script.execArgv,
      minThreads: 0,
      // Main waits for events most of the time: on two cores a spare one would stand idle.
      maxThreads: availableParallelism(),
      idleTimeout: idleThreadMs,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    return threads;
  }

  async function run<T extends TaskName>(
    task: T,
    input: TaskInput<T>,
    { signal, onProgress }: WorkContext = {},
  ): Promise<TaskOutput<T>> {
    if (closed || signal?.aborted) throw cancelled();
    const { port1: port, port2: workerPort } = new MessageChannel();
    const kill = new AbortController();
    let ended = false;
    if (onProgress) port.on('message', (progress: Progress) => !signal?.aborted && onProgress(progress));
    port.unref();

    const answer = start()
      .run({ task, input, port: workerPort }, { transferList: [workerPort], signal: kill.signal })
      .finally(() => {
        ended = true;
        port.close();
      }) as Promise<TaskAnswer>;

    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => {
        port.postMessage({ type: 'cancel' });
        setTimeout(() => !ended && kill.abort(), cancelGraceMs).unref();
        reject(cancelled());
      };
    });
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const result = await Promise.race([answer, aborted]);
      if (result.ok) return result.value as TaskOutput<T>;
      const { code, params } = result.failure;
      throw new AppError(code, params as ErrorParams[typeof code]);
    } catch (cause) {
      throw closed ? cancelled() : cause;
    } finally {
      signal?.removeEventListener('abort', abort);
      // After a cancel nobody waits for the answer any more.
      answer.catch(() => undefined);
    }
  }

  return {
    run,
    threads: () => threads?.threads.length ?? 0,
    async close() {
      closed = true;
      await threads?.destroy();
      threads = null;
    },
  };
}

function cancelled(): AppError {
  return new AppError('tasks.cancelled', {});
}
