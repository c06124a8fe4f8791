import { isKnown, object, text } from '../evaluators/facts.ts';
import { naming } from '../evaluators/documents.ts';
import { isSamePerson } from '../evaluators/people.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import type { Refusals } from './types.ts';

/** A person files with an ID, whatever business they have. */
function personsCertificate(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'entity.certificate.type';
  const id = text(ctx, path);
  const type = ctx.book.enumerations.certificateTypes.find((one) => one.id === id);
  if (ctx.entityGroup !== 'individual' || !type?.nature || type.nature === 'individual') return;
  const name = ctx.book.enumerations.entityNatures.find((one) => one.id === 'individual')?.name;
  verdict.say(
    'entity.certificate-not-for-nature',
    {
      ...naming(ctx, [type.material]),
      natureZh: name?.['zh-CN'] ?? 'individual',
      natureEn: name?.en ?? 'individual',
    },
    path,
  );
}

/** Only a first filing, and what another entity files for its own record, does without one. */
function noRecord(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'record.entity';
  if (ctx.filing === 'first' || ctx.filing === 'migrate') return;
  if (isKnown(ctx, path) && object(ctx, path) === null) verdict.say('record.none', {}, path);
}

/** Shorter addresses name no place: `同上`, `青桐路`. The length is this application's. */
const MIN_ADDRESS_CHARS = 6;

function certificateAddress(verdict: Verdict): void {
  const path = 'entity.certificate.address';
  const address = text(verdict.ctx, path);
  if (address && [...address.replace(/\s/g, '')].length < MIN_ADDRESS_CHARS)
    verdict.say('address.certificate-too-short', { address }, path);
}

/** Who heads the unit shows their ID too, wherever somebody else acts for them. */
function representativesId(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'legalRepresentative.idValidTo';
  const validTo = text(ctx, path);
  const on = text(ctx, 'order.plannedSubmissionOn') ?? ctx.on;
  if (!validTo || validTo >= on) return;
  const isPrincipal = isSamePerson(ctx, 'principal', 'legal-representative') === true;
  const params = {
    what: 'person-id',
    role: 'legal-representative',
    validTo,
    on,
    problemFrom: validTo,
  } as const;
  verdict.say('document.expired', params, path, isPrincipal ? undefined : 'warning');
}

/** What systems refuse of the unit and its papers, in regions too whose rules do not speak of it. */
export const entityRefusals: Refusals = {
  'ENT-05': personsCertificate,
  'ENT-15': noRecord,
  'ADR-08': certificateAddress,
  'CRT-10': representativesId,
};
