import { daysBetween } from '../messages/dates.ts';
import type { EntityRow } from '../../preload/contract/index.ts';

export type Span = 'overdue' | 'thisWeek' | 'thisMonth' | 'later';
export type DatedRow = EntityRow & { next: NonNullable<EntityRow['next']> };

/** Later than this a date needs nobody's attention yet, in days. */
const horizonDays = 120;

/** The next dates of all entities, soonest first, in spans; empty spans are left out. */
export function upcomingDates(rows: readonly EntityRow[], today: string): { span: Span; rows: DatedRow[] }[] {
  const dated = rows
    .filter((row): row is DatedRow => row.next !== null && daysBetween(today, row.next.on) <= horizonDays)
    .sort((a, b) => a.next.on.localeCompare(b.next.on));
  const spanOf = (row: DatedRow): Span => {
    const days = daysBetween(today, row.next.on);
    if (days < 0) return 'overdue';
    return days <= 7 ? 'thisWeek' : days <= 30 ? 'thisMonth' : 'later';
  };
  const spans: Span[] = ['overdue', 'thisWeek', 'thisMonth', 'later'];
  return spans
    .map((span) => ({ span, rows: dated.filter((row) => spanOf(row) === span) }))
    .filter((group) => group.rows.length > 0);
}

/** Entities with problems, those with the most errors first. */
export function troubled(rows: readonly EntityRow[]): EntityRow[] {
  return rows
    .filter((row) => row.problems.error + row.problems.warning > 0)
    .sort((a, b) => b.problems.error - a.problems.error || b.problems.warning - a.problems.warning);
}
