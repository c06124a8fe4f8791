import type { DossierView, Failure, PackPreview, PackResult, Task } from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';

/** State of the pack of one filing: preview, export, where it went. */
export class PackPage {
  preview = $state.raw<PackPreview | null>(null);
  view = $state.raw<DossierView | null>(null);
  /** Address of the pages' pictures; `null` until they are drawn. */
  pictures = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The export in progress or just ended. */
  task = $state.raw<Task | null>(null);
  starting = $state(false);

  readonly running = $derived(this.starting || this.task?.state === 'running');
  readonly result: PackResult | null = $derived(this.task?.state === 'done' ? this.task.pack : null);
  readonly errors = $derived(this.preview?.preflight.filter((item) => item.severity === 'error').length ?? 0);
  readonly filing = $derived(
    this.view?.dossier.filings.find((filing) => filing.id === this.filingId) ?? null,
  );

  readonly dossierId: string;
  readonly filingId: string;
  #client: Client;
  #taskId: string | null = null;
  #loads = 0;
  /** Ends that were told before `packs.export` had answered. */
  #early: Task[] = [];

  constructor(client: Client, dossierId: string, filingId: string) {
    this.#client = client;
    this.dossierId = dossierId;
    this.filingId = filingId;
  }

  async load(): Promise<void> {
    const turn = ++this.#loads;
    try {
      const [preview, view] = await Promise.all([
        this.#client.call('packs.preview', { dossierId: this.dossierId, filingId: this.filingId }),
        this.#client.call('dossiers.get', { dossierId: this.dossierId }),
      ]);
      this.preview = preview;
      this.view = view;
      this.failure = null;
      // The lists are there at once; drawing takes as long as an export.
      const { pictures } = await this.#client.call('packs.drawPages', {
        dossierId: this.dossierId,
        filingId: this.filingId,
      });
      if (turn === this.#loads) this.pictures = pictures;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  async export(draft: boolean): Promise<void> {
    this.starting = true;
    this.task = null;
    this.#early = [];
    try {
      const { taskId } = await this.#client.call('packs.export', {
        dossierId: this.dossierId,
        filingId: this.filingId,
        draft,
      });
      this.#taskId = taskId;
      this.task = this.#early.findLast((task) => task.id === taskId) ?? null;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.starting = false;
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'task') this.#follow(event.task);
    else if (concerns(event, this.dossierId)) void this.load();
  }

  /** Takes note of its own export; ignores other work. */
  #follow(task: Task): void {
    if (task.kind !== 'export' || task.dossierId !== this.dossierId) return;
    if (this.starting) this.#early.push(task);
    else if (task.id === this.#taskId) this.task = task;
  }

  async cancel(): Promise<void> {
    if (!this.#taskId) return;
    try {
      await this.#client.call('tasks.cancel', { taskId: this.#taskId });
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
