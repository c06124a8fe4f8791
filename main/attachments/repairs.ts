import { rename } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type {
  Attachment,
  DossierView,
  Output,
  Parsed,
  RepairedFrom,
  RepairOffer,
  RepairPlan,
  TaskResult,
} from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { viewDossier } from '../dossiers/view.ts';
import { AppError } from '../errors.ts';
import { imageKindOf, measureInPool, type MeasuredFile } from '../images/index.ts';
import { pageFactsOf } from '../images/facts.ts';
import { isConvex, type Quad } from '../images/repairs/quad.ts';
import { repairOffers } from '../images/repairs/offers.ts';
import { nothingDone, repairsOf } from '../images/repairs/plan.ts';
import { claimedFormat } from '../images/sniff.ts';
import { toWriteError } from '../store/store.ts';
import type { TaskRun } from '../tasks/task-list.ts';
import { measureReturnedForms } from './returned-forms.ts';
import { findAttachment, mayBeForm, mediaTypes, startInspection } from './service.ts';
import { judgeDocument, providerOf } from './views.ts';

type Target = Parsed<'attachments.repairOptions'>;

/** @throws AppError `repairs.several-pages`, `files.unsupported`, `attachments.not-found` */
export async function repairOptions(
  context: Context,
  target: Target,
): Promise<Output<'attachments.repairOptions'>> {
  const attachment = findAttachment(context, target.dossierId, target.attachmentId);
  const measured = await measureNow(context, target.dossierId, attachment);
  if (measured.pages.length > 1)
    throw new AppError('repairs.several-pages', {
      fileName: attachment.fileName,
      pages: measured.pages.length,
    });
  const plan = attachment.repairedFrom?.plan ?? nothingDone;
  return {
    plan,
    offers: offersFor(context, target.dossierId, attachment, plan, measured),
    originalUrl: `/preview/${target.dossierId}/${attachment.id}/original`,
  };
}

async function measureNow(
  context: Context,
  dossierId: string,
  attachment: Attachment,
): Promise<MeasuredFile> {
  const { inspections, workspace } = openSession(context);
  await inspections.load(dossierId);
  const known = inspections.of(dossierId, attachment);
  if (known) return known;
  const { sha256, fileName, material } = attachment;
  const file = workspace.paths.attachment(dossierId, sha256);
  const measured = await measureInPool(context.pool, { file, fileName, kind: imageKindOf(material) });
  await inspections.keep(dossierId, attachment, measured);
  return measured;
}

/** @throws AppError `files.unsupported` for what cannot be read */
function offersFor(
  context: Context,
  dossierId: string,
  { material, fileName }: Attachment,
  plan: RepairPlan,
  { pages: [page] }: MeasuredFile,
): RepairOffer[] {
  const facts = page?.facts && pageFactsOf(page.facts);
  if (!facts) throw new AppError('files.unsupported', { fileName });
  const kind = imageKindOf(material);
  const dossier = openSession(context).workspace.dossier(dossierId);
  return repairOffers(plan, facts, context.limits.of(kind, providerOf(dossier)), kind);
}

/** @throws AppError `repairs.impossible-corners`, `workspaces.read-only` before anything has begun */
export async function repairAttachment(
  context: Context,
  input: Parsed<'attachments.repair'>,
): Promise<Output<'attachments.repair'>> {
  const { workspace } = openSession(context);
  const attachment = findAttachment(context, input.dossierId, input.attachmentId);
  if (workspace.readOnly) throw new AppError('workspaces.read-only', {});
  if (input.plan.corners && !isConvex(input.plan.corners as Quad))
    throw new AppError('repairs.impossible-corners', {});
  const steps = 4;
  const taskId = context.tasks.start('repair', input.dossierId, steps, (run) =>
    makeCopy(context, input, attachment, run),
  );
  return { taskId };
}

async function makeCopy(
  context: Context,
  { dossierId, attachmentId, plan }: Parsed<'attachments.repair'>,
  attachment: Attachment,
  { taskId, signal, progress }: TaskRun,
): Promise<Partial<TaskResult>> {
  const { workspace, copies } = openSession(context);
  const source = originalOf(attachment);
  const kind = imageKindOf(attachment.material);
  const { out, uncropped } = copies.files(taskId);
  try {
    const made = await context.pool.run(
      'images.repair',
      {
        file: workspace.paths.attachment(dossierId, source.sha256),
        fileName: source.fileName,
        kind,
        plan,
        out,
        uncropped,
      },
      { signal, onProgress: ({ done, total }) => progress(done, total) },
    );
    signal.throwIfAborted();
    const scan = { file: out, fileName: `copy.${made.format}` };
    const returned = mayBeForm(attachment.material)
      ? await measureReturnedForms(context, scan, signal)
      : null;
    const replaces = attachment.sha256;
    await copies.keep(taskId, { ...made, dossierId, attachmentId, replaces, plan, returned });
    const measures = { measured: made.measured, returned: returned ?? [] };
    const provider = providerOf(workspace.dossier(dossierId));
    const previewUrl = `/preview/repair/${taskId}/copy`;
    return {
      repaired: {
        attachmentId,
        plan,
        format: made.format,
        page: judgeDocument(context, dossierId, attachment, measures, provider)[0]!,
        notes: made.notes,
        offers: offersFor(context, dossierId, attachment, plan, made.measured),
        previewUrl,
        uncroppedUrl: plan.crop ? `/preview/repair/${taskId}/uncropped` : previewUrl,
      },
    };
  } catch (cause) {
    await copies.discard(taskId);
    throw cause;
  }
}

/**
 * Puts the copy in the document's place in one undoable step. What was shown is what is taken.
 *
 * @throws AppError `repairs.outdated` when the document has changed since, `store.*`
 */
export async function acceptRepair(
  context: Context,
  { dossierId, taskId }: Parsed<'attachments.acceptRepair'>,
): Promise<DossierView> {
  const { workspace, copies, inspections } = openSession(context);
  const copy = copies.find(taskId);
  if (copy?.dossierId !== dossierId) throw new AppError('repairs.outdated', { fileName: '' });
  const attachment = findAttachment(context, dossierId, copy.attachmentId);
  const { fileName } = attachment;
  const kind = imageKindOf(attachment.material);
  if (attachment.sha256 !== copy.replaces || copy.measured.kind !== kind)
    throw new AppError('repairs.outdated', { fileName });
  if (workspace.readOnly) throw new AppError('workspaces.read-only', {});
  const original = originalOf(attachment);
  const repairs = repairsOf(copy.plan);
  const repaired: Attachment = {
    ...attachment,
    sha256: copy.sha256,
    bytes: copy.bytes,
    mediaType: mediaTypes[copy.format],
    fileName: nameFor(original.fileName, copy.format),
    repairedFrom: { ...original, plan: copy.plan, repairs, at: context.ports.clock.now() },
  };
  const target = workspace.paths.attachment(dossierId, copy.sha256);
  await rename(copies.files(taskId).out, target).catch((cause: unknown) => {
    throw toWriteError(cause, fileName);
  });
  await inspections.keep(dossierId, repaired, copy.measured);
  if (copy.returned) await inspections.keepReturnedForms(dossierId, copy.sha256, copy.returned);
  const action = { action: 'attachments.repair', params: { name: fileName, repairs } };
  await replace(context, dossierId, repaired, action);
  await copies.discard(taskId);
  return viewDossier(context, dossierId);
}

/** @throws AppError `attachments.not-found`; an original stays as it is */
export async function backToOriginal(context: Context, target: Target): Promise<DossierView> {
  const attachment = findAttachment(context, target.dossierId, target.attachmentId);
  const { repairedFrom } = attachment;
  if (repairedFrom) {
    const { sha256, fileName, mediaType, bytes } = repairedFrom;
    const original = { ...attachment, sha256, fileName, mediaType, bytes, repairedFrom: null };
    const action = { action: 'attachments.backToOriginal', params: { name: fileName } };
    await replace(context, target.dossierId, original, action);
    startInspection(context, target.dossierId);
  }
  return viewDossier(context, target.dossierId);
}

async function replace(
  context: Context,
  dossierId: string,
  by: Attachment,
  action: { action: string; params: Record<string, string | string[]> },
): Promise<void> {
  await openSession(context).workspace.editDossier(dossierId, action, (draft) => {
    const at = draft.attachments.findIndex(({ id }) => id === by.id);
    if (at >= 0) draft.attachments[at] = by;
  });
}

/** The bytes every repair begins with: repairs add up on the original and never on a copy. */
function originalOf({
  repairedFrom,
  ...attachment
}: Attachment): Omit<RepairedFrom, 'plan' | 'repairs' | 'at'> {
  const { sha256, fileName, mediaType, bytes } = repairedFrom ?? attachment;
  return { sha256, fileName, mediaType, bytes };
}

/** A name that says what the file now is. */
function nameFor(fileName: string, format: 'jpeg' | 'png'): string {
  if (claimedFormat(fileName) === format) return fileName;
  return `${basename(fileName, extname(fileName))}.${format === 'jpeg' ? 'jpg' : 'png'}`;
}
