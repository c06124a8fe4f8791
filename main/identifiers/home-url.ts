import { splitDomain } from './domain-name.ts';
import { problem, toHalfWidth, type Problem } from './problem.ts';

const MIN_CHARS = 4;
const MAX_CHARS = 255;

/**
 * The home page as filed: a host, nothing more, under the filed domain (result code 1041).
 *
 * @param domain the filed domain, `null` while it is unknown
 */
export function checkHomeUrl(text: string, domain: string | null): Problem[] {
  const spelled = toHalfWidth(text).trim().toLowerCase();
  const host = spelled.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/[/?#].*$/, '');
  const parts = splitDomain(host.replace(/:\d+$/, ''));
  if (!parts) return [problem('domain.not-a-name', { host })];
  const problems: Problem[] = [];
  const filed = domain === null ? null : (splitDomain(domain)?.host ?? null);
  const isUnder = filed === null || parts.host === filed || parts.host.endsWith(`.${filed}`);
  if (host !== spelled || host.includes(':'))
    problems.push(problem('home-url.more-than-host', {}, 'error', isUnder ? parts.host : null));
  else if (text !== host) problems.push(problem('text.spelling', { expected: host }, 'error', host));
  if (!isUnder) problems.push(problem('home-url.other-domain', { domain: filed! }, 'error', `www.${filed!}`));
  if (spelled.length < MIN_CHARS || spelled.length > MAX_CHARS)
    problems.push(problem('text.length', { length: spelled.length, min: MIN_CHARS, max: MAX_CHARS }));
  return problems;
}
