import type { MaterialDemand, Service } from '../../preload/contract/index.ts';
import type { Rule } from '../rules/book.ts';

/** Subjects of rules that are about one service and not about the entity as a whole. */
const SERVICE_SUBJECTS = new Set([
  'service',
  'service-name',
  'service-owner',
  'domain',
  'contact',
  'form',
  'photo',
  'pre-approval',
  'remark',
  'site-state',
]);

/**
 * Under this id the walk keeps a person's answer or waiver. Stable while rule and filing are the same; with the
 * service's id where the rule asks each service anew.
 */
export function ruleItemId(rule: Rule, service: Service | null): string {
  return service && SERVICE_SUBJECTS.has(rule.subject) ? `${rule.id}@${service.id}` : rule.id;
}

const PREFIX = 'material:';

/** The same for a demanded material: its alternatives in order and whose document it is. */
export function demandItemId({ material, alternatives, owner }: MaterialDemand): string {
  return demandItemIdOf([material, ...alternatives], owner);
}

export function demandItemIdOf(materials: string[], owner: string | null): string {
  return `${PREFIX}${materials.join('|')}@${owner ?? ''}`;
}

/** What a demand's id says; `null` for ids of rules. */
export function parseDemandId(itemId: string): { materials: string[]; owner: string | null } | null {
  if (!itemId.startsWith(PREFIX)) return null;
  const [materials = '', owner = ''] = itemId.slice(PREFIX.length).split('@', 2);
  return { materials: materials.split('|'), owner: owner || null };
}
