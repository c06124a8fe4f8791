import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
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
import { KeptPackList, type NewPack } from '../rule-packs/kept-packs.ts';
import { HistoryLog } from '../store/history-log.ts';
import type { NewerVersionError } from '../store/migrations.ts';
import { Store, toWriteError, UnreadableError } from '../store/store.ts';
import { headFile, layout, type Layout, type PersonRecord, type WorkspaceHead } from './files.ts';
import { lockWorkspace, type WorkspaceLock } from './lock.ts';
import { backupFrom, Records, restoreBackup } from './records.ts';
import { UndoStack, type Action, type Change, type RulesState } from './undo-stack.ts';

export interface WorkspaceDeps {
  clock: Clock;
  emit(event: AppEvent): void;
}

/** What undo or redo did; `dossierId` is the dossier it shows in, if there is one now. */
export type Undone = Action & { dossierId: string | null };

/** One open workspace: its records, the undo of this session, and the word to the window how saving goes. */
export class Workspace {
  readonly paths: Layout;
  readonly rulePacks: KeptPackList;
  readonly #deps: WorkspaceDeps;
  readonly #head: Store<WorkspaceHead>;
  readonly #records: Records;
  readonly #histories = new Map<string, HistoryLog>();
  readonly #undo = new UndoStack();
  #lock: WorkspaceLock | null = null;
  #readOnly: boolean;
  #savedAt: string | null = null;
  #revision = 0;
  /** Steps run one after another, so that undo finds them in the order in which they were made. */
  #steps: Promise<unknown> = Promise.resolve();

  private constructor(
    paths: Layout,
    readOnly: boolean,
    head: Store<WorkspaceHead>,
    rulePacks: KeptPackList,
    deps: WorkspaceDeps,
  ) {
    this.paths = paths;
    this.rulePacks = rulePacks;
    this.#readOnly = readOnly;
    this.#head = head;
    this.#records = new Records(paths);
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
    let opened: Workspace | null = null;
    const onLost = () => {
      if (opened) opened.#lostLock();
    };
    const lock = readOnly ? null : await lockWorkspace(folder, deps.clock.now(), onLost);
    try {
      const [head, rulePacks] = [await openHead(paths), await KeptPackList.open(paths)];
      opened = new Workspace(paths, readOnly, head, rulePacks, deps);
      opened.#lock = lock;
      await opened.#records.readAll();
      return opened;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  get id(): string {
    return this.#head.state.id;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  get settings(): Settings {
    return this.#head.state.settings;
  }

  get damaged(): readonly DamagedFile[] {
    return [...this.#records.damaged, ...this.rulePacks.damaged];
  }

  /** Counts up with every change of any record; derived values are kept under it. */
  get revision(): number {
    return this.#revision;
  }

  get dossiers(): Dossier[] {
    return this.#records.dossiers;
  }

  get people(): Person[] {
    return this.#records.people;
  }

  /** @throws AppError `dossiers.not-found` */
  dossier(dossierId: string): Dossier {
    return this.#dossierStore(dossierId).state;
  }

  person(personId: string): Person | null {
    return this.#records.findPerson(personId)?.state.person ?? null;
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
      damaged: [...this.damaged],
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
  editDossier(id: string, action: Action, change: (draft: Dossier) => void): Promise<Dossier> {
    return this.#inTurn(async () => {
      const { before, after } = await this.#saving(() => this.#dossierStore(id).update(change));
      await this.#remember(action, { kind: 'dossier', id, before, after });
      return after;
    });
  }

  /** Changes a dossier outside of undo: for what mirrors something that undo cannot bring back. */
  markDossier(id: string, action: Action, change: (draft: Dossier) => void): Promise<Dossier> {
    return this.#inTurn(async () => {
      const { after } = await this.#saving(() => this.#dossierStore(id).update(change));
      await this.#historyOf(id).append({ at: this.#deps.clock.now(), ...action });
      return after;
    });
  }

  addDossier(dossier: Dossier, action: Action): Promise<void> {
    return this.#inTurn(async () => {
      await this.#saving(() => this.#records.addDossier(dossier));
      await this.#remember(action, { kind: 'dossier', id: dossier.id, before: null, after: dossier });
    });
  }

  removeDossier(id: string, action: Action): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.dossier(id);
      await this.#saving(() => this.#records.putDossier(id, null));
      await this.#remember(action, { kind: 'dossier', id, before, after: null });
    });
  }

  addPerson(person: Person, action: Action): Promise<void> {
    return this.#inTurn(async () => {
      const after: PersonRecord = { schemaVersion: 1, person };
      await this.#saving(() => this.#records.putPerson(person.id, after));
      await this.#remember(action, { kind: 'person', id: person.id, before: null, after });
    });
  }

  /** @throws AppError `people.not-found` */
  editPerson(id: string, action: Action, change: (draft: Person) => void): Promise<Person> {
    return this.#inTurn(async () => {
      const { before, after } = await this.#saving(() =>
        this.#personStore(id).update((record) => change(record.person)),
      );
      await this.#remember(action, { kind: 'person', id, before, after });
      return after.person;
    });
  }

  removePerson(id: string, action: Action): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#personStore(id).state;
      await this.#saving(() => this.#records.putPerson(id, null));
      await this.#remember(action, { kind: 'person', id, before, after: null });
    });
  }

  /** Puts a rule pack in force, or with `null` the built-in rules; `kept` when the pack is new here. */
  useRulePack(sha256: string | null, by: string, action: Action, kept: NewPack | null): Promise<void> {
    return this.#inTurn(async () => {
      const before = { sha256: this.rulePacks.state.inForce };
      const at = this.#deps.clock.now();
      await this.#saving(() => this.rulePacks.use(sha256, { by, at, kept }));
      await this.#remember(action, { kind: 'rules', id: 'rules', before, after: { sha256 } });
    });
  }

  /** Takes the last step back; answers it, or `null` when there is none. */
  undo(): Promise<Undone | null> {
    return this.#inTurn(async () => {
      const step = this.#undo.nextUndo;
      if (!step) return null;
      await this.#put(step.change, step.change.before);
      this.#undo.didUndo();
      return this.#tellHistory('undo', step, step.change);
    });
  }

  redo(): Promise<Undone | null> {
    return this.#inTurn(async () => {
      const step = this.#undo.nextRedo;
      if (!step) return null;
      await this.#put(step.change, step.change.after);
      this.#undo.didRedo();
      return this.#tellHistory('redo', step, step.change);
    });
  }

  /** Puts the last good version of a damaged file in its place; the damaged one stays beside it. */
  recover(file: string): Promise<void> {
    return this.#inTurn(() =>
      this.#saving(() =>
        this.rulePacks.isNamed(file) ? this.rulePacks.recover() : this.#records.recover(file),
      ),
    );
  }

  /** Resolves when everything accepted so far is on disk. */
  async flush(): Promise<void> {
    await this.#steps;
    await Promise.all([this.#head.settled(), this.#records.settled(), this.rulePacks.settled()]);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#lock?.release();
  }

  #dossierStore(dossierId: string): Store<Dossier> {
    const store = this.#records.findDossier(dossierId);
    if (!store) throw new AppError('dossiers.not-found', { dossierId });
    return store;
  }

  #personStore(personId: string): Store<PersonRecord> {
    const store = this.#records.findPerson(personId);
    if (!store) throw new AppError('people.not-found', { personId });
    return store;
  }

  #historyOf(dossierId: string): HistoryLog {
    let log = this.#histories.get(dossierId);
    if (!log) this.#histories.set(dossierId, (log = new HistoryLog(this.paths.history(dossierId))));
    return log;
  }

  /** Somebody else may write now: nothing more is written here, and the window is told. */
  #lostLock(): void {
    this.#readOnly = true;
    const at = this.#deps.clock.now();
    const failure = { code: 'workspaces.locked' as const, params: { folder: this.paths.folder, since: at } };
    this.#deps.emit({ type: 'saving', state: 'failed', at, failure });
  }

  /** Runs a write and tells the window how saving goes. @throws AppError `workspaces.read-only`, `store.*` */
  async #saving<R>(write: () => Promise<R>): Promise<R> {
    if (this.readOnly) throw new AppError('workspaces.read-only', {});
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

  async #tellHistory(verb: 'undo' | 'redo', { action, params }: Action, change: Change): Promise<Undone> {
    const isShown = change.kind === 'dossier' && this.#records.findDossier(change.id) !== null;
    const dossierId = isShown ? change.id : null;
    if (dossierId) {
      const at = this.#deps.clock.now();
      await this.#historyOf(dossierId).append({ at, action: `${verb}:${action}`, params });
    }
    return { action, params, dossierId };
  }

  #inTurn<R>(run: () => Promise<R>): Promise<R> {
    const result = this.#steps.then(run);
    this.#steps = result.catch(() => undefined);
    return result;
  }

  async #put({ kind, id }: Change, state: Change['before']): Promise<void> {
    await this.#saving(() => {
      if (kind === 'dossier') return this.#records.putDossier(id, state as Dossier | null);
      if (kind === 'person') return this.#records.putPerson(id, state as PersonRecord | null);
      const { sha256 } = state as RulesState;
      return this.rulePacks.use(sha256, { by: null, at: this.#deps.clock.now(), kept: null });
    });
  }
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
export function recoverHead(folder: string): Promise<void> {
  return restoreBackup(layout(folder).head, headFile.name);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
