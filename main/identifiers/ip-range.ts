import { isIPv4, isIPv6 } from 'node:net';
import { problem, toHalfWidth, type Problem } from './problem.ts';

/** First address and prefix length. RFC 1918, 1122, 3927, 6598. */
const NOT_PUBLIC: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];

/** Public in form but assigned to nobody: documentation, benchmarks, multicast, future use. RFC 5737, 2544, 5771, 1112. */
const RESERVED: [string, number][] = [
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** The unsigned 32-bit number that the authorities' interface stores; `null` when it is no IPv4 address. */
export function ipv4Number(text: string): number | null {
  return isIPv4(text) ? text.split('.').reduce((total, part) => total * 256 + Number(part), 0) : null;
}

function isIn(number: number, blocks: [string, number][]): boolean {
  return blocks.some(([first, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(number / size) === ipv4Number(first)! / size;
  });
}

function checkAddress(value: string): Problem[] {
  const spelled = toHalfWidth(value).replace(/\s/g, '');
  const number = ipv4Number(spelled);
  if (number === null)
    return [isIPv6(spelled) ? problem('ip.version-6', { value }) : problem('ip.form', { value })];
  if (spelled !== value) return [problem('text.spelling', { expected: spelled }, 'error', spelled)];
  if (isIn(number, NOT_PUBLIC)) return [problem('ip.not-public', { value })];
  return isIn(number, RESERVED) ? [problem('ip.reserved', { value }, 'warning')] : [];
}

/** One range of an access; a single address has it twice. Empty ends are not judged. */
export function checkIpRange(range: { from: string; to: string }): { from: Problem[]; to: Problem[] } {
  const from = range.from === '' ? [] : checkAddress(range.from);
  const to = range.to === '' || range.to === range.from ? [] : checkAddress(range.to);
  const [first, last] = [ipv4Number(range.from), ipv4Number(range.to)];
  if (first !== null && last !== null && first > last) to.push(problem('ip.reversed', range));
  return { from, to };
}
