import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { evaluators, runCheck } from '../../../../main/rules/evaluators/index.ts';
import type { CheckContext } from '../../../../main/rules/evaluators/types.ts';
import { book } from '../the-book.ts';

test('the table has an evaluator for every check of the vocabulary and no other', () => {
  expect(Object.keys(evaluators).sort()).toEqual([...book.checks.keys()].sort());
});

test('every check has cases of its own in these tests', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const tests = readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('');
  const tested = new Set([...tests.matchAll(/^cases\('(\w+)'/gm)].map(([, name]) => name));
  expect([...book.checks.keys()].filter((name) => !tested.has(name))).toEqual([]);
});

test('a check that the table does not know is refused', () => {
  expect(() => runCheck('noSuchCheck', {}, { book, facts: {} } as unknown as CheckContext)).toThrow(
    'noSuchCheck',
  );
});
