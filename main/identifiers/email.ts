import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

const MIN_CHARS = 6;
const MAX_CHARS = 128;

/** One address, bounded as the authorities' interface does. The mailbox itself is not asked. */
export function checkEmail(text: string): Problem[] {
  const address = toHalfWidth(text).trim();
  const spelling = respelled(text, address);
  if (/[;,，；]/.test(address)) return [...spelling, problem('email.several', {})];
  const foreign = [...address].find((c) => !/[A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-]/.test(c));
  if (foreign !== undefined) return [...spelling, problem('email.character', { character: foreign })];
  const [local = '', domain = '', ...more] = address.split('@');
  if (local === '' || domain === '' || more.length > 0) return [...spelling, problem('email.at', {})];
  // RFC 5321: points only between other characters.
  if (/^\.|\.\.|\.$/.test(local)) return [...spelling, problem('email.character', { character: '.' })];
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(domain))
    return [...spelling, problem('email.domain', { domain })];
  if (address.length < MIN_CHARS || address.length > MAX_CHARS)
    return [...spelling, problem('email.length', { length: address.length, min: MIN_CHARS, max: MAX_CHARS })];
  return spelling;
}
