import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Bilingual, RuleOrigin } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import {
  ChecksFile,
  EnumerationsFile,
  FactsFile,
  LifecycleFile,
  MaterialsFile,
  PackLimitsFile,
  ProvidersFile,
  RejectionsFile,
  SuffixesFile,
  type BaseSet,
  type CheckSpec,
  type Enumerations,
  type Fact,
  type Lifecycle,
  type Material,
  type PackLimits,
  type Provider,
  type Reason,
  type SuffixList,
} from './data-schema.ts';
import { checkedFile } from './rule-files.ts';
import type { Rule, RuleFile } from './schema.ts';

export type {
  BaseSet,
  CheckSpec,
  Enumerations,
  Fact,
  Lifecycle,
  Material,
  PackLimits,
  Provider,
  Reason,
  SuffixList,
} from './data-schema.ts';
export type { Rule, RuleFile } from './schema.ts';

/** Everything the application knows about filing, read from `resources/` and checked as a whole. */
export interface RuleBook {
  national: RuleFile;
  /** By province code, in the order of the codes. */
  regions: ReadonlyMap<string, RuleFile>;
  rulesById: ReadonlyMap<string, Rule>;
  /** Where rules come from that a rule pack of the workspace has added, replaced or ended; by id. */
  origins: ReadonlyMap<string, RuleOrigin>;
  /** By key, e.g. `entity.name`. */
  facts: ReadonlyMap<string, Fact>;
  /** The closed vocabulary of checks. */
  checks: ReadonlyMap<string, CheckSpec>;
  materials: ReadonlyMap<string, Material>;
  materialKinds: Record<string, Bilingual>;
  baseSets: BaseSet[];
  providers: ReadonlyMap<string, Provider>;
  offlineTargets: v.InferOutput<typeof ProvidersFile>['offlineTargets'];
  enumerations: Enumerations;
  suffixes: SuffixList;
  lifecycle: Lifecycle;
  packLimits: PackLimits;
  /** Documented reasons of rejection, by id. */
  reasons: ReadonlyMap<string, Reason>;
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function readJson(dir: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dir, file), 'utf8'));
  } catch (cause) {
    throw new AppError('rules.file-invalid', { file, rule: '', field: '' }, { cause });
  }
}

function parseData<S extends v.GenericSchema>(dir: string, file: string, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, readJson(dir, file));
  if (result.success) return result.output;
  throw new AppError('rules.file-invalid', { file, rule: '', field: v.getDotPath(result.issues[0]) ?? '' });
}

/**
 * Reads and checks all rule and data files below `resourcesDir`. Synchronous and some tens of milliseconds: call it once
 * and keep the book.
 *
 * @throws AppError `rules.file-invalid` with the file, the rule (empty when it is not about one) and the field
 */
export function loadRuleBook(resourcesDir: string): RuleBook {
  const dataDir = join(resourcesDir, 'data');
  const facts = [
    ...parseData(dataDir, 'facts.json', FactsFile).facts,
    // Fields of forms that the data set has no fact for.
    ...parseData(dataDir, 'added-facts.json', FactsFile).facts,
  ];
  const { checks } = parseData(dataDir, 'checks.json', ChecksFile);
  const { kinds, baseSets, materials } = parseData(dataDir, 'materials.json', MaterialsFile);
  const { providers, offlineTargets } = parseData(dataDir, 'providers.json', ProvidersFile);
  const vocabulary = {
    checks: byId(checks),
    materials: byId(materials),
    enumerations: parseData(dataDir, 'enumerations.json', EnumerationsFile),
  };

  const rulesDir = join(resourcesDir, 'rules');
  const current = checkedFile('national.json', readJson(rulesDir, 'national.json'), vocabulary, null);
  // What held before the data set begins, so that an old dossier can be explained.
  const superseded = checkedFile(
    'superseded-rules.json',
    readJson(dataDir, 'superseded-rules.json'),
    vocabulary,
    null,
  );
  const national = { ...current, rules: [...current.rules, ...superseded.rules] };
  const regions = readdirSync(rulesDir)
    .filter((file) => file.endsWith('.json') && file !== 'national.json')
    .sort()
    .map((file) => checkedFile(file, readJson(rulesDir, file), vocabulary, national));

  return {
    ...vocabulary,
    national,
    regions: new Map(regions.map((file) => [file.region, file])),
    rulesById: byId([national, ...regions].flatMap((file) => file.rules)),
    origins: new Map(),
    facts: byId(facts),
    materialKinds: kinds,
    baseSets,
    providers: byId(providers),
    offlineTargets,
    suffixes: parseData(dataDir, 'suffixes.json', SuffixesFile),
    lifecycle: parseData(dataDir, 'lifecycle.json', LifecycleFile),
    packLimits: parseData(dataDir, 'pack-limits.json', PackLimitsFile),
    reasons: byId(parseData(dataDir, 'rejections.json', RejectionsFile).reasons),
  };
}
