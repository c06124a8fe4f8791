import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { toWriteError } from '../store/store.ts';

/** A lock older than this without a sign of life is stale: its process or machine is gone. */
const STALE_MS = 15_000;

const Owner = v.object({ pid: v.number(), host: v.string(), since: v.string() });

export interface WorkspaceLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that writes `folder`. A lock left by a process of this machine that has died is
 * taken over at once, one from elsewhere when it shows no sign of life for 15 s.
 *
 * @throws AppError `workspaces.locked` naming since when, `store.no-permission`
 */
export async function lockWorkspace(
  folder: string,
  now: string,
  onLost: (cause: Error) => void,
): Promise<WorkspaceLock> {
  const lockPath = join(folder, 'lock');
  const ownerPath = join(folder, 'lock-owner.json');
  const take = () =>
    lockfile.lock(folder, {
      lockfilePath: lockPath,
      stale: STALE_MS,
      update: STALE_MS / 3,
      realpath: true,
      onCompromised: onLost,
    });

  let release: () => Promise<void>;
  try {
    release = await take();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ELOCKED') throw toWriteError(cause, 'lock');
    const owner = await readOwner(ownerPath);
    if (!owner || !isDead(owner)) throw lockedBy(folder, owner?.since ?? (await lockedSince(lockPath)));
    await rm(lockPath, { recursive: true, force: true });
    release = await take().catch(() => {
      throw lockedBy(folder, owner.since);
    });
  }
  await writeFile(ownerPath, JSON.stringify({ pid: process.pid, host: hostname(), since: now })).catch(
    () => undefined,
  );
  return {
    async release() {
      await rm(ownerPath, { force: true }).catch(() => undefined);
      await release().catch(() => undefined);
    },
  };
}

function lockedBy(folder: string, since: string): AppError {
  return new AppError('workspaces.locked', { folder, since });
}

async function readOwner(path: string) {
  try {
    const owner = v.safeParse(Owner, JSON.parse(await readFile(path, 'utf8')));
    return owner.success ? owner.output : null;
  } catch {
    return null;
  }
}

async function lockedSince(lockPath: string): Promise<string> {
  const info = await stat(lockPath).catch(() => null);
  return (info?.mtime ?? new Date(0)).toISOString();
}

function isDead({ pid, host }: v.InferOutput<typeof Owner>): boolean {
  if (host !== hostname() || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
