import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLog } from '../../../main/hosts/file-log.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'logs', 'errors.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = () =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return cause;
  }
}

test('one line tells when, what, the class of the error and where it came from', () => {
  fileLog(file, '/nowhere').error(
    'incident 1',
    Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }),
  );
  expect(lines()).toEqual([
    expect.objectContaining({ message: 'incident 1', error: 'Error', code: 'ENOSPC', syscall: 'write' }),
  ]);
  expect((lines()[0]!['stack'] as string[])[0]).toContain('file-log.test');
});

test('what an error quotes of a file does not reach the log, also not from its cause', () => {
  const quoting = parseError('{"name": 张三 13800000000}');
  fileLog(file, '/nowhere').error('incident 2', new Error('read 张三.json', { cause: quoting }));
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('SyntaxError');
  expect(text).not.toMatch(/张三|13800000000/);
});

test('the home folder, whose name is often a person’s, is not in the stack', () => {
  const cause = new Error('x');
  cause.stack = 'Error: x\n    at run (/home/zhang.san/app/main.js:1:1)';
  fileLog(file, '/home/zhang.san').error('incident 3', cause);
  expect(lines()[0]!['stack']).toEqual(['at run (~/app/main.js:1:1)']);
});

test('a full log makes room by becoming the old one', () => {
  const log = fileLog(file, '/nowhere');
  log.error('first', null);
  writeFileSync(file, 'x'.repeat(1_000_001));
  log.error('second', null);
  expect(lines().map(({ message }) => message)).toEqual(['second']);
  expect(statSync(`${file}.old`).size).toBe(1_000_001);
});

test('a log that cannot be written does not throw', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  expect(() => fileLog(file, '/nowhere').error('lost', null)).not.toThrow();
});
