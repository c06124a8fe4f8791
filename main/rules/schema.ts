import * as v from 'valibot';
import { Bilingual, Confidence, Day, Source as AnySource } from '../../preload/contract/index.ts';

/** The longest sentence of the product's own rules has some 230 characters. */
const Words = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const Text = v.strictObject({ 'zh-CN': Words, en: Words }) satisfies v.GenericSchema<Bilingual>;
const idList = v.pipe(v.array(Words), v.minLength(1));

/** Day, month or year of a text, or an interval of two such dates: `2024-04-01/2026-02-27`. */
export const AsOf = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/),
  v.check((asOf) => {
    const [from, to] = asOf.split('/');
    return to === undefined || from! <= to;
  }, 'interval is reversed'),
);

/** The contract's source; here it must also say whether it is dated. */
export const Source = v.strictObject({
  ...AnySource.entries,
  publisher: Words,
  title: Words,
  url: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/))),
  asOf: v.nullable(AsOf),
});
export type Source = v.InferOutput<typeof Source>;

const Scalar = v.union([v.string(), v.number(), v.boolean()]);
/** A parameter of a check: as its declaration in `resources/data/checks.json` says. */
export const ParamValue = v.union([
  Scalar,
  v.array(v.string()),
  v.array(v.record(v.string(), v.union([Scalar, v.array(v.string())]))),
]);
export type ParamValue = v.InferOutput<typeof ParamValue>;

/** `name` picks an evaluator from the closed vocabulary; a loaded rule has its defaults filled in. */
export const RuleCheck = v.strictObject({ name: Words, params: v.record(v.string(), ParamValue) });
export type RuleCheck = v.InferOutput<typeof RuleCheck>;

export const RuleKind = v.picklist(['material', 'constraint', 'process']);
export const RuleSeverity = v.picklist(['required', 'recommended']);

const inForce = { validFrom: v.nullable(Day), validTo: v.nullable(Day) };

export const Rule = v.strictObject({
  /** Stable and never reused; dossiers store it. */
  id: v.pipe(v.string(), v.regex(/^(national|\d{6})(-[a-z0-9]+)+$/)),
  kind: RuleKind,
  /** The rule holds where all three contain the case. */
  appliesTo: v.strictObject({ entity: idList, filing: idList, service: idList }),
  subject: Words,
  requirement: Text,
  /** `null`: nothing in a dossier can decide it. */
  check: v.nullable(RuleCheck),
  /** Materials named beside those of the check. */
  materials: v.array(Words),
  severity: RuleSeverity,
  confidence: Confidence,
  /** Inclusive days; `null`: since ever, or open-ended. */
  ...inForce,
  /** Id of the national rule that this one replaces inside its own `appliesTo`. */
  overrides: v.nullable(Words),
  /** Day a person last compared the rule with its sources. */
  checkedOn: Day,
  sources: v.pipe(v.array(Source), v.minLength(1)),
  note: v.nullable(Text),
  /** Superseded or contradicting positions. */
  history: v.array(
    v.strictObject({ text: Text, asOf: v.nullable(AsOf), asOfEstimated: v.optional(v.boolean(), false) }),
  ),
  /** Regions whose own material repeats a national rule in writing: evidence, not scope. */
  statedFor: v.array(v.pipe(v.string(), v.regex(/^\d{6}$/))),
});
export type Rule = v.InferOutput<typeof Rule>;

/** One file of `resources/rules/`. */
export const RuleFile = v.strictObject({
  /** Province code, or `national`. */
  region: v.pipe(v.string(), v.regex(/^(national|\d{6})$/)),
  name: Text,
  /** Newest of the rules' own days. */
  checkedOn: Day,
  note: v.nullable(Text),
  rules: v.array(Rule),
});
export type RuleFile = v.InferOutput<typeof RuleFile>;
