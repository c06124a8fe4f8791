import type {
  DossierView,
  Failure,
  PackOptions,
  PackPreview,
  PackResult,
  Task,
} from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';
import { FollowedTask } from './followed-task.svelte.ts';

/** State of the pack of one filing: how it is made, preview, export, where it went. */
export class PackPage {
  options = $state.raw<PackOptions>({ twoSided: false, separators: true, watermark: null });
  preview = $state.raw<PackPreview | null>(null);
  view = $state.raw<DossierView | null>(null);
  /** Address of the pages' pictures; `null` until they are drawn. */
  pictures = $state<string | null>(null);
  #loadFailure = $state.raw<Failure | null>(null);
  readonly #export: FollowedTask;

  readonly errors = $derived(this.preview?.preflight.filter((item) => item.severity === 'error').length ?? 0);
  readonly filing = $derived(
    this.view?.dossier.filings.find((filing) => filing.id === this.filingId) ?? null,
  );

  readonly dossierId: string;
  readonly filingId: string;
  #client: Client;
  #loads = 0;

  constructor(client: Client, dossierId: string, filingId: string) {
    this.#client = client;
    this.#export = new FollowedTask(client, 'export');
    this.dossierId = dossierId;
    this.filingId = filingId;
  }

  /** The export in progress or just ended. */
  get task(): Task | null {
    return this.#export.task;
  }

  get starting(): boolean {
    return this.#export.starting;
  }

  get running(): boolean {
    return this.#export.running;
  }

  get result(): PackResult | null {
    return this.task?.state === 'done' ? this.task.pack : null;
  }

  /** What only the last export has shown: on writing its uploads, and on reading its pages back. */
  get found(): PackPreview['preflight'] {
    const known = this.preview?.preflight.map((item) => JSON.stringify(item)) ?? [];
    return this.result?.manifest.preflight.filter((item) => !known.includes(JSON.stringify(item))) ?? [];
  }

  /** What the last export wrote under that name of the upload set. */
  written(name: string): PackResult['manifest']['files'][number] | null {
    return this.result?.manifest.files.find(({ path }) => path === `upload/${name}`) ?? null;
  }

  get failure(): Failure | null {
    return this.#loadFailure ?? this.#export.failure;
  }

  async load(): Promise<void> {
    const turn = ++this.#loads;
    const order = { ...this.#filing, options: this.options };
    try {
      const [preview, view] = await Promise.all([
        this.#client.call('packs.preview', order),
        this.#client.call('dossiers.get', { dossierId: this.dossierId }),
      ]);
      if (turn !== this.#loads) return;
      this.preview = preview;
      this.view = view;
      this.#loadFailure = null;
      // The lists are there at once; drawing takes as long as an export.
      const { pictures } = await this.#client.call('packs.drawPages', order);
      if (turn === this.#loads) this.pictures = pictures;
    } catch (error) {
      if (turn === this.#loads) this.#loadFailure = failureOf(error);
    }
  }

  choose(change: Partial<PackOptions>): Promise<void> {
    this.options = { ...this.options, ...change };
    return this.load();
  }

  export(draft: boolean): Promise<void> {
    const order = { ...this.#filing, options: this.options, draft };
    return this.#export.start(() => this.#client.call('packs.export', order));
  }

  hear(event: ClientEvent): void {
    if (event.type === 'task') this.#export.hear(event.task);
    else if (concerns(event, this.dossierId)) void this.load();
  }

  cancel(): Promise<void> {
    return this.#export.cancel();
  }

  get #filing(): { dossierId: string; filingId: string } {
    return { dossierId: this.dossierId, filingId: this.filingId };
  }
}
