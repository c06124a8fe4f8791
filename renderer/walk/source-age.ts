/** A span of time as people say it: whole years and months, or days when it is shorter than a month. */
export interface Age {
  years: number;
  months: number;
  days: number;
}

const dayMs = 86_400_000;

/** Calendar time between two days `YYYY-MM-DD`; zero when `from` is later. */
export function ageBetween(from: string, to: string): Age {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  const months = (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
  if (months <= 0)
    return { years: 0, months: 0, days: Math.max(0, (Date.parse(to) - Date.parse(from)) / dayMs) };
  return { years: Math.floor(months / 12), months: months % 12, days: 0 };
}

/** The day that lies `days` before `on`. */
export function daysBefore(on: string, days: number): string {
  return new Date(Date.parse(on) - days * dayMs).toISOString().slice(0, 10);
}

function parts(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
