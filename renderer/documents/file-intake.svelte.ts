import { describeFailure } from '../../preload/messages/errors.ts';
import type { Bilingual, DocumentOwner, Failure, PickedFile, Task } from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';

/** What the new files are, as far as the place they were dropped on tells. */
export interface FilePurpose {
  material: string | null;
  owner: DocumentOwner | null;
  serviceId: string | null;
}

export const unknownPurpose: FilePurpose = { material: null, owner: null, serviceId: null };

export interface RefusedFile {
  fileName: string;
  reason: Bilingual;
}

/** As many as one `attachments.add` takes. */
const maxPerCall = 50;

/**
 * Files on their way into a dossier: handed over, inspected as a task of main, then taken in or refused one by one.
 * A file that is refused stops none of the others.
 */
export class FileIntake {
  /** Files being handed over. */
  uploading = $state(0);
  refused = $state.raw<RefusedFile[]>([]);
  /** What concerns the dossier and not one file, e.g. `store.disk-full`. */
  failure = $state.raw<Failure | null>(null);
  readonly dossierId: string;
  #client: Client;
  #onadded: (attachmentIds: string[]) => void;

  constructor(client: Client, dossierId: string, onadded: (attachmentIds: string[]) => void) {
    this.#client = client;
    this.dossierId = dossierId;
    this.#onadded = onadded;
  }

  async add(files: readonly PickedFile[], purpose: FilePurpose = unknownPurpose): Promise<void> {
    if (files.length === 0) return;
    this.dismiss();
    this.uploading += files.length;
    try {
      const { received, refused } = await this.#client.upload(files);
      this.#refuse(refused.map(({ fileName, failure }) => ({ fileName, reason: describeFailure(failure) })));
      for (let at = 0; at < received.length; at += maxPerCall) {
        const handles = received.slice(at, at + maxPerCall).map((file) => file.handle);
        await this.#client.call('attachments.add', { dossierId: this.dossierId, handles, ...purpose });
      }
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.uploading -= files.length;
    }
  }

  /** Takes note of how an inspection of this dossier ended. */
  follow(task: Task): void {
    if (task.kind !== 'inspect' || task.dossierId !== this.dossierId || task.state === 'running') return;
    this.#refuse(task.refused);
    this.#onadded(task.added);
  }

  dismiss(): void {
    this.refused = [];
    this.failure = null;
  }

  #refuse(files: readonly RefusedFile[]): void {
    if (files.length > 0) this.refused = [...this.refused, ...files];
  }
}
