import * as v from 'valibot';
import type { Params, RulePackProblemCode } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import { completeParams, materialsOfParams, type ParamProblem } from './check-params.ts';
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

/** One way in which a rule does not fit; `field` is its dotted path inside the rule. */
export interface RuleProblem {
  field: string;
  code: RulePackProblemCode;
  params: Params;
}

/** The values of a list that nobody knows, each with its place. */
function unknownIn(field: string, values: string[], known: string[]): RuleProblem[] {
  return values.flatMap((value, index) =>
    known.includes(value)
      ? []
      : [{ field: `${field}.${index}`, code: 'unknown-value' as const, params: { value, known } }],
  );
}

function problemsOfOverride(rule: Rule, national: RuleFileType | null): RuleProblem[] {
  if (rule.overrides === null) return [];
  const target = national?.rules.find((r) => r.id === rule.overrides);
  if (!target) return [{ field: 'overrides', code: 'overrides-unknown', params: { value: rule.overrides } }];
  const problems: RuleProblem[] = [];
  if (rule.check && target.check && rule.check.name !== target.check.name)
    problems.push({
      field: 'check.name',
      code: 'overrides-other-check',
      params: { id: target.id, expected: target.check.name },
    });
  for (const [part] of APPLIES_TO)
    if (!rule.appliesTo[part].some((id) => target.appliesTo[part].includes(id)))
      problems.push({
        field: `appliesTo.${part}`,
        code: 'overrides-elsewhere',
        params: { id: target.id, known: target.appliesTo[part] },
      });
  return problems;
}

function problemsOfParam(
  { name, param, value }: ParamProblem,
  spec: CheckSpec,
  words: Vocabulary,
): RuleProblem[] {
  const field = `check.params.${name}`;
  if (!param) return [{ field, code: 'param-unknown', params: { known: spec.params.map(({ id }) => id) } }];
  if (value === undefined) return [{ field, code: 'param-missing', params: { type: param.type } }];
  const known = param.type === 'materialArray' ? [...words.materials.keys()] : (param.values ?? []);
  const strange = param.type === 'enum' ? [value] : known.length > 0 && Array.isArray(value) ? value : [];
  if (strange.length === 0 || !strange.every((item) => typeof item === 'string'))
    return [{ field, code: 'param-wrong', params: { type: param.type } }];
  if (param.type === 'enum')
    return [{ field, code: 'unknown-value', params: { value: `${strange[0]}`, known } }];
  return unknownIn(field, strange, known);
}

/**
 * The rule with the defaults of its check, and everything in which it does not fit the vocabulary or its region.
 *
 * @param national the rules it may override; `null` for a rule of the nation itself
 */
export function completeRule(
  rule: Rule,
  region: string,
  words: Vocabulary,
  national: RuleFileType | null,
): { rule: Rule; problems: RuleProblem[] } {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const { enumerations } = words;
  const problems: RuleProblem[] = [];
  if (!rule.id.startsWith(`${region}-`))
    problems.push({ field: 'id', code: 'id-of-region', params: { region } });
  for (const [part, list] of APPLIES_TO)
    problems.push(...unknownIn(`appliesTo.${part}`, rule.appliesTo[part], ids(enumerations[list])));
  const subjects = ids(enumerations.ruleSubjects);
  if (!subjects.includes(rule.subject))
    problems.push({
      field: 'subject',
      code: 'unknown-value',
      params: { value: rule.subject, known: subjects },
    });
  problems.push(...unknownIn('materials', rule.materials, [...words.materials.keys()]));
  problems.push(...unknownIn('statedFor', rule.statedFor, ids(enumerations.regions)));
  if (rule.validFrom !== null && rule.validTo !== null && rule.validFrom > rule.validTo)
    problems.push({ field: 'validTo', code: 'dates-reversed', params: {} });
  problems.push(...problemsOfOverride(rule, national));
  let named = rule.materials.length;
  let check = rule.check;
  if (check) {
    const spec = words.checks.get(check.name);
    if (!spec)
      problems.push({
        field: 'check.name',
        code: 'unknown-value',
        params: { value: check.name, known: [...words.checks.keys()] },
      });
    else {
      const completed = completeParams(spec, check.params, (id) => words.materials.has(id));
      problems.push(...completed.problems.flatMap((problem) => problemsOfParam(problem, spec, words)));
      named += materialsOfParams(spec, completed.params).length;
      check = { name: check.name, params: completed.params };
    }
  }
  // Where a material is not known, that has been said.
  if (rule.kind === 'material' && named === 0 && problems.length === 0)
    problems.push({ field: 'materials', code: 'no-material', params: {} });
  return { rule: { ...rule, check }, problems };
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
    const { rule: complete, problems } = completeRule(rule, region, words, national);
    const field = seen.has(rule.id) ? 'id' : problems[0]?.field;
    if (field !== undefined) throw new AppError('rules.file-invalid', { file, rule: rule.id, field });
    seen.add(rule.id);
    return complete;
  });
  return { ...result.output, rules: completed };
}
