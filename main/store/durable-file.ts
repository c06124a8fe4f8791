import { copyFile, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes under one name. Encryption at rest would be another implementation wrapped around `DurableFile`. */
export interface ByteFile {
  readonly path: string;
  /** `null` when there is no such file. */
  read(): Promise<Buffer | null>;
  write(bytes: Uint8Array): Promise<void>;
  /** The last version before the current one; `null` when there is none. */
  readBackup(): Promise<Buffer | null>;
}

/**
 * A file built for power cuts: new bytes reach the disk under another name before they replace the old ones,
 * and the previous version stays beside it as `<path>.bak`.
 */
export class DurableFile implements ByteFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  read(): Promise<Buffer | null> {
    return readIfThere(this.path);
  }

  readBackup(): Promise<Buffer | null> {
    return readIfThere(`${this.path}.bak`);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const temporary = `${this.path}.tmp`;
    try {
      await writeFlushed(temporary, bytes);
      await copyFile(this.path, `${this.path}.bak`).catch(ignoreMissing);
      await renamePatiently(temporary, this.path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await flushFolder(dirname(this.path));
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On Windows a virus scanner may hold the target for a moment; wait up to 1 s for it. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (attempt === 10 || (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES')) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

/** A rename is only durable once its folder is; Windows has no such call and refuses to open folders. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException);
    return null;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
