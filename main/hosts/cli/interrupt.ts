/** Work that was stopped from outside and has put away what it had begun. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(signal);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets work be cancelled by Ctrl-C, a request to end or a closing terminal. A second one ends the process at once.
 *
 * @throws Interrupted when the work fails after such a signal
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let caught: NodeJS.Signals | null = null;
  const stop = (signal: NodeJS.Signals) => {
    caught = signal;
    controller.abort();
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(controller.signal);
  } catch (cause) {
    throw caught ? new Interrupted(caught) : cause;
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}
