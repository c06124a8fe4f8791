import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ErrorParams } from '../../preload/contract/index.ts';
import { AppError, isAppError } from '../errors.ts';
import type { WorkerScript } from '../ports.ts';
import type { Progress, TaskAnswer, WorkContext } from './task.ts';
import { createSeats } from './seats.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export interface WorkerPool {
  /**
   * Runs one task in a worker thread; tasks beyond the number of threads wait.
   *
   * @throws AppError what the task throws, `tasks.cancelled` at once when `signal` aborts, `tasks.timed-out` when it
   * shows no progress for too long and `tasks.out-of-memory` when its heap grows too large; the pool works on
   */
  run<T extends TaskName>(task: T, input: TaskInput<T>, context?: WorkContext): Promise<TaskOutput<T>>;
  /** Threads that exist now; none before the first task and after a while without work. */
  threads(): number;
  /** Stops every thread. Tasks still running fail with `tasks.cancelled`. */
  close(): Promise<void>;
}

/** A thread whose JavaScript heap grows beyond this is replaced and its task fails. */
const maxHeapMb = 1024;
/** What dies young is swept this often: with Node's own limit a pack of 500 pages leaves 40 MB more behind meanwhile. */
const youngHeapMb = 8;
const idleThreadMs = 10_000;
/** A cancelled task that does not stop by itself within this time loses its thread. */
const cancelGraceMs = 3_000;
/** The largest pictures that are let in take a quarter of it, on two cores of a server. */
const pageSilenceMs = 4_500;
/** A task that shows no progress (a page done) for this long hangs; packs read only what has been inspected. */
const defaultSilenceMs: Record<TaskName, number> = {
  'images.inspect': pageSilenceMs,
  'images.preview': pageSilenceMs,
  'images.repair': 60_000,
  'packs.preview': Number.POSITIVE_INFINITY,
  'packs.write': Number.POSITIVE_INFINITY,
  'packs.draw-pages': Number.POSITIVE_INFINITY,
  'packs.draw-page': Number.POSITIVE_INFINITY,
  'packs.find-codes': 15_000,
  'packs.measure-returns': 30_000,
  'rule-packs.read': 30_000,
};

/** How much longer a task may be silent on a machine that is busy with other things. */
const maxStretch = 10;

/** @param silenceMs how long a task may show no progress, instead of the times above */
export function createWorkerPool(
  script: WorkerScript,
  { silenceMs }: { silenceMs?: number } = {},
): WorkerPool {
  let threads: Piscina | null = null;
  let closed = false;
  // Main waits for events most of the time: on two cores a spare thread would stand idle.
  const maxThreads = availableParallelism();
  const seats = createSeats(maxThreads);

  function start(): Piscina {
    threads ??= new Piscina({
      filename: script.file,
      execArgv: script.execArgv,
      minThreads: 0,
      maxThreads,
      idleTimeout: idleThreadMs,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: youngHeapMb },
    });
    return threads;
  }

  async function run<T extends TaskName>(
    task: T,
    input: TaskInput<T>,
    { signal, onProgress }: WorkContext = {},
  ): Promise<TaskOutput<T>> {
    // Waiting here and not inside piscina, a task's time starts when its thread does.
    const leave = await seats.take(signal);
    if (closed || signal?.aborted) {
      leave();
      throw cancelled();
    }
    const { port1: port, port2: workerPort } = new MessageChannel();
    const kill = new AbortController();
    const silence = startAlarm(silenceMs ?? defaultSilenceMs[task]);
    let ended = false;
    port.on('message', (progress: Progress) => {
      silence.restart();
      if (!signal?.aborted) onProgress?.(progress);
    });
    port.unref();

    const answer = start()
      .run({ task, input, port: workerPort }, { transferList: [workerPort], signal: kill.signal })
      .finally(() => {
        ended = true;
        port.close();
        leave();
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
      const result = await Promise.race([answer, aborted, silence.rung]);
      if (result.ok) return result.value as TaskOutput<T>;
      const { code, params } = result.failure;
      throw new AppError(code, params as ErrorParams[typeof code]);
    } catch (cause) {
      if (isAppError(cause, 'tasks.timed-out')) kill.abort();
      if (isOutOfMemory(cause)) throw new AppError('tasks.out-of-memory', {}, { cause });
      throw closed ? cancelled() : cause;
    } finally {
      silence.stop();
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

/**
 * Rejects `rung` with `tasks.timed-out` when nobody restarts it for `ms`. Time in which a busy machine let this
 * process not work does not count, up to a point: what waits for a dead disk never works.
 */
function startAlarm(ms: number): { rung: Promise<never>; restart(): void; stop(): void } {
  if (!Number.isFinite(ms)) return { rung: new Promise(() => {}), restart() {}, stop() {} };
  let silentMs = 0;
  let since = clockMs();
  let restarted = since;
  let timer: NodeJS.Timeout | undefined;
  const rung = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const now = clockMs();
      silentMs += Math.min(now.wall - since.wall, now.cpu - since.cpu);
      since = now;
      if (silentMs < ms && now.wall - restarted.wall < ms * maxStretch) return;
      reject(new AppError('tasks.timed-out', { seconds: Math.ceil(ms / 1000) }));
    }, 200);
  });
  return {
    rung,
    restart() {
      silentMs = 0;
      since = clockMs();
      restarted = since;
    },
    stop: () => clearInterval(timer),
  };
}

/** The clock, and the time that the processor gave to all threads of this process. */
export function clockMs(): { wall: number; cpu: number } {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function cancelled(): AppError {
  return new AppError('tasks.cancelled', {});
}
