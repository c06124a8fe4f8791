import * as v from 'valibot';
import { Bilingual, Day, RegionCode } from './common.ts';
import { RuleView } from './findings.ts';

const Named = v.looseObject({ id: v.string(), name: Bilingual });

/** The closed lists the forms offer, names in both languages. */
export const Catalogue = v.strictObject({
  regions: v.array(
    v.strictObject({ id: RegionCode, name: Bilingual, licencePrefix: v.string(), authority: Bilingual }),
  ),
  /** Cities and counties by province are not part of the data: counties are typed as codes. */
  entityGroups: v.array(Named),
  entityNatures: v.array(v.strictObject({ id: v.string(), name: Bilingual, entityGroup: v.string() })),
  certificateTypes: v.array(
    v.strictObject({
      id: v.string(),
      name: Bilingual,
      nature: v.nullable(v.string()),
      material: v.nullable(v.string()),
    }),
  ),
  personIdTypes: v.array(v.strictObject({ id: v.string(), name: Bilingual, origin: v.nullable(v.string()) })),
  personOrigins: v.array(Named),
  serviceTypes: v.array(Named),
  filingTypes: v.array(Named),
  /** States of an order; `next`: states it may be moved to. */
  filingStates: v.array(
    v.strictObject({
      id: v.string(),
      name: Bilingual,
      waitsFor: v.nullable(v.string()),
      isOpen: v.boolean(),
      next: v.array(v.string()),
    }),
  ),
  preApprovalItems: v.array(Named),
  serviceContents: v.array(Named),
  languages: v.array(Named),
  accessMethods: v.array(Named),
  serverLocations: v.array(Named),
  providers: v.array(Named),
  materials: v.array(
    v.strictObject({
      id: v.string(),
      name: Bilingual,
      kind: v.string(),
      origin: v.picklist(['printed-by-app', 'uploaded-scan', 'data-entry', 'performed-elsewhere']),
    }),
  ),
  /** Names of facts, for "what is missing". */
  facts: v.record(v.string(), Bilingual),
});
export type Catalogue = v.InferOutput<typeof Catalogue>;

export const RegionSummary = v.strictObject({
  region: v.string(),
  name: Bilingual,
  /** Open-ended rules; `ended` counts those with a last day. */
  rules: v.number(),
  ended: v.number(),
  confidence: v.strictObject({ high: v.number(), medium: v.number(), low: v.number() }),
  oldestSource: v.nullable(v.string()),
  newestSource: v.nullable(v.string()),
  checkedOn: Day,
});
export type RegionSummary = v.InferOutput<typeof RegionSummary>;

export const rulesMethods = {
  'rules.catalogue': { input: v.strictObject({}), output: Catalogue },
  'rules.regions': { input: v.strictObject({}), output: v.array(RegionSummary) },
  /** `region` a province code, or `national`. */
  'rules.list': { input: v.strictObject({ region: v.string() }), output: v.array(RuleView) },
};
