import { describe, expect, test } from 'vitest';
import { checkCreditCode } from '../../../main/identifiers/credit-code.ts';
import { checkDomainName } from '../../../main/identifiers/domain-name.ts';
import { checkResidentId } from '../../../main/identifiers/resident-id.ts';
import type { Problem } from '../../../main/identifiers/problem.ts';
import { fieldProblemMessages } from '../../../preload/messages/field-problems.ts';
import { book } from '../rules/the-book.ts';

function sentence(problem: Problem | undefined, language: 'zh-CN' | 'en'): string {
  const say = fieldProblemMessages[problem!.code][language] as (params: Problem['params']) => string;
  return say(problem!.params);
}

describe('the sentence of a field problem', () => {
  test('says what the last character should be', () => {
    const [problem] = checkResidentId('110105194912310021', '2026-11-21');
    expect(sentence(problem, 'zh-CN')).toContain('末位应为 X，现为 1');
    expect(sentence(problem, 'en')).toContain('should be X, not 1');
  });

  test('says which character is wrong and where', () => {
    const [problem] = checkCreditCode('9131011SMA0000015C');
    expect(sentence(problem, 'zh-CN')).toContain('第 8 位的“S”');
    expect(sentence(problem, 'en')).toContain('“S” in position 8');
  });

  test('says of which day the list of suffixes is', () => {
    const [problem] = checkDomainName('example.io', book.suffixes);
    expect(sentence(problem, 'zh-CN')).toContain('.io');
    expect(sentence(problem, 'zh-CN')).toContain('2022-08-30');
  });

  test('is in Chinese and in English for every code', () => {
    const params = new Proxy({}, { get: (_, key) => (key === 'expected' ? ['甲', '乙'] : '甲') }) as never;
    for (const [code, sentences] of Object.entries(fieldProblemMessages)) {
      expect((sentences['zh-CN'] as (p: never) => string)(params), code).toMatch(/\p{Script=Han}/u);
      expect(
        (sentences.en as (p: never) => string)(params).replaceAll('甲', '').replaceAll('乙', ''),
        code,
      ).toMatch(/^[^，。；]*[a-z]{2}[^，。；]*$/s);
    }
  });
});
