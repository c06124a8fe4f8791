import * as v from 'valibot';
import { Advice } from './advice.ts';
import { Day, Id, Instant, MediaType, Params, RegionCode, Sha256, text } from './common.ts';
import { FieldProblem } from './findings.ts';
import { PageInspection, Verdict } from './images.ts';
import { Person } from './people.ts';
import { RepairedFrom, RepairOptions, RepairPlan } from './repairs.ts';
import { Timeline, TimelineEvent } from './timeline.ts';
import { WalkProgress } from './walk.ts';

/** A person in a role of this entity; the position is the one held there. */
export const RoleAssignment = v.strictObject({ personId: Id, position: text(60) });
export type RoleAssignment = v.InferOutput<typeof RoleAssignment>;

export const CertificateFields = v.strictObject({
  /** `certificateTypes` of the enumerations. */
  type: text(60),
  number: text(50),
  address: text(1024),
  region: v.nullable(RegionCode),
  validFrom: v.nullable(Day),
  validTo: v.nullable(Day),
  longTerm: v.nullable(v.boolean()),
  /** `original` (正本) or `duplicate` (副本). */
  copy: text(20),
  marks: text(200),
});

/** The entity (主体) as filed. Enumerated values are ids of `resources/data/enumerations.json`; `null` is "not filled". */
export const EntityFields = v.strictObject({
  name: text(150),
  nature: text(40),
  group: text(40),
  subtype: text(40),
  tradeName: text(100),
  hasSeal: v.nullable(v.boolean()),
  certificate: CertificateFields,
  /** County of the filing; its province decides the authority. */
  region: v.nullable(RegionCode),
  mailingAddress: text(200),
  investor: text(255),
  businessScope: text(4000),
  remark: text(500),
  licenceNumber: text(40),
  previousName: text(150),
  previousNumber: text(50),
  registryStatus: text(40),
  isShell: v.nullable(v.boolean()),
  holdsTelecomLicence: v.nullable(v.boolean()),
});
export type EntityFields = v.InferOutput<typeof EntityFields>;

export const EntityPatch = v.partial(
  v.strictObject({ ...EntityFields.entries, certificate: v.partial(CertificateFields) }),
);

export const DomainFields = v.strictObject({
  /** As filed: Unicode form, registrable domain only. */
  name: text(128),
  holderName: text(150),
  holderCertificateType: text(60),
  holderCertificateNumber: text(50),
  expiresOn: v.nullable(Day),
  registrar: text(100),
  registrarIsDomestic: v.nullable(v.boolean()),
  realNameVerifiedOn: v.nullable(Day),
  privacyOn: v.nullable(v.boolean()),
  firstFiledOn: v.nullable(Day),
});

export const AppPlatform = v.strictObject({
  platform: v.picklist(['android', 'ios', 'harmony']),
  packageName: text(200),
  publicKey: text(2000),
  fingerprint: text(100),
});

export const AppFields = v.strictObject({
  platforms: v.array(AppPlatform),
  domains: v.array(v.string()),
  sdks: v.array(v.strictObject({ name: v.string(), provider: text(100) })),
});

/** One access (接入): the record that links a service to a provider. */
export const Access = v.strictObject({
  id: Id,
  provider: text(40),
  account: text(100),
  method: v.array(v.string()),
  serverLocations: v.array(v.string()),
  ipRanges: v.array(v.strictObject({ from: v.string(), to: v.string() })),
  resourceCount: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type Access = v.InferOutput<typeof Access>;

export const ServiceFields = v.strictObject({
  /** `serviceTypes` of the enumerations: website, app, mini-program, quick-app. */
  type: v.picklist(['website', 'app', 'mini-program', 'quick-app']),
  name: text(512),
  domain: DomainFields,
  homeUrl: text(255),
  contentTypes: v.array(v.string()),
  languages: v.array(v.string()),
  preApprovals: v.array(v.strictObject({ type: v.string(), number: text(512) })),
  remark: text(500),
  licenceNumber: text(40),
  numberIssuedOn: v.nullable(Day),
  plannedUse: text(500),
  owner: v.nullable(RoleAssignment),
  app: v.nullable(AppFields),
  accesses: v.array(Access),
});
export type ServiceFields = v.InferOutput<typeof ServiceFields>;

export const Service = v.strictObject({ id: Id, ...ServiceFields.entries });
export type Service = v.InferOutput<typeof Service>;

export const ServicePatch = v.partial(
  v.strictObject({ ...ServiceFields.entries, domain: v.partial(DomainFields) }),
);

/** A person's answer to what only a person can judge; kept with the filing. */
export const Answer = v.strictObject({ value: v.picklist(['yes', 'no']), note: text(500), at: Instant });

export const FilingFields = v.strictObject({
  /** `filingTypes` of the enumerations. */
  type: v.string(),
  serviceIds: v.array(Id),
  provider: text(40),
  /** `states` of the lifecycle data. */
  state: v.string(),
  /** Day on which it came into its state; `null` for a draft, and where it was not kept. */
  stateSince: v.optional(v.nullable(Day), null),
  plannedSubmissionOn: v.nullable(Day),
  submittedOn: v.nullable(Day),
  smsDeadline: v.nullable(Instant),
  changedFields: v.array(v.string()),
  cancelReason: text(100),
});

export const Filing = v.strictObject({
  id: Id,
  createdOn: Day,
  ...FilingFields.entries,
  answers: v.record(v.string(), Answer),
  /** Walk items set aside, with the reason the person gave. */
  waivers: v.record(v.string(), v.strictObject({ reason: v.string(), at: Instant })),
  /** The rules by which the filing was judged when its pack was last written. */
  judgedBy: v.nullable(
    v.strictObject({
      on: Day,
      ruleIds: v.array(v.string()),
      /** The rule pack in force; `null`: the built-in rules alone, or noted before packs were. */
      rulePack: v.optional(v.nullable(Sha256), null),
    }),
  ),
});
export type Filing = v.InferOutput<typeof Filing>;

export const DocumentOwner = v.picklist([
  'entity',
  'principal',
  'service-owner',
  'legal-representative',
  'domain',
  'service',
]);
export type DocumentOwner = v.InferOutput<typeof DocumentOwner>;

/** A file of the dossier: original bytes under its hash, plus what it is. */
export const Attachment = v.strictObject({
  id: Id,
  sha256: Sha256,
  fileName: v.string(),
  mediaType: MediaType,
  bytes: v.number(),
  addedAt: Instant,
  /** Id of the catalogue of materials; `null` while the person has not said. */
  material: v.nullable(v.string()),
  /** The material is our guess from name and shape; a person has not confirmed it. */
  materialGuessed: v.boolean(),
  owner: v.nullable(DocumentOwner),
  /** The service it belongs to; `null`: the entity as a whole. */
  serviceId: v.nullable(Id),
  issuedOn: v.nullable(Day),
  validTo: v.nullable(Day),
  copies: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Words written across the picture; `null`: none, or nobody has said. */
  watermark: v.optional(text(100), null),
  watermarkCoversText: v.optional(v.boolean(), false),
  /** Set on a repaired copy: the original and what was done to it. */
  repairedFrom: v.optional(v.nullable(RepairedFrom), null),
});
export type Attachment = v.InferOutput<typeof Attachment>;

/** State of one dossier on disk. */
export const Dossier = v.strictObject({
  schemaVersion: v.literal(1),
  id: Id,
  createdAt: Instant,
  entity: EntityFields,
  legalRepresentative: v.nullable(RoleAssignment),
  principal: v.nullable(RoleAssignment),
  services: v.array(Service),
  filings: v.array(Filing),
  attachments: v.array(Attachment),
  /** Only that a filing password exists and since when; the password itself is in the OS keychain. */
  filingPassword: v.nullable(v.strictObject({ setAt: Instant })),
});
export type Dossier = v.InferOutput<typeof Dossier>;

export const ProblemCounts = v.strictObject({ error: v.number(), warning: v.number(), info: v.number() });
export type ProblemCounts = v.InferOutput<typeof ProblemCounts>;

export const DocumentView = v.strictObject({
  attachmentId: Id,
  /** `null` while it waits for inspection. */
  verdict: v.nullable(Verdict),
  pages: v.array(PageInspection),
  /** What else it may be while its material is a guess or unknown, the likelier first. */
  otherMaterials: v.array(v.string()),
  /** Same-origin addresses of previews, one a page. */
  previewUrls: v.array(v.string()),
});
export type DocumentView = v.InferOutput<typeof DocumentView>;

export const DossierView = v.strictObject({
  dossier: Dossier,
  /** The people its roles refer to. */
  people: v.array(Person),
  problems: v.array(FieldProblem),
  documents: v.array(DocumentView),
  /** Findings of the rules per filing, counted. */
  filingProblems: v.record(v.string(), ProblemCounts),
  timeline: Timeline,
});
export type DossierView = v.InferOutput<typeof DossierView>;

/** A day of the timeline in lists. */
export const RowDate = v.pick(TimelineEvent, [
  'on',
  'kind',
  'code',
  'severity',
  'title',
  'message',
  'isEstimate',
]);
export type RowDate = v.InferOutput<typeof RowDate>;

/** One row of the list of entities. */
export const EntityRow = v.strictObject({
  dossierId: Id,
  name: v.nullable(v.string()),
  /** Province code, `null` while unknown. */
  province: v.nullable(RegionCode),
  nature: v.nullable(v.string()),
  licenceNumber: v.nullable(v.string()),
  creditCode: v.nullable(v.string()),
  services: v.number(),
  openFiling: v.nullable(v.strictObject({ filingId: Id, type: v.string(), state: v.string() })),
  problems: ProblemCounts,
  /** Days of its timeline that somebody has to act by, past ones included; the first to come first. */
  dates: v.array(RowDate),
  hasPassword: v.boolean(),
  /** Text the search looks through: names, domains, numbers of services and people. */
  searchText: v.string(),
});
export type EntityRow = v.InferOutput<typeof EntityRow>;

/** One row of the list of all filings. */
export const FilingRow = v.strictObject({
  dossierId: Id,
  filingId: Id,
  /** Name of the entity. */
  entity: v.nullable(v.string()),
  /** Province code, `null` while unknown. */
  province: v.nullable(RegionCode),
  type: v.string(),
  state: v.string(),
  provider: v.nullable(v.string()),
  plannedSubmissionOn: v.nullable(Day),
  services: v.number(),
  /** `null` for filings that have ended, and while the rules cannot be chosen. */
  progress: v.nullable(WalkProgress),
});
export type FilingRow = v.InferOutput<typeof FilingRow>;

/** The files of one entity that somebody has to look at. */
export const AttentionGroup = v.strictObject({
  dossierId: Id,
  /** Name of the entity. */
  entity: v.nullable(v.string()),
  /** Province code, `null` while unknown. */
  province: v.nullable(RegionCode),
  attachments: v.array(Attachment),
  documents: v.array(DocumentView),
  /** The services these files belong to; an unnamed one goes by its domain. */
  services: v.array(v.strictObject({ id: Id, name: v.nullable(v.string()) })),
});
export type AttentionGroup = v.InferOutput<typeof AttentionGroup>;

/** One line of a dossier's history. Holds names of fields, never secrets. */
export const HistoryEntry = v.strictObject({
  at: Instant,
  action: v.string(),
  params: Params,
});
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;

const inDossier = { dossierId: Id };
const inService = { dossierId: Id, serviceId: Id };
const inFiling = { dossierId: Id, filingId: Id };
const changed = DossierView;

export const dossiersMethods = {
  'dossiers.list': { input: v.strictObject({}), output: v.array(EntityRow) },
  /** A credit code (the region and nature follow from it) or a name; both may come. */
  'dossiers.create': {
    input: v.strictObject({ name: text(150), creditCode: text(50) }),
    output: changed,
  },
  'dossiers.get': { input: v.strictObject(inDossier), output: DossierView },
  'dossiers.update': { input: v.strictObject({ ...inDossier, patch: EntityPatch }), output: changed },
  /** Moves the dossier's folder to the workspace's trash; undo brings it back. */
  'dossiers.remove': { input: v.strictObject(inDossier), output: v.null() },
  'dossiers.assignRole': {
    input: v.strictObject({
      ...inDossier,
      role: v.picklist(['legal-representative', 'principal']),
      assignment: v.nullable(RoleAssignment),
    }),
    output: changed,
  },
  'dossiers.history': { input: v.strictObject(inDossier), output: v.array(HistoryEntry) },
};

export const servicesMethods = {
  'services.create': {
    input: v.strictObject({ ...inDossier, type: ServiceFields.entries.type }),
    output: v.strictObject({ serviceId: Id, view: changed }),
  },
  'services.update': { input: v.strictObject({ ...inService, patch: ServicePatch }), output: changed },
  'services.remove': { input: v.strictObject(inService), output: changed },
};

export const filingsMethods = {
  /** The filings of all entities. */
  'filings.list': { input: v.strictObject({}), output: v.array(FilingRow) },
  'filings.create': {
    input: v.strictObject({
      ...inDossier,
      type: v.string(),
      serviceIds: v.array(Id),
      provider: text(40),
      plannedSubmissionOn: v.nullable(Day),
      changedFields: v.optional(FilingFields.entries.changedFields, []),
      cancelReason: v.optional(text(100), null),
    }),
    output: v.strictObject({ filingId: Id, view: changed }),
  },
  /** Which filing the services call for, before there is one. Writes nothing. */
  'filings.advise': {
    input: v.strictObject({
      ...inDossier,
      serviceIds: v.array(Id),
      provider: text(40),
      plannedSubmissionOn: v.nullable(Day),
      /** Fact keys; `null` while nobody has said what changes. */
      changedFields: v.nullable(v.array(v.string())),
      /** Set where the services end. */
      cancelReason: text(100),
      /** By the ids of the questions of an earlier advice. */
      answers: v.record(v.string(), v.string()),
    }),
    output: Advice,
  },
  'filings.update': {
    input: v.strictObject({ ...inFiling, patch: v.partial(FilingFields) }),
    output: changed,
  },
  'filings.remove': { input: v.strictObject(inFiling), output: changed },
  /** `value: null` takes the answer back. */
  'filings.answer': {
    input: v.strictObject({
      ...inFiling,
      itemId: v.string(),
      value: v.nullable(Answer.entries.value),
      note: text(500),
    }),
    output: changed,
  },
  /** `reason: null` takes the waiver back. */
  'filings.waive': {
    input: v.strictObject({ ...inFiling, itemId: v.string(), reason: text(500) }),
    output: changed,
  },
};

export const attachmentsMethods = {
  /**
   * Inspects received files (handles from `Bridge.upload`) as a task, then takes those that can be read into the
   * dossier in one step; the task's `added` says which became what, its `refused` why the others did not.
   */
  'attachments.add': {
    input: v.strictObject({
      ...inDossier,
      handles: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)),
      material: v.nullable(v.string()),
      owner: v.nullable(DocumentOwner),
      serviceId: v.nullable(Id),
    }),
    output: v.strictObject({ taskId: Id }),
  },
  'attachments.update': {
    input: v.strictObject({
      ...inDossier,
      attachmentId: Id,
      patch: v.partial(
        v.pick(Attachment, [
          'material',
          'owner',
          'serviceId',
          'issuedOn',
          'validTo',
          'copies',
          'watermark',
          'watermarkCoversText',
        ]),
      ),
    }),
    output: changed,
  },
  /** Files with a bad verdict, or of which nobody has said what they are. */
  'attachments.attention': { input: v.strictObject({}), output: v.array(AttentionGroup) },
  /** What can be repaired of a document of one page. */
  'attachments.repairOptions': {
    input: v.strictObject({ ...inDossier, attachmentId: Id }),
    output: RepairOptions,
  },
  /**
   * Makes a repaired copy of the original as a task (`repaired`), to be looked at. It waits until another one of the
   * same document is made or the workspace is closed.
   */
  'attachments.repair': {
    input: v.strictObject({ ...inDossier, attachmentId: Id, plan: RepairPlan }),
    output: v.strictObject({ taskId: Id }),
  },
  /** Puts the copy a task has made in the document's place; the original is kept. */
  'attachments.acceptRepair': { input: v.strictObject({ ...inDossier, taskId: Id }), output: changed },
  'attachments.backToOriginal': {
    input: v.strictObject({ ...inDossier, attachmentId: Id }),
    output: changed,
  },
  'attachments.remove': { input: v.strictObject({ ...inDossier, attachmentId: Id }), output: changed },
  /** Inspects again what has no current facts, e.g. after a cancelled run. */
  'attachments.inspect': {
    input: v.strictObject(inDossier),
    output: v.strictObject({ taskId: v.nullable(Id) }),
  },
};
