/** A stretch of a text, and whether the other text lacks it. */
export interface Stretch {
  text: string;
  differs: boolean;
}

/** Chinese characters one by one, Latin words and numbers whole. */
const token = /[\p{Script=Latin}\p{N}]+|\s+|./gsu;

/** Below this part in common two texts are different as a whole, and marks all over them would say nothing. */
const leastInCommon = 0.5;

/**
 * Marks what two texts do not have in common, by their longest common run of words and characters. Texts that share
 * little come back unmarked.
 */
export function differencesOf(left: string, right: string): { left: Stretch[]; right: Stretch[] } {
  const a = left.match(token) ?? [];
  const b = right.match(token) ?? [];
  const inCommon = longestCommon(a, b);
  const shared = inCommon.filter(([i]) => isWord(a[i] ?? '')).length;
  if (shared < leastInCommon * Math.min(a.filter(isWord).length, b.filter(isWord).length))
    return { left: [{ text: left, differs: false }], right: [{ text: right, differs: false }] };
  return {
    left: stretches(a, new Set(inCommon.map(([i]) => i))),
    right: stretches(b, new Set(inCommon.map(([, j]) => j))),
  };
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

function longestCommon(a: string[], b: string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Spaces and commas between two marked words are marked with them: one long mark reads better than many short. */
function stretches(tokens: string[], common: Set<number>): Stretch[] {
  const differs = tokens.map((_, index) => !common.has(index));
  for (let at = 0; at < tokens.length; at++) {
    if (differs[at] || isWord(tokens[at] ?? '')) continue;
    const next = tokens.findIndex((token, index) => index > at && isWord(token));
    if (differs[at - 1] && next > 0 && differs.slice(at + 1, next).every(Boolean) && differs[next])
      differs[at] = true;
  }
  const found: Stretch[] = [];
  tokens.forEach((text, index) => {
    const last = found.at(-1);
    if (last && last.differs === differs[index]) last.text += text;
    else found.push({ text, differs: differs[index] ?? false });
  });
  return found;
}
