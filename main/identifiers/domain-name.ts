import { domainToASCII, domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import type { SuffixList } from '../rules/data-schema.ts';
import { problem, toHalfWidth, type Problem } from './problem.ts';

/** Length of a filed domain, in characters of its Unicode form. */
const MIN_CHARS = 4;
const MAX_CHARS = 128;

/** Registries below `.cn` that the public suffix list does not know. */
const CN_REGISTRIES = ['政务.cn', '公益.cn'];

/** A domain name taken apart. All parts in Unicode, lower case, without leading or trailing dots. */
export interface DomainParts {
  /** The name as given. */
  host: string;
  /** The registrable domain, which is what is filed; `null` when `host` is only a suffix. */
  domain: string | null;
  /** The registrable domain's own label. */
  label: string | null;
  /** Public suffix without its dot. */
  suffix: string;
}

/** `null` when the text cannot be a domain name. Reads sub-domains and xn-- forms too. */
export function splitDomain(text: string): DomainParts | null {
  const ascii = domainToASCII(
    toHalfWidth(text)
      .trim()
      .toLowerCase()
      .replace(/^[.。]+|[.。]+$/g, ''),
  );
  if (ascii === '' || /[^a-z0-9.-]/.test(ascii)) return null;
  const labels = ascii.split('.');
  const isLabel = (label: string): boolean => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label);
  if (labels.length < 2 || !labels.every(isLabel)) return null;
  const host = domainToUnicode(ascii);
  const suffix =
    CN_REGISTRIES.find((registry) => host.endsWith(`.${registry}`)) ??
    domainToUnicode(parse(ascii, { allowPrivateDomains: false, validateHostname: false }).publicSuffix ?? '');
  if (suffix === '') return null;
  const before = host === suffix ? [] : host.slice(0, -suffix.length - 1).split('.');
  const label = before.at(-1) ?? null;
  return { host, domain: label === null ? null : `${label}.${suffix}`, label, suffix };
}

/** What the dated list says of a suffix, given without its dot. Absent means not approved. */
export function suffixStatus(
  suffix: string,
  list: SuffixList,
): 'not-approved' | SuffixList['suffixes'][number]['status'] {
  return list.suffixes.find((entry) => entry.suffix === `.${suffix}`)?.status ?? 'not-approved';
}

/** Scheme, user, port, path and query taken away. */
function hostOf(text: string): string {
  return toHalfWidth(text)
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#:].*$/, '');
}

function suffixProblems(suffix: string, list: SuffixList): Problem[] {
  const shown = `.${suffix}`;
  const entry = list.suffixes.find((x) => x.suffix === shown);
  if (!entry) return [problem('domain.suffix-not-approved', { suffix: shown, asOf: list.asOf })];
  if (entry.status === 'approved' || !entry.note) return [];
  return [
    problem(
      'domain.suffix-disputed',
      { suffix: shown, noteZh: entry.note['zh-CN'], noteEn: entry.note.en },
      'warning',
    ),
  ];
}

/** The domain of a website: registrable, in its Unicode form, under a suffix of the approved list. */
export function checkDomainName(text: string, list: SuffixList): Problem[] {
  const host = hostOf(text);
  const foreign = [...host].find((c) => !/[\p{L}\p{M}\p{N}.。-]/u.test(c));
  if (foreign !== undefined) return [problem('domain.character', { character: foreign })];
  const parts = splitDomain(host);
  if (!parts) return [problem('domain.not-a-name', { host })];
  if (parts.domain === null) return [problem('domain.only-suffix', { suffix: `.${parts.suffix}` })];
  const { domain } = parts;
  const problems: Problem[] = [];
  if (parts.host !== domain) {
    // Sub-domains of government domains are filed on their own.
    const isGovernment = parts.suffix === 'gov.cn' || parts.suffix === '政务.cn';
    const isPrefix = parts.host === `www.${domain}`;
    problems.push(
      isGovernment && !isPrefix
        ? problem('domain.subdomain-government', { host: parts.host, domain }, 'warning')
        : problem('domain.subdomain', { host: parts.host, domain }, 'error', domain),
    );
  } else if (/(^|\.)xn--/i.test(host))
    problems.push(problem('domain.punycode', { unicode: domain }, 'error', domain));
  else if (text !== domain) problems.push(problem('text.spelling', { expected: domain }, 'error', domain));
  const length = [...domain].length;
  if (length < MIN_CHARS || length > MAX_CHARS)
    problems.push(problem('text.length', { length, min: MIN_CHARS, max: MAX_CHARS }));
  return [...problems, ...suffixProblems(parts.suffix, list)];
}

/** A domain that an app talks to: sub-domains are allowed, the list of suffixes is not asked. */
export function checkAppDomain(text: string): Problem[] {
  const host = hostOf(text);
  const foreign = [...host].find((c) => !/[\p{L}\p{M}\p{N}.。-]/u.test(c));
  if (foreign !== undefined) return [problem('domain.character', { character: foreign })];
  const parts = splitDomain(host);
  if (!parts) return [problem('domain.not-a-name', { host })];
  if (parts.domain === null) return [problem('domain.only-suffix', { suffix: `.${parts.suffix}` })];
  return text === parts.host ? [] : [problem('text.spelling', { expected: parts.host }, 'error', parts.host)];
}
