import { isDeepStrictEqual } from 'node:util';
import type { RuleOrigin, RulePackHead } from '../../preload/contract/index.ts';
import type { Rule, RuleBook, RuleFile } from '../rules/book.ts';
import { completeRule } from '../rules/rule-files.ts';
import type { RulePack } from './schema.ts';

/** The province code, or `national`, that a rule's id begins with. */
export const regionOf = (ruleId: string): string => ruleId.slice(0, ruleId.indexOf('-'));

/** Ids of the rules that a pack makes different from the built-in ones; what it only repeats is not its own. */
export function changedIds(builtIn: RuleBook, pack: RulePack): Set<string> {
  const replaced = pack.replace.filter(
    (rule) => !isDeepStrictEqual(completed(builtIn, rule), builtIn.rulesById.get(rule.id)),
  );
  return new Set([...pack.add, ...replaced, ...pack.end].map(({ id }) => id));
}

/** The pack without the rules it only repeats. */
export function onlyChanges(pack: RulePack, ids: ReadonlySet<string>): RulePack {
  const isChange = ({ id }: { id: string }) => ids.has(id);
  return { ...pack, replace: pack.replace.filter(isChange) };
}

export function headOf(pack: RulePack, sha256: string): RulePackHead {
  const { name, issuedOn, author, note, add, replace, end } = pack;
  return {
    sha256,
    name,
    issuedOn,
    author,
    note,
    added: add.length,
    replaced: replace.length,
    ended: end.length,
  };
}

/** The built-in rules with those of a pack laid over them; the pack must fit them (`validate.ts`). */
export function overlay(builtIn: RuleBook, pack: RulePack, sha256: string): RuleBook {
  const { name, issuedOn, author } = pack;
  const origins = new Map<string, RuleOrigin>();
  const note = (id: string, change: RuleOrigin['change'], reason: RuleOrigin['reason'] = null) =>
    origins.set(id, { change, reason, pack: { name, issuedOn, author, sha256 } });
  const replaced = new Map(pack.replace.map((rule) => [rule.id, rule]));
  const ended = new Map(pack.end.map((end) => [end.id, end]));
  for (const { id } of pack.add) note(id, 'added');
  for (const { id } of pack.replace) note(id, 'replaced');
  for (const { id, reason } of pack.end) note(id, 'ended', reason);

  const laidOver = (file: RuleFile): RuleFile => {
    const touched = (id: string) => origins.has(id) && regionOf(id) === file.region;
    if (![...origins.keys()].some(touched)) return file;
    const kept = file.rules.map((rule) => {
      const replacement = replaced.get(rule.id);
      if (replacement) return completed(builtIn, replacement);
      const end = ended.get(rule.id);
      return end ? { ...rule, validTo: end.validTo } : rule;
    });
    const added = pack.add.filter(({ id }) => regionOf(id) === file.region);
    const rules = [...kept, ...added.map((rule) => completed(builtIn, rule))];
    const days = rules.map(({ checkedOn }) => checkedOn).sort();
    return { ...file, rules, checkedOn: days.at(-1) ?? file.checkedOn };
  };
  const national = laidOver(builtIn.national);
  const regions = [...builtIn.regions.values()].map(laidOver);
  return {
    ...builtIn,
    national,
    regions: new Map(regions.map((file) => [file.region, file])),
    rulesById: new Map([national, ...regions].flatMap(({ rules }) => rules).map((rule) => [rule.id, rule])),
    origins,
  };
}

/** The pack that rules of the book come from; `null` when they are all built in. */
export function packIn({ origins }: RuleBook): RuleOrigin['pack'] | null {
  const [origin] = origins.values();
  return origin?.pack ?? null;
}

/** With the defaults of its check, as rules in force have them. */
function completed(builtIn: RuleBook, rule: Rule): Rule {
  return completeRule(rule, regionOf(rule.id), builtIn, null).rule;
}
