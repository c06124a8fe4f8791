import type { Unit } from './dates.ts';
import {
  attachedFor,
  documentsOf,
  idFiles,
  isAttached,
  isPersonDocument,
  naming,
  type Doc,
} from './documents.ts';
import {
  anyOf,
  count,
  flag,
  provinceOf,
  text,
  textMatches,
  words,
  type Answer,
  items,
  textOf,
  type Item,
} from './facts.ts';
import { nameOf } from './names.ts';
import { idRegionOf, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { judgeAge } from './validity.ts';
import { Verdict } from './verdict.ts';

type Params = CheckParams['materialRequired'];

const ONLINE_DIAGNOSIS = /在线诊疗|互联网诊疗|互联网医院|在线问诊|远程医疗|网上问诊/;

/** `'person'`: only a person can tell whether the case is given. */
function isCase(params: Params, ctx: CheckContext): Answer | 'person' {
  switch (params.when) {
    case 'always':
      return true;
    case 'paper-or-provider-form-used':
    case 'on-site-verification':
      return 'person';
    case 'cancelled-at-authority': {
      const isShell = flag(ctx, 'entity.isShell');
      if (isShell) return true;
      const provider = text(ctx, 'access.provider');
      if (provider === undefined) return isShell === undefined ? { needs: 'access.provider' } : false;
      return provider === null;
    }
    case 'access-with-several-cloud-resources': {
      const resources = count(ctx, 'access.resourceCount');
      return resources === undefined ? { needs: 'access.resourceCount' } : (resources ?? 0) > 1;
    }
    case 'legal-representative-id-outside-region': {
      const region = idRegionOf(ctx, 'legal-representative');
      return region === undefined
        ? { needs: 'legalRepresentative.idRegion' }
        : provinceOf(region) !== ctx.region;
    }
    case 'holder-is-not-entity': {
      const holder = text(ctx, 'domain.holderName');
      const entity = text(ctx, 'entity.name');
      if (!holder || !entity) return { needs: holder ? 'entity.name' : 'domain.holderName' };
      return !sameName(holder, entity);
    }
    case 'first-filing-only':
      return ctx.filing === 'first';
    case 'except-change-without-domain': {
      if (!ctx.filing.startsWith('change')) return true;
      const changed = words(ctx, 'order.changedFields');
      return changed === undefined
        ? { needs: 'order.changedFields' }
        : changed.some((field) => /domain/i.test(field));
    }
    case 'content-is-online-diagnosis': {
      return anyOf(
        textMatches(ctx, nameOf(ctx).key, ONLINE_DIAGNOSIS),
        textMatches(ctx, 'service.plannedUse', ONLINE_DIAGNOSIS),
      );
    }
    case 'entity-is-medical-institution':
      return anyOf(
        textMatches(ctx, 'entity.nature', /^medical-institution$/),
        textMatches(ctx, 'entity.name', /医院|诊所|卫生院|门诊部|卫生服务中心/),
      );
    case 'entity-is-foundation':
      return anyOf(
        textMatches(ctx, 'entity.nature', /^foundation$/),
        textMatches(ctx, 'entity.name', /基金会/),
      );
  }
}

/** A letter of its own rule: dated, young enough, in the number asked for. */
function judgeForm(params: Params, verdict: Verdict, material: string): void {
  for (const doc of attachedFor(verdict.ctx, [material], null) ?? []) {
    if (params.copies !== undefined && doc.copies !== undefined && doc.copies < params.copies)
      verdict.say(
        'document.too-few-copies',
        { ...naming(verdict.ctx, [material]), copies: doc.copies, atLeast: params.copies },
        'documents.copies',
      );
    if (params.validity !== undefined)
      judgeAge(verdict, doc, {
        value: params.validity,
        unit: (params.validityUnit ?? 'month') as Unit,
        notAfterSubmission: true,
        reviewed: false,
      });
    else if (params.dated && doc.issuedOn === null)
      verdict.say('document.undated', naming(verdict.ctx, [material]), 'documents.issuedOn');
    else if (params.dated && doc.issuedOn === undefined) verdict.unknown('documents.issuedOn');
  }
}

function materialRequired(params: Params, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const answer = isCase(params, ctx);
  if (answer === false) return verdict.notApplicable().result();
  if (typeof answer === 'object') return verdict.unknown(answer.needs).result();
  const required = answer === true;
  const isOnlyIds = params.materials.every((material) => isPersonDocument(ctx, material));
  if (isOnlyIds) {
    const { wanted, missing } = idFiles(ctx, ['principal', 'service-owner']);
    for (const { materials, owner } of wanted) verdict.demand(materials, { owner, required });
    verdict.unknown(...missing);
    return verdict.result();
  }
  const groups = params.anyOf ? [params.materials] : params.materials.map((material) => [material]);
  for (const group of groups) {
    const owner = group.some((material) => material.startsWith('photo-')) ? 'service-owner' : null;
    verdict.demand([...group, ...(params.exemptionMaterials ?? [])], { owner, required });
    for (const material of group) judgeForm(params, verdict, material);
  }
  if (!required && !groups.every((group) => isAttached(ctx, group))) verdict.askPerson();
  return verdict.result();
}

const hashOf = (item: Item): string | null => textOf(item, 'hash') ?? textOf(item, 'sha256');

/** A photo that was filed before is known by its bytes. */
function sayReused(verdict: Verdict, photos: Doc[]): void {
  const before = (items(verdict.ctx, 'ledger.images') ?? []).flatMap((image) => hashOf(image) ?? []);
  for (const { material, item } of photos)
    if (before.includes(hashOf(item) ?? ''))
      verdict.say('photo.reused', naming(verdict.ctx, [material]), 'documents.image');
}

function photoRequirement(params: CheckParams['photoRequirement'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const materials = params.materials ?? ['photo-backdrop', 'photo-handheld-id', 'photo-handheld-licence'];
  const answers = [...materials, ...(params.alternatives ?? [])];
  if (params.when === 'legal-representative-id-outside-region') {
    const region = idRegionOf(ctx, 'legal-representative');
    if (region === undefined) return verdict.unknown('legalRepresentative.idRegion').result();
    if (provinceOf(region) === ctx.region) return verdict.notApplicable().result();
    verdict.demand(answers, { owner: 'legal-representative' });
  } else if (params.when === 'always') verdict.demand(answers, { owner: 'service-owner' });
  else if (params.materials) verdict.demand(answers, { owner: 'service-owner', required: false });

  const photos = attachedFor(ctx, materials, null);
  if (params.fresh) sayReused(verdict, photos ?? []);
  if (photos === undefined) verdict.unknown('documents');
  // What the picture shows is judged by the inspection of images and by a person.
  else if (photos.length > 0) verdict.askPerson();
  else verdict.notApplicable();
  return verdict.result();
}

function signatureOrSealRequired(
  params: CheckParams['signatureOrSealRequired'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const found = attachedFor(ctx, params.on, null);
  if (found === undefined) return verdict.unknown('documents').result();
  return (found.length > 0 ? verdict.askPerson() : verdict.notApplicable()).result();
}

/**
 * Only what the list of documents itself says; `isColour`, `isElectronic` and `isCopy` of an item come from the
 * inspection of its image. The rest a person has to see.
 */
function scanQuality(params: CheckParams['scanQuality'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const documents = documentsOf(ctx);
  if (!documents) return verdict.unknown('documents').result();
  const judged = documents.filter((doc) => !params.materials || params.materials.includes(doc.material));
  for (const { material, item } of judged) {
    const named = naming(ctx, [material]);
    if (
      params.colour &&
      item['isColour'] === false &&
      !(params.stampedCopyAccepted && item['isStamped'] === true)
    )
      verdict.say('scan.not-colour', named, 'documents.image');
    if (params.original && !params.electronicAccepted && item['isElectronic'] === true)
      verdict.say('scan.electronic', named, 'documents.image');
    if (params.original && !params.stampedCopyAccepted && item['isCopy'] === true)
      verdict.say('scan.copy', named, 'documents.image');
  }
  return (judged.length > 0 ? verdict.askPerson() : verdict.notApplicable()).result();
}

export const materialEvaluators: Evaluators<
  'materialRequired' | 'photoRequirement' | 'signatureOrSealRequired' | 'scanQuality'
> = { materialRequired, photoRequirement, signatureOrSealRequired, scanQuality };
