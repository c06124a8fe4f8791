import type {
  Attachment,
  DocumentView,
  DossierView,
  Failure,
  Input,
  Verdict,
} from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';
import { FileIntake } from './file-intake.svelte.ts';

export type AttachmentPatch = Input<'attachments.update'>['patch'];

/** One file of the dossier with what main thinks of it. */
export interface DocumentRow {
  attachment: Attachment;
  view: DocumentView | null;
  /** `null` while it waits for inspection. */
  verdict: Verdict | null;
}

/** Worst first; what is still being inspected stands between. Among equals first what still has to be named. */
const rank: Record<Verdict | 'pending', number> = { unreadable: 0, fail: 1, warn: 2, pending: 3, pass: 4 };

export function rowsOf(files: { attachments: Attachment[]; documents: DocumentView[] }): DocumentRow[] {
  const views = Object.fromEntries(files.documents.map((document) => [document.attachmentId, document]));
  return files.attachments
    .map((attachment) => {
      const document = views[attachment.id] ?? null;
      return { attachment, view: document, verdict: document?.verdict ?? null };
    })
    .sort(
      (a, b) =>
        rank[a.verdict ?? 'pending'] - rank[b.verdict ?? 'pending'] ||
        Number(isNamed(a)) - Number(isNamed(b)),
    );
}

function isNamed({ attachment }: DocumentRow): boolean {
  return attachment.material !== null && !attachment.materialGuessed;
}

/** State of the documents of one dossier. */
export class DocumentsPage {
  view = $state.raw<DossierView | null>(null);
  failure = $state.raw<Failure | null>(null);
  selectedId = $state<string | null>(null);

  readonly rows = $derived(
    this.view ? rowsOf({ attachments: this.view.dossier.attachments, documents: this.view.documents }) : [],
  );
  readonly selected = $derived(this.rows.find((row) => row.attachment.id === this.selectedId) ?? null);
  readonly pending = $derived(this.rows.filter((row) => row.verdict === null).length);

  readonly dossierId: string;
  readonly intake: FileIntake;
  #client: Client;

  constructor(client: Client, dossierId: string) {
    this.#client = client;
    this.dossierId = dossierId;
    this.intake = new FileIntake(
      client,
      dossierId,
      (added) => (this.selectedId = added[0] ?? this.selectedId),
    );
  }

  /** Selects the file that needs a look most, unless the person has chosen one. */
  async load(): Promise<void> {
    try {
      this.view = await this.#client.call('dossiers.get', { dossierId: this.dossierId });
      this.selectedId ??= this.rows[0]?.attachment.id ?? null;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  hear(event: ClientEvent): void {
    if (event.type === 'task') this.intake.follow(event.task);
    else if (concerns(event, this.dossierId)) void this.load();
  }

  async update(attachmentId: string, patch: AttachmentPatch): Promise<void> {
    await this.#change(() =>
      this.#client.call('attachments.update', { dossierId: this.dossierId, attachmentId, patch }),
    );
  }

  /** Selects the neighbour, so that the keyboard stays where it was. */
  async remove(attachmentId: string): Promise<void> {
    const at = this.rows.findIndex((row) => row.attachment.id === attachmentId);
    const neighbour = this.rows[at + 1] ?? this.rows[at - 1];
    const removed = await this.#change(() =>
      this.#client.call('attachments.remove', { dossierId: this.dossierId, attachmentId }),
    );
    if (removed && this.selectedId === attachmentId) this.selectedId = neighbour?.attachment.id ?? null;
  }

  /** Answers whether the original is back. */
  backToOriginal(attachmentId: string): Promise<boolean> {
    return this.#change(() =>
      this.#client.call('attachments.backToOriginal', { dossierId: this.dossierId, attachmentId }),
    );
  }

  /** Inspects again what has no facts, e.g. after a cancelled run. */
  async inspect(): Promise<void> {
    try {
      await this.#client.call('attachments.inspect', { dossierId: this.dossierId });
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  async #change(call: () => Promise<DossierView>): Promise<boolean> {
    try {
      this.view = await call();
      this.failure = null;
      this.#client.announce({ type: 'dossier-changed', dossierId: this.dossierId });
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    }
  }
}
