import { t } from './index.svelte.ts';

/** Whole days from one calendar day to another; negative when `day` is past. */
export function daysBetween(today: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** "in 12 days", "yesterday". */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return t.common.today;
  return days > 0 ? t.common.inDays(days) : t.common.daysAgo(-days);
}

/** An instant as local day and minute, `2026-11-21 10:42`. */
export function localMinute(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${localTime(instant)}`;
}

/** The local clock time of an instant, `10:42`. */
export function localTime(instant: string): string {
  const at = new Date(instant);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
