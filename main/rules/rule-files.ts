import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { completeParams, materialsOfParams } from './check-params.ts';
import type { CheckSpec, Enumerations, Material } from './data-schema.ts';
import { Rule, RuleFile, type RuleFile as RuleFileType } from './schema.ts';

/** What the rules of a file may refer to. */
export interface Vocabulary {
  checks: ReadonlyMap<string, CheckSpec>;
  materials: ReadonlyMap<string, Material>;
  enumerations: Enumerations;
}

/** Which part of `appliesTo` is a list of which enumeration. */
const APPLIES_TO = [
  ['entity', 'entityGroups'],
  ['filing', 'filingTypes'],
  ['service', 'serviceTypes'],
] as const;

/** Names the rule and the field inside it by the path of the first issue. */
function refuse(file: string, json: unknown, path: string): never {
  const [, index, field] = /^rules\.(\d+)(?:\.(.*))?$/.exec(path) ?? [];
  if (index === undefined) throw new AppError('rules.file-invalid', { file, rule: '', field: path });
  const rules = (json as { rules: { id?: unknown }[] }).rules;
  const id = rules[Number(index)]?.id;
  throw new AppError('rules.file-invalid', {
    file,
    rule: typeof id === 'string' ? id : `#${index}`,
    field: field ?? '',
  });
}

/** The first field in which the rule does not fit the vocabulary or its region, or the rule with its defaults. */
function completeRule(
  rule: Rule,
  region: string,
  words: Vocabulary,
  national: RuleFileType | null,
): Rule | string {
  if (!rule.id.startsWith(`${region}-`)) return 'id';
  for (const [part, list] of APPLIES_TO)
    if (!rule.appliesTo[part].every((id) => words.enumerations[list].some((x) => x.id === id)))
      return `appliesTo.${part}`;
  if (!words.enumerations.ruleSubjects.some((x) => x.id === rule.subject)) return 'subject';
  if (!rule.materials.every((id) => words.materials.has(id))) return 'materials';
  if (!rule.statedFor.every((code) => words.enumerations.regions.some((x) => x.id === code)))
    return 'statedFor';
  if (rule.validFrom !== null && rule.validTo !== null && rule.validFrom > rule.validTo) return 'validTo';
  if (rule.overrides !== null) {
    const target = national?.rules.find((r) => r.id === rule.overrides);
    if (!target) return 'overrides';
    if (rule.check && target.check && rule.check.name !== target.check.name) return 'check.name';
    for (const [part] of APPLIES_TO)
      if (!rule.appliesTo[part].some((id) => target.appliesTo[part].includes(id))) return `appliesTo.${part}`;
  }
  let named = rule.materials.length;
  let check = null;
  if (rule.check) {
    const spec = words.checks.get(rule.check.name);
    if (!spec) return 'check.name';
    const completed = completeParams(spec, rule.check.params, (id) => words.materials.has(id));
    if (!completed.ok) return `check.params.${completed.param}`;
    check = { name: rule.check.name, params: completed.params };
    named += materialsOfParams(spec, completed.params).length;
  }
  if (rule.kind === 'material' && named === 0) return 'materials';
  return { ...rule, check };
}

/**
 * A rule file that matches the schema and whose rules speak the vocabulary, with the defaults of their checks filled in.
 *
 * @throws AppError `rules.file-invalid`
 */
export function checkedFile(
  file: string,
  json: unknown,
  words: Vocabulary,
  national: RuleFileType | null,
): RuleFileType {
  const result = v.safeParse(RuleFile, json);
  if (!result.success) refuse(file, json, v.getDotPath(result.issues[0]) ?? '');
  const { region, rules } = result.output;
  const isNamedAfterRegion = national === null ? region === 'national' : file.startsWith(`${region}-`);
  if (!isNamedAfterRegion) throw new AppError('rules.file-invalid', { file, rule: '', field: 'region' });
  if (national !== null && !words.enumerations.regions.some((x) => x.id === region))
    throw new AppError('rules.file-invalid', { file, rule: '', field: 'region' });
  const seen = new Set<string>();
  const completed = rules.map((rule) => {
    const outcome = seen.has(rule.id) ? 'id' : completeRule(rule, region, words, national);
    if (typeof outcome === 'string')
      throw new AppError('rules.file-invalid', { file, rule: rule.id, field: outcome });
    seen.add(rule.id);
    return outcome;
  });
  return { ...result.output, rules: completed };
}
