import { book } from '../the-book.ts';
import * as customs from './customs.ts';
import type { Choice } from './dossier.ts';
import { units } from './units.ts';

const REGIONS = book.enumerations.regions.map(({ id }) => id);
const GROUPS = book.enumerations.entityGroups.map(({ id }) => id);
const FILINGS = book.enumerations.filingTypes.map(({ id }) => id);
const SERVICES = book.enumerations.serviceTypes.map(({ id }) => id);
const ORGANISATIONS = GROUPS.filter((group) => group !== 'individual');
const FIRMS = ['enterprise', 'individual-business'];
const NEW = ['first', 'new-service'];

/** Those that differ most in what they look at; the other filings are judged by parts of the same rules. */
const TELLING = ['first', 'new-access', 'change-both'];

interface Over {
  regions?: string[];
  groups?: string[];
  filings?: string[];
  services?: string[];
}

/** Whether the region takes such an order at all: some offer no narrower one than the change of both. */
export function isOffered({ region, entityGroup, filing }: Choice): boolean {
  const isNarrow = filing === 'change-entity' || filing === 'change-service';
  if (region === '320000' && entityGroup === 'individual') return true;
  if (isNarrow && customs.ONLY_CHANGE_BOTH.has(region)) return false;
  return !(
    filing === 'change-service' &&
    customs.NO_CHANGE_OF_SERVICE.has(region) &&
    entityGroup !== 'individual'
  );
}

function over({ regions = REGIONS, groups = GROUPS, filings = TELLING, services = ['website'] }: Over) {
  const plain: Choice[] = regions.flatMap((region) =>
    groups.flatMap((entityGroup) =>
      filings.flatMap((filing) => services.map((service) => ({ region, entityGroup, filing, service }))),
    ),
  );
  const offered = plain.filter(isOffered);
  return (more: Partial<Choice> = {}): Choice[] => offered.map((choice) => ({ ...choice, ...more }));
}

const delegating = (region: string, group: string): boolean =>
  customs.DELEGATE_ALLOWED.has(region) || customs.DELEGATE_OF_GROUP[region]?.includes(group) === true;

/** Every clean dossier that is judged, by what is legitimate about it. */
export const choices: { title: string; all: Choice[] }[] = [
  ...GROUPS.map((group) => ({
    title: `${group}: every region and filing, the usual way`,
    all: over({ groups: [group], filings: FILINGS })().concat(over({ groups: [group], services: ['app'] })()),
  })),
  {
    title: 'mini programs and quick apps',
    all: over({ filings: ['first'], services: SERVICES.filter((service) => service.includes('-')) })(),
  },
  {
    title: 'one person in every role, a county, long-term certificates, a Chinese domain, another provider',
    all: over({ groups: GROUPS.filter((group) => group !== 'individual-business') })({
      lead: 'one-person',
      place: 1,
      isIdn: true,
      isFullAddress: true,
      provider: 'alibaba-cloud',
    }),
  },
  {
    title: 'a sole trader who does everything alone',
    all: over({
      regions: REGIONS.filter((region) => !customs.PERSONS_DIFFER.has(region)),
      groups: ['individual-business'],
    })({ lead: 'one-person', place: 1, provider: 'tencent-cloud' }),
  },
  {
    title: 'a sole trader without a trade name, where such are taken',
    all: over({
      regions: REGIONS.filter((region) => !customs.TRADE_NAME_NEEDED.has(region)),
      groups: ['individual-business'],
    })({ isNameless: true }),
  },
  ...(['foreign', 'hong-kong', 'taiwan'] as const).map((lead) => ({
    title: `a firm whose legal representative is ${lead}`,
    all: over({ groups: ['enterprise'], services: ['website', 'app'] })({ lead }),
  })),
  {
    title: 'a principal who is not the legal representative, where that is allowed',
    all: over({ groups: ORGANISATIONS.filter((group) => !FIRMS.includes(group)) })({ lead: 'delegate' })
      .concat(over({ groups: ['enterprise'] })({ lead: 'delegate' }))
      .filter(({ region, entityGroup }) => delegating(region, entityGroup)),
  },
  {
    title: 'a unit that changed its name',
    all: over({ groups: ORGANISATIONS, filings: ['change-entity', 'change-both'] })({ isRenamed: true }),
  },
  {
    title: 'three websites in one order, where that is allowed',
    all: over({
      regions: REGIONS.filter((region) => !customs.ONE_SITE_PER_ORDER.has(region)),
      groups: FIRMS,
      filings: NEW,
    })({ isSeveral: true }),
  },
  {
    title: 'an individual who is not entered a second time as service owner',
    all: over({ groups: ['individual'] })({ isOwnerUnsaid: true, place: 1 }),
  },
  {
    title: 'an individual from Hong Kong with a residence permit',
    all: over({
      regions: REGIONS.filter((region) => !customs.RESIDENT_ID_ONLY.has(region)),
      groups: ['individual'],
    })({
      individual: 'hong-kong',
    }),
  },
  {
    title: 'an individual with an ID of another region and a proof of residence',
    all: over({
      regions: REGIONS.filter((region) => !customs.LOCAL_ID_ONLY.has(region)),
      groups: ['individual'],
    })({
      individual: 'elsewhere',
      isIdn: true,
    }),
  },
  ...ORGANISATIONS.flatMap((group) =>
    units[group]!.slice(1).map((kind, i) => ({
      title: `${group}: ${kind.nature} with ${kind.certificateType}`,
      all: over({ groups: [group], filings: ['first', 'new-access'] })({
        unit: i + 1,
        place: 1,
        provider: 'ucloud',
      }),
    })),
  ),
];
