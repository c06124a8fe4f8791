import { setImmediate } from 'node:timers/promises';

/** How long a loop may hold main before other work gets its turn, in ms. */
const TURN_MS = 8;

/** For loops over the whole group: the returned function is called, and waited for, between two rows. */
export function turnTaker(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
