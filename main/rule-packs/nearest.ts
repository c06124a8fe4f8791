/** A list up to this long is shown as it is. */
const SHORT = 12;
const SHOWN = 3;

/** Of a long list of words those that are spelled most like `word`, the nearest first. */
export function nearest(word: string, known: string[]): string[] {
  if (known.length <= SHORT) return known;
  const wanted = word.slice(0, 100);
  const ranked = known.map((other) => ({ other, steps: editsBetween(wanted, other) }));
  return ranked
    .sort((a, b) => a.steps - b.steps)
    .slice(0, SHOWN)
    .map(({ other }) => other);
}

/** Levenshtein's distance: letters to put in, take out or exchange. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
