/** A fixed number of seats; who comes when all are taken waits in line. */
export interface Seats {
  /** @returns gives the seat back. At once when `signal` aborts while waiting: then no seat was taken. */
  take(signal?: AbortSignal): Promise<() => void>;
}

export function createSeats(count: number): Seats {
  let free = count;
  const line: (() => void)[] = [];

  function leave(): void {
    const next = line.shift();
    if (next) next();
    else free++;
  }

  return {
    async take(signal) {
      if (free > 0) {
        free--;
        return leave;
      }
      let isAborted = false;
      await new Promise<void>((resolve) => {
        const come = () => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        const giveUp = () => {
          isAborted = true;
          line.splice(line.indexOf(come), 1);
          resolve();
        };
        line.push(come);
        signal?.addEventListener('abort', giveUp, { once: true });
      });
      return isAborted ? () => {} : leave;
    },
  };
}
