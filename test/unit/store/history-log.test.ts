import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HistoryLog } from '../../../main/store/history-log.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const entry = (action: string) => ({ at: '2026-11-21T02:00:00.000Z', action, params: {} });

test('reads the newest entry first', async () => {
  const log = new HistoryLog(join(await tempFolder(), 'history.jsonl'));
  await log.append(entry('one'));
  await log.append(entry('two'));
  expect((await log.read()).map(({ action }) => action)).toEqual(['two', 'one']);
});

test('writes over the last entry of this session only', async () => {
  const path = join(await tempFolder(), 'history.jsonl');
  await new HistoryLog(path).append(entry('before'));
  const log = new HistoryLog(path);
  await log.replaceLast(entry('a'));
  await log.replaceLast(entry('ab'));
  await log.append(entry('next'));
  expect((await log.read()).map(({ action }) => action)).toEqual(['next', 'ab', 'before']);
});

test('loses nothing but the line a power cut tore', async () => {
  const path = join(await tempFolder(), 'history.jsonl');
  await new HistoryLog(path).append(entry('one'));
  await appendFile(path, '{"at":"2026-11-21T0');
  const log = new HistoryLog(path);
  await log.append(entry('two'));
  expect((await log.read()).map(({ action }) => action)).toEqual(['two', 'one']);
});

test('is empty before anything has happened', async () => {
  expect(await new HistoryLog(join(await tempFolder(), 'history.jsonl')).read()).toEqual([]);
});
