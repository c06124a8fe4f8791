/** No built-in pattern is half as long. */
const MAX_CHARS = 200;
/** With more than this many open-ended repetitions, a hostile value could keep a pattern busy for long. */
const MOST_OPEN_ENDED = 3;

/**
 * Whether a regular expression from outside compiles and ends soon on any value: nothing in parentheses is repeated
 * and no earlier match referred to, so that trying again costs a power of the length at most.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_CHARS) return false;
  try {
    new RegExp(pattern);
  } catch {
    return false;
  }
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const openEnded = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  return !/\)[*+{?]/.test(plain) && !plain.includes('\\') && openEnded <= MOST_OPEN_ENDED;
}
