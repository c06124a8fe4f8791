import { SvelteMap } from 'svelte/reactivity';
import type { Failure, Language, RegionSummary, RuleView } from '../../preload/contract/index.ts';
import { failureOf, type Client } from '../api/client.ts';

/** Order in which subjects are listed; they are those of the rule files. */
export const subjects = [
  'entity',
  'principal',
  'service-owner',
  'contact',
  'address',
  'domain',
  'service-name',
  'service',
  'site-state',
  'document',
  'form',
  'photo',
  'pre-approval',
  'remark',
  'process',
] as const;

export interface SubjectGroup {
  subject: string;
  rules: RuleView[];
}

/** State of the rules screen: regions, and the rules of those that were opened. */
export class RulesPage {
  regions = $state.raw<RegionSummary[]>([]);
  failure = $state.raw<Failure | null>(null);
  query = $state('');
  #rules = new SvelteMap<string, RuleView[]>();
  #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async loadRegions(): Promise<void> {
    await this.#guard(async () => {
      this.regions = await this.#client.call('rules.regions', {});
    });
  }

  /** Reads the regions, and anew the rules that were read before. */
  async reload(): Promise<void> {
    await this.loadRegions();
    const read = [...this.#rules.keys()];
    this.#rules.clear();
    await Promise.all(read.map((region) => this.loadRules(region)));
  }

  /** Reads the rules of a province code or of `national`, once. */
  async loadRules(region: string): Promise<void> {
    if (this.#rules.has(region)) return;
    await this.#guard(async () => {
      this.#rules.set(region, await this.#client.call('rules.list', { region }));
    });
  }

  /** `null` while they are being read. */
  rulesOf(region: string): RuleView[] | null {
    return this.#rules.get(region) ?? null;
  }

  /** The rules of a region that match the search, by subject. */
  groupsOf(region: string, language: Language): SubjectGroup[] {
    const words = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = (this.rulesOf(region) ?? []).filter((rule) => {
      const text = searchTextOf(rule, language);
      return words.every((word) => text.includes(word));
    });
    const known: readonly string[] = subjects;
    const unknown = found.map((rule) => rule.subject).filter((name) => !known.includes(name));
    const names = [...known, ...unknown.filter((name, at) => unknown.indexOf(name) === at)];
    return names
      .map((subject) => ({ subject, rules: found.filter((rule) => rule.subject === subject) }))
      .filter((group) => group.rules.length > 0);
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

function searchTextOf(rule: RuleView, language: Language): string {
  return [
    rule.id,
    rule.check,
    rule.requirement[language],
    rule.note?.[language],
    ...rule.sources.map((source) => `${source.publisher} ${source.title}`),
  ]
    .join('\n')
    .toLowerCase();
}
