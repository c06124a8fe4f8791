import { daysBetween } from '../messages/dates.ts';
import type { EntityRow } from '../../preload/contract/index.ts';

export type Span = 'overdue' | 'thisWeek' | 'thisMonth' | 'later';
/** One day of one entity. */
export interface Upcoming {
  row: EntityRow;
  date: EntityRow['dates'][number];
}

/** Later than this a date needs nobody's attention yet, in days. */
const horizonDays = 120;

/** The dates of all entities, soonest first, in spans; empty spans are left out. */
export function upcomingDates(
  rows: readonly EntityRow[],
  today: string,
): { span: Span; dates: Upcoming[] }[] {
  const all = rows
    .flatMap((row) => row.dates.map((date) => ({ row, date })))
    .filter(({ date }) => daysBetween(today, date.on) <= horizonDays)
    .sort((a, b) => a.date.on.localeCompare(b.date.on));
  const spanOf = ({ date }: Upcoming): Span => {
    const days = daysBetween(today, date.on);
    // A problem is there on its first day, what is due may be done on its last.
    if (days < 0 || (days === 0 && date.kind === 'problem')) return 'overdue';
    return days <= 7 ? 'thisWeek' : days <= 30 ? 'thisMonth' : 'later';
  };
  const spans: Span[] = ['overdue', 'thisWeek', 'thisMonth', 'later'];
  return spans
    .map((span) => ({ span, dates: all.filter((one) => spanOf(one) === span) }))
    .filter((group) => group.dates.length > 0);
}

/** Entities with problems, those with the most errors first. */
export function troubled(rows: readonly EntityRow[]): EntityRow[] {
  return rows
    .filter((row) => row.problems.error + row.problems.warning > 0)
    .sort((a, b) => b.problems.error - a.problems.error || b.problems.warning - a.problems.warning);
}
