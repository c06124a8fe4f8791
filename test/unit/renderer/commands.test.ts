import { expect, test } from 'vitest';
import { CommandSearch } from '../../../renderer/frame/command-search.svelte.ts';
import { showPack } from '../../../renderer/frame/frame-commands.ts';
import { Commands, type Command, type KeyPress } from '../../../renderer/frame/commands.svelte.ts';
import type { AppState } from '../../../renderer/app-state.svelte.ts';
import type { Route, Router } from '../../../renderer/router.svelte.ts';
import { entityRow } from './renderer-builders.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  typing: false,
  ...change,
});

function command(id: string, change: Partial<Command> = {}, done: string[] = []): Command {
  return { id, label: id, group: 'actions', run: () => done.push(id), ...change };
}

test('runs the command of the pressed keys, the newest screen first', () => {
  const commands = new Commands();
  const done: string[] = [];
  commands.provide(() => [command('frame', { keys: ['n'] }, done)]);
  const leave = commands.provide(() => [command('screen', { keys: ['n'] }, done)]);
  expect(commands.press(press('n'))).toBe(true);
  leave();
  commands.press(press('n'));
  expect(done).toEqual(['screen', 'frame']);
  expect(commands.press(press('x'))).toBe(false);
});

test('tells undo from redo by Shift, and takes Command for Ctrl', () => {
  const commands = new Commands();
  const done: string[] = [];
  commands.provide(() => [
    command('undo', { keys: ['Mod', 'Z'] }, done),
    command('redo', { keys: ['Mod', 'Shift', 'Z'] }, done),
  ]);
  commands.press(press('z', { ctrlKey: true }));
  commands.press(press('Z', { metaKey: true, shiftKey: true }));
  expect(done).toEqual(['undo', 'redo']);
});

test('does not take letters out of a text', () => {
  const commands = new Commands();
  const done: string[] = [];
  commands.provide(() => [
    command('next', { keys: ['n'] }, done),
    command('undo', { keys: ['Mod', 'Z'] }, done),
  ]);
  expect(commands.press(press('n', { typing: true }))).toBe(false);
  expect(commands.press(press('z', { typing: true, ctrlKey: true }))).toBe(true);
  expect(done).toEqual(['undo']);
});

test('finds a command by all words, in label and keywords', () => {
  const all = [
    command('entity', { label: '云杉公司', group: 'entities', keywords: 'yunshan.example 陆样例' }),
    command('settings', { label: '设置', group: 'go' }),
    command('hidden', { label: '设置 hidden', hidden: true }),
  ];
  const search = new CommandSearch(() => all);
  expect(search.flat.map(({ id }) => id)).toEqual(['settings']);
  search.type('yunshan 陆');
  expect(search.flat.map(({ id }) => id)).toEqual(['entity']);
  search.type('设置');
  expect(search.flat.map(({ id }) => id)).toEqual(['settings']);
});

test('moves round the list of what it found', () => {
  const search = new CommandSearch(() => [command('a'), command('b'), command('c')]);
  search.move(-1);
  expect(search.chosen?.id).toBe('c');
  search.move(1);
  expect(search.chosen?.id).toBe('a');
  search.type('nothing like it');
  expect(search.chosen).toBeUndefined();
});

test('leads from the menu’s export to the pack of the filing at hand', () => {
  const row = entityRow({ openFiling: { filingId: 'f1', type: 'first', state: 'draft' } });
  const app = {
    rows: { find: (id: string) => (id === row.dossierId ? row : undefined) },
  } as unknown as AppState;
  const gone: Route[] = [];
  const at = (route: Route) => ({ route, go: (to: Route) => void gone.push(to) }) as unknown as Router;
  showPack(app, at({ screen: 'dossier', dossierId: row.dossierId, section: 'overview', part: null }));
  showPack(app, at({ screen: 'walk', dossierId: 'other', filingId: 'f2' }));
  showPack(app, at({ screen: 'dossier', dossierId: 'without a filing', section: 'overview', part: null }));
  expect(gone).toEqual([
    { screen: 'pack', dossierId: row.dossierId, filingId: 'f1' },
    { screen: 'pack', dossierId: 'other', filingId: 'f2' },
    { screen: 'filings' },
  ]);
});
