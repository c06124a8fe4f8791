import * as v from 'valibot';
import type { Params, RulePackProblem, RulePackProblemCode } from '../../preload/contract/index.ts';
import type { Rule, RuleBook } from '../rules/book.ts';
import { completeRule } from '../rules/rule-files.ts';
import { isSafePattern } from './safe-pattern.ts';
import { parseJsonText, type JsonText } from './json-text.ts';
import { nearest } from './nearest.ts';
import { changedIds, onlyChanges, regionOf } from './overlay.ts';
import { FORMAT, FORMAT_VERSION, MAX_DEPTH, RULE_LISTS, RulePack, type RuleList } from './schema.ts';

/** `pack` without the rules it only repeats; `unchanged` is the number of those. */
export type ReadPack =
  { ok: true; pack: RulePack; unchanged: number } | { ok: false; problems: RulePackProblem[]; count: number };

/** Nobody mends more at once; the number of all is told. */
const MOST_SHOWN = 300;

type Path = readonly (string | number)[];
/** A mistake at a path of the pack; `part`: where to point. */
interface Problem {
  path: Path;
  part?: 'key' | 'value';
  code: RulePackProblemCode;
  params: Params;
}

/**
 * A rule pack from the bytes of a file, held against the built-in rules. Every mistake is listed with its place in the
 * text; mistakes of the text itself, and of the shape, come before those that need a whole pack to be seen.
 *
 * @param only the pack's own rules, where that was found out before: it may repeat others from an older application
 */
export function readRulePack(bytes: Uint8Array, builtIn: RuleBook, only?: ReadonlySet<string>): ReadPack {
  const text = parseJsonText(bytes, MAX_DEPTH);
  if (!text.ok)
    return refused(
      text.problems.map(({ offset, code, params }) => ({
        ...text.placeOf(offset),
        rule: null,
        field: '',
        code,
        params,
      })),
    );
  const { json } = text;
  const strange = problemsOfHead(json.value);
  if (strange) return refused(placed(strange, json));
  const shape = v.safeParse(RulePack, json.value);
  if (!shape.success) return refused(placed(problemsOfShape(json.value), json));
  const pack = shape.output;
  const own = only ?? changedIds(builtIn, pack);
  const misfits = problemsOfRules(pack, builtIn, own);
  if (misfits.length > 0) return refused(placed(misfits, json));
  const changes = onlyChanges(pack, own);
  return { ok: true, pack: changes, unchanged: pack.replace.length - changes.replace.length };
}

function refused(problems: RulePackProblem[]): ReadPack {
  const sorted = problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, problems: sorted.slice(0, MOST_SHOWN), count: problems.length };
}

/** Names the rule and the field inside it by the path. */
function placed(problems: Problem[], { value, offsetOf, placeOf }: JsonText): RulePackProblem[] {
  return problems.map(({ path, part, code, params }) => {
    const [list, index, ...rest] = path;
    const entry = isRuleList(list)
      ? (value as Record<RuleList, { id?: unknown }[]>)[list]?.[Number(index)]
      : null;
    const id =
      typeof entry?.id === 'string' ? entry.id : index === undefined ? null : `#${Number(index) + 1}`;
    const isOfRule = isRuleList(list) && index !== undefined;
    return {
      ...placeOf(offsetOf(path, part)),
      rule: isOfRule ? id : null,
      field: (isOfRule ? rest : path).join('.'),
      code,
      params: withNearest(params),
    };
  });
}

/** Of a long list of what would be right only what is spelled most alike. */
function withNearest(params: Params): Params {
  const { value, known } = params;
  return Array.isArray(known) ? { ...params, known: nearest(String(value ?? ''), known) } : params;
}

const isRuleList = (key: unknown): key is RuleList => RULE_LISTS.some((list) => list === key);

/** A file that is something else altogether is told so, and not what it lacks of a pack. */
function problemsOfHead(value: unknown): Problem[] | null {
  const head = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (head['format'] !== FORMAT)
    return [{ path: ['format'], code: 'not-a-pack', params: { expected: FORMAT } }];
  const version = head['formatVersion'];
  if (typeof version === 'number' && version > FORMAT_VERSION)
    return [
      { path: ['formatVersion'], code: 'newer-format', params: { version, known: [`${FORMAT_VERSION}`] } },
    ];
  return null;
}

/** The schema names one unknown key of an object at a time: each is taken out and the rest looked at again. */
function problemsOfShape(value: unknown): Problem[] {
  const found = new Map<string, Problem>();
  const rest = structuredClone(value);
  for (let round = 0; round < 20; round++) {
    const { issues = [] } = v.safeParse(RulePack, rest);
    for (const issue of issues) {
      const path = pathOf(issue);
      found.set(JSON.stringify([path, issue.type]), problemOfIssue(issue, path));
    }
    const unknown = issues.filter(isUnknownKey).map(pathOf);
    if (unknown.length === 0) break;
    for (const path of unknown) removeAt(rest, path);
  }
  return [...found.values()];
}

const pathOf = (issue: v.BaseIssue<unknown>): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

const isUnknownKey = ({ type, expected }: v.BaseIssue<unknown>): boolean =>
  type === 'strict_object' && expected === 'never';

function removeAt(value: unknown, path: Path): void {
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], value);
  delete (parent as Record<string, unknown>)[path.at(-1)!];
}

function problemOfIssue(issue: v.BaseIssue<unknown>, path: Path): Problem {
  const key = String(path.at(-1) ?? '');
  if (isUnknownKey(issue)) return { path, part: 'key', code: 'unknown-key', params: { key } };
  if (issue.type === 'strict_object' && issue.input === undefined)
    return { path, code: 'missing', params: { key } };
  const value = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input)?.slice(0, 60);
  switch (issue.type) {
    case 'picklist':
    case 'literal': {
      const known = [...(issue.expected ?? '').matchAll(/"([^"]*)"|(\d+)/g)].map(([, word, n]) => word ?? n!);
      return { path, code: 'unknown-value', params: { value: value ?? null, known } };
    }
    case 'min_length':
      return { path, code: 'empty', params: {} };
    case 'max_length':
      return { path, code: 'too-long', params: { maxChars: Number(issue.requirement) } };
    case 'regex':
    case 'iso_date':
      return { path, code: 'wrong-form', params: { value: value ?? null, form: formOf(path) } };
    case 'check':
      return { path, code: 'dates-reversed', params: {} };
    default:
      return { path, code: 'wrong-type', params: { expected: issue.type } };
  }
}

/** What a text of fixed form should look like, by its key. */
function formOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === 'id' || key === 'url' || key === 'asOf' || key === 'statedFor' ? key : 'day';
}

/** What can only be seen with the rules in sight: ids, the vocabulary, and what replaces what. */
function problemsOfRules(pack: RulePack, builtIn: RuleBook, own: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const { rules } = builtIn.national;
  const replacing = new Map(pack.replace.filter(({ id }) => own.has(id)).map((rule) => [rule.id, rule]));
  const national = {
    ...builtIn.national,
    rules: [
      ...rules.map((rule) => replacing.get(rule.id) ?? rule),
      ...pack.add.filter(({ id }) => regionOf(id) === 'national'),
    ],
  };
  const regions = ['national', ...builtIn.regions.keys()];
  const seen = new Set<string>();
  const note = (path: Path, code: RulePackProblemCode, params: Params = {}) =>
    problems.push({ path, code, params });

  for (const list of RULE_LISTS)
    for (const [index, entry] of pack[list].entries()) {
      const { id } = entry;
      if (!own.has(id)) continue;
      const region = regionOf(id);
      const path = [list, index];
      const isBuiltIn = builtIn.rulesById.has(id);
      if (seen.has(id)) note([...path, 'id'], 'id-twice', { id });
      seen.add(id);
      if (!regions.includes(region)) {
        note([...path, 'id'], 'unknown-value', { value: region, known: regions });
        continue;
      }
      if (list === 'add' && isBuiltIn) note([...path, 'id'], 'id-in-use', { id });
      if (list !== 'add' && !isBuiltIn)
        note([...path, 'id'], 'id-unknown', { value: id, list, known: idsOf(builtIn, region) });
      if ('reason' in entry) {
        for (const [code, params] of problemsOfEnd(entry.validTo, builtIn.rulesById.get(id)))
          note([...path, 'validTo'], code, params);
        continue;
      }
      const { problems: misfits } = completeRule(
        entry,
        region,
        builtIn,
        region === 'national' ? null : national,
      );
      for (const { field, code, params } of misfits) note([...path, ...field.split('.')], code, params);
      for (const param of unsafePatterns(entry)) note([...path, 'check', 'params', param], 'unsafe-pattern');
      const broken = list === 'replace' ? overridesThatBreak(entry, national, builtIn, replacing) : [];
      if (broken.length > 0) note([...path, 'id'], 'overridden-by', { ids: broken });
    }
  return problems;
}

function problemsOfEnd(validTo: string, rule: Rule | undefined): [RulePackProblemCode, Params][] {
  if (!rule) return [];
  const problems: [RulePackProblemCode, Params][] = [];
  if (rule.validFrom !== null && rule.validFrom > validTo) problems.push(['dates-reversed', {}]);
  if (rule.validTo !== null && rule.validTo <= validTo)
    problems.push(['ended-already', { validTo: rule.validTo }]);
  return problems;
}

function idsOf(builtIn: RuleBook, region: string): string[] {
  const file = region === 'national' ? builtIn.national : builtIn.regions.get(region);
  return file?.rules.map(({ id }) => id) ?? [];
}

/** Regional rules of the application that would no longer fit the national rule they replace. */
function overridesThatBreak(
  rule: Rule,
  national: RuleBook['national'],
  builtIn: RuleBook,
  replacing: ReadonlyMap<string, Rule>,
): string[] {
  return [...builtIn.regions.values()]
    .flatMap((file) => file.rules.filter(({ id, overrides }) => overrides === rule.id && !replacing.has(id)))
    .filter((other) => completeRule(other, regionOf(other.id), builtIn, national).problems.length > 0)
    .map(({ id }) => id);
}

function unsafePatterns({ check }: Rule): string[] {
  return Object.entries(check?.params ?? {})
    .filter(([param, value]) => param.endsWith('Pattern') && !isSafePattern(String(value)))
    .map(([param]) => param);
}
