import { randomUUID } from 'node:crypto';
import type {
  Advice,
  AdviceLine,
  Dossier,
  Facts,
  Filing,
  Parsed,
  Service,
} from '../../preload/contract/index.ts';
import { adviceMessages as m } from '../../preload/messages/advice.ts';
import { openSession, type Context } from '../context.ts';
import { emptyFiling } from '../dossiers/empty.ts';
import { adviseFiling, cannotTell, filingName } from '../rules/advise.ts';
import { factsOf, missingForRules } from './facts-of.ts';
import { ledgerOf } from './ledger.ts';

type Wish = Omit<Parsed<'filings.advise'>, 'dossierId'>;

/** Which filing the chosen services call for. Several of them have to call for the same one. */
export async function adviseOnFiling(
  context: Context,
  { dossierId, ...wish }: Parsed<'filings.advise'>,
): Promise<Advice> {
  const dossier = openSession(context).workspace.dossier(dossierId);
  const none = (blockers: AdviceLine[]): Advice => ({
    filing: 'none',
    then: null,
    because: [],
    blockers,
    questions: [],
  });
  const missing = missingForRules(dossier);
  if (missing.length > 0) return none([cannotTell(context.book, missing)]);
  const services = servicesOf(dossier, wish);
  if (wish.cancelReason !== null && services[0] == null)
    return none([{ code: 'choose-services', message: m.chooseServices, next: null, facts: [], sources: [] }]);
  const advised = services.map((service) => ({ service, advice: adviseOn(context, dossier, wish, service) }));
  if (new Set(advised.map(({ advice }) => advice.filing)).size === 1)
    return merged(advised.map((a) => a.advice));
  return {
    ...none(
      advised.map(({ service, advice }) => ({
        code: 'several-filings',
        message: m.severalFilings(
          service?.name ?? service?.domain.name ?? '',
          advice.filing === 'none' ? m.none : filingName(context.book, advice.filing),
        ),
        next: m.oneAtATime,
        facts: [],
        sources: [],
      })),
    ),
    questions: merged(advised.map(({ advice }) => advice)).questions,
  };
}

/** A change that names no service is looked at by the entity's first filed one: it has a record like the entity. */
function servicesOf(dossier: Dossier, { serviceIds, changedFields }: Wish): (Service | null)[] {
  const chosen = dossier.services.filter(({ id }) => serviceIds.includes(id));
  if (chosen.length > 0) return chosen;
  const filed = dossier.services.find(({ licenceNumber }) => licenceNumber);
  return [changedFields?.length ? (filed ?? null) : null];
}

function adviseOn(context: Context, dossier: Dossier, wish: Wish, service: Service | null): Advice {
  const { workspace } = openSession(context);
  const { serviceIds, provider, plannedSubmissionOn, changedFields, cancelReason, answers } = wish;
  const today = context.ports.clock.today();
  const filing: Filing = {
    ...emptyFiling(randomUUID(), '', today),
    ...{ serviceIds, provider, plannedSubmissionOn, cancelReason, changedFields: changedFields ?? [] },
  };
  const shared = ledgerOf(workspace).sharedWith(dossier.id);
  const person = (id: string) => workspace.person(id);
  // What ends together leaves nothing behind.
  const rest = dossier.services.filter(({ id }) => id === service?.id || !serviceIds.includes(id));
  const seen = cancelReason === null ? dossier : { ...dossier, services: rest };
  const on = plannedSubmissionOn ?? today;
  const { filing: _none, ...file } = factsOf({ dossier: seen, filing, service, person, shared, on });
  const changed: Facts = changedFields ? { 'order.changedFields': changedFields } : {};
  return adviseFiling(context.book, { ...file, on, facts: { ...file.facts, ...changed } }, answers);
}

/** Advice that comes to the same for several services: each reason once. */
function merged(all: Advice[]): Advice {
  const distinct = <T>(items: T[]): T[] => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    filing: all[0]!.filing,
    then: all[0]!.then,
    because: distinct(all.flatMap(({ because }) => because)),
    blockers: distinct(all.flatMap(({ blockers }) => blockers)),
    questions: distinct(all.flatMap(({ questions }) => questions)),
  };
}
