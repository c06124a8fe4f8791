import { expect, test } from 'vitest';
import { walk } from '../../../renderer/messages/walk.ts';
import { ageBetween, daysBefore } from '../../../renderer/walk/source-age.ts';

test('counts whole years and months between two days', () => {
  expect(ageBetween('2024-04-01', '2026-11-21')).toEqual({ years: 2, months: 7, days: 0 });
  expect(ageBetween('2024-04-22', '2026-11-21')).toEqual({ years: 2, months: 6, days: 0 });
});

test('counts days when it is less than a month', () => {
  expect(ageBetween('2026-11-01', '2026-11-21')).toEqual({ years: 0, months: 0, days: 20 });
});

test('is never negative', () => {
  expect(ageBetween('2026-12-01', '2026-11-21')).toEqual({ years: 0, months: 0, days: 0 });
});

test('finds the day a source was written from its age', () => {
  expect(daysBefore('2026-11-21', 964)).toBe('2024-04-01');
});

test('says the age of the sources in both languages', () => {
  const age = ageBetween('2024-04-01', '2026-11-21');
  expect(walk['zh-CN'].sourcesUpdated('2024-04', age)).toBe('来源最近更新于 2024-04，距今 2 年 7 个月');
  expect(walk.en.sourcesUpdated('2024-04', age)).toBe('Sources last updated 2024-04, 2 years 7 months ago');
});

test('says how far the walk is without hiding what waits', () => {
  const progress = { done: 12, total: 17, needSignature: 2, waitForPerson: 1, errors: 0, warnings: 0 };
  expect(walk['zh-CN'].progress(progress)).toBe('12 / 17 项已完成，2 项待签字，1 项待人工确认');
  expect(walk.en.progress(progress)).toBe('12 of 17 done, 2 need a signature, 1 waits for a person');
});
