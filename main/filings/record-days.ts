import type { Dossier, Person, TimelineEvent } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { addDays } from '../rules/evaluators/dates.ts';
import { naming } from '../rules/evaluators/documents.ts';
import { event } from './timeline-event.ts';

/** Days on which a paper or domain of the dossier ceases to be valid, whatever is filed. */
export function recordDays(book: RuleBook, dossier: Dossier, people: Person[]): TimelineEvent[] {
  const { certificate } = dossier.entity;
  const days = idDays(dossier, people);
  if (certificate.validTo !== null && !certificate.longTerm) {
    const { validTo } = certificate;
    days.push(expiry(addDays(validTo, 1), 'certificate-expires', { validTo }, 'entity.certificate.validTo'));
  }
  for (const { id, domain } of dossier.services) {
    const { name, expiresOn } = domain;
    // The registry takes it back on the day itself.
    if (expiresOn !== null)
      days.push({
        ...expiry(expiresOn, 'domain-expires', { domain: name, expiresOn }, 'domain.expiresOn'),
        serviceId: id,
      });
  }
  for (const { material, serviceId, validTo } of dossier.attachments) {
    const known = material === null ? undefined : book.materials.get(material);
    if (!known || validTo === null || isSaidElsewhere(known.kind)) continue;
    const params = { ...naming({ book }, [known.id]), validTo };
    days.push({ ...expiry(addDays(validTo, 1), 'document-expires', params, 'documents.validTo'), serviceId });
  }
  return days;
}

/** The scan of a certificate or an ID ends with the certificate or ID itself, of which there is a field. */
const isSaidElsewhere = (kind: string): boolean =>
  kind === 'entity-certificate' || kind === 'person-document';

const ROLES = ['principal', 'service-owner', 'legal-representative'] as const;
const KEYS = {
  principal: 'principal.idValidTo',
  'service-owner': 'serviceOwner.idValidTo',
  'legal-representative': 'legalRepresentative.idValidTo',
};

/** A person with several roles once, in the role that the law asks most of. */
function idDays(dossier: Dossier, people: Person[]): TimelineEvent[] {
  const holders = [
    { role: ROLES[0], personId: dossier.principal?.personId, serviceId: null },
    ...dossier.services.map(({ id, owner }) => ({
      role: ROLES[1],
      personId: owner?.personId,
      serviceId: id,
    })),
    { role: ROLES[2], personId: dossier.legalRepresentative?.personId, serviceId: null },
  ];
  return people.flatMap((person) => {
    const held = holders.find(({ personId }) => personId === person.id);
    const { name, idValidTo: validTo } = person;
    if (!held || validTo === null || person.idLongTerm) return [];
    const day = expiry(
      addDays(validTo, 1),
      'id-expires',
      { role: held.role, name, validTo },
      KEYS[held.role],
    );
    // The ID of a representative who files nothing is looked at in some regions only.
    const severity = held.role === 'legal-representative' ? 'warning' : 'error';
    return [{ ...day, severity, serviceId: held.serviceId } satisfies TimelineEvent];
  });
}

function expiry(
  on: string,
  code: TimelineEvent['code'],
  params: TimelineEvent['params'],
  path: string,
): TimelineEvent {
  return event({ on, kind: 'problem', code, severity: 'error', params, path });
}
