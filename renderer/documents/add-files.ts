import type {
  DocumentOwner,
  DossierView,
  Failure,
  PickedFile,
  ReceivedFile,
} from '../../preload/contract/index.ts';
import { ApiError, type Client } from '../api/client.ts';

/** What the new files are, as far as the place they were dropped on tells. */
export interface FilePurpose {
  material: string | null;
  owner: DocumentOwner | null;
  serviceId: string | null;
}

export interface Refusal {
  fileName: string;
  failure: Failure;
}

export interface AddedFiles {
  /** `null` when every file was refused: then nothing has changed. */
  view: DossierView | null;
  taskId: string | null;
  attachmentIds: string[];
  refused: Refusal[];
}

/** As many as one `attachments.add` takes. */
const maxPerCall = 50;

/**
 * Hands files to main and takes them into the dossier. A file that is refused stops none of the others.
 *
 * @throws ApiError what concerns the dossier and not one file, e.g. `store.disk-full`
 */
export async function addFiles(
  client: Client,
  dossierId: string,
  files: readonly PickedFile[],
  purpose: FilePurpose,
): Promise<AddedFiles> {
  const { received, refused } = await client.upload(files);
  const added: AddedFiles = { view: null, taskId: null, attachmentIds: [], refused };
  for (let at = 0; at < received.length; at += maxPerCall)
    await takeIn(client, dossierId, received.slice(at, at + maxPerCall), purpose, added);
  return added;
}

/**
 * `attachments.add` refuses all when it refuses one: that one is set aside and the rest offered again, one by
 * one where the name alone does not tell which it was.
 */
async function takeIn(
  client: Client,
  dossierId: string,
  received: ReceivedFile[],
  purpose: FilePurpose,
  added: AddedFiles,
): Promise<void> {
  let rest = received;
  while (rest.length > 0) {
    try {
      const handles = rest.map((file) => file.handle);
      const answer = await client.call('attachments.add', { dossierId, handles, ...purpose });
      added.view = answer.view;
      added.taskId = answer.taskId;
      added.attachmentIds.push(...answer.attachmentIds);
      return;
    } catch (error) {
      if (!(error instanceof ApiError) || !error.failure.code.startsWith('files.')) throw error;
      const { failure } = error;
      const named = rest.filter((file) => rest.length === 1 || file.fileName === failure.params['fileName']);
      const [culprit] = named;
      if (!culprit || named.length > 1) {
        for (const file of rest) await takeIn(client, dossierId, [file], purpose, added);
        return;
      }
      added.refused.push({ fileName: culprit.fileName, failure });
      rest = rest.filter((file) => file !== culprit);
    }
  }
}
