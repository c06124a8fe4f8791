import { describe, expect, test } from 'vitest';
import {
  addTime,
  addWorkingDays,
  firstDayTooLate,
  isInCalendar,
  workingDaysBack,
} from '../../../../main/rules/evaluators/dates.ts';
import type { CheckName, CheckParams } from '../../../../main/rules/evaluators/params.ts';
import { codes, run } from './run.ts';

type Facts = Record<string, unknown>;

const daysOf = <N extends CheckName>(name: N, params: Partial<CheckParams[N]>, facts: Facts) =>
  run(name, params, { facts }).days;

/** What the check finds on the day before, on the day itself and on the day after. */
function around<N extends CheckName>(name: N, params: Partial<CheckParams[N]>, facts: Facts, on: string) {
  return [-1, 0, 1].map((shift) =>
    codes(
      run(name, params, {
        facts: { ...facts, 'order.plannedSubmissionOn': addTime(on, shift, 'day') },
      }),
    ),
  );
}

describe('the day from which too little is left', () => {
  test('is the last of the calendar for what is said to be valid until then', () =>
    expect(firstDayTooLate('9999-12-31', 3, 'month', 'at-least')).toBe('9999-12-31'));

  test.each([
    // Valid to, asked, the first day that is too late.
    ['2027-02-25', 3, 'month', 'at-least', '2026-11-26'],
    ['2027-02-28', 3, 'month', 'at-least', '2026-12-01'],
    ['2028-02-29', 3, 'month', 'at-least', '2027-12-01'],
    ['2027-05-31', 3, 'month', 'at-least', '2027-03-01'],
    ['2027-11-25', 1, 'year', 'more-than', '2026-11-25'],
    ['2029-02-28', 1, 'year', 'more-than', '2028-02-28'],
    ['2028-02-29', 1, 'year', 'at-least', '2027-03-01'],
    ['2027-01-05', 45, 'day', 'at-least', '2026-11-22'],
  ] as const)('valid to %s, %i %s (%s): %s', (validTo, value, unit, comparison, problemFrom) => {
    expect(firstDayTooLate(validTo, value, unit, comparison)).toBe(problemFrom);
    const params = { documents: ['entity-certificate'] as ['entity-certificate'], value, unit, comparison };
    const facts = { 'entity.certificate.validTo': validTo };
    const short = ['document.remaining-too-short'];
    expect(around('documentMinRemaining', params, facts, problemFrom)).toEqual([[], short, short]);
    expect(daysOf('documentMinRemaining', params, facts)).toMatchObject([
      { on: problemFrom, turns: 'problem', code: 'remaining-too-short', path: 'entity.certificate.validTo' },
    ]);
  });

  test('is in the finding too', () => {
    const facts = { 'entity.certificate.validTo': '2027-02-28', 'order.plannedSubmissionOn': '2026-12-24' };
    const { findings } = run(
      'documentMinRemaining',
      { documents: ['entity-certificate'], value: 3 },
      { facts },
    );
    expect(findings[0]!.params).toMatchObject({ problemFrom: '2026-12-01', needed: '2027-03-24' });
  });

  test('is none while a renewal notice stands in', () => {
    const facts = {
      'principal.idNumber': 'A1',
      'serviceOwner.idNumber': 'A1',
      'principal.idValidTo': '2026-12-31',
    };
    const params = {
      documents: ['person-id'] as ['person-id'],
      value: 3,
      fallbackMaterials: ['id-renewal-notice'],
    };
    expect(daysOf('documentMinRemaining', params, facts)).toHaveLength(1);
    const notice = { material: 'id-renewal-notice', owner: 'principal' };
    expect(daysOf('documentMinRemaining', params, { ...facts, documents: [notice] })).toEqual([]);
  });

  test('of a domain is the last on which more than that would be left, and the day it expires is too late', () => {
    const facts = { 'domain.expiresOn': '2027-02-28' };
    expect(daysOf('domainMinValidityMonths', { value: 3, prudentValue: 6 }, facts)).toMatchObject([
      { on: '2026-11-28', code: 'domain-too-short' },
      { on: '2026-08-28', code: 'domain-too-short-prudent', severity: 'warning' },
    ]);
    expect(around('domainMinValidityMonths', { value: 3 }, facts, '2026-11-28')).toEqual([
      [],
      ['domain.expires-soon'],
      ['domain.expires-soon'],
    ]);
    expect(around('domainMinValidityMonths', { value: 3 }, facts, '2027-02-28')).toEqual([
      ['domain.expires-soon'],
      ['domain.expired'],
      ['domain.expired'],
    ]);
  });
});

describe('the day from which a letter is too old', () => {
  const letter = (issuedOn: string): Facts => ({
    documents: [{ material: 'form-poa-owner', owner: 'service-owner', issuedOn }],
  });
  const limit = { materials: ['form-poa-owner'], value: 3 };

  test.each([
    ['2026-08-31', '2026-12-01'],
    ['2026-11-30', '2027-03-01'],
    ['2027-11-30', '2028-03-01'],
    ['2026-09-15', '2026-12-16'],
  ])('signed on %s: %s', (issuedOn, problemFrom) => {
    const params = { ...limit, countedTo: 'submission' as const };
    expect(
      daysOf('documentMaxAge', params, { ...letter(issuedOn), 'order.plannedSubmissionOn': issuedOn }),
    ).toMatchObject([{ on: problemFrom, turns: 'problem', code: 'letter-too-old', isEstimate: false }]);
    const old = ['document.too-old'];
    expect(around('documentMaxAge', params, letter(issuedOn), problemFrom)).toEqual([[], old, old]);
  });

  test('Hebei gives it six months', () => {
    const params = { ...limit, value: 6, countedTo: 'submission' as const };
    expect(daysOf('documentMaxAge', params, letter('2026-08-31'))).toMatchObject([{ on: '2027-03-01' }]);
  });

  test('counts the authority’s working days back over the holidays and make-up days', () => {
    // Good until 20 October 2026; National Day is 1 to 7 October, 20 September and 10 October are worked.
    const [, risk] = daysOf('documentMaxAge', { ...limit, countedTo: 'ca-review' }, letter('2026-07-20'));
    expect(risk).toMatchObject({ on: '2026-09-17', code: 'letter-too-old-at-review', isEstimate: false });
    expect(addWorkingDays('2026-09-16', 20)).toBe('2026-10-20');
    expect(addWorkingDays('2026-09-17', 20)).toBe('2026-10-21');
    const atReview = ['document.too-old-at-review (info)'];
    expect(
      around('documentMaxAge', { ...limit, countedTo: 'ca-review' }, letter('2026-07-20'), '2026-09-17'),
    ).toEqual([[], atReview, atReview]);
  });

  test('says that days of a year without holidays are an estimate', () => {
    const [, risk] = daysOf('documentMaxAge', { ...limit, countedTo: 'ca-review' }, letter('2026-11-02'));
    expect(risk).toMatchObject({ code: 'letter-too-old-at-review', isEstimate: true });
    const found = run(
      'documentMaxAge',
      { ...limit, countedTo: 'ca-review' },
      { facts: { ...letter('2026-10-10'), 'order.plannedSubmissionOn': '2026-12-21' } },
    );
    expect(codes(found)).toEqual(['document.too-old-at-review (info)', 'calendar.unknown-year (info)']);
  });

  test('is written in the future: fine from its own date', () => {
    const facts = { ...letter('2026-11-30'), 'order.plannedSubmissionOn': '2026-11-25' };
    const days = daysOf('documentMaxAge', { ...limit, countedTo: 'submission' }, facts);
    expect(days).toContainEqual(
      expect.objectContaining({ on: '2026-11-30', turns: 'fine', code: 'letter-dated' }),
    );
  });

  test('a commitment of sixty working days is an estimate beyond the published calendar', () => {
    const params = {
      materials: ['form-filing-commitment'],
      validity: 60,
      validityUnit: 'working-day' as const,
    };
    const facts = {
      documents: [{ material: 'form-filing-commitment', owner: 'entity', issuedOn: '2026-11-20' }],
    };
    expect(daysOf('materialRequired', params, facts)).toMatchObject([{ on: '2027-02-13', isEstimate: true }]);
  });
});

test('a working day back is the first day from which so many end later', () => {
  for (const day of ['2026-02-10', '2026-02-24', '2026-10-10', '2026-10-20', '2026-05-01'])
    for (const count of [1, 3, 20]) {
      const first = workingDaysBack(day, count);
      expect(addWorkingDays(first, count) > day).toBe(true);
      expect(addWorkingDays(addTime(first, -1, 'day'), count) > day).toBe(false);
    }
});

test('the calendar is asked which years it knows', () => {
  expect(['2004-01-01', '2025-06-01', '2026-12-31'].every((day) => isInCalendar(day))).toBe(true);
  expect(['2003-12-31', '2027-01-01'].some((day) => isInCalendar(day))).toBe(false);
});

describe('other days that a rule names', () => {
  test('a domain may be submitted three days after its verification, more safely after three working days', () => {
    const facts = { 'domain.realNameVerifiedOn': '2026-09-30', 'domain.privacyOn': false };
    expect(daysOf('domainRegistrationState', { realNameAgeDays: 3, workingDays: 3 }, facts)).toMatchObject([
      { on: '2026-10-03', turns: 'fine', code: 'domain-verified' },
      { on: '2026-10-10', turns: 'fine', code: 'domain-synchronised', severity: 'warning' },
    ]);
  });

  test('a birthday on 29 February makes too old on the 28th', () => {
    const facts = { 'principal.birthDate': '1968-02-29' };
    const params = { roles: ['principal'] as ['principal'], value: 59 };
    expect(daysOf('maxAge', params, facts)).toMatchObject([{ on: '2028-02-29', code: 'too-old' }]);
    expect(around('maxAge', params, facts, '2028-02-29')).toEqual([
      [],
      ['person.too-old'],
      ['person.too-old'],
    ]);
    expect(daysOf('maxAge', { ...params, value: 58 }, facts)).toMatchObject([{ on: '2027-02-28' }]);
  });

  test('a person comes of age', () => {
    const facts = { 'principal.birthDate': '2008-12-01' };
    const params = { roles: ['principal'] as ['principal'], value: 18 };
    expect(daysOf('minAge', params, facts)).toMatchObject([{ on: '2026-12-01', turns: 'fine' }]);
    expect(around('minAge', params, facts, '2026-12-01')).toEqual([['person.too-young'], [], []]);
  });

  test('a residence permit needs more than a month', () => {
    const facts = {
      'principal.idNumber': '320106199107232847',
      'principal.idType': 'resident-id-card',
      documents: [{ material: 'proof-residence-permit', owner: 'principal', validTo: '2027-01-31' }],
    };
    const params = {
      roles: ['principal'] as ['principal'],
      policy: 'residence-proof-required' as const,
      permitMinRemainingMonths: 1,
    };
    expect(daysOf('idRegionPolicy', params, facts)).toMatchObject([
      { on: '2026-12-31', code: 'permit-too-short', path: 'documents.validTo' },
    ]);
    expect(around('idRegionPolicy', params, facts, '2026-12-31').map((found) => found.length)).toEqual([
      0, 1, 1,
    ]);
  });
});
