import type { TimelineEvent } from '../../preload/contract/index.ts';
import { daysBetween } from '../messages/dates.ts';

/** Beyond this a day is shown on request, in days. */
const horizonDays = 400;

/** What has come, what is to come, and what is so far away that it need not be looked at now. */
export function splitByDay(events: readonly TimelineEvent[], today: string) {
  const hasCome = ({ on, kind }: TimelineEvent) => (kind === 'problem' ? on <= today : on < today);
  const isFar = ({ on }: TimelineEvent) => daysBetween(today, on) > horizonDays;
  const ahead = events.filter((event) => !hasCome(event));
  return {
    past: events.filter(hasCome),
    coming: ahead.filter((event) => !isFar(event)),
    later: ahead.filter(isFar),
  };
}
