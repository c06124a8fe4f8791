import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languageOf, projectDir, systemClock } from '../../../main/hosts/surroundings.ts';
import { contentDisposition } from '../../../main/hosts/page-files.ts';

test('the language is Chinese for every kind of Chinese and English for the rest', () => {
  for (const locale of ['zh', 'zh-CN', 'zh_TW.UTF-8', 'zh-Hans-SG'])
    expect(languageOf(locale), locale).toBe('zh-CN');
  for (const locale of ['en-US', 'de_DE', 'C', '', 'zha']) expect(languageOf(locale), locale).toBe('en');
});

test('today is the day in China', () => {
  expect(systemClock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const chinaNow = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  expect(systemClock.today()).toBe(chinaNow);
});

test('the project is found from the sources', () => {
  expect(existsSync(join(projectDir, 'package.json'))).toBe(true);
});

test('a download’s name survives quotes, percent signs and Chinese', () => {
  expect(contentDisposition('a"b%c.pdf')).toBe(
    `attachment; filename="a_b_c.pdf"; filename*=UTF-8''a%22b%25c.pdf`,
  );
});
