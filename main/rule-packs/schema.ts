import * as v from 'valibot';
import { Bilingual, Day } from '../../preload/contract/index.ts';
import { Rule } from '../rules/schema.ts';

export const FORMAT = 'beian-rule-pack';
/** Counts up when a pack of this version could not be read by an older application. */
export const FORMAT_VERSION = 1;

/** All built-in rules together are 1.2 MB. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** A rule nests 7 levels deep. */
export const MAX_DEPTH = 16;

/** The description goes into the published JSON Schema. */
const about = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const words = (maxChars: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxChars));
const e = Rule.entries;

/** A rule as in the built-in files, with what an author of packs should know of each key. */
const PackRule = v.strictObject({
  id: about(
    e.id,
    'Province code or "national", then words: 310000-owner-letter. Stable: dossiers refer to it. A rule that says something else than before gets a new id; the old one is ended.',
  ),
  kind: about(
    e.kind,
    'material: asks for a document; constraint: asks something of the data; process: a step.',
  ),
  appliesTo: about(e.appliesTo, 'The rule holds where all three lists contain the case.'),
  subject: about(e.subject, 'Under which heading the rule is listed.'),
  requirement: about(e.requirement, 'One sentence an administrator can act on, in both languages.'),
  check: about(
    e.check,
    'What the application checks by itself, with its parameters; null: a person reads the rule and answers.',
  ),
  materials: about(e.materials, 'Ids of documents that answer the rule, beside those of the check.'),
  severity: about(e.severity, 'required: a failure is an error; recommended: a warning.'),
  confidence: about(e.confidence, 'How sure the sources make it.'),
  validFrom: about(e.validFrom, 'First day on which it holds; null: since ever.'),
  validTo: about(e.validTo, 'Last day on which it holds; null: open-ended.'),
  overrides: about(
    e.overrides,
    'Id of the national rule that a regional one replaces where it applies; it must have the same check.',
  ),
  checkedOn: about(e.checkedOn, 'Day on which a person last compared the rule with its sources.'),
  sources: about(
    e.sources,
    'At least one. asOf: when its text was written, as 2026, 2026-02, 2026-02-27 or from/to; null: undated.',
  ),
  note: about(e.note, 'What a reader should know beside the requirement.'),
  history: about(e.history, 'Superseded or contradicting positions.'),
  statedFor: about(e.statedFor, 'Provinces whose own material repeats a national rule: evidence, not scope.'),
});

const PackEnd = v.strictObject({
  id: about(e.id, 'Id of a built-in rule.'),
  validTo: about(Day, 'Last day on which it holds.'),
  reason: about(
    v.strictObject({ 'zh-CN': words(500), en: words(500) }) satisfies v.GenericSchema<Bilingual>,
    'Why it ends: shown beside the rule.',
  ),
});

/** A file by which group IT adds, replaces and ends rules without a release of the application. */
export const RulePack = v.strictObject({
  $schema: v.optional(about(v.string(), 'Where an editor finds this schema.')),
  format: v.literal(FORMAT),
  formatVersion: v.literal(FORMAT_VERSION),
  name: about(words(100), 'Shown wherever a rule of the pack is.'),
  issuedOn: about(Day, 'Day of this version of the pack.'),
  author: v.optional(about(v.nullable(words(100)), 'Who answers for it.'), null),
  note: v.optional(about(v.nullable(words(2000)), 'What it is for.'), null),
  add: v.optional(about(v.array(PackRule), 'New rules; no built-in rule may have their id.'), []),
  replace: v.optional(
    about(
      v.array(PackRule),
      'Rules in the place of the built-in ones with the same id. One that says the same as the built-in rule changes nothing.',
    ),
    [],
  ),
  end: v.optional(about(v.array(PackEnd), 'Built-in rules that hold no longer.'), []),
});
export type RulePack = v.InferOutput<typeof RulePack>;

/** The lists of a pack whose entries are about one rule each. */
export const RULE_LISTS = ['add', 'replace', 'end'] as const;
export type RuleList = (typeof RULE_LISTS)[number];
