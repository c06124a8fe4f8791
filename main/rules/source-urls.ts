import type { RuleBook } from './book.ts';

const kept = new WeakMap<RuleBook, Set<string>>();

/** Whether an address is that of a source of some rule and may be opened in the system's browser: `https` alone. */
export function isSourceUrl(book: RuleBook, url: string): boolean {
  let known = kept.get(book);
  if (!known) kept.set(book, (known = sourceUrls(book)));
  return known.has(url);
}

/** As a browser writes them. */
function sourceUrls(book: RuleBook): Set<string> {
  const sources = [
    ...[book.national, ...book.regions.values()].flatMap(({ rules }) =>
      rules.flatMap((rule) => rule.sources),
    ),
    ...[...book.materials.values()].flatMap((material) => material.sources),
    ...book.lifecycle.timeLimits.flatMap((limit) => limit.sources),
  ];
  return new Set(
    sources.flatMap(({ url }) => {
      const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
      return parsed?.protocol === 'https:' ? [parsed.href] : [];
    }),
  );
}
