import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type {
  Dossier,
  Filing,
  Output,
  PackManifest,
  PackPreview,
  PackResult,
  Parsed,
} from '../../preload/contract/index.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { AppError } from '../errors.ts';
import { attachmentsOfFiling } from '../filings/document-findings.ts';
import { judgeFiling, type JudgedDemand, type ServiceJudgement } from '../filings/judge.ts';
import { findFiling } from '../filings/service.ts';
import { findFonts } from './fonts.ts';
import { packInput, type PackDemand, type PackInput } from './input.ts';

type JudgedBy = NonNullable<Filing['judgedBy']>;

/** @throws AppError `rules.no-region` while no rules can be chosen */
export async function previewFiling(
  context: Context,
  { dossierId, filingId, options }: Parsed<'packs.preview'>,
): Promise<PackPreview> {
  const { input } = await inputOf(context, dossierId, filingId, { draft: true, options });
  return context.pool.run('packs.preview', input);
}

/** @throws AppError `rules.no-region`; `packs.incomplete` and what writing meets end the task */
export async function exportFiling(
  context: Context,
  { dossierId, filingId, draft, options }: Parsed<'packs.export'>,
): Promise<Output<'packs.export'>> {
  const session = openSession(context);
  const { input, judgedBy } = await inputOf(context, dossierId, filingId, { draft, options });
  const name = packName(session.workspace.dossier(dossierId), input);
  const folder = context.ports.folders.canChoose ? await context.ports.folders.choose() : null;
  if (context.ports.folders.canChoose && folder === null) return { taskId: null };
  const started = context.tasks.start('export', dossierId, 1, async (run) => {
    const { taskId, signal, progress } = run;
    const outDir = folder
      ? await freeName(folder, name)
      : join(session.workspace.paths.downloads, taskId, name);
    const manifest = await context.pool.run(
      'packs.write',
      { input, outDir },
      { signal, onProgress: ({ done, total }) => progress(done, total) },
    );
    const pack = folder
      ? { manifest, folder: outDir, downloads: [] }
      : await offerDownload(session, taskId, name, manifest);
    await noteJudgement(session, dossierId, filingId, judgedBy, manifest);
    return { pack };
  });
  return { taskId: started };
}

/** Everything the pack of a stored filing is made of. @throws AppError `rules.no-region` */
export async function inputOf(
  context: Context,
  dossierId: string,
  filingId: string,
  how: Pick<PackInput, 'draft' | 'options'>,
): Promise<{ input: PackInput; judgedBy: JudgedBy }> {
  const { workspace, inspections } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  const filing = findFiling(dossier, filingId);
  await inspections.load(dossierId);
  const judgement = judgeFiling(context, dossier, filing);
  if (!judgement) throw new AppError('rules.no-region', {});
  const { findings, materials, unchecked, services, rules } = judgement;
  const input = packInput(context.book, {
    factsFile: services[0]!.factsFile,
    filingId,
    evaluation: { findings, materials: materials.map((demand) => nameService(services, demand)), unchecked },
    documents: documentsOf(context, dossier, filing),
    ...how,
    on: judgement.on,
    fonts: findFonts(),
  });
  return { input, judgedBy: { on: judgement.on, ruleIds: [...new Set(rules.map(({ rule }) => rule.id))] } };
}

/** Says of which service a demand is, where that has to be said. */
function nameService(services: ServiceJudgement[], demand: JudgedDemand): PackDemand {
  const service = services.find((judged) => judged.service?.id === demand.serviceId)?.service;
  if (services.length < 2 || !service) return demand;
  const { id, name, domain } = service;
  return { ...demand, service: { id, name: name ?? domain.name ?? '' } };
}

/** A second pack of the same day goes beside the first. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${name} (${n})`);
    if (!(await stat(path).catch(() => null))) return path;
  }
}

function documentsOf(context: Context, dossier: Dossier, filing: Filing): PackInput['documents'] {
  const { workspace } = openSession(context);
  return attachmentsOfFiling(dossier, filing).map((attachment) => ({
    file: workspace.paths.attachment(dossier.id, attachment.sha256),
    fileName: attachment.fileName,
    sha256: attachment.sha256,
    mediaType: attachment.mediaType,
    bytes: attachment.bytes,
    material: attachment.material,
    owner: attachment.owner,
    attachmentId: attachment.id,
    issuedOn: attachment.issuedOn,
  }));
}

/** `备案材料 上海样例有限公司 2026-11-21`: what the folder or archive is called on the person's disk. */
function packName({ entity }: Dossier, { on }: PackInput): string {
  const name = (entity.name ?? '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .slice(0, 60)
    .trim();
  return ['备案材料', name, on].filter(Boolean).join(' ');
}

/** One archive with the whole pack, and its PDF by itself. */
async function offerDownload(
  { workspace }: Session,
  taskId: string,
  name: string,
  manifest: PackManifest,
): Promise<PackResult> {
  const dir = join(workspace.paths.downloads, taskId);
  const folder = join(dir, name);
  const archive = join(dir, 'pack.zip');
  await mkdir(dir, { recursive: true });
  const zip = new ZipFile();
  for (const path of [...manifest.files.map((file) => file.path), 'manifest.json'])
    zip.addFile(join(folder, path), path, { mtime: new Date(manifest.createdOn) });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(archive, { mode: 0o600 })).catch(async (cause) => {
    await rm(dir, { recursive: true, force: true });
    throw cause;
  });
  const pdf = manifest.files.find(({ path }) => path === 'pack.pdf')!;
  return {
    manifest,
    folder: null,
    downloads: [
      { name: `${name}.zip`, url: `/download/${taskId}/pack.zip`, bytes: (await stat(archive)).size },
      { name: `${name}.pdf`, url: `/download/${taskId}/pack.pdf`, bytes: pdf.bytes },
    ],
  };
}

/** The filing remembers by which rules, as of which day, its pack was judged. */
async function noteJudgement(
  { workspace }: Session,
  dossierId: string,
  filingId: string,
  judgedBy: JudgedBy,
  { pages, draft: isDraft }: PackManifest,
): Promise<void> {
  if (workspace.readOnly) return;
  const action = { action: 'filings.judged', params: { pages, draft: isDraft } };
  await workspace.markDossier(dossierId, action, (draft) => {
    const filing = draft.filings.find(({ id }) => id === filingId);
    if (filing) filing.judgedBy = judgedBy;
  });
}
