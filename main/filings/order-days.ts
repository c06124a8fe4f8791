import type { Filing, TimelineEvent } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { addDays, addMonths, addWorkingDays, dayInChina, isInCalendar } from '../rules/evaluators/dates.ts';
import { mostOf, timeLimit, type TimeLimit } from '../rules/time-limits.ts';
import { isOpenState } from './lifecycle.ts';
import { event } from './timeline-event.ts';

/** Limits that one provider sets for its own orders. */
const PROVIDER_OF_LIMIT: Record<string, string> = {
  'draft-ucloud': 'ucloud',
  'draft-inspur': 'inspur-cloud',
  'correction-tencent': 'tencent-cloud',
};

/** So long after an order has ended what follows from it is still shown. */
const SHOWN_AFTER_END_DAYS = 30;

const FROM = {
  plan: { fromZh: '计划提交日', fromEn: 'the planned submission on' },
  state: { fromZh: '进入这一状态', fromEn: 'the change of state on' },
  review: { fromZh: '接入商初审截止', fromEn: 'the end of the provider’s review on' },
};

/** Days that the order itself brings: its plan, the limits of the state it is in, and what may follow. */
export function orderDays(book: RuleBook, filing: Filing, today: string): TimelineEvent[] {
  const days = filing.state === 'draft' ? plannedDays(book, filing) : stateDays(book, filing);
  return isOpenState(filing.state) ? days : stillShown(days, today);
}

/** Of an order that has ended. */
export const stillShown = (days: TimelineEvent[], today: string): TimelineEvent[] =>
  days.filter(({ on }) => on >= addDays(today, -SHOWN_AFTER_END_DAYS));

function plannedDays(book: RuleBook, filing: Filing): TimelineEvent[] {
  const on = filing.plannedSubmissionOn;
  if (on === null) return [];
  const planned = event({
    on,
    kind: 'due',
    code: 'planned-submission',
    severity: 'info',
    params: {},
    path: null,
  });
  const review = limitDay(timeLimit(book, 'provider-review'), on, 'plan', 'forecast');
  return [planned, ...review, ...(review[0] ? authorityDays(book, filing, review[0].on) : [])];
}

function stateDays(book: RuleBook, filing: Filing): TimelineEvent[] {
  const state = book.lifecycle.states.find(({ id }) => id === filing.state);
  const since = filing.stateSince ?? (filing.state === 'provider-review' ? filing.submittedOn : null);
  if (filing.state === 'sms-verification') return smsDay(book, filing);
  if (!state || since === null) return [];
  const kind = state.waitsFor === 'applicant' || !isOpenState(state.id) ? 'due' : 'expected';
  const days = state.limits
    .filter((id) => (PROVIDER_OF_LIMIT[id] ?? filing.provider) === filing.provider)
    .flatMap((id) => limitDay(timeLimit(book, id), since, 'state', kind));
  if (state.id !== 'provider-review') return withoutDoubles(days);
  return [...days, ...(days[0] ? authorityDays(book, filing, days[0].on) : [])];
}

function smsDay(book: RuleBook, { smsDeadline }: Filing): TimelineEvent[] {
  if (smsDeadline === null) return [];
  const limit = timeLimit(book, 'sms-validity');
  return [
    event({
      on: dayInChina(smsDeadline),
      kind: 'due',
      code: 'sms-deadline',
      severity: 'error',
      params: { hours: mostOf(limit) },
      path: 'order.smsDeadline',
      sources: limit.sources,
    }),
  ];
}

/** The authority's review of an order that is not with it yet; moving a record between accounts needs none. */
function authorityDays(book: RuleBook, { type }: Filing, from: string): TimelineEvent[] {
  const kind = book.enumerations.filingTypes.find(({ id }) => id === type);
  if (kind?.acts === 'provider-account') return [];
  const limits = [...(kind?.group === 'cancel' ? ['cancellation-review'] : []), 'authority-review-legal'];
  return limits.flatMap((id) => limitDay(timeLimit(book, id), from, 'review', 'forecast'));
}

/** Two limits of one length, the lawful one and the usual one, are said once: by the lawful one. */
function withoutDoubles(days: TimelineEvent[]): TimelineEvent[] {
  return days.filter(
    ({ on, params }, i) =>
      params['isLegal'] === true ||
      !days.some((other, j) => i !== j && other.on === on && other.params['isLegal'] === true),
  );
}

function limitDay(
  limit: TimeLimit,
  from: string,
  basis: keyof typeof FROM,
  kind: TimelineEvent['kind'],
): TimelineEvent[] {
  const value = mostOf(limit);
  const on = value === null ? null : addLimit(from, value, limit.unit);
  if (on === null || value === 0) return [];
  return [
    event({
      on,
      kind,
      code: 'time-limit',
      severity: kind === 'due' ? 'warning' : 'info',
      params: {
        limit: limit.id,
        nameZh: limit.name['zh-CN'],
        nameEn: limit.name.en,
        value,
        unit: limit.unit,
        isLegal: limit.legal,
        ...FROM[basis],
        from,
      },
      path: null,
      sources: limit.sources,
      isEstimate: limit.unit === 'working-day' && !isInCalendar(from, on),
    }),
  ];
}

/** `null`: not a time, e.g. a number of attempts, or too short to have a day. */
function addLimit(from: string, value: number, unit: string): string | null {
  switch (unit) {
    case 'hour':
      return addDays(from, Math.ceil(value / 24));
    case 'calendar-day':
      return addDays(from, value);
    case 'working-day':
      return addWorkingDays(from, value);
    case 'month':
      return addMonths(from, value);
    case 'year':
      return addMonths(from, value * 12);
    default:
      return null;
  }
}
