import type { HistoryEntry } from '../../preload/contract/index.ts';
import { localMinute } from '../messages/dates.ts';

/** The history by local day: newest day first, and newest entry first within a day. */
export function historyDays(history: readonly HistoryEntry[]): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of [...history].sort((a, b) => b.at.localeCompare(a.at))) {
    const day = localMinute(entry.at).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
