import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DamagedFile, Dossier, Person } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import { DurableFile } from '../store/durable-file.ts';
import { Store, toWriteError, UnreadableError, type StoreFile } from '../store/store.ts';
import { dossierFile, personFile, type Layout, type PersonRecord } from './files.ts';

/** How many files are read at the same time when a workspace opens. */
const READ_AT_ONCE = 32;

/** The dossiers and people of a workspace: all in memory, each in a file of its own. Knows no undo and no window. */
export class Records {
  /** Files that could not be read; the others are not affected. */
  readonly damaged: DamagedFile[] = [];
  readonly #paths: Layout;
  readonly #dossiers = new Map<string, Store<Dossier>>();
  readonly #people = new Map<string, Store<PersonRecord>>();

  constructor(paths: Layout) {
    this.#paths = paths;
  }

  get dossiers(): Dossier[] {
    return [...this.#dossiers.values()].map((store) => store.state);
  }

  get people(): Person[] {
    return [...this.#people.values()].map((store) => store.state.person);
  }

  findDossier(id: string): Store<Dossier> | null {
    return this.#dossiers.get(id) ?? null;
  }

  findPerson(id: string): Store<PersonRecord> | null {
    return this.#people.get(id) ?? null;
  }

  /** Reads every file; dossiers in the order of their making. */
  async readAll(): Promise<void> {
    const read: Store<Dossier>[] = [];
    await inBatches(await namesIn(this.#paths.dossiers), async (id) => {
      const store = await this.#openOrNote('dossier', id, dossierFile(id), (dossier) => dossier.id);
      if (store) read.push(store);
    });
    read.sort((a, b) => a.state.createdAt.localeCompare(b.state.createdAt));
    for (const store of read) this.#dossiers.set(store.state.id, store);
    const files = (await namesIn(this.#paths.people)).filter((name) => name.endsWith('.json'));
    await inBatches(files, async (name) => {
      const id = basename(name, '.json');
      const store = await this.#openOrNote('person', id, personFile(id), ({ person }) => person.id);
      if (store) this.#people.set(id, store);
    });
  }

  async addDossier(dossier: Dossier): Promise<void> {
    const path = this.#paths.dossier(dossier.id);
    await mkdir(dirname(path), { recursive: true });
    this.#dossiers.set(dossier.id, await Store.createFile(path, dossierFile(dossier.id), dossier));
  }

  /** Makes the dossier what `state` says: `null` moves it to the trash, a state brings it back from there. */
  async putDossier(id: string, state: Dossier | null): Promise<void> {
    const store = this.#dossiers.get(id);
    if (state === null) await this.#trashDossier(id);
    else if (store) await store.replace(withMarks(state, store.state));
    else {
      await rename(this.#paths.trashedDossier(id), join(this.#paths.dossiers, id));
      this.#dossiers.set(id, await Store.openFile(this.#paths.dossier(id), dossierFile(id)));
    }
  }

  async putPerson(id: string, record: PersonRecord | null): Promise<void> {
    const store = this.#people.get(id);
    const path = this.#paths.person(id);
    if (record === null) {
      await mkdir(this.#paths.trash, { recursive: true });
      await store?.settled();
      await rename(path, this.#paths.trashedPerson(id));
      await rm(`${path}.bak`, { force: true });
      this.#people.delete(id);
    } else if (store) await store.replace(record);
    else this.#people.set(id, await Store.createFile(path, personFile(id), record));
  }

  /**
   * Puts the last good version of a damaged file in its place; the damaged one stays beside it.
   *
   * @throws AppError `store.no-backup`, `store.unreadable` when the backup is no better
   */
  async recover(file: string): Promise<void> {
    const index = this.damaged.findIndex((entry) => entry.file === file);
    const entry = this.damaged[index];
    if (!entry?.backupFrom) throw new AppError('store.no-backup', { file });
    const path = join(this.#paths.folder, ...entry.file.split('/'));
    await restoreBackup(path, file);
    try {
      if (entry.kind === 'dossier')
        this.#dossiers.set(entry.id, await Store.openFile(path, dossierFile(entry.id)));
      else this.#people.set(entry.id, await Store.openFile(path, personFile(entry.id)));
    } catch (cause) {
      throw new AppError('store.unreadable', { file, hasBackup: false }, { cause });
    }
    this.damaged.splice(index, 1);
  }

  async settled(): Promise<void> {
    const stores = [...this.#dossiers.values(), ...this.#people.values()];
    await Promise.all(stores.map((store) => store.settled()));
  }

  async #trashDossier(id: string): Promise<void> {
    await mkdir(this.#paths.trash, { recursive: true });
    await this.#dossiers.get(id)?.settled();
    await rename(join(this.#paths.dossiers, id), this.#paths.trashedDossier(id));
    this.#dossiers.delete(id);
  }

  /** A record under another name than its own (a folder copied by hand) would be saved over the original. */
  async #openOrNote<T>(
    kind: DamagedFile['kind'],
    id: string,
    file: StoreFile<T>,
    idOf: (state: T) => string,
  ): Promise<Store<T> | null> {
    const path = join(this.#paths.folder, ...file.name.split('/'));
    try {
      const store = await Store.openFile(path, file);
      if (idOf(store.state) !== id) throw new UnreadableError('wrong-shape');
      return store;
    } catch (cause) {
      if (!(cause instanceof UnreadableError)) throw cause;
      const reason = cause.reason === 'missing' ? 'unreadable' : cause.reason;
      this.damaged.push({ file: file.name, kind, id, reason, backupFrom: await backupFrom(path) });
      return null;
    }
  }
}

/**
 * What undo brings back keeps the marks of what undo cannot take back: the password is in the keychain, the pack is
 * on paper.
 */
function withMarks(state: Dossier, current: Dossier): Dossier {
  const judged = new Map(current.filings.map(({ id, judgedBy }) => [id, judgedBy]));
  return {
    ...state,
    filingPassword: current.filingPassword,
    filings: state.filings.map((filing) => ({
      ...filing,
      judgedBy: judged.get(filing.id) ?? filing.judgedBy,
    })),
  };
}

/** @throws AppError `store.no-backup`, `store.*` */
export async function restoreBackup(path: string, file: string): Promise<void> {
  const durable = new DurableFile(path);
  const backup = await durable.readBackup();
  if (!backup) throw new AppError('store.no-backup', { file });
  try {
    await rename(path, `${path}.damaged-${Date.now()}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await durable.write(backup);
  } catch (cause) {
    throw toWriteError(cause, file);
  }
}

/** When the last good version of a file was written; `null` without one. */
export async function backupFrom(path: string): Promise<string | null> {
  const info = await stat(`${path}.bak`).catch(() => null);
  return info ? info.mtime.toISOString() : null;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw toWriteError(error, basename(folder));
  });
}

async function inBatches<T>(items: T[], run: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += READ_AT_ONCE)
    await Promise.all(items.slice(start, start + READ_AT_ONCE).map(run));
}
