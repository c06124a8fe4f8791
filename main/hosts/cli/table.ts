/** Characters that a terminal shows two cells wide. https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;

export function cells(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/** Rows in columns, two spaces apart; the last column is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.slice(0, -1).forEach((text, column) => (widths[column] = Math.max(widths[column] ?? 0, cells(text))));
  return rows
    .map((row) =>
      row.map((text, i) => text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - cells(text)))).join('  '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}
