import { expect, test } from 'vitest';
import { compareRules } from '../../../renderer/rules/compare-rules.ts';
import { differencesOf } from '../../../renderer/rules/text-difference.ts';
import { rule } from './walk-builders.ts';

const subjects = ['entity', 'form', 'photo'];
const sentence = (text: string) => ({ 'zh-CN': text, en: text });

test('pairs what replaces the same national rule, whatever its words', () => {
  const left = rule({ id: 'a', overrides: 'national-photo', requirement: sentence('白底') });
  const right = rule({ id: 'b', overrides: 'national-photo', requirement: sentence('蓝底') });
  expect(compareRules([left], [right], subjects)).toEqual([
    { subject: 'entity', left, right, relation: 'differs' },
  ]);
});

test('pairs the same demand for the same document, and tells it is the same', () => {
  const left = rule({ id: 'a', subject: 'form', check: 'materialRequired', materials: ['form-guarantee'] });
  const right = rule({ id: 'b', subject: 'form', check: 'materialRequired', materials: ['form-guarantee'] });
  expect(compareRules([left], [right], subjects).map((line) => line.relation)).toEqual(['same']);
});

test('does not pair demands for different documents', () => {
  const left = rule({ id: 'a', subject: 'form', check: 'materialRequired', materials: ['form-guarantee'] });
  const right = rule({
    id: 'b',
    subject: 'form',
    check: 'materialRequired',
    materials: ['form-site-proposal'],
  });
  expect(compareRules([left], [right], subjects).map((line) => line.relation)).toEqual([
    'only-left',
    'only-right',
  ]);
});

test('calls a demand and an advice in the same words different', () => {
  const left = rule({ id: 'a', overrides: 'x' });
  const right = rule({ id: 'b', overrides: 'x', severity: 'recommended' });
  expect(compareRules([left], [right], subjects)[0]?.relation).toBe('differs');
});

test('uses each rule once and keeps the order of the subjects', () => {
  const left = [rule({ id: 'a', subject: 'photo', overrides: 'x' }), rule({ id: 'b', subject: 'entity' })];
  const right = [
    rule({ id: 'c', subject: 'photo', overrides: 'x' }),
    rule({ id: 'd', subject: 'photo', overrides: 'x' }),
  ];
  const lines = compareRules(left, right, subjects);
  expect(lines.map((line) => [line.left?.id ?? null, line.right?.id ?? null])).toEqual([
    ['b', null],
    ['a', 'c'],
    [null, 'd'],
  ]);
});

test('marks the characters in which two Chinese sentences differ', () => {
  const { left, right } = differencesOf('照片须为白色背景。', '照片须为蓝色背景。');
  expect(left).toEqual([
    { text: '照片须为', differs: false },
    { text: '白', differs: true },
    { text: '色背景。', differs: false },
  ]);
  expect(right.filter((stretch) => stretch.differs)).toEqual([{ text: '蓝', differs: true }]);
});

test('keeps Latin words and numbers whole', () => {
  const { left } = differencesOf('valid for 3 months', 'valid for 13 months');
  expect(left.filter((stretch) => stretch.differs).map((stretch) => stretch.text)).toEqual(['3']);
});

test('puts a text together again from its stretches', () => {
  const [first, second] = ['副本须有“1/1”字样 copy', '正本须有“1/1”字'];
  const { left, right } = differencesOf(first, second);
  expect(left.length).toBeGreaterThan(1);
  expect(left.map((stretch) => stretch.text).join('')).toBe(first);
  expect(right.map((stretch) => stretch.text).join('')).toBe(second);
});

test('marks nothing in texts that have little in common', () => {
  const { left, right } = differencesOf('个体工商户须有公章。', '允许变更主体，但各项信息须逻辑一致。');
  expect([left.length, right.length]).toEqual([1, 1]);
  expect(left[0]?.differs).toBe(false);
});

test('marks neighbouring words as one stretch', () => {
  const { left } = differencesOf(
    'The licence must be the duplicate copy, in colour, with four edges',
    'The licence must be original, in colour, with four edges',
  );
  expect(left.filter((stretch) => stretch.differs).map((stretch) => stretch.text)).toEqual([
    'the duplicate copy',
  ]);
});
