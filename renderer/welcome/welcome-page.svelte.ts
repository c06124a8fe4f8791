import { failureOf } from '../api/client.ts';
import type { Failure } from '../../preload/contract/index.ts';

/** What the page asks of the application. */
export interface WorkspaceOpener {
  openWorkspace(folder: string, readOnly?: boolean): Promise<void>;
  openFromBackup(folder: string, file: string): Promise<void>;
  createWorkspace(folder: string, name: string): Promise<void>;
  chooseFolder(): Promise<string | null>;
}

/** State of the page shown while no workspace is open. */
export class WelcomePage {
  name = $state('');
  folder = $state('');
  openFolder = $state('');
  /** Problems are shown once the person has tried. */
  triedCreate = $state(false);
  triedOpen = $state(false);
  busy = $state(false);
  failure = $state.raw<{ of: 'open' | 'create'; failure: Failure } | null>(null);
  /** A workspace another process writes; it may still be opened read-only. */
  locked = $state.raw<{ folder: string; since: string } | null>(null);
  /** A workspace whose own file is damaged and has a backup. */
  damaged = $state.raw<{ folder: string; file: string } | null>(null);
  #app: WorkspaceOpener;

  readonly nameMissing = $derived(this.triedCreate && this.name.trim() === '');
  readonly folderMissing = $derived(this.triedCreate && this.folder.trim() === '');
  readonly openFolderMissing = $derived(this.triedOpen && this.openFolder.trim() === '');

  constructor(app: WorkspaceOpener, suggestedFolder: string) {
    this.#app = app;
    this.folder = suggestedFolder;
  }

  async create() {
    this.triedCreate = true;
    if (this.name.trim() === '' || this.folder.trim() === '') return;
    await this.#run('create', this.folder, () =>
      this.#app.createWorkspace(this.folder.trim(), this.name.trim()),
    );
  }

  async open(folder = this.openFolder, readOnly = false) {
    if (folder === this.openFolder) this.triedOpen = true;
    if (folder.trim() === '') return;
    await this.#run('open', folder, () => this.#app.openWorkspace(folder.trim(), readOnly));
  }

  async openReadOnly() {
    if (this.locked) await this.open(this.locked.folder, true);
  }

  async openFromBackup() {
    const damaged = this.damaged;
    if (damaged)
      await this.#run('open', damaged.folder, () => this.#app.openFromBackup(damaged.folder, damaged.file));
  }

  /** `chosen` goes into the new workspace's field, or opens at once. */
  async choose(purpose: 'create' | 'open') {
    const chosen = await this.#app.chooseFolder();
    if (chosen === null) return;
    if (purpose === 'create') this.folder = chosen;
    else {
      this.openFolder = chosen;
      await this.open(chosen);
    }
  }

  async #run(of: 'open' | 'create', folder: string, work: () => Promise<void>) {
    this.busy = true;
    this.failure = this.locked = this.damaged = null;
    try {
      await work();
    } catch (caught) {
      const failure = failureOf(caught);
      if (failure.code === 'workspaces.locked')
        this.locked = { folder, since: String(failure.params['since'] ?? '') };
      else if (failure.code === 'store.unreadable' && failure.params['hasBackup'] === true)
        this.damaged = { folder, file: String(failure.params['file'] ?? '') };
      else this.failure = { of, failure };
    } finally {
      this.busy = false;
    }
  }
}
