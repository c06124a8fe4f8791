/** One measured figure. `ok` is `null` where no goal is set; figures are for people, no test asserts them. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  goal: string | null;
  ok: boolean | null;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export async function timeMs(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function printTable(rows: Row[]): void {
  console.table(
    rows.map(({ name, value, unit, goal, ok }) => ({
      figure: name,
      value: Number(value.toPrecision(4)),
      unit,
      goal: goal ?? '',
      met: ok === null ? '' : ok ? 'yes' : 'NO',
    })),
  );
}
