/** Which part of the rules screen an address names. */
export type RulesPlace =
  | { kind: 'grid' }
  | { kind: 'packs' }
  | { kind: 'region'; region: string; ruleId: string | null }
  | { kind: 'compare'; left: string | null; right: string | null };

/** `''`, `packs`, `310000`, `310000/<ruleId>`, `national`, `compare/310000/440000`. */
export function parseRulesPath(path: string): RulesPlace {
  const [first, second, third] = path.split('/').map(decodeURIComponent);
  if (!first) return { kind: 'grid' };
  if (first === 'packs') return { kind: 'packs' };
  if (first === 'compare') return { kind: 'compare', left: second || null, right: third || null };
  return { kind: 'region', region: first, ruleId: second || null };
}

export function rulesPath(place: RulesPlace): string {
  if (place.kind === 'grid') return '';
  if (place.kind === 'packs') return 'packs';
  if (place.kind === 'region') return [place.region, place.ruleId].filter(Boolean).join('/');
  return ['compare', place.left, place.right].filter(Boolean).join('/');
}
