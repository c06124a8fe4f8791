import type {
  Access,
  Dossier,
  EntityFields,
  Facts,
  FactsFile,
  Filing,
  Person,
  RoleAssignment,
  Service,
} from '../../preload/contract/index.ts';
import { splitDomain } from '../identifiers/domain-name.ts';
import { ownerSeenBy } from './document-owners.ts';
import { parseDemandId } from './item-ids.ts';
import { isOpenState } from './lifecycle.ts';
import type { Shared } from './ledger.ts';

export interface FactsInput {
  dossier: Dossier;
  filing: Filing;
  /** The service the facts are about; `null` for filings that concern the entity alone. */
  service: Service | null;
  person(personId: string): Person | null;
  /** What the rest of the group has in common with this dossier. */
  shared: Shared;
  /** Day for which the filing is judged. */
  on: string;
}

/** What must be filled in before a region's rules can be chosen: fact keys. */
export function missingForRules({ entity }: Dossier): string[] {
  return [...(entity.region ? [] : ['entity.region']), ...(entity.group ? [] : ['entity.group'])];
}

/**
 * The stored dossier as flat facts. What is not filled in is absent (unknown); lists that the dossier keeps itself
 * (documents, own filings) are known even when they are empty.
 */
export function factsOf(input: FactsInput): FactsFile {
  const { dossier, filing, service, person, shared, on } = input;
  const { entity } = dossier;
  const access = service?.accesses.find((one) => one.provider === filing.provider) ?? null;
  const facts: Facts = {
    ...entityFacts(entity),
    ...personFacts('legalRepresentative', dossier.legalRepresentative, person),
    ...personFacts('principal', dossier.principal, person),
    ...(service ? serviceFacts(service, person) : {}),
    ...accessFacts(access, filing),
    documents: [...documentFacts(dossier, filing, service), ...doneElsewhere(filing, service)],
    ...orderFacts(dossier, filing, on),
    ...ledgerFacts(dossier, filing, shared),
    ...(isOpenState(filing.state) ? {} : beforeApproval(filing)),
  };
  return {
    region: provinceOf(entity.region ?? ''),
    entityGroup: entity.group ?? '',
    filing: filing.type,
    service: service?.type ?? 'website',
    provider: filing.provider,
    on,
    facts: onlyKnown(facts),
  };
}

/** `310115` -> `310000`. */
export function provinceOf(region: string): string {
  return `${region.slice(0, 2)}0000`;
}

function entityFacts({ certificate, ...entity }: EntityFields): Facts {
  const facts: Facts = {};
  for (const [key, value] of Object.entries(entity)) facts[`entity.${key}`] = value;
  for (const [key, value] of Object.entries(certificate)) facts[`entity.certificate.${key}`] = value;
  if (certificate.longTerm) facts['entity.certificate.validTo'] = NONE;
  return facts;
}

const CONTACTS = ['mobile', 'emergencyPhone', 'emergencyContact', 'officePhone', 'email'] as const;
const IDENTITY = [
  'name',
  'idType',
  'idNumber',
  'origin',
  'idValidTo',
  'idRegion',
  'birthDate',
  'gender',
] as const;

/** The law knows no contact data of the legal representative as such. */
function personFacts(
  role: 'legalRepresentative' | 'principal' | 'serviceOwner',
  assignment: RoleAssignment | null,
  find: FactsInput['person'],
): Facts {
  const person = assignment && find(assignment.personId);
  if (!person) return {};
  const keys = role === 'legalRepresentative' ? IDENTITY : [...IDENTITY, ...CONTACTS];
  const facts: Facts = Object.fromEntries(keys.map((key) => [`${role}.${key}`, person[key]]));
  if (person.idLongTerm) facts[`${role}.idValidTo`] = NONE;
  if (role !== 'legalRepresentative') facts[`${role}.position`] = assignment.position;
  return facts;
}

/** Stands for the `null` of the facts: known to be none, e.g. the last day of a long-term ID (长期). */
const NONE = Symbol('known to be none');

function serviceFacts(service: Service, person: FactsInput['person']): Facts {
  const { domain } = service;
  const parts = domain.name ? splitDomain(domain.name) : null;
  return {
    'service.type': service.type,
    'service.name': service.name,
    'service.domain': domain.name,
    'service.homeUrl': service.homeUrl,
    'service.contentTypes': unlessEmpty(service.contentTypes),
    'service.languages': unlessEmpty(service.languages),
    'service.preApprovals': service.preApprovals,
    'service.remark': service.remark,
    'service.licenceNumber': service.licenceNumber,
    'service.plannedUse': service.plannedUse,
    'service.numberIssuedOn': service.numberIssuedOn,
    ...Object.fromEntries(Object.entries(domain).map(([key, value]) => [`domain.${key}`, value])),
    'domain.suffix': parts && `.${parts.suffix}`,
    'domain.label': parts?.label ?? null,
    ...(service.app
      ? {
          'app.name': service.name,
          'app.platforms': service.app.platforms,
          'app.domains': service.app.domains,
          'app.sdks': service.app.sdks,
        }
      : {}),
    ...personFacts('serviceOwner', service.owner, person),
  };
}

function accessFacts(access: Access | null, filing: Filing): Facts {
  return {
    'access.provider': filing.provider,
    'access.method': unlessEmpty(access?.method ?? []),
    'access.serverLocations': unlessEmpty(access?.serverLocations ?? []),
    'access.ipRanges': unlessEmpty(access?.ipRanges ?? []),
    'access.resourceCount': access?.resourceCount ?? null,
  };
}

/** Documents of the entity and of this service, and what of other services serves this one too. */
function documentFacts(dossier: Dossier, filing: Filing, service: Service | null) {
  return dossier.attachments.flatMap((attachment) => {
    const { material, issuedOn, validTo, copies, watermark, watermarkCoversText } = attachment;
    const owner = ownerSeenBy(dossier, filing, attachment, service);
    return material && owner
      ? [{ material, owner, issuedOn, validTo, copies, ...(watermark && { watermark, watermarkCoversText }) }]
      : [];
  });
}

/** What a person says was done in the provider's own procedure (face verification) counts like a document. */
function doneElsewhere(filing: Filing, service: Service | null) {
  return Object.entries(filing.answers).flatMap(([itemId, { value }]) => {
    const demand = value === 'yes' ? parseDemandId(itemId) : null;
    if (!demand || (demand.serviceId !== null && demand.serviceId !== service?.id)) return [];
    const owner = demand.owner ?? 'entity';
    return [{ material: demand.materials[0], owner, issuedOn: null, validTo: null, copies: null }];
  });
}

function orderFacts(dossier: Dossier, filing: Filing, on: string): Facts {
  const services = dossier.services.filter((service) => filing.serviceIds.includes(service.id));
  return {
    'order.filingType': filing.type,
    'order.region': dossier.entity.region && provinceOf(dossier.entity.region),
    'order.plannedSubmissionOn': filing.plannedSubmissionOn ?? on,
    'order.services': services.map(({ type, name, domain }) => ({
      type,
      name,
      domain: domain.name,
      domains: domain.name ? [domain.name] : [],
    })),
    'order.changedFields': unlessEmpty(filing.changedFields),
    'order.cancelReason': filing.cancelReason,
    'order.smsDeadline': filing.smsDeadline,
  };
}

function ledgerFacts(dossier: Dossier, filing: Filing, shared: Shared): Facts {
  const filed = dossier.services.filter((service) => service.licenceNumber);
  return {
    'ledger.openOrders': dossier.filings
      .filter((other) => other.id !== filing.id && isOpenState(other.state))
      .map((other) => ({
        provider: other.provider,
        filingType: other.type,
        submittedOn: other.submittedOn,
        state: other.state,
      })),
    'ledger.filedServices': filed.map((service) => ({
      type: service.type,
      name: service.name,
      domain: service.domain.name,
      licenceNumber: service.licenceNumber,
      provider: service.accesses[0]?.provider ?? null,
      filedOn: service.numberIssuedOn,
      reachable: null,
      footerNumberShown: null,
    })),
    'ledger.filedDomains': filed.flatMap((service) => service.domain.name ?? []),
    'ledger.people': shared.people,
    'ledger.accesses': dossier.services.flatMap((service) =>
      service.accesses
        .filter(({ provider }) => !(opensAccess(filing, service) && provider === filing.provider))
        .map(({ provider, account }) => ({ domain: service.domain.name, provider, account })),
    ),
    'ledger.providerAccounts': unlessEmpty(shared.accounts),
  };
}

/** The access at the filing's own provider is what it asks for, so there is none yet. */
function opensAccess({ type, serviceIds }: Filing, service: Service): boolean {
  return ['first', 'new-service', 'new-access'].includes(type) && serviceIds.includes(service.id);
}

/** The numbers that a filing itself has brought were not there when it was made. */
function beforeApproval({ type }: Filing): Facts {
  const ofService = {
    'service.licenceNumber': null,
    'ledger.filedServices': null,
    'ledger.filedDomains': null,
  };
  if (type === 'first') return { 'entity.licenceNumber': null, ...ofService };
  return type === 'new-service' ? ofService : {};
}

/** An empty list in a form is "not filled in", not "known to be none". */
function unlessEmpty<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

/** In a form `null` and '' mean "not filled in": unknown, so absent from the facts. */
function onlyKnown(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([key, value]) => [key, value === NONE ? null : value]),
  );
}
