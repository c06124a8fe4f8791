import { expect, test } from 'vitest';
import { factsBehind } from '../../../main/checklist/facts-behind.ts';
import { book } from '../rules/the-book.ts';

const behind = (ruleId: string, facts: Record<string, unknown>) =>
  factsBehind(book, book.rulesById.get(ruleId)!, facts);

test('names the facts a rule looks at, in both languages and only those that are known', () => {
  expect(behind('310000-licence-12m', {})).toEqual([]);
  expect(
    behind('310000-licence-12m', { 'entity.certificate.validTo': '2027-01-01', 'entity.name': 'x' }),
  ).toEqual([{ fact: 'entity.certificate.validTo', value: { 'zh-CN': '2027-01-01', en: '2027-01-01' } }]);
});

test('shows an ID number in part, and an enumerated value by its name', () => {
  const facts = {
    'principal.idNumber': '310115198001019993',
    'legalRepresentative.idNumber': '310115198001019993',
    'principal.idType': 'resident-id-card',
  };
  const shown = [...book.rulesById.values()].flatMap((rule) => factsBehind(book, rule, facts));
  const numbers = shown.filter(({ fact }) => fact.endsWith('idNumber'));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.every(({ value }) => value.en === '310***********9993')).toBe(true);
  expect(shown.find(({ fact }) => fact === 'principal.idType')!.value['zh-CN']).toContain('身份证');
});
