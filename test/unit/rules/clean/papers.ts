import { book } from '../the-book.ts';
import * as customs from './customs.ts';
import type { Person } from './people.ts';
import type { Place } from './places.ts';
import type { Unit } from './units.ts';

export interface Paper {
  material: string;
  owner: string | null;
  issuedOn: string | null;
  validTo: string | null;
  copies: number;
}

const ID_PAPERS: Record<string, string[]> = {
  'resident-id-card': ['id-resident-front', 'id-resident-back'],
  passport: ['id-passport'],
  'hk-macao-travel-permit': ['id-hk-macao-permit'],
  'hk-macao-residence-permit': ['id-hk-macao-permit'],
  'taiwan-travel-permit': ['id-taiwan-permit'],
  'taiwan-residence-permit': ['id-taiwan-permit'],
};

/** What decides which papers go with a dossier. */
export interface Papered {
  region: string;
  entityGroup: string;
  filing: string;
  service: string;
  unit: Unit;
  place: Place;
  representative: Person | null;
  principal: Person;
  owner: Person;
  isRenamed: boolean;
}

const lasting = (material: string, owner: string, more: Partial<Paper> = {}): Paper => ({
  material,
  owner,
  issuedOn: null,
  validTo: null,
  copies: 1,
  ...more,
});
/** Letters are signed three weeks before they are handed in. */
const letter = (material: string, owner: string): Paper =>
  lasting(material, owner, { issuedOn: '2026-11-02' });

function idPapers({ representative, principal, owner }: Papered): Paper[] {
  const people: [string, Person | null][] = [
    ['principal', principal],
    ['service-owner', owner === principal ? null : owner],
    [
      'legal-representative',
      representative === principal || representative === owner ? null : representative,
    ],
  ];
  return people.flatMap(([role, person]) =>
    person === null ? [] : ID_PAPERS[person.idType]!.map((material) => lasting(material, role)),
  );
}

function lettersOf({ region, entityGroup, representative, principal, owner, isRenamed }: Papered): Paper[] {
  return [
    ...(principal === representative ? [] : [letter('form-poa-principal', 'principal')]),
    // Guangdong does not ask for it, and it does no harm.
    ...(owner === representative ? [] : [letter('form-poa-owner', 'service-owner')]),
    ...(isRenamed ? [letter('form-change-proof', 'entity')] : []),
    ...(region === '440000' ? [letter('form-filing-commitment', 'entity')] : []),
    ...(region === '310000' ? [letter('form-shanghai-commitment', 'entity')] : []),
    // Sole traders of Sichuan show that people with an ID from elsewhere work there.
    ...(region === '510000' && entityGroup === 'individual-business' && owner !== representative
      ? [letter('proof-social-insurance', 'service-owner')]
      : []),
  ];
}

/** A hospital's own licences. */
function medicalPapers({ region, unit, place }: Papered): Paper[] {
  if (!unit.name(place).endsWith('医院')) return [];
  return [
    lasting('cert-medical-institution', 'entity', { validTo: '2029-01-07' }),
    ...(region === '150000' ? [lasting('licence-medical-ad', 'entity')] : []),
  ];
}

/** Papers for words in a unit's own name or business scope: “基金” in a foundation's, where letters are not taken. */
function lettersForWords({ region, entityGroup, unit }: Papered): Paper[] {
  if (unit.nature !== 'foundation') return [];
  return [
    letter('form-no-finance', 'entity'),
    ...(['110000', '310000'].includes(region) ? [lasting('preapp-finance', 'entity')] : []),
    ...(region === '330000' && entityGroup === 'social-organization'
      ? [
          letter('form-no-finance-provider', 'entity'),
          lasting('licence-civil-affairs-foundation', 'entity'),
          lasting('approval-finance-determination', 'entity'),
        ]
      : []),
  ];
}

function publicApprovals({ region, entityGroup, service, filing }: Papered): Paper[] {
  if (service !== 'website') return [];
  const isGovernment = entityGroup === 'government';
  if (!isGovernment && entityGroup !== 'public-institution') return [];
  const isNew = ['first', 'new-service', 'new-access'].includes(filing);
  return [
    ...(customs.STAFFING_APPROVAL.has(region) ? [lasting('approval-site-establishment', 'entity')] : []),
    ...((isGovernment && isNew) || region === '360000' ? [lasting('approval-gov-domain', 'entity')] : []),
    ...(isGovernment && region === '120000' ? [lasting('approval-municipal-gov', 'entity')] : []),
  ];
}

function individualPapers({ region, principal }: Papered): Paper[] {
  const isFromElsewhere = principal.idRegion !== null && !principal.idRegion.startsWith(region.slice(0, 2));
  return [
    ...(isFromElsewhere
      ? [
          lasting('proof-residence-permit', 'principal', { validTo: '2028-03-31' }),
          ...(['310000', '440000'].includes(region) ? [letter('proof-permit-status', 'principal')] : []),
        ]
      : []),
    ...(region === '440000' || region === '410000' ? [letter('form-filing-commitment', 'principal')] : []),
    ...(region === '150000' || region === '530000' ? [lasting('domain-certificate', 'domain')] : []),
  ];
}

/** Everything a careful administrator attaches. */
export function papersOf(dossier: Papered): Paper[] {
  const { region, entityGroup, service, unit, filing } = dossier;
  const type = book.enumerations.certificateTypes.find(({ id }) => id === unit.certificateType)!;
  const isIndividual = entityGroup === 'individual';
  const isSite = service === 'website';
  return [
    ...(isIndividual ? [] : [lasting(type.material, 'entity', { issuedOn: '2021-03-09' })]),
    ...idPapers(dossier),
    lasting('photo-face-video', 'service-owner'),
    ...(isSite ? [lasting('domain-real-name-screenshot', 'domain')] : []),
    ...(isSite && customs.DOMAIN_CERTIFICATE.has(region) ? [lasting('domain-certificate', 'domain')] : []),
    ...(isSite ? [] : [lasting('app-icon', 'service')]),
    ...(region === '320000'
      ? [
          letter('form-truth-notice', 'service-owner'),
          letter('form-truth-commitment', 'service-owner'),
          lasting('photo-commitment-video', 'service-owner'),
        ]
      : []),
    ...(region === '650000' || (region === '540000' && filing === 'first')
      ? [letter('form-party-building', 'entity')]
      : []),
    // The five pictures of a change in Qinghai.
    ...(region === '630000' && filing.startsWith('change')
      ? [lasting('form-verification', 'service'), lasting('photo-backdrop', 'service-owner')]
      : []),
    ...(isIndividual
      ? individualPapers(dossier)
      : [
          ...lettersOf(dossier),
          ...lettersForWords(dossier),
          ...medicalPapers(dossier),
          ...publicApprovals(dossier),
        ]),
  ];
}
