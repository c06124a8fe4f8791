import type { Bilingual, Finding, PreflightItem, Severity } from '../../preload/contract/index.ts';
import {
  packOwners,
  preflightMessage,
  type PreflightCode,
  type PreflightParams,
} from '../../preload/messages/packs.ts';
import type { DocumentGroup, Placement } from './documents.ts';
import { isAbout, openDemands, type OpenDemand } from './demands.ts';
import { factText, type PackDemand, type PackInput } from './input.ts';
import { isAboutKind } from '../rules/kind-of-filing.ts';
import type { FileFacts } from './pictures.ts';
import { filingUseOnly } from './watermark.ts';

/** Below this a printed scan loses its small text. */
export const minPrintDpi = 200;

export function preflightItem<C extends PreflightCode>(
  code: C,
  severity: Severity,
  params: PreflightParams[C],
  where: { page?: number; ruleIds?: string[] } = {},
): PreflightItem {
  return {
    code,
    severity,
    message: preflightMessage(code, params),
    page: where.page ?? null,
    ruleIds: where.ruleIds ?? [],
  };
}

/** What the rules still want and which files cannot be used. An `error` makes the pack incomplete. */
export function preflightInput(input: PackInput, files: FileFacts[]): PreflightItem[] {
  const { findings, unchecked } = input.evaluation;
  const open = openDemands(input);
  // A missing material is both a demand and a finding; it is said once.
  const others = findings.filter((finding) => !open.some(({ demand }) => isAbout(finding, demand)));
  return [
    // For another filing everything else would be another, too.
    ...others.filter(isAboutKind).flatMap(findingItem),
    ...open.flatMap((demand) => demandItem(input, demand)),
    ...others.filter((finding) => !isAboutKind(finding)).flatMap(findingItem),
    ...files.flatMap((file, index) => fileItem(input, file, index)),
    ...watermarkItem(input),
    ...(input.waivers ?? []).map(({ what, reason, ruleIds }) =>
      preflightItem('waived', 'info', { what, reason }, { ruleIds }),
    ),
    ...(unchecked.length > 0 ? [preflightItem('unchecked', 'info', { count: unchecked.length })] : []),
  ];
}

/** A wish for a watermark that cannot be met, or not in these words. */
function watermarkItem({ options: { watermark }, watermarkPolicy }: PackInput): PreflightItem[] {
  if (!watermark) return [];
  if (!watermarkPolicy) return [preflightItem('watermark-not-accepted', 'warning', {})];
  if (watermarkPolicy.allowed === 'none') return [preflightItem('watermark-forbidden', 'warning', {})];
  return watermarkPolicy.allowed === 'short' || watermark === filingUseOnly
    ? []
    : [preflightItem('watermark-replaced', 'info', { words: filingUseOnly })];
}

export function isComplete(preflight: PreflightItem[]): boolean {
  return preflight.every((item) => item.severity !== 'error');
}

function demandItem(input: PackInput, { demand, state }: OpenDemand): PreflightItem[] {
  const name = nameOfDemand(input, demand);
  const { ruleIds } = demand;
  switch (state) {
    case 'settled':
      return [];
    case 'to-sign':
      return [preflightItem('to-sign', 'warning', { name }, { ruleIds })];
    case 'elsewhere':
      return [preflightItem('done-elsewhere', 'warning', { name }, { ruleIds })];
    case 'recommended':
      return [preflightItem('material-recommended', 'warning', { name }, { ruleIds })];
    case 'missing': {
      const owner = demand.owner ? (packOwners[demand.owner] ?? null) : null;
      return [preflightItem('material-missing', 'error', { name, owner }, { ruleIds })];
    }
  }
}

function findingItem(finding: Finding): PreflightItem[] {
  if (finding.severity === 'info') return [];
  return [
    preflightItem('finding', finding.severity, { message: finding.message }, { ruleIds: [finding.ruleId] }),
  ];
}

function fileItem(input: PackInput, file: FileFacts, index: number): PreflightItem[] {
  const { fileName, material } = input.documents[index]!;
  const ruleIds = input.ruleIdsByMaterial[material ?? ''] ?? [];
  if (file.failure === 'unreadable')
    return [preflightItem('file-unreadable', 'error', { fileName }, { ruleIds })];
  if (file.failure === 'too-large')
    return [preflightItem('file-too-large', 'error', { fileName }, { ruleIds })];
  return material === null ? [preflightItem('file-unassigned', 'warning', { fileName })] : [];
}

/** What only the placed pages show: resolution at the printed size, colour, age of letters. */
export function preflightPages(
  input: PackInput,
  files: FileFacts[],
  groups: DocumentGroup[],
  groupPages: number[],
): PreflightItem[] {
  return groups.flatMap((group, groupIndex) => {
    const first = groupPages[groupIndex]!;
    const pictures = group.placements.flatMap((placements, offset) =>
      placements.flatMap((placement) => pictureItems(input, files, placement, first + offset)),
    );
    return [...pictures, ...group.documents.flatMap((index) => ageItem(input, index, first))];
  });
}

function pictureItems(
  input: PackInput,
  files: FileFacts[],
  { picture, area }: Placement,
  page: number,
): PreflightItem[] {
  const document = input.documents[picture.document]!;
  const facts = files[picture.document]!.pages[picture.page]!;
  const name = nameOf(input, document.material!);
  const where = { page, ruleIds: input.ruleIdsByMaterial[document.material!] ?? [] };
  const items: PreflightItem[] = [];
  const dpi = Math.floor(facts.widthPx / (area.width / 25.4));
  // Pages of a PDF are drawn as finely as we like; what they hold is the inspection's to judge.
  if (facts.sizeMm === null && dpi < minPrintDpi) {
    items.push(preflightItem('low-resolution', 'warning', { name, dpi, wantedDpi: minPrintDpi }, where));
  }
  if (facts.asPictureBecause)
    items.push(preflightItem('pdf-as-picture', 'info', { name, because: facts.asPictureBecause }, where));
  if (!facts.isColour && input.catalogue.materials[document.material!]?.colour) {
    items.push(preflightItem('not-colour', 'warning', { name }, where));
  }
  return items;
}

function ageItem(input: PackInput, index: number, page: number): PreflightItem[] {
  const { material, issuedOn } = input.documents[index]!;
  const maxAge = input.catalogue.materials[material!]?.validity?.maxAge;
  if (!issuedOn || !maxAge) return [];
  const name = nameOf(input, material!);
  const where = { page, ruleIds: input.ruleIdsByMaterial[material!] ?? [] };
  // What counts is the day it is handed in.
  const planned = factText(input.factsFile.facts, 'order.plannedSubmissionOn');
  const on = planned > input.on ? planned : input.on;
  if (issuedOn > on) return [preflightItem('dated-later', 'warning', { name, issuedOn }, where)];
  if (lastDay(issuedOn, maxAge.value, maxAge.unit) >= on) return [];
  return [preflightItem('too-old', 'warning', { name, issuedOn, ...maxAge }, where)];
}

/** Last day on which something of that day is not older than allowed. */
export function lastDay(issuedOn: string, value: number, unit: string): string {
  const [year, month, day] = issuedOn.split('-').map(Number) as [number, number, number];
  if (unit === 'day') return new Date(Date.UTC(year, month - 1, day + value)).toISOString().slice(0, 10);
  // 30 November and three months: the last day of February.
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + value + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + value, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** With the service's name where several need a document of their own. */
function nameOfDemand(input: PackInput, { material, service }: PackDemand): Bilingual {
  const name = nameOf(input, material);
  return service
    ? { 'zh-CN': `${name['zh-CN']}（${service.name}）`, en: `${name.en} (${service.name})` }
    : name;
}

function nameOf(input: PackInput, material: string) {
  return input.catalogue.materials[material]?.name ?? { 'zh-CN': material, en: material };
}
