import { isAttached } from './documents.ts';
import { text } from './facts.ts';
import { isSamePerson, personText, sameId } from './people.ts';
import type { CheckParams } from './params.ts';
import { anyRemark } from './roles.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

/** Brackets and blanks differ between registrars and certificates. */
const plainName = (name: string): string =>
  name.replace(/[（(]/g, '(').replace(/[）)]/g, ')').replace(/\s/g, '').toLowerCase();
export const namesAgree = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b && plainName(a) === plainName(b));

export const isNumberOfEntity = (ctx: CheckContext, number: string): boolean => {
  const own = text(ctx, 'entity.certificate.number');
  return Boolean(own && sameId(own, number));
};

function holderIsRepresentative(params: CheckParams['domainHolderMustMatch'], verdict: Verdict): void {
  const { ctx } = verdict;
  const number = text(ctx, 'domain.holderCertificateNumber');
  const own = personText(ctx, 'legal-representative', 'idNumber');
  if (number && own && !sameId(number, own))
    verdict.say(
      'domain.holder-number',
      { holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateNumber',
    );
  if (!params.remarkIfNotPrincipal) return;
  const isPrincipal = isSamePerson(ctx, 'principal', 'legal-representative');
  if (isPrincipal !== false) return;
  for (const material of params.materials ?? [])
    verdict.demand([material], { owner: 'legal-representative' });
  const remark = anyRemark(ctx);
  if (remark === undefined) verdict.unknown('service.remark');
  else if (remark === null)
    verdict.say('remark.missing', { about: '域名持有者为法定代表人' }, 'service.remark');
}

function holderIsEntity(verdict: Verdict): void {
  const { ctx } = verdict;
  const number = text(ctx, 'domain.holderCertificateNumber');
  const own = text(ctx, 'entity.certificate.number');
  if (number && own && !sameId(number, own))
    verdict.say(
      'domain.holder-number',
      { holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateNumber',
    );
  const types = ctx.book.enumerations.certificateTypes;
  const [theirs, ours] = [text(ctx, 'domain.holderCertificateType'), text(ctx, 'entity.certificate.type')];
  const known = types.find((type) => type.id === theirs || type.name['zh-CN'] === theirs);
  if (known && ours && known.id !== ours && number && own)
    verdict.say(
      'domain.holder-certificate-type',
      { found: known.name['zh-CN'], foundEn: known.name.en, holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateType',
    );
}

function domainHolderMustMatch(params: CheckParams['domainHolderMustMatch'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.holderName';
  const holder = text(ctx, path);
  if (holder === undefined) return verdict.unknown(path).result();
  const entity = text(ctx, 'entity.name');
  const representative = personText(ctx, 'legal-representative', 'name');
  const principal = personText(ctx, 'principal', 'name');
  if (holder === null) return verdict.say('domain.holder-missing', {}, path).result();
  const { allowed } = params;
  const disputed = params.disputed ?? [];

  if (allowed.includes('entity') && namesAgree(holder, entity)) {
    holderIsEntity(verdict);
    return verdict.result();
  }
  if (allowed.includes('self') && (namesAgree(holder, entity) || namesAgree(holder, principal)))
    return verdict.result();
  if (allowed.includes('legal-representative') && namesAgree(holder, representative)) {
    holderIsRepresentative(params, verdict);
    return verdict.result();
  }
  if (allowed.includes('principal') && namesAgree(holder, principal)) return verdict.result();
  if (!entity) return verdict.unknown('entity.name').result();

  const number = text(ctx, 'domain.holderCertificateNumber');
  const hasOwnNumber = Boolean(number && isNumberOfEntity(ctx, number));
  const isLatin = /^[\p{Script=Latin}\s.,'’()&-]+$/u.test(holder);
  // A name in Latin letters under our own certificate is the pinyin or the English name of the entity.
  if (isLatin && hasOwnNumber) {
    if (params.nameForms?.includes('full-pinyin')) return verdict.askPerson().result();
    return verdict.say('domain.holder-latin', { holder, entity }, path, 'warning').result();
  }
  const said = { holder, entity, representative: representative ?? null };
  const isDisputed =
    (disputed.includes('principal') && namesAgree(holder, principal)) ||
    (disputed.includes('legal-representative') && namesAgree(holder, representative));
  const hasProof = isAttached(ctx, ['domain-relation-proof', 'domain-use-authorization']);
  if (isDisputed || hasProof) return verdict.say('domain.holder-disputed', said, path, 'warning').result();
  if ((allowed.includes('shareholder') || allowed.includes('senior-manager')) && params.materials)
    return verdict
      .demand(params.materials, { because: { code: 'domain.holder-relation-unproved', params: said, path } })
      .result();
  if (allowed.includes('legal-representative') && representative === undefined)
    return verdict.unknown('legalRepresentative.name').result();
  return verdict.say('domain.holder-other', said, path).result();
}

export const domainHolderEvaluators: Evaluators<'domainHolderMustMatch'> = { domainHolderMustMatch };
