import { documentsOf, naming } from '../evaluators/documents.ts';
import { domainsOf } from '../evaluators/domains.ts';
import { items, object, text, textOf, words, type Item } from '../evaluators/facts.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { selectRules } from '../select.ts';
import { watermarkFault, watermarkPolicy } from '../watermark.ts';
import { profileHere, providerNames, quotaHere } from './here.ts';
import type { Refusals } from './types.ts';

function tooManyContents(verdict: Verdict): void {
  const { ctx } = verdict;
  const chosen = words(ctx, 'service.contentTypes') ?? [];
  const atMost = quotaHere(ctx, 'serviceContentsMax');
  if (ctx.service === 'mini-program' && atMost !== undefined && chosen.length > atMost)
    verdict.say(
      'content.too-many',
      { count: chosen.length, atMost, ...providerNames(ctx) },
      'service.contentTypes',
    );
  // “None of these” is an answer of its own and stands alone.
  const approvals = (items(ctx, 'service.preApprovals') ?? []).map((one) => textOf(one, 'type') ?? '');
  const others = approvals.filter((type) => !/^(none|none-of-these|以上都不涉及|24)$/.test(type));
  if (others.length > 0 && others.length < approvals.length)
    verdict.say('approval.none-and-others', { others }, 'service.preApprovals');
}

function tooManyServices(verdict: Verdict): void {
  const { ctx } = verdict;
  const ordered = items(ctx, 'order.services') ?? [];
  const isNew = ctx.filing === 'first' || ctx.filing === 'new-service';
  const counts: [string, number, 'service' | 'domain'][] = [
    ['servicesPerOrder', ordered.length, 'service'],
    ...(isNew
      ? [['newServicesPerReviewCycle', ordered.length, 'service'] as [string, number, 'service']]
      : []),
    ['domainsPerOrder', isNew ? ordered.flatMap(domainsOf).length : 0, 'domain'],
    ['domainsPerAccessOrder', ctx.filing === 'new-access' ? ordered.flatMap(domainsOf).length : 0, 'domain'],
  ];
  const exceeded = counts.find(([name, count]) => count > (quotaHere(ctx, name) ?? Infinity));
  if (!exceeded) return;
  const [name, count, unit] = exceeded;
  verdict.say(
    'provider.too-many-services',
    { count, atMost: quotaHere(ctx, name)!, unit, ...providerNames(ctx) },
    'order.services',
  );
}

/** Characters of a name on a platform: a Chinese one counts as two. */
const platformChars = (name: string): number =>
  [...name].reduce((sum, character) => sum + (/\p{Script=Han}|[\uff00-\uffef]/u.test(character) ? 2 : 1), 0);

function nameLength(verdict: Verdict): void {
  const { ctx } = verdict;
  const name = text(ctx, 'service.name');
  const limits = profileHere(ctx)?.quotas?.['nameChars'];
  if (ctx.service !== 'mini-program' || !name || typeof limits !== 'object') return;
  const chars = platformChars(name);
  const { min = 0, max = Infinity } = limits;
  if (chars < min || chars > max)
    verdict.say(
      'name.platform-length',
      { name, chars, atLeast: min, atMost: max, ...providerNames(ctx) },
      'service.name',
    );
}

/** Pictures as they lie in the dossier: `documents.image`, and what each document says of its own file. */
function files(ctx: CheckContext): Item[] {
  const single = object(ctx, 'documents.image');
  return [...(single ? [single] : []), ...(items(ctx, 'documents') ?? [])];
}

/** Formats of the ministry's own interface, and what everyone converts to them. */
const TAKEN_EVERYWHERE = ['jpg', 'jpeg', 'png'];

function fileFormat(verdict: Verdict): void {
  const { ctx } = verdict;
  const accepted = profileHere(ctx)?.files.formats ?? TAKEN_EVERYWHERE;
  if (accepted.includes('image')) return;
  for (const file of files(ctx)) {
    const format = textOf(file, 'format')
      ?.toLowerCase()
      .replace(/^\.|^image\//, '');
    const isTaken = format === undefined || [...accepted, ...TAKEN_EVERYWHERE].includes(format);
    if (!isTaken) verdict.say('file.format', { format, accepted, ...providerNames(ctx) }, 'documents.image');
  }
}

function fileSize(verdict: Verdict): void {
  const { ctx } = verdict;
  const { minBytes, maxBytes } = profileHere(ctx)?.files ?? { minBytes: null, maxBytes: null };
  for (const file of files(ctx)) {
    const bytes = file['bytes'];
    if (typeof bytes !== 'number') continue;
    const kb = Math.ceil(bytes / 1024);
    if (minBytes !== null && bytes < minBytes)
      verdict.say('file.too-small', { kb, minKb: minBytes / 1024, ...providerNames(ctx) }, 'documents.image');
    if (maxBytes != null && bytes > maxBytes)
      verdict.say('file.too-large', { kb, maxKb: maxBytes / 1024, ...providerNames(ctx) }, 'documents.image');
  }
}

/** What a person says is written across a scan; the inspection of the picture reads no words. */
function watermarks(verdict: Verdict): void {
  const { ctx } = verdict;
  const marked = (documentsOf(ctx) ?? []).filter(
    ({ item }) => textOf(item, 'watermark') !== null || item['watermarkCoversText'] === true,
  );
  if (marked.length === 0) return;
  const rules = selectRules(ctx.book, { ...ctx, entityNature: text(ctx, 'entity.nature') ?? null });
  const policy = watermarkPolicy(ctx.book, ctx, rules);
  for (const { material, item } of marked) {
    const named = naming(ctx, [material]);
    const words = textOf(item, 'watermark') ?? '';
    if (item['watermarkCoversText'] === true) verdict.say('scan.watermark-covers', named, 'documents.image');
    if (words === '' || !policy?.materials.includes(material)) continue;
    const fault = watermarkFault(words, policy);
    if (fault !== null)
      verdict.say(
        'scan.watermark-words',
        { ...named, words, fault },
        'documents.image',
        fault === 'long' ? 'warning' : undefined,
      );
  }
}

/** What the form of the chosen provider or platform takes. */
export const providerRefusals: Refusals = {
  'MIN-03': nameLength,
  'MIN-07': tooManyContents,
  'PRO-11': tooManyServices,
  'CRT-09': watermarks,
  'CRT-15': fileSize,
  'CRT-25': fileFormat,
};
