import { expect, test } from 'vitest';
import { addMonths, addWorkingDays, ageOn, isInCalendar } from '../../../../main/rules/evaluators/dates.ts';
import { cases } from './cases.ts';

const at = { 'order.plannedSubmissionOn': '2026-11-25' };
const months = { documents: ['entity-certificate'] as ['entity-certificate'], value: 3 };
const ids = { documents: ['person-id'] as ['person-id'], value: 3, fallbackMaterials: ['id-renewal-notice'] };

cases('documentMinRemaining', [
  [
    'three months to the day',
    months,
    { facts: { ...at, 'entity.certificate.validTo': '2027-02-25' } },
    'pass',
  ],
  [
    'a day less',
    months,
    { facts: { ...at, 'entity.certificate.validTo': '2027-02-24' } },
    'fail',
    ['document.remaining-too-short'],
  ],
  [
    'more than a year, on the day',
    { ...months, value: 1, unit: 'year', comparison: 'more-than' },
    { facts: { ...at, 'entity.certificate.validTo': '2027-11-25' } },
    'fail',
    ['document.remaining-too-short'],
  ],
  [
    'more than a year, a day later',
    { ...months, value: 1, unit: 'year', comparison: 'more-than' },
    { facts: { ...at, 'entity.certificate.validTo': '2027-11-26' } },
    'pass',
  ],
  [
    'expired',
    months,
    { facts: { ...at, 'entity.certificate.validTo': '2026-11-24' } },
    'fail',
    ['document.expired'],
  ],
  ['long-term', months, { facts: { ...at, 'entity.certificate.longTerm': true } }, 'pass'],
  ['no end stated', months, { facts: { ...at, 'entity.certificate.validTo': null } }, 'pass'],
  [
    'no end although not long-term',
    months,
    { facts: { ...at, 'entity.certificate.validTo': null, 'entity.certificate.longTerm': false } },
    'needs-human',
    [],
    ['entity.certificate.validTo'],
  ],
  ['unknown', months, { facts: at }, 'needs-human', [], ['entity.certificate.validTo']],
  [
    'one person asked once',
    ids,
    {
      facts: {
        ...at,
        'principal.idNumber': 'A1',
        'serviceOwner.idNumber': 'A1',
        'principal.idValidTo': '2026-12-31',
      },
    },
    'fail',
    ['document.remaining-too-short'],
  ],
  [
    'the renewal notice instead',
    ids,
    {
      facts: {
        ...at,
        'principal.idNumber': 'A1',
        'serviceOwner.idNumber': 'A1',
        'principal.idValidTo': '2026-12-31',
        documents: [{ material: 'id-renewal-notice', owner: 'principal' }],
      },
    },
    'pass',
  ],
  [
    'a residence permit',
    { documents: ['residence-permit'], value: 1 },
    {
      facts: {
        ...at,
        documents: [{ material: 'proof-residence-permit', owner: 'principal', validTo: '2026-12-01' }],
      },
    },
    'fail',
    ['document.remaining-too-short'],
  ],
]);

const letters = { materials: ['form-poa-owner'], value: 3, countedTo: 'submission' } as {
  materials: string[];
  value: number;
  countedTo: 'submission';
};
const dated = (issuedOn: string | null | undefined) => ({
  ...at,
  documents: [{ material: 'form-poa-owner', owner: 'service-owner', issuedOn }],
});

cases('documentMaxAge', [
  ['three months old', letters, { facts: dated('2026-08-25') }, 'pass'],
  ['a day older', letters, { facts: dated('2026-08-24') }, 'fail', ['document.too-old']],
  [
    'signed after submission',
    letters,
    { facts: dated('2026-11-26') },
    'fail',
    ['document.dated-after-submission'],
  ],
  ['undated', letters, { facts: dated(null) }, 'fail', ['document.undated']],
  [
    'too old only by the time of the review',
    { ...letters, countedTo: 'ca-review' },
    { facts: dated('2026-09-01') },
    'pass',
    ['document.too-old-at-review (info)'],
  ],
  ['none of the letters', letters, { facts: { ...at, documents: [] } }, 'pass'],
  ['date unknown', letters, { facts: dated(undefined) }, 'needs-human', [], ['documents.issuedOn']],
  ['documents unknown', letters, { facts: at }, 'needs-human', [], ['documents']],
  [
    'working days over a year without a calendar',
    { ...letters, value: 60, unit: 'working-day' },
    { facts: dated('2026-11-20') },
    'pass',
    ['calendar.unknown-year (info)'],
  ],
]);

test('months are clamped to the last day', () => {
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
});

test('working days know holidays and make-up days', () => {
  // National day 2026: off from 1 to 7 October, worked on Saturday 10 October.
  expect(addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
  expect(addWorkingDays('2026-10-09', 1)).toBe('2026-10-10');
});

test('a year without a published calendar is told', () => {
  expect([isInCalendar('2026-12-31'), isInCalendar('2026-12-31', '2027-01-04')]).toEqual([true, false]);
});

test('a birthday on 29 February counts from the 28th in other years', () => {
  expect([ageOn('2008-02-29', '2026-02-27'), ageOn('2008-02-29', '2026-02-28')]).toEqual([17, 18]);
});
