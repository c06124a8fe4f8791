import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type {
  AppEvent,
  DamagedFile,
  Dossier,
  Person,
  Settings,
  WorkspaceView,
} from '../../preload/contract/index.ts';
import { AppError, isAppError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import { DurableFile, readIfThere } from '../store/durable-file.ts';
import { HistoryLog } from '../store/history-log.ts';
import type { NewerVersionError } from '../store/migrations.ts';
import { Store, toWriteError, UnreadableError, type StoreFile } from '../store/store.ts';
import {
  dossierFile,
  headFile,
  layout,
  personFile,
  type Layout,
  type PersonRecord,
  type WorkspaceHead,
} from './files.ts';
import { lockWorkspace, type WorkspaceLock } from './lock.ts';
import { UndoStack, type Action, type Change } from './undo-stack.ts';

export interface WorkspaceDeps {
  clock: Clock;
  emit(event: AppEvent): void;
}

/** How many dossiers and people are read at the same time when a workspace opens. */
const READ_AT_ONCE = 32;

/** One open workspace: every record in memory, each in a file of its own on disk. */
export class Workspace {
  readonly paths: Layout;
  readonly readOnly: boolean;
  readonly damaged: DamagedFile[] = [];
  readonly #deps: WorkspaceDeps;
  readonly #lock: WorkspaceLock | null;
  readonly #head: Store<WorkspaceHead>;
  readonly #dossiers = new Map<string, Store<Dossier>>();
  readonly #people = new Map<string, Store<PersonRecord>>();
  readonly #histories = new Map<string, HistoryLog>();
  readonly #undo = new UndoStack();
  #savedAt: string | null = null;
  #revision = 0;
  /** Steps that touch more than one file run one after another. */
  #steps: Promise<unknown> = Promise.resolve();

  private constructor(
    paths: Layout,
    readOnly: boolean,
    lock: WorkspaceLock | null,
    head: Store<WorkspaceHead>,
    deps: WorkspaceDeps,
  ) {
    this.paths = paths;
    this.readOnly = readOnly;
    this.#lock = lock;
    this.#head = head;
    this.#deps = deps;
  }

  /** @throws AppError `workspaces.folder-in-use` unless the folder is empty or not there yet, `store.*` */
  static async create(folder: string, name: string, deps: WorkspaceDeps): Promise<Workspace> {
    const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new AppError('workspaces.folder-in-use', { folder }, { cause: error });
    });
    if (entries.length > 0) throw new AppError('workspaces.folder-in-use', { folder });
    const paths = layout(folder);
    try {
      for (const dir of [folder, paths.dossiers, paths.people]) await mkdir(dir, { recursive: true });
    } catch (cause) {
      throw toWriteError(cause, folder);
    }
    await Store.createFile(paths.head, headFile, {
      schemaVersion: 1,
      id: randomUUID(),
      name,
      createdAt: deps.clock.now(),
      settings: { language: null, theme: 'system', providers: [], plannedSubmissionOn: null },
    });
    return Workspace.open(folder, false, deps);
  }

  /** @throws AppError `workspaces.not-found`, `workspaces.locked`, `workspaces.newer-version`, `store.unreadable` */
  static async open(folder: string, readOnly: boolean, deps: WorkspaceDeps): Promise<Workspace> {
    const paths = layout(folder);
    if (!(await isThere(paths.head)) && !(await isThere(`${paths.head}.bak`)))
      throw new AppError('workspaces.not-found', { folder });
    const lock = readOnly
      ? null
      : await lockWorkspace(folder, deps.clock.now(), () => deps.emit(lostLock(deps, folder)));
    try {
      const head = await openHead(paths);
      const workspace = new Workspace(paths, readOnly, lock, head, deps);
      await workspace.#readAll();
      return workspace;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  get id(): string {
    return this.#head.state.id;
  }

  get settings(): Settings {
    return this.#head.state.settings;
  }

  /** Counts up with every change of any record; derived values are kept under it. */
  get revision(): number {
    return this.#revision;
  }

  get dossiers(): Dossier[] {
    return [...this.#dossiers.values()].map((store) => store.state);
  }

  get people(): Person[] {
    return [...this.#people.values()].map((store) => store.state.person);
  }

  /** @throws AppError `dossiers.not-found` */
  dossier(dossierId: string): Dossier {
    const store = this.#dossiers.get(dossierId);
    if (!store) throw new AppError('dossiers.not-found', { dossierId });
    return store.state;
  }

  person(personId: string): Person | null {
    return this.#people.get(personId)?.state.person ?? null;
  }

  history(dossierId: string): HistoryLog {
    this.dossier(dossierId);
    return this.#historyOf(dossierId);
  }

  view(): WorkspaceView {
    const words = (step: Action | null) => step && { action: step.action, params: step.params };
    return {
      id: this.id,
      name: this.#head.state.name,
      folder: this.paths.folder,
      readOnly: this.readOnly,
      settings: this.settings,
      damaged: this.damaged,
      undo: words(this.#undo.nextUndo),
      redo: words(this.#undo.nextRedo),
      savedAt: this.#savedAt,
    };
  }

  async saveSettings(patch: Partial<Settings> & { name?: string }): Promise<void> {
    const { name, ...settings } = patch;
    await this.#saving(() =>
      this.#head.update((head) => {
        if (name) head.name = name;
        Object.assign(head.settings, settings);
      }),
    );
  }

  /** Changes one dossier as one undoable step. @throws AppError `workspaces.read-only`, `store.*` */
  async editDossier(id: string, action: Action, change: (draft: Dossier) => void): Promise<Dossier> {
    return this.#inTurn(async () => {
      this.dossier(id);
      const { before, after } = await this.#saving(() => this.#dossiers.get(id)!.update(change));
      await this.#remember(action, { kind: 'dossier', id, before, after });
      return after;
    });
  }

  /** Changes a dossier outside of undo: for what mirrors something that undo cannot bring back. */
  async markDossier(id: string, action: Action, change: (draft: Dossier) => void): Promise<Dossier> {
    this.dossier(id);
    const { after } = await this.#saving(() => this.#dossiers.get(id)!.update(change));
    await this.#historyOf(id).append({ at: this.#deps.clock.now(), ...action });
    return after;
  }

  async addDossier(dossier: Dossier, action: Action): Promise<void> {
    await this.#saving(async () => {
      await mkdir(join(this.paths.dossiers, dossier.id), { recursive: true });
      const store = await Store.createFile(this.paths.dossier(dossier.id), dossierFile(dossier.id), dossier);
      this.#dossiers.set(dossier.id, store);
    });
    await this.#remember(action, { kind: 'dossier', id: dossier.id, before: null, after: dossier });
  }

  async removeDossier(id: string, action: Action): Promise<void> {
    const before = this.dossier(id);
    await this.#saving(() => this.#trashDossier(id));
    await this.#remember(action, { kind: 'dossier', id, before, after: null });
  }

  async addPerson(person: Person, action: Action): Promise<void> {
    const record: PersonRecord = { schemaVersion: 1, person };
    await this.#saving(() => this.#putPerson(person.id, record));
    await this.#remember(action, { kind: 'person', id: person.id, before: null, after: record });
  }

  /** @throws AppError `people.not-found` */
  async editPerson(id: string, action: Action, change: (draft: Person) => void): Promise<Person> {
    return this.#inTurn(async () => {
      const store = this.#people.get(id);
      if (!store) throw new AppError('people.not-found', { personId: id });
      const { before, after } = await this.#saving(() => store.update((record) => change(record.person)));
      await this.#remember(action, { kind: 'person', id, before, after });
      return after.person;
    });
  }

  async removePerson(id: string, action: Action): Promise<void> {
    const before = this.#people.get(id)?.state;
    if (!before) throw new AppError('people.not-found', { personId: id });
    await this.#saving(() => this.#putPerson(id, null));
    await this.#remember(action, { kind: 'person', id, before, after: null });
  }

  /** Takes the last step back; answers it, or `null` when there is none. */
  undo(): Promise<(Action & { dossierId: string | null }) | null> {
    return this.#inTurn(async () => {
      const step = this.#undo.nextUndo;
      if (!step) return null;
      await this.#put(step.change, step.change.before);
      this.#undo.didUndo();
      return this.#tellHistory('undo', step, step.change);
    });
  }

  redo(): Promise<(Action & { dossierId: string | null }) | null> {
    return this.#inTurn(async () => {
      const step = this.#undo.nextRedo;
      if (!step) return null;
      await this.#put(step.change, step.change.after);
      this.#undo.didRedo();
      return this.#tellHistory('redo', step, step.change);
    });
  }

  /** Puts the last good version of a damaged file in its place; the damaged one stays beside it. */
  async recover(file: string): Promise<void> {
    const index = this.damaged.findIndex((entry) => entry.file === file);
    const entry = this.damaged[index];
    if (!entry?.backupFrom) throw new AppError('store.no-backup', { file });
    this.#refuseReadOnly();
    const path = join(this.paths.folder, ...entry.file.split('/'));
    const backup = await new DurableFile(path).readBackup();
    if (!backup) throw new AppError('store.no-backup', { file });
    await rename(path, `${path}.damaged-${Date.now()}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw toWriteError(error, file);
    });
    await new DurableFile(path).write(backup);
    try {
      if (entry.kind === 'dossier')
        this.#dossiers.set(entry.id, await Store.openFile(path, dossierFile(entry.id)));
      else this.#people.set(entry.id, await Store.openFile(path, personFile(entry.id)));
    } catch (cause) {
      throw new AppError('store.unreadable', { file, hasBackup: false }, { cause });
    }
    this.damaged.splice(index, 1);
    this.#revision++;
  }

  /** Resolves when everything accepted so far is on disk. */
  async flush(): Promise<void> {
    await this.#steps;
    await Promise.all(
      [this.#head, ...this.#dossiers.values(), ...this.#people.values()].map((store) => store.settled()),
    );
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#lock?.release();
  }

  #historyOf(dossierId: string): HistoryLog {
    let log = this.#histories.get(dossierId);
    if (!log) this.#histories.set(dossierId, (log = new HistoryLog(this.paths.history(dossierId))));
    return log;
  }

  #refuseReadOnly(): void {
    if (this.readOnly) throw new AppError('workspaces.read-only', {});
  }

  /** Runs a write and tells the window how saving goes. */
  async #saving<R>(write: () => Promise<R>): Promise<R> {
    this.#refuseReadOnly();
    const { clock, emit } = this.#deps;
    emit({ type: 'saving', state: 'saving', at: clock.now(), failure: null });
    try {
      const result = await write();
      this.#revision++;
      this.#savedAt = clock.now();
      emit({ type: 'saving', state: 'saved', at: this.#savedAt, failure: null });
      return result;
    } catch (cause) {
      const error = isAppError(cause) ? cause : toWriteError(cause, this.paths.folder);
      emit({ type: 'saving', state: 'failed', at: clock.now(), failure: error.failure });
      throw error;
    }
  }

  async #remember(action: Action, change: Change): Promise<void> {
    const merged = this.#undo.push({ ...action, change, atMs: Date.now() });
    if (change.kind !== 'dossier' || change.after === null) return;
    const entry = { at: this.#deps.clock.now(), ...action };
    const log = this.#historyOf(change.id);
    await (merged ? log.replaceLast(entry) : log.append(entry));
  }

  async #tellHistory(verb: 'undo' | 'redo', step: Action, change: Change) {
    const dossierId = change.kind === 'dossier' && this.#dossiers.has(change.id) ? change.id : null;
    if (dossierId)
      await this.#historyOf(dossierId).append({
        at: this.#deps.clock.now(),
        action: `${verb}:${step.action}`,
        params: step.params,
      });
    return { action: step.action, params: step.params, dossierId };
  }

  #inTurn<R>(run: () => Promise<R>): Promise<R> {
    const result = this.#steps.then(run);
    this.#steps = result.catch(() => undefined);
    return result;
  }

  async #put(change: Change, state: Change['before']): Promise<void> {
    await this.#saving(() =>
      change.kind === 'dossier'
        ? this.#putDossier(change.id, state as Dossier | null)
        : this.#putPerson(change.id, state as PersonRecord | null),
    );
  }

  async #putDossier(id: string, state: Dossier | null): Promise<void> {
    if (state === null) return this.#trashDossier(id);
    const store = this.#dossiers.get(id);
    if (store) {
      await store.replace(withMarks(state, store.state));
      return;
    }
    await rename(this.paths.trashedDossier(id), join(this.paths.dossiers, id));
    this.#dossiers.set(id, await Store.openFile(this.paths.dossier(id), dossierFile(id)));
  }

  async #putPerson(id: string, record: PersonRecord | null): Promise<void> {
    const store = this.#people.get(id);
    if (record === null) {
      await mkdir(this.paths.trash, { recursive: true });
      await store?.settled();
      await rename(this.paths.person(id), this.paths.trashedPerson(id));
      await rm(`${this.paths.person(id)}.bak`, { force: true });
      this.#people.delete(id);
    } else if (store) await store.replace(record);
    else this.#people.set(id, await Store.createFile(this.paths.person(id), personFile(id), record));
  }

  async #trashDossier(id: string): Promise<void> {
    await mkdir(this.paths.trash, { recursive: true });
    await this.#dossiers.get(id)?.settled();
    await rename(join(this.paths.dossiers, id), this.paths.trashedDossier(id));
    this.#dossiers.delete(id);
  }

  async #readAll(): Promise<void> {
    const read: Store<Dossier>[] = [];
    const ids = await listNames(this.paths.dossiers);
    await inBatches(ids, READ_AT_ONCE, async (id) => {
      const store = await this.#openOrNote('dossier', id, this.paths.dossier(id), dossierFile(id));
      if (store) read.push(store);
    });
    read.sort((a, b) => a.state.createdAt.localeCompare(b.state.createdAt));
    for (const store of read) this.#dossiers.set(store.state.id, store);
    const files = (await listNames(this.paths.people)).filter((name) => name.endsWith('.json'));
    await inBatches(files, READ_AT_ONCE, async (name) => {
      const id = basename(name, '.json');
      const store = await this.#openOrNote('person', id, this.paths.person(id), personFile(id));
      if (store) this.#people.set(id, store);
    });
  }

  async #openOrNote<T>(
    kind: DamagedFile['kind'],
    id: string,
    path: string,
    file: StoreFile<T>,
  ): Promise<Store<T> | null> {
    try {
      return await Store.openFile(path, file);
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

async function openHead(paths: Layout): Promise<Store<WorkspaceHead>> {
  try {
    return await Store.openFile(paths.head, headFile);
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    if (cause.reason === 'newer-version')
      throw new AppError(
        'workspaces.newer-version',
        { file: headFile.name, version: (cause.cause as NewerVersionError).version },
        { cause },
      );
    const hasBackup = (await backupFrom(paths.head)) !== null;
    throw new AppError('store.unreadable', { file: headFile.name, hasBackup }, { cause });
  }
}

/** The workspace's own file from its backup, on the person's word; the damaged one stays beside it. */
export async function recoverHead(folder: string): Promise<void> {
  const { head } = layout(folder);
  const backup = await readIfThere(`${head}.bak`);
  if (!backup) throw new AppError('store.no-backup', { file: headFile.name });
  await rename(head, `${head}.damaged-${Date.now()}`).catch(() => undefined);
  await new DurableFile(head).write(backup);
}

function lostLock(deps: WorkspaceDeps, folder: string): AppEvent {
  const failure = { code: 'workspaces.locked' as const, params: { folder, since: deps.clock.now() } };
  return { type: 'saving', state: 'failed', at: deps.clock.now(), failure };
}

async function backupFrom(path: string): Promise<string | null> {
  const info = await stat(`${path}.bak`).catch(() => null);
  return info ? info.mtime.toISOString() : null;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw toWriteError(error, dirname(folder));
  });
}

async function inBatches<T>(items: T[], size: number, run: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += size)
    await Promise.all(items.slice(start, start + size).map(run));
}
