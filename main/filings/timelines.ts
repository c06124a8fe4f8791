import type { Dossier, Filing, Timeline } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { peopleOf } from '../people/roles.ts';
import { judgeFiling, type Judgement } from './judge.ts';
import { isOpenState } from './lifecycle.ts';
import { timelineOf } from './timeline.ts';

/** The days of everything an entity has, by the rules of the filing that is under way. */
export function timelineOfDossier(context: Context, dossier: Dossier): Timeline {
  const open = dossier.filings.find(({ state }) => isOpenState(state));
  return timeline(context, dossier, dossier.filings, open ? judgeFiling(context, dossier, open) : null);
}

/** The days of one filing and of the records it rests on. */
export function timelineOfFiling(
  context: Context,
  dossier: Dossier,
  filing: Filing,
  judgement: Judgement | null,
): Timeline {
  return timeline(context, dossier, [filing], judgement);
}

function timeline(
  context: Context,
  dossier: Dossier,
  filings: Filing[],
  judgement: Judgement | null,
): Timeline {
  const people = peopleOf(openSession(context).workspace, dossier);
  const today = context.ports.clock.today();
  return timelineOf({ book: context.book, dossier, people, filings, judgement, today });
}
