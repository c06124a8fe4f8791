import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type {
  Attachment,
  Bilingual,
  DossierView,
  Output,
  Parsed,
  TaskResult,
} from '../../preload/contract/index.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { viewDossier } from '../dossiers/view.ts';
import { AppError } from '../errors.ts';
import { isOfService, ownerOfMaterial } from '../filings/document-owners.ts';
import { guessMaterial, imageKindOf, measureInPool, refusalOf, type MeasuredFile } from '../images/index.ts';
import type { TaskRun } from '../tasks/task-list.ts';
import type { ReturnedPage } from '../packs/returns/facts.ts';
import type { InboxFile } from './inbox.ts';
import { measureReturnedForms, settledBy } from './returned-forms.ts';

/** A file that could be read, with what it was measured as. */
interface Accepted {
  file: InboxFile;
  attachment: Attachment;
  measured: MeasuredFile;
  /** `null` where nobody looked for a form of ours. */
  returned: ReturnedPage[] | null;
}

/** @throws AppError `files.unknown-handle`, `workspaces.read-only` before anything has begun */
export async function addAttachments(
  context: Context,
  input: Parsed<'attachments.add'>,
): Promise<Output<'attachments.add'>> {
  const session = openSession(context);
  session.workspace.dossier(input.dossierId);
  if (session.workspace.readOnly) throw new AppError('workspaces.read-only', {});
  const files = input.handles.map((handle) => session.inbox.file(handle));
  const taskId = context.tasks.start('inspect', input.dossierId, files.length, (run) =>
    takeIn(context, session, input, files, run),
  );
  return { taskId };
}

async function takeIn(
  context: Context,
  session: Session,
  input: Parsed<'attachments.add'>,
  files: InboxFile[],
  { signal, progress }: TaskRun,
): Promise<Partial<TaskResult>> {
  const accepted: Accepted[] = [];
  const refused: { fileName: string; reason: Bilingual }[] = [];
  let done = 0;
  try {
    await Promise.all(
      files.map(async (file) => {
        const result = await inspectReceived(context, input, file, signal);
        if ('reason' in result) refused.push({ fileName: file.fileName, reason: result.reason });
        else accepted.push(result);
        progress(++done, files.length);
      }),
    );
    signal.throwIfAborted();
    await keepAll(session, input.dossierId, accepted);
  } finally {
    for (const { handle } of files) await session.inbox.discard(handle);
  }
  context.emit({ type: 'dossier-changed', dossierId: input.dossierId });
  return { added: accepted.map(({ attachment }) => attachment.id), refused };
}

async function inspectReceived(
  context: Context,
  input: Parsed<'attachments.add'>,
  file: InboxFile,
  signal: AbortSignal,
): Promise<Accepted | { reason: Bilingual }> {
  const byName = input.material ?? guessMaterial(file.fileName, null);
  let measured = await measure(context, file, byName, signal);
  const reason = refusalOf(measured);
  if (reason) return { reason };
  const { services } = openSession(context).workspace.dossier(input.dossierId);
  const guessed = byName ?? guessMaterial(file.fileName, measured.pages[0]?.facts ?? null);
  const scan = { file: file.path, fileName: file.fileName };
  const returned = mayBeForm(guessed) ? await measureReturnedForms(context, scan, signal) : null;
  // Its code says for sure what a name or a look can only suggest.
  const settled = input.material === null && returned ? settledBy(context, input.dossierId, returned) : null;
  const material = settled?.material ?? guessed;
  if (imageKindOf(material) !== measured.kind) measured = await measure(context, file, material, signal);
  const attachment: Attachment = {
    id: randomUUID(),
    sha256: file.sha256,
    fileName: file.fileName,
    mediaType: mediaTypeOf(measured),
    bytes: file.bytes,
    addedAt: context.ports.clock.now(),
    material,
    materialGuessed: input.material === null && settled === null && material !== null,
    owner: input.owner ?? (material ? ownerOfMaterial(context.book, material) : null),
    // What a service needs of its own belongs to the only one there is, also once there are more.
    serviceId:
      input.serviceId ??
      settled?.serviceId ??
      (material && isOfService(context.book, material, input.owner) && services.length === 1
        ? services[0]!.id
        : null),
    issuedOn: null,
    validTo: null,
    copies: null,
    watermark: null,
    watermarkCoversText: false,
    repairedFrom: null,
  };
  return { file, attachment, measured, returned };
}

function measure(context: Context, file: InboxFile, material: string | null, signal: AbortSignal) {
  const input = { file: file.path, fileName: file.fileName, kind: imageKindOf(material) };
  return measureInPool(context.pool, input, { signal });
}

/** Moves the originals into the dossier, then names them all in one undoable step. */
async function keepAll({ workspace, inbox, inspections }: Session, dossierId: string, accepted: Accepted[]) {
  if (accepted.length === 0) return;
  await mkdir(workspace.paths.attachments(dossierId), { recursive: true });
  for (const { file, attachment, measured, returned } of accepted) {
    await inbox.take(file.handle, workspace.paths.attachment(dossierId, file.sha256));
    await inspections.keep(dossierId, attachment, measured);
    if (returned) await inspections.keepReturnedForms(dossierId, attachment.sha256, returned);
  }
  const name = accepted.map(({ attachment }) => attachment.fileName).join(', ');
  await workspace.editDossier(dossierId, { action: 'attachments.add', params: { name } }, (draft) => {
    draft.attachments.push(...accepted.map(({ attachment }) => attachment));
  });
}

export const mediaTypes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  webp: 'image/webp',
  pdf: 'application/pdf',
} as const;

/** It was measured, so its bytes are in one of these formats whatever its name says. */
function mediaTypeOf({ pages }: MeasuredFile): Attachment['mediaType'] {
  const format = pages.find(({ facts }) => facts !== null)?.facts?.format;
  return mediaTypes[format as keyof typeof mediaTypes];
}

/** @throws AppError `attachments.not-found`, `input.unknown-value` for a material that is not in the catalogue */
export async function updateAttachment(
  context: Context,
  { dossierId, attachmentId, patch }: Parsed<'attachments.update'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const { fileName } = findAttachment(context, dossierId, attachmentId);
  const { material } = patch;
  if (material && !context.book.materials.has(material))
    throw new AppError('input.unknown-value', {
      field: 'material',
      value: material,
      known: [...context.book.materials.keys()],
    });
  const action = { action: 'attachments.update', params: { name: fileName, fields: Object.keys(patch) } };
  await workspace.editDossier(dossierId, action, (draft) => {
    const attachment = draft.attachments.find(({ id }) => id === attachmentId)!;
    for (const [key, value] of Object.entries(patch))
      if (value !== undefined) Object.assign(attachment, { [key]: value });
    if (material !== undefined) {
      attachment.materialGuessed = false;
      if (material && patch.owner === undefined) attachment.owner = ownerOfMaterial(context.book, material);
    }
  });
  startInspection(context, dossierId);
  return viewDossier(context, dossierId);
}

export async function removeAttachment(
  context: Context,
  { dossierId, attachmentId }: Parsed<'attachments.remove'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const { fileName } = findAttachment(context, dossierId, attachmentId);
  const action = { action: 'attachments.remove', params: { name: fileName } };
  // The bytes stay until the workspace is opened again, so that undo can bring the document back.
  await workspace.editDossier(dossierId, action, (draft) => {
    draft.attachments = draft.attachments.filter(({ id }) => id !== attachmentId);
  });
  return viewDossier(context, dossierId);
}

export async function inspectAttachments(
  context: Context,
  { dossierId }: Parsed<'attachments.inspect'>,
): Promise<Output<'attachments.inspect'>> {
  await openSession(context).inspections.load(dossierId);
  return { taskId: startInspection(context, dossierId) };
}

/** Measures what has no current facts; `null` when there is nothing to do or it is being done. */
export function startInspection(context: Context, dossierId: string): string | null {
  const session = openSession(context);
  const waiting = session.workspace
    .dossier(dossierId)
    .attachments.filter(
      (attachment) =>
        session.inspections.of(dossierId, attachment) === null ||
        lacksFormSearch(session, dossierId, attachment),
    );
  const running = context.tasks.tasks.some(
    (task) => task.state === 'running' && task.kind === 'inspect' && task.dossierId === dossierId,
  );
  if (waiting.length === 0 || running) return null;
  return context.tasks.start('inspect', dossierId, waiting.length, async ({ signal, progress }) => {
    let done = 0;
    for (const attachment of waiting) {
      const { sha256, fileName, material } = attachment;
      const file = session.workspace.paths.attachment(dossierId, sha256);
      const input = { file, fileName, kind: imageKindOf(material) };
      const measured = await measureInPool(context.pool, input, { signal });
      await session.inspections.keep(dossierId, attachment, measured);
      if (lacksFormSearch(session, dossierId, attachment)) {
        const returned = await measureReturnedForms(context, { file, fileName }, signal);
        await session.inspections.keepReturnedForms(dossierId, sha256, returned);
      }
      progress(++done, waiting.length);
      context.emit({ type: 'dossier-changed', dossierId });
    }
    return {};
  });
}

/** Photos and cards are no forms, and half of what is attached. */
export function mayBeForm(material: string | null): boolean {
  return !['owner-photo', 'id-card'].includes(imageKindOf(material));
}

function lacksFormSearch(
  { inspections }: Session,
  dossierId: string,
  { sha256, material }: Attachment,
): boolean {
  return mayBeForm(material) && inspections.returnedForms(dossierId, sha256) === null;
}

/** @throws AppError `attachments.not-found` */
export function findAttachment(context: Context, dossierId: string, attachmentId: string): Attachment {
  const { attachments } = openSession(context).workspace.dossier(dossierId);
  const attachment = attachments.find(({ id }) => id === attachmentId);
  if (!attachment) throw new AppError('attachments.not-found', { attachmentId });
  return attachment;
}
