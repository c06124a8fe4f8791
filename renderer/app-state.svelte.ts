import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { failureOf, type Client, type ClientEvent } from './api/client.ts';
import { EntityRows } from './entities/entity-rows.svelte.ts';
import { actionText } from './messages/actions.ts';
import { failureText } from './messages/failures.ts';
import { language, say, t } from './messages/index.svelte.ts';
import { Saving } from './saving.svelte.ts';
import type {
  AppStatus,
  Catalogue,
  Failure,
  Input,
  Language,
  RulePacks,
  Task,
  WorkspaceView,
} from '../preload/contract/index.ts';

export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'good' | 'error';
  action: { label: string; run: () => void } | null;
}

export type Theme = 'system' | 'light' | 'dark';

/** How long a message stays, in ms; errors stay until they are closed. */
const toastMs = 6000;
/** How long a finished task stays in the status bar, in ms. */
const finishedTaskMs = 4000;

/** What every screen shares: host, workspace, catalogue, long tasks, saving, messages. */
export class AppState {
  readonly client: Client;
  readonly saving = new Saving();
  readonly rows: EntityRows;
  readonly tasks = new SvelteMap<string, Task>();

  status = $state.raw<AppStatus | null>(null);
  workspace = $state.raw<WorkspaceView | null>(null);
  catalogue = $state.raw<Catalogue | null>(null);
  /** Which rules the workspace is judged by. */
  rulePacks = $state.raw<RulePacks | null>(null);
  toasts = $state.raw<Toast[]>([]);
  /** Why the window could not even start. */
  startFailure = $state.raw<Failure | null>(null);

  readonly today = $derived(this.status?.today ?? '');
  readonly readOnly = $derived(this.workspace?.readOnly ?? false);
  readonly theme = $derived<Theme>(this.workspace?.settings.theme ?? 'system');
  readonly runningTasks = $derived([...this.tasks.values()].filter((task) => task.state === 'running'));

  #lastToast = 0;
  /** Places that show refused files themselves, each with its dossier. */
  #refusalPlaces: { dossierId: string }[] = [];

  constructor(client: Client) {
    this.client = client;
    this.rows = new EntityRows(client);
    client.subscribe((event) => this.#hear(event));
  }

  async start() {
    try {
      this.#takeStatus(await this.client.call('app.status', {}));
      this.catalogue = await this.client.call('rules.catalogue', {});
      if (this.workspace) await this.#entered();
      this.startFailure = null;
    } catch (caught) {
      this.startFailure = failureOf(caught);
    }
  }

  /** @throws ApiError */
  async openWorkspace(folder: string, readOnly = false) {
    await this.adopt(await this.client.call('workspaces.open', { folder, readOnly }));
  }

  /** @throws ApiError */
  async createWorkspace(folder: string, name: string) {
    await this.adopt(await this.client.call('workspaces.create', { folder, name }));
  }

  /** Opens a workspace whose own file is damaged from that file's last good version. @throws ApiError */
  async openFromBackup(folder: string, file: string) {
    await this.adopt(await this.client.call('workspaces.recover', { folder, file }));
  }

  async closeWorkspace() {
    await this.attempt(async () => {
      await this.saving.flush();
      await this.client.call('workspaces.close', {});
      this.workspace = null;
      this.rows.clear();
      this.tasks.clear();
      this.#takeStatus(await this.client.call('app.status', {}));
    });
  }

  async adopt(workspace: WorkspaceView) {
    this.workspace = workspace;
    this.#applyLanguage();
    await this.#entered();
  }

  async saveSettings(patch: Input<'workspaces.saveSettings'>['patch']) {
    await this.attempt(async () => {
      this.workspace = await this.client.call('workspaces.saveSettings', { patch });
      this.#applyLanguage();
    });
  }

  /** Opens a damaged file from its last good version, which the person has agreed to. */
  async recover(file: string) {
    await this.attempt(async () => {
      this.workspace = await this.client.call('workspaces.recover', { folder: null, file });
      await Promise.all([this.rows.load(), this.#loadRulePacks()]);
    });
  }

  /** Other rules are in force: whatever was judged by the old ones is read anew. */
  async rulesChanged(packs: RulePacks) {
    this.rulePacks = packs;
    await Promise.all([this.refreshWorkspace(), this.rows.load()]);
  }

  async refreshWorkspace() {
    await this.attempt(async () => this.#takeStatus(await this.client.call('app.status', {})));
  }

  /** The system's folder dialog; `null` when cancelled. */
  async chooseFolder(): Promise<string | null> {
    return this.client.call('workspaces.chooseFolder', {});
  }

  undo = () => this.#step('workspaces.undo');
  redo = () => this.#step('workspaces.redo');

  async cancelTask(taskId: string) {
    await this.attempt(() => this.client.call('tasks.cancel', { taskId }));
  }

  /** Switches the language of the window, and keeps it with the workspace when one is open. */
  setLanguage(chosen: Language) {
    language.current = chosen;
    if (this.workspace && !this.readOnly) void this.saveSettings({ language: chosen });
  }

  /** Runs what may fail and says so where no field or dialog could. Answers whether it succeeded. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (caught) {
      this.fail(failureOf(caught));
      return false;
    }
  }

  fail(failure: Failure) {
    this.toast(failureText(failure), 'error');
  }

  toast(text: string, tone: Toast['tone'] = 'info', action: Toast['action'] = null) {
    const id = ++this.#lastToast;
    this.toasts = [...this.toasts.filter((toast) => toast.text !== text), { id, text, tone, action }].slice(
      -4,
    );
    if (tone !== 'error') setTimeout(() => this.closeToast(id), toastMs);
  }

  /** Told by what shows the refused files of a dossier, so that no toast repeats them; returns the end of it. */
  showsRefusals(dossierId: string): () => void {
    const place = { dossierId };
    this.#refusalPlaces.push(place);
    return () => void (this.#refusalPlaces = this.#refusalPlaces.filter((other) => other !== place));
  }

  closeToast(id: number) {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  async #entered() {
    await Promise.all([
      this.rows.load(),
      this.#loadRulePacks(),
      this.client.call('tasks.list', {}).then((tasks) => {
        for (const task of tasks) if (task.state === 'running') this.tasks.set(task.id, task);
      }),
    ]);
  }

  async #loadRulePacks() {
    this.rulePacks = await this.client.call('rulePacks.list', {});
  }

  #takeStatus(status: AppStatus) {
    this.status = status;
    this.workspace = status.workspace;
    this.#applyLanguage();
  }

  #applyLanguage() {
    language.current = this.workspace?.settings.language ?? this.status?.systemLanguage ?? language.current;
  }

  async #step(method: 'workspaces.undo' | 'workspaces.redo') {
    await this.attempt(async () => {
      await this.saving.flush();
      const { undone, workspace } = await this.client.call(method, {});
      this.workspace = workspace;
      this.#applyLanguage();
      if (!undone) {
        this.toast(method === 'workspaces.undo' ? t.frame.nothingToUndo : t.frame.nothingToRedo);
        return;
      }
      const what = actionText(undone.action, undone.params, this.catalogue);
      this.toast(method === 'workspaces.undo' ? t.frame.undone(what) : t.frame.redone(what));
      if (undone.action.startsWith('rulePacks.')) await this.#loadRulePacks();
      this.client.announce({ type: 'undone', dossierId: undone.dossierId });
      await this.rows.load();
    });
  }

  #tellRefused({ dossierId, refused: [first, ...others] }: Task) {
    if (!first || this.#refusalPlaces.some((place) => place.dossierId === dossierId)) return;
    this.toast(t.documents.refusedToast(say(first.reason), others.length), 'error');
  }

  #hear(event: ClientEvent) {
    if (event.type === 'task') {
      this.tasks.set(event.task.id, event.task);
      if (event.task.state === 'running') return;
      if (event.task.state === 'failed' && event.task.failure) this.fail(event.task.failure);
      this.#tellRefused(event.task);
      setTimeout(() => this.tasks.delete(event.task.id), finishedTaskMs);
    } else if (event.type === 'saving') {
      this.saving.tell(event);
    } else if (event.type === 'command' && event.command === 'undo') void this.undo();
    else if (event.type === 'command' && event.command === 'redo') void this.redo();
    else if (event.type === 'command' && event.command.startsWith('language:'))
      this.setLanguage(event.command.slice('language:'.length) === 'en' ? 'en' : 'zh-CN');
  }
}

export const [getApp, setApp] = createContext<AppState>();
