import type { Bilingual, RuleView } from '../../preload/contract/index.ts';
import type { RuleBook } from './book.ts';
import { entityGroupOf, filingTypes, regionCodes, requireKnown, serviceTypes } from './codes.ts';
import { ruleService, selectRules } from './select.ts';
import type { Rule } from './schema.ts';
import { materialsOfRule } from './views.ts';

/** One line of `beian checklist --json`. */
export interface ChecklistItem {
  ruleId: string;
  kind: Rule['kind'];
  severity: Rule['severity'];
  requirement: Bilingual;
  /** Any of them, where the requirement does not say otherwise. */
  materials: string[];
  check: string | null;
  sources: RuleView['sources'];
  confidence: Rule['confidence'];
}

export interface ChecklistQuery {
  /** Province code. */
  province: string;
  /** Id of an entity group or of a nature. */
  entity: string;
  filing: string;
  service: string;
  provider?: string | null | undefined;
  on: string;
}

export interface Checklist {
  province: string;
  entity: string;
  filing: string;
  service: string;
  provider: string | null;
  on: string;
  /** Set when the rules of another service type stand in: nothing is published for this one. */
  rulesFollow: string | null;
  items: ChecklistItem[];
}

/**
 * What one filing needs on a day.
 *
 * @throws AppError `input.unknown-value` for a code that no list knows
 */
export function checklistItems(book: RuleBook, query: ChecklistQuery): Checklist {
  const province = requireKnown('province', query.province, regionCodes(book));
  const entity = entityGroupOf(book, 'entity', query.entity);
  const filing = requireKnown('filing', query.filing, filingTypes(book));
  const service = requireKnown('service', query.service, serviceTypes(book));
  const provider =
    query.provider == null ? null : requireKnown('provider', query.provider, book.providers.keys());
  const { on } = query;
  // An id that is a group's own says no nature.
  const entityNature = query.entity === entity ? null : query.entity;
  const rules = selectRules(book, {
    region: province,
    entityGroup: entity,
    filing,
    service,
    on,
    entityNature,
  });
  const followed = ruleService(book, service);
  return {
    province,
    entity,
    filing,
    service,
    provider,
    on,
    rulesFollow: followed.isAssumed ? followed.service : null,
    items: rules.map((rule) => ({
      ruleId: rule.id,
      kind: rule.kind,
      severity: rule.severity,
      requirement: rule.requirement,
      materials: materialsOfRule(book, rule, entity),
      check: rule.check?.name ?? null,
      sources: rule.sources,
      confidence: rule.confidence,
    })),
  };
}
