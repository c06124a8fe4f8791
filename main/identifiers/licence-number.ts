import type { Enumerations } from '../rules/data-schema.ts';
import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

type Regions = Enumerations['regions'];

/** A filing number (备案号) taken apart; `null` parts are absent. */
export interface LicenceNumber {
  /** Abbreviation of the province: 沪, 粤 ... */
  prefix: string;
  /** Province code, `null` when no province uses the prefix. */
  province: string | null;
  /** The prefix is one that appears mostly in templates and fakes. */
  isUnusual: boolean;
  serial: string;
  /** Counter of the service, without its letter. */
  counter: string | null;
  /** `A` app, `X` mini program, `K` quick app, empty for websites. */
  letter: string;
  /** Number of the entity: everything up to 号. */
  entityNumber: string;
  /** The whole number as it should be written. */
  normal: string;
  /** Written in the old way, with the suffix before 号. */
  isSuffixBefore: boolean;
}

function spell(text: string): string {
  return toHalfWidth(text)
    .replace(/\s/g, '')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/備/g, '备')
    .replace(/號/g, '号')
    .replace(/icp/i, 'ICP')
    .replace(/[axk]$/, (c) => c.toUpperCase());
}

/** Reads a number of an entity or a service, also in the old way of writing; the serial's length is not judged. */
export function readLicenceNumber(text: string, regions: Regions): LicenceNumber | null {
  const [, prefix, serial, early, late] =
    /^(\p{Script=Han})ICP备(\d+)(-\d{1,5}[AXK]?)?号(-\d{1,5}[AXK]?)?$/u.exec(spell(text)) ?? [];
  if (prefix === undefined || serial === undefined || (early !== undefined && late !== undefined))
    return null;
  const [, counter = null, letter = ''] = /^-(\d+)([AXK]?)$/.exec(early ?? late ?? '') ?? [];
  const usual = regions.find((region) => region.licencePrefix === prefix);
  const region = usual ?? regions.find((r) => r.alternativePrefixes.includes(prefix));
  const entityNumber = `${prefix}ICP备${serial}号`;
  return {
    prefix,
    province: region?.id ?? null,
    isUnusual: usual === undefined,
    serial,
    counter,
    letter,
    entityNumber,
    normal: counter === null ? entityNumber : `${entityNumber}-${counter}${letter}`,
    isSuffixBefore: early !== undefined,
  };
}

function prefixProblems(number: LicenceNumber, regions: Regions, province: string | null): Problem[] {
  const { prefix } = number;
  const own = regions.find((region) => region.id === number.province);
  if (!own) return [problem('licence-number.prefix-unknown', { prefix })];
  const problems: Problem[] = [];
  if (number.isUnusual)
    problems.push(problem('licence-number.prefix-unusual', { prefix, usual: own.licencePrefix }, 'warning'));
  const expected = regions.find((region) => region.id === province);
  if (expected && expected !== own)
    problems.push(problem('licence-number.province-differs', { prefix, expected: expected.licencePrefix }));
  return problems;
}

function suffixProblems(number: LicenceNumber, kind: 'entity' | 'service', letter: string | null): Problem[] {
  if (kind === 'entity')
    return number.counter === null
      ? []
      : [
          problem(
            'licence-number.has-suffix',
            { suffix: `-${number.counter}${number.letter}` },
            'error',
            number.entityNumber,
          ),
        ];
  if (number.counter === null) return [problem('licence-number.no-suffix', {})];
  if (letter === null || letter === number.letter) return [];
  const fix = `${number.entityNumber}-${number.counter}${letter}`;
  return [problem('licence-number.letter', { found: number.letter, expected: letter }, 'error', fix)];
}

/**
 * A filing number of an entity (`沪ICP备12345678号`) or a service (`…号-1`, apps `…号-1A`).
 *
 * @param expected.province province code whose prefix it should bear, `null` while unknown
 * @param expected.letter letter of the kind of service (`suffix` of `serviceTypes`), `null` while unknown
 */
export function checkLicenceNumber(
  text: string,
  kind: 'entity' | 'service',
  regions: Regions,
  expected: { province: string | null; letter: string | null } = { province: null, letter: null },
): Problem[] {
  const spelled = spell(text);
  const number = readLicenceNumber(spelled, regions);
  if (!number)
    return [
      /ICP证|^B2-/.test(spelled)
        ? problem('licence-number.commercial', {})
        : problem('licence-number.form', {}),
    ];
  const problems = number.isSuffixBefore
    ? [problem('licence-number.suffix-before', { expected: number.normal }, 'warning', number.normal)]
    : respelled(text, number.normal);
  const { serial } = number;
  if (serial.length !== 8 && serial.length !== 10)
    problems.push(problem('licence-number.digits', { digits: serial.length }));
  else if (serial.length === 10 && !/^20[12]/.test(serial))
    problems.push(problem('licence-number.year', { year: serial.slice(0, 4) }, 'warning'));
  return [
    ...problems,
    ...prefixProblems(number, regions, expected.province),
    ...suffixProblems(number, kind, expected.letter),
  ];
}
