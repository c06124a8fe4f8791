import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient, type ClientEvent } from '../../../renderer/api/client.ts';
import { AppState } from '../../../renderer/app-state.svelte.ts';
import { language } from '../../../renderer/messages/index.svelte.ts';
import type { AppStatus, WorkspaceView } from '../../../preload/contract/index.ts';
import { appStatus, catalogue, entityRow, workspace } from './renderer-builders.ts';
import { AnsweringBridge, Refuse, task } from './walk-builders.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  language.current = 'zh-CN';
});

async function startApp(status: AppStatus = appStatus()) {
  const undone = { action: 'dossiers.update', params: { fields: ['entity.name'] }, dossierId: randomUUID() };
  const bridge = new AnsweringBridge({
    'app.status': () => status,
    'rules.catalogue': () => catalogue,
    'dossiers.list': () => [entityRow()],
    'tasks.list': () => [],
    'rulePacks.list': () => ({ inForce: null, packs: [], log: [], setAside: null }),
    'tasks.cancel': () => null,
    'workspaces.undo': () => ({ undone, workspace: workspace() }),
    'workspaces.redo': () => ({ undone: null, workspace: workspace() }),
    'workspaces.open': ({ readOnly }) => workspace({ readOnly }),
    'workspaces.close': () => null,
    'workspaces.saveSettings': ({ patch }): WorkspaceView => {
      const { name, ...settings } = patch;
      const before = workspace();
      return { ...before, name: name ?? before.name, settings: { ...before.settings, ...settings } as never };
    },
    'workspaces.recover': () => {
      throw new Refuse({ code: 'store.no-backup', params: { file: 'people/1.json' } });
    },
  });
  const client = createClient(bridge);
  const heard: ClientEvent[] = [];
  client.subscribe((event) => heard.push(event));
  const app = new AppState(client);
  await app.start();
  return { app, bridge, heard, undone };
}

test('starts with status, catalogue and the rows of an open workspace', async () => {
  const { app } = await startApp();
  expect(app.workspace?.name).toBe('样例集团');
  expect(app.catalogue).toEqual(catalogue);
  expect(app.rows.all).toHaveLength(1);
  expect(app.today).toBe('2026-11-21');
});

test('says why it could not start', async () => {
  const bridge = new AnsweringBridge({
    'app.status': () => {
      throw new Refuse({ code: 'internal.unexpected', params: { incidentId: '42' } });
    },
  });
  const app = new AppState(createClient(bridge));
  await app.start();
  expect(app.startFailure?.params['incidentId']).toBe('42');
});

test('names what an undo took back, with the field, and tells the screens', async () => {
  const { app, heard, undone } = await startApp();
  await app.undo();
  expect(app.toasts.map((toast) => toast.text)).toEqual(['已撤销：修改主体信息（主体名称）']);
  expect(heard).toContainEqual({ type: 'undone', dossierId: undone.dossierId });
});

test('says when there is nothing to redo', async () => {
  const { app } = await startApp();
  await app.redo();
  expect(app.toasts.map((toast) => toast.text)).toEqual(['没有可以重做的改动']);
});

test('takes its messages away after a while, but not errors', async () => {
  const { app } = await startApp();
  app.toast('已复制', 'good');
  await app.recover('people/1.json');
  expect(app.toasts).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(6000);
  expect(app.toasts.map((toast) => toast.tone)).toEqual(['error']);
});

test('shows a running task with how far it is, and a finished one a little longer', async () => {
  const { app, bridge } = await startApp();
  const running = task({ done: 3 });
  bridge.tell({ type: 'task', task: running });
  expect(app.runningTasks).toEqual([running]);
  await app.cancelTask(running.id);
  expect(bridge.inputsOf('tasks.cancel')).toEqual([{ taskId: running.id }]);
  bridge.tell({ type: 'task', task: { ...running, state: 'cancelled' } });
  expect(app.runningTasks).toEqual([]);
  expect(app.tasks.size).toBe(1);
  await vi.advanceTimersByTimeAsync(4000);
  expect(app.tasks.size).toBe(0);
});

test('says why a task failed', async () => {
  const { app, bridge } = await startApp();
  const failure = { code: 'store.disk-full' as const, params: { file: 'pack.pdf' } };
  bridge.tell({ type: 'task', task: task({ kind: 'export', state: 'failed', failure }) });
  expect(app.toasts[0]?.tone).toBe('error');
});

test('obeys the native menu', async () => {
  const { app, bridge } = await startApp();
  bridge.tell({ type: 'command', command: 'undo' });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.toasts.at(-1)?.text).toContain('已撤销');
  bridge.tell({ type: 'command', command: 'language:en' });
  expect(language.current).toBe('en');
});

test('follows the system language until the workspace has one of its own', async () => {
  await startApp(appStatus({ systemLanguage: 'en' }));
  expect(language.current).toBe('en');
  const chosen = workspace();
  chosen.settings.language = 'zh-CN';
  await startApp(appStatus({ systemLanguage: 'en', workspace: chosen }));
  expect(language.current).toBe('zh-CN');
});

test('changes no settings of a workspace that is open read-only', async () => {
  const { app, bridge } = await startApp(appStatus({ workspace: workspace({ readOnly: true }) }));
  app.setLanguage('en');
  expect(language.current).toBe('en');
  expect(bridge.inputsOf('workspaces.saveSettings')).toEqual([]);
});

test('says why files were refused, unless a screen shows it already', async () => {
  const { app, bridge } = await startApp();
  const dossierId = randomUUID();
  const reason = { 'zh-CN': '“half.jpg”不完整，请重新扫描', en: 'half.jpg is incomplete; scan it again' };
  const refused = ['half.jpg', 'b.jpg', 'c.jpg'].map((fileName) => ({ fileName, reason }));
  const ended = () => bridge.tell({ type: 'task', task: task({ dossierId, state: 'done', refused }) });

  const leave = app.showsRefusals(dossierId);
  ended();
  expect(app.toasts).toEqual([]);

  leave();
  ended();
  expect(app.toasts.map(({ text, tone }) => [text, tone])).toEqual([
    ['有文件没有收下：“half.jpg”不完整，请重新扫描；另有 2 个文件也没有收下', 'error'],
  ]);
  language.current = 'en';
  refused.pop();
  ended();
  expect(app.toasts.at(-1)?.text).toBe(
    'Not taken in: half.jpg is incomplete; scan it again; nor was one other file',
  );
});
