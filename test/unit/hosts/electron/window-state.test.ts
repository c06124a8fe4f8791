import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  minimumSize,
  readWindowState,
  writeWindowState,
} from '../../../../main/hosts/electron/window-state.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 875 };
const second = { x: 1440, y: -200, width: 2560, height: 1400 };
const state = { x: 1600, y: 0, width: 1500, height: 1000, isMaximized: false };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'window-'));
  file = join(folder, 'sub', 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('size and place come back as they were left', () => {
  writeWindowState(file, state);
  expect(readWindowState(file, [laptop, second])).toEqual(state);
});

test('a window whose display is gone opens at the usual place', () => {
  writeWindowState(file, state);
  expect(readWindowState(file, [laptop])).toBeNull();
});

test('a title bar above or hardly on the display is no place to open at', () => {
  writeWindowState(file, { ...state, x: 100, y: -40 });
  expect(readWindowState(file, [laptop])).toBeNull();
  writeWindowState(file, { ...state, x: laptop.width - 50, y: 0 });
  expect(readWindowState(file, [laptop])).toBeNull();
});

test('nothing stored, or something damaged, is no state', () => {
  expect(readWindowState(file, [laptop])).toBeNull();
  for (const text of [
    '',
    '{',
    '[]',
    '{"x":1}',
    '{"x":0,"y":0,"width":"wide","height":1,"isMaximized":false}',
  ]) {
    writeFileSync(join(folder, 'w.json'), text);
    expect(readWindowState(join(folder, 'w.json'), [laptop]), text).toBeNull();
  }
});

test('a window smaller than the application can use grows to its minimum', () => {
  writeWindowState(file, { x: 0, y: 0, width: 200, height: 100, isMaximized: true });
  expect(readWindowState(file, [laptop])).toEqual({ x: 0, y: 0, ...minimumSize, isMaximized: true });
});
