const pollMs = 1_000;

/**
 * Calls `stop` once: on Ctrl-C, on a request to end, or when the process that started us is gone (a killed terminal
 * or script sends no signal). Where the parent cannot be told, as on Windows, only signals count.
 */
export function stopWithParent(stop: () => void): void {
  let stopped = false;
  const once = () => {
    if (stopped) return;
    stopped = true;
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) once();
  }, pollMs).unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Someone else's process is there but not ours to signal.
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
