// CommonJS whose names Node does not see; its default import holds them, in every loader.
import chineseDays from 'chinese-days';
import type { CheckContext } from './types.ts';

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** Certificates without an end are often said to end then. Days after it have more digits, and order no longer. */
const LAST_DAY = '9999-12-31';
const iso = (date: Date): string =>
  date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && iso(utc(text)) === text;

/** The day that an instant has by the clock of China. */
export const dayInChina = (instant: string): string => iso(new Date(Date.parse(instant) + 8 * 3_600_000));

export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The same day of the month later; the last day of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return iso(date);
}

/** The day `count` working days of the mainland after `day`. */
export function addWorkingDays(day: string, count: number): string {
  let result = day;
  for (let left = count; left > 0;) {
    result = addDays(result, 1);
    if (chineseDays.isWorkday(result)) left -= 1;
  }
  return result;
}

/** The first day from which `count` working days end after `day`. */
export function workingDaysBack(day: string, count: number): string {
  let result = addDays(day, 1);
  for (let left = count; left > 0;) {
    result = addDays(result, -1);
    if (chineseDays.isWorkday(result)) left -= 1;
  }
  return result;
}

const yearsInCalendar = new Map<string, boolean>();

/** A year whose holidays are published has its National Day; before that only weekends are known. */
function isYearInCalendar(year: string): boolean {
  const known = yearsInCalendar.get(year) ?? chineseDays.getDayDetail(`${year}-10-01`).name.includes(',');
  yearsInCalendar.set(year, known);
  return known;
}

/** Whether the holidays of the days' years are known; outside only weekends are counted. */
export const isInCalendar = (...days: string[]): boolean =>
  days.every((day) => isYearInCalendar(day.slice(0, 4)));

export type Unit = 'day' | 'working-day' | 'month' | 'year';

export function addTime(day: string, value: number, unit: Unit): string {
  switch (unit) {
    case 'day':
      return addDays(day, value);
    case 'working-day':
      return addWorkingDays(day, value);
    case 'month':
      return addMonths(day, value);
    case 'year':
      return addMonths(day, value * 12);
  }
}

/**
 * The first day that is too late for `limit`: a day later there must still be `value` left, or (`more-than`) more.
 * It is the first day `d` for which `addTime(d, value, unit)` is after `limit`, or on it.
 */
export function firstDayTooLate(
  limit: string,
  value: number,
  unit: Exclude<Unit, 'working-day'>,
  comparison: 'at-least' | 'more-than',
): string {
  const isTooLate = (day: string): boolean => {
    const end = addTime(day, value, unit);
    return comparison === 'at-least' ? end > limit : end >= limit;
  };
  // Where months differ in length the way back is not the way there.
  let day = addTime(limit, -value, unit);
  while (isTooLate(day)) day = addDays(day, -1);
  while (!isTooLate(day) && day !== LAST_DAY) day = addDays(day, 1);
  return day;
}

/** Completed years of life; someone born on 29 February has a birthday on 28 February in other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return addMonths(birthDate, years * 12) <= day ? years : years - 1;
}

/** The day for which documents are judged: the planned submission, else the day of the evaluation. */
export function submissionDay(ctx: CheckContext): string {
  const planned = ctx.facts['order.plannedSubmissionOn'];
  return typeof planned === 'string' && isDay(planned) ? planned : ctx.on;
}
