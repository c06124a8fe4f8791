import * as v from 'valibot';
import { Bilingual, Day } from '../../preload/contract/index.ts';
import { AsOf, Source } from './schema.ts';

const Id = v.pipe(v.string(), v.minLength(1));
const named = { id: Id, name: Bilingual };
const sources = v.pipe(v.array(Source), v.minLength(1));
const strings = v.array(v.string());

/** A fact a dossier can supply; what an array holds is said in `fact-items.ts`. */
export const Fact = v.strictObject({
  ...named,
  type: v.picklist([
    'string',
    'boolean',
    'integer',
    'date',
    'dateTime',
    'regionCode',
    'enum',
    'enumArray',
    'stringArray',
    'objectArray',
    'object',
    'image',
    'secret',
    'external',
  ]),
  /** Name of the list in `enumerations.json`, for `enum` and `enumArray`. */
  enumeration: v.optional(v.string()),
  /** Only a person or the network can tell. */
  needsHuman: v.optional(v.boolean(), false),
});
export type Fact = v.InferOutput<typeof Fact>;
export const FactsFile = v.strictObject({ facts: v.array(Fact) });

export const CheckParam = v.strictObject({
  ...named,
  type: v.picklist([
    'integer',
    'number',
    'boolean',
    'string',
    'enum',
    'enumArray',
    'stringArray',
    'materialArray',
    'objectArray',
  ]),
  values: v.optional(strings),
  unit: v.optional(v.string()),
  /** Types of the keys of an object, for `objectArray`. */
  items: v.optional(v.record(v.string(), v.picklist(['string', 'boolean', 'integer', 'stringArray']))),
  required: v.boolean(),
  default: v.optional(v.union([v.string(), v.number(), v.boolean(), strings])),
});
export type CheckParam = v.InferOutput<typeof CheckParam>;

export const Outcome = v.picklist(['pass', 'fail', 'needs-material', 'needs-human']);
export type Outcome = v.InferOutput<typeof Outcome>;

export const CheckSpec = v.strictObject({
  id: Id,
  meaning: Bilingual,
  params: v.array(CheckParam),
  /** Keys of facts without which the check cannot be decided. */
  neededFacts: v.pipe(strings, v.minLength(1)),
  outcomes: v.pipe(v.array(Outcome), v.minLength(1)),
});
export type CheckSpec = v.InferOutput<typeof CheckSpec>;
export const ChecksFile = v.strictObject({
  outcomes: v.record(Outcome, Bilingual),
  note: Bilingual,
  checks: v.array(CheckSpec),
});

const Duration = v.strictObject({ value: v.number(), unit: v.string() });
export const Material = v.strictObject({
  ...named,
  kind: Id,
  providedBy: Id,
  origin: v.picklist(['printed-by-app', 'uploaded-scan', 'data-entry', 'performed-elsewhere']),
  when: Bilingual,
  copies: v.strictObject({
    scans: v.number(),
    /** Signed paper originals to post. */
    originals: v.optional(v.strictObject({ organization: v.number(), individual: v.number() })),
    allPages: v.optional(v.boolean()),
    perDomain: v.optional(v.boolean()),
    maxImages: v.optional(v.number()),
  }),
  originalOrScan: Id,
  colour: v.boolean(),
  validity: v.optional(
    v.strictObject({
      minRemaining: v.optional(Duration),
      maxAge: v.optional(Duration),
      mustBeInForce: v.optional(v.boolean()),
    }),
  ),
  seal: v.optional(v.strictObject({ by: Id, type: Id })),
  signature: v.optional(v.strictObject({ by: Id, method: Id })),
  variants: v.optional(v.array(v.strictObject(named))),
  originalByCourier: Id,
  scope: v.picklist(['national', 'regional']),
  regions: v.optional(strings),
  status: v.picklist(['current', 'legacy', 'being-replaced', 'uncertain']),
  note: v.optional(Bilingual),
  sources,
});
export type Material = v.InferOutput<typeof Material>;

export const BaseSet = v.strictObject({
  ...named,
  entity: strings,
  filing: strings,
  /** One of each inner list. */
  required: v.array(v.pipe(strings, v.minLength(1))),
  note: v.optional(Bilingual),
});
export type BaseSet = v.InferOutput<typeof BaseSet>;
export const MaterialsFile = v.strictObject({
  kinds: v.record(v.string(), Bilingual),
  baseSets: v.array(BaseSet),
  materials: v.array(Material),
});

/** Habits of one provider. What is `null` or absent has not been published. */
export const Provider = v.looseObject({
  ...named,
  kind: v.picklist(['official-interface', 'access-provider', 'platform']),
  asOf: v.nullable(AsOf),
  files: v.looseObject({
    /** Extensions without the dot; `image` = any image. */
    formats: v.nullable(strings),
    maxBytes: v.optional(v.nullable(v.number())),
    minBytes: v.nullable(v.number()),
    maxBytesByPurpose: v.optional(v.record(v.string(), v.number())),
    fileNameMaxChars: v.optional(v.nullable(v.number())),
  }),
  photo: v.optional(Bilingual),
  verificationForm: v.optional(
    v.strictObject({
      /** Who ticks the middle block of the form. */
      middleBlock: v.nullable(v.picklist(['provider', 'applicant'])),
      date: v.nullable(v.literal('blank')),
      originals: v.optional(v.strictObject({ organization: v.number(), individual: v.number() })),
      asOf: v.optional(AsOf),
    }),
  ),
  quotas: v.optional(v.record(v.string(), v.union([v.number(), v.record(v.string(), v.number())]))),
  /** What it asks of the server or other resource behind a service. */
  resource: v.optional(
    v.looseObject({ minMonths: v.optional(v.number()), billing: v.optional(v.literal('prepaid')) }),
  ),
  /** Months that the resource must still run while the filing is reviewed. */
  serverMustRemainMonths: v.optional(v.number()),
  accountPerEntity: v.optional(v.literal('one-to-one')),
  /** After how long an order that waits for its applicant is closed. */
  drafts: v.optional(
    v.strictObject({
      daysToCorrect: v.optional(v.number()),
      daysUntilClosed: v.optional(v.number()),
      monthsUntilDeleted: v.optional(v.number()),
    }),
  ),
  homeUrl: v.optional(v.picklist(['registrable-domain-only', 'starts-with-www'])),
  notes: Bilingual,
  sources,
});
export type Provider = v.InferOutput<typeof Provider>;
export const ProvidersFile = v.strictObject({
  note: Bilingual,
  providers: v.array(Provider),
  /** Advice that satisfies every provider. Sizes in bytes and pixels. */
  offlineTargets: v.strictObject({
    note: Bilingual,
    formats: strings,
    maxBytes: v.number(),
    minBytes: v.number(),
    legibleAtBytes: v.number(),
    photoLongSideMin: v.number(),
    photoShortSideMin: v.number(),
    fileNameMaxChars: v.number(),
  }),
});

export const Suffix = v.strictObject({
  /** With its dot, in Unicode. */
  suffix: v.pipe(v.string(), v.startsWith('.')),
  group: Id,
  status: v.picklist(['approved', 'unverified', 'disputed']),
  note: v.optional(Bilingual),
});
export const SuffixesFile = v.strictObject({
  title: Bilingual,
  asOf: Day,
  liveList: v.string(),
  sources,
  note: Bilingual,
  /** Well-known suffixes that are not on the list. */
  knownAbsent: strings,
  counts: v.record(v.string(), v.number()),
  suffixes: v.array(Suffix),
});
export type SuffixList = v.InferOutput<typeof SuffixesFile>;

/** A documented reason for which filings are returned. */
export const Reason = v.strictObject({
  /** Stable, e.g. `ENT-17`. */
  id: v.pipe(v.string(), v.regex(/^[A-Z]{3}-\d{2}$/)),
  category: Id,
  message: Bilingual,
  fix: Bilingual,
  evidence: v.picklist(['official-message', 'stated-rejection', 'form-validation', 'rule-requirement']),
  /** Result code of the ministry's interface or of a platform. */
  officialCode: v.nullable(v.string()),
  scope: v.picklist(['national', 'regional']),
  regions: strings,
  machineCheckable: v.picklist(['yes', 'partly', 'no']),
  relatedChecks: strings,
  sources,
});
export type Reason = v.InferOutput<typeof Reason>;
export const RejectionsFile = v.strictObject({
  evidenceMeaning: v.record(v.string(), Bilingual),
  reasons: v.array(Reason),
});

const EnumItem = v.looseObject(named);
const items = v.pipe(v.array(EnumItem), v.minLength(1));
export const EnumerationsFile = v.looseObject({
  asOf: AsOf,
  sources,
  note: Bilingual,
  regions: v.array(
    v.strictObject({
      ...named,
      code: Id,
      licencePrefix: Id,
      /** Seen on numbers, mostly in templates and fakes. */
      alternativePrefixes: v.optional(strings, []),
      authority: Bilingual,
      authoritySite: Id,
      smsVerificationSince: Day,
    }),
  ),
  entityGroups: v.array(v.strictObject({ ...named, natures: strings, note: v.optional(Bilingual) })),
  entityNatures: v.array(v.strictObject({ ...named, code: v.number(), entityGroup: Id })),
  certificateTypes: v.array(
    v.strictObject({
      ...named,
      code: v.number(),
      nature: v.optional(v.string()),
      natureUncertain: v.optional(v.boolean()),
      material: Id,
    }),
  ),
  personIdTypes: v.array(
    v.strictObject({
      ...named,
      code: v.optional(v.number()),
      origin: Id,
      numberCheck: v.optional(v.literal('gb11643')),
      acceptedAtMiit: v.optional(v.boolean(), true),
    }),
  ),
  personOrigins: items,
  roles: items,
  serviceTypes: v.array(
    v.looseObject({
      ...named,
      suffix: v.string(),
      /** The type whose rules stand in for this one's own. */
      rulesFollow: v.optional(v.string()),
    }),
  ),
  filingTypes: v.array(v.looseObject({ ...named, acts: Id, group: Id })),
  preApprovalItems: v.array(v.looseObject({ ...named, material: v.optional(v.string()) })),
  serviceContents: items,
  languages: items,
  accessMethods: items,
  serverLocations: items,
  ruleKinds: items,
  ruleSubjects: items,
});
export type Enumerations = v.InferOutput<typeof EnumerationsFile>;

const input = { ...named, type: v.picklist(['boolean', 'enum']), values: v.optional(strings) };
export const LifecycleFile = v.looseObject({
  states: v.array(
    v.strictObject({
      ...named,
      waitsFor: v.nullable(v.picklist(['applicant', 'provider', 'authority'])),
      editable: v.boolean(),
      withdrawable: v.boolean(),
      final: v.optional(v.boolean(), false),
      /** Ids of `timeLimits`. */
      limits: strings,
      note: v.optional(Bilingual),
    }),
  ),
  transitions: v.array(v.strictObject({ from: Id, event: Id, to: Id, by: Id })),
  timeLimits: v.array(
    v.strictObject({
      ...named,
      value: v.optional(v.number()),
      min: v.optional(v.number()),
      max: v.optional(v.number()),
      unit: Id,
      /** Set by law, not by habit. */
      legal: v.boolean(),
      note: v.optional(Bilingual),
      sources,
    }),
  ),
  smsRecipients: v.array(
    v.strictObject({ filing: Id, ucloud: strings, others: strings, note: v.optional(Bilingual) }),
  ),
  decisionTable: v.strictObject({
    inputs: v.array(v.strictObject(input)),
    hitPolicy: v.literal('first'),
    rows: v.array(
      v.strictObject({
        text: Bilingual,
        when: v.record(v.string(), v.union([v.boolean(), v.string(), strings])),
        result: v.union([v.string(), strings]),
        then: v.optional(v.string()),
      }),
    ),
    notes: v.array(Bilingual),
  }),
});
export type Lifecycle = v.InferOutput<typeof LifecycleFile>;

/** What packs go by and no rule says. */
export const PackLimitsFile = v.strictObject({
  schemaVersion: v.literal(1),
  note: Bilingual,
  /** Where a provider says what may be written across copies; `none`: nothing. */
  watermarks: v.array(
    v.strictObject({
      provider: v.string(),
      allowed: v.picklist(['none', 'filing-use-only', 'short']),
      sources,
    }),
  ),
  /** Whose limits every picture has to meet in the end, and which pictures are sent there. */
  officialInterface: v.strictObject({
    provider: v.string(),
    kinds: strings,
    materials: strings,
    note: Bilingual,
  }),
  /** From which contrast of strokes (part of the original's) and height of text on print counts as legible. */
  legibility: v.strictObject({
    minContrastKept: v.number(),
    minTextHeightPx: v.number(),
    basis: Bilingual,
  }),
});
export type PackLimits = v.InferOutput<typeof PackLimitsFile>;
