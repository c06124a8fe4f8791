import type { Dossier, Filing, PackWaiver } from '../../preload/contract/index.ts';
import { dayInChina } from '../rules/evaluators/dates.ts';
import { openSession, type Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { attachmentsOfFiling } from '../filings/document-findings.ts';
import { judgeFiling, type JudgedDemand, type Judgement, type ServiceJudgement } from '../filings/judge.ts';
import { findFiling } from '../filings/service.ts';
import { findFonts } from './fonts.ts';
import type { MeasuredFile } from '../images/index.ts';
import { packInput, type InspectedPage, type PackDemand, type PackInput } from './input.ts';

/** By which rules, as of which day, a filing was judged for its pack. */
export type JudgedBy = NonNullable<Filing['judgedBy']>;

export interface FilingRef {
  dossierId: string;
  filingId: string;
}

/** Everything the pack of a stored filing is made of. @throws AppError `rules.no-region` */
export async function inputOf(
  context: Context,
  { dossierId, filingId }: FilingRef,
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
    waivers: waiversOf(context, filing, judgement),
    ...how,
    on: judgement.on,
    fonts: findFonts(),
  });
  const ruleIds = [...new Set(rules.map(({ rule }) => rule.id))];
  return { input, judgedBy: { on: judgement.on, ruleIds, rulePack: input.rulePack?.sha256 ?? null } };
}

/** What is set aside and would apply, with the reason the person gave. */
function waiversOf({ book }: Context, { waivers }: Filing, judgement: Judgement): PackWaiver[] {
  return Object.entries(waivers).flatMap(([itemId, { reason, at }]) => {
    const judged = judgement.rules.find((rule) => rule.itemId === itemId);
    const demand = judgement.materials.find((material) => material.itemId === itemId);
    const what = judged?.rule.requirement ?? book.materials.get(demand?.material ?? '')?.name;
    if (!what) return [];
    const ruleIds = judged ? [judged.rule.id] : (demand?.ruleIds ?? []);
    return { itemId, ruleIds, what, reason, waivedOn: dayInChina(at) };
  });
}

/** Says of which service a demand is, where that has to be said. */
function nameService(services: ServiceJudgement[], demand: JudgedDemand): PackDemand {
  const service = services.find((judged) => judged.service?.id === demand.serviceId)?.service;
  if (services.length < 2 || !service) return demand;
  const { id, name, domain } = service;
  return { ...demand, service: { id, name: name ?? domain.name ?? '' } };
}

/** `undefined` for a PDF, and while not every page of an image has been inspected. */
function inspectedPages(measured: MeasuredFile | null, mediaType: string): InspectedPage[] | undefined {
  if (!measured || mediaType === 'application/pdf') return undefined;
  const pages = measured.pages.flatMap(({ facts }) => {
    if (!facts) return [];
    const { widthPx, heightPx } = facts;
    return { widthPx, heightPx, isColour: facts['colourKind'] !== 'grey' };
  });
  return pages.length > 0 && pages.length === measured.pages.length ? pages : undefined;
}

function documentsOf(context: Context, dossier: Dossier, filing: Filing): PackInput['documents'] {
  const { workspace, inspections } = openSession(context);
  return attachmentsOfFiling(dossier, filing).map((attachment) => {
    const inspected = inspectedPages(inspections.of(dossier.id, attachment), attachment.mediaType);
    return {
      file: workspace.paths.attachment(dossier.id, attachment.sha256),
      fileName: attachment.fileName,
      sha256: attachment.sha256,
      mediaType: attachment.mediaType,
      bytes: attachment.bytes,
      material: attachment.material,
      owner: attachment.owner,
      attachmentId: attachment.id,
      issuedOn: attachment.issuedOn,
      ...(inspected && { inspected }),
    };
  });
}
