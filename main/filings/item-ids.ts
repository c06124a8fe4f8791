import type { Service } from '../../preload/contract/index.ts';
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

/** The service a rule is about; `null`: the entity as a whole. */
export function serviceOfRule(rule: Rule, service: Service | null): string | null {
  return service && SERVICE_SUBJECTS.has(rule.subject) ? service.id : null;
}

/**
 * Under this id the walk keeps a person's answer or waiver. Stable while rule and filing are the same; with the
 * service's id where the rule asks each service anew.
 */
export function ruleItemId(rule: Rule, service: Service | null): string {
  const serviceId = serviceOfRule(rule, service);
  return serviceId ? `${rule.id}@${serviceId}` : rule.id;
}

const PREFIX = 'material:';

/**
 * The same for a demanded material: its alternatives in order and whose document it is; with the service's id where
 * a filing has several services and each needs a document of its own.
 */
export function demandItemId(materials: string[], owner: string | null, serviceId: string | null): string {
  return `${PREFIX}${materials.join('|')}@${owner ?? ''}${serviceId ? `@${serviceId}` : ''}`;
}

/** What a demand's id says; `null` for ids of rules. */
export function parseDemandId(
  itemId: string,
): { materials: string[]; owner: string | null; serviceId: string | null } | null {
  if (!itemId.startsWith(PREFIX)) return null;
  const [materials = '', owner = '', serviceId = ''] = itemId.slice(PREFIX.length).split('@', 3);
  return { materials: materials.split('|'), owner: owner || null, serviceId: serviceId || null };
}
