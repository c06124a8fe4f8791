import type {
  Attachment,
  DocumentView,
  DossierView,
  Failure,
  Input,
  PickedFile,
  Verdict,
} from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';
import { addFiles, type FilePurpose, type Refusal } from './add-files.ts';

export type AttachmentPatch = Input<'attachments.update'>['patch'];

/** One file of the dossier with what main thinks of it. */
export interface DocumentRow {
  attachment: Attachment;
  view: DocumentView | null;
  /** `null` while it is being inspected. */
  verdict: Verdict | null;
}

const unknownPurpose: FilePurpose = { material: null, owner: null, serviceId: null };

/** Worst first; what is still being inspected stands between. */
const rank: Record<Verdict | 'pending', number> = { unreadable: 0, fail: 1, warn: 2, pending: 3, pass: 4 };

/** Whether somebody has to look at the file: a bad verdict, or nobody has said what it is. */
export function needsAttention({ attachment, verdict }: DocumentRow): boolean {
  return attachment.material === null || (verdict !== null && verdict !== 'pass');
}

export function rowsOf(view: DossierView): DocumentRow[] {
  const views = new Map(view.documents.map((document) => [document.attachmentId, document]));
  return view.dossier.attachments
    .map((attachment) => {
      const document = views.get(attachment.id) ?? null;
      return { attachment, view: document, verdict: document?.verdict ?? null };
    })
    .sort((a, b) => rank[a.verdict ?? 'pending'] - rank[b.verdict ?? 'pending']);
}

/** State of the documents of one dossier. */
export class DocumentsPage {
  view = $state.raw<DossierView | null>(null);
  failure = $state.raw<Failure | null>(null);
  refused = $state.raw<Refusal[]>([]);
  /** Files handed over and not yet taken in. */
  uploading = $state(0);
  selectedId = $state<string | null>(null);

  readonly rows = $derived(this.view ? rowsOf(this.view) : []);
  readonly selected = $derived(this.rows.find((row) => row.attachment.id === this.selectedId) ?? null);
  readonly pending = $derived(this.rows.filter((row) => row.attachment.inspected === null).length);

  readonly dossierId: string;
  #client: Client;

  constructor(client: Client, dossierId: string) {
    this.#client = client;
    this.dossierId = dossierId;
  }

  async load(): Promise<void> {
    await this.#change(() => this.#client.call('dossiers.get', { dossierId: this.dossierId }));
  }

  /** Takes files in; those refused are listed with the reason, the first new one is selected. */
  async add(files: readonly PickedFile[], purpose: FilePurpose = unknownPurpose): Promise<void> {
    if (files.length === 0) return;
    this.uploading += files.length;
    this.refused = [];
    try {
      const added = await addFiles(this.#client, this.dossierId, files, purpose);
      this.refused = added.refused;
      if (added.view) this.view = added.view;
      this.selectedId = added.attachmentIds[0] ?? this.selectedId;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.uploading -= files.length;
    }
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

  /** Inspects again what has no facts, e.g. after a cancelled run. */
  async inspect(): Promise<void> {
    await this.#change(async () => {
      await this.#client.call('attachments.inspect', { dossierId: this.dossierId });
      return this.#client.call('dossiers.get', { dossierId: this.dossierId });
    });
  }

  async #change(call: () => Promise<DossierView>): Promise<boolean> {
    try {
      this.view = await call();
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    }
  }
}
