/** Reads a day the way people write it (2026-11-21, 2026/1/2, 20260102, 2026年1月2日); `null` when it is none. */
export function readDay(typed: string): string | null {
  const parts =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(typed) ??
    /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(typed);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
