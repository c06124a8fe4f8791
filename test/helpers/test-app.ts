import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import type { Ports } from '../../main/ports.ts';
import { memorySecrets } from '../../main/secrets/memory-secrets.ts';
import { createClient, type Client } from '../../renderer/api/client.ts';
import type { AppEvent, ReceivedFile, Task } from '../../preload/contract/index.ts';
import { tempFolder } from './temp-folder.ts';

export const TODAY = '2026-11-21';

export interface TestApp {
  app: App;
  client: Client;
  ports: Ports;
  /** What the log was told; empty unless something unforeseen happened. */
  incidents: unknown[];
  events: AppEvent[];
  clipboard: { text: string };
  send(fileName: string, bytes: Uint8Array): Promise<ReceivedFile>;
  /** Resolves when the task has ended. */
  ended(taskId: string): Promise<Task>;
}

/** Ports with a fixed day, secrets and clipboard in memory, everything else real. Workers run the built script. */
export async function testPorts(change: Partial<Ports> = {}): Promise<Ports & { incidents: unknown[] }> {
  const incidents: unknown[] = [];
  let second = 0;
  const worker = resolve('dist/main/workers/worker.js');
  return {
    incidents,
    host: 'loopback',
    version: '0.0.0',
    systemLanguage: 'zh-CN',
    clock: {
      today: () => TODAY,
      // Every look at the clock is a second later, so that order can be told.
      now: () => new Date(Date.parse('2026-11-21T02:00:00Z') + 1000 * second++).toISOString(),
    },
    log: { error: (message, cause) => void incidents.push([message, cause]) },
    secrets: memorySecrets(),
    clipboard: null,
    folders: { suggestedWorkspace: '', canChoose: false, choose: async () => null },
    resourcesDir: resolve('resources'),
    dataDir: change.dataDir ?? join(await tempFolder(), 'data'),
    workers: { file: pathToFileURL(worker).href, execArgv: [] },
    ...change,
  };
}

/** The whole application on a fresh empty workspace, as the window sees it. */
export async function testApp(change: Partial<Ports> = {}): Promise<TestApp> {
  const clipboard = { text: '' };
  const ports = await testPorts({
    clipboard: {
      read: async () => clipboard.text,
      write: async (text) => void (clipboard.text = text),
      clear: () => void (clipboard.text = ''),
    },
    ...change,
  });
  const app = await createApp(ports);
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  const client = createClient({
    call: app.call,
    subscribe: (listener) => app.subscribe((event) => listener(JSON.stringify(event))),
    upload: () => Promise.reject(new Error('tests send bytes with `send`')),
  });
  await client.call('workspaces.create', { folder: join(await tempFolder(), 'group'), name: '样例集团' });
  return {
    app,
    client,
    ports,
    incidents: ports.incidents,
    events,
    clipboard,
    send: (fileName, bytes) => app.receiveFile(fileName, chunksOf(bytes)),
    async ended(taskId) {
      for (;;) {
        const task = (await client.call('tasks.list', {})).find(({ id }) => id === taskId);
        if (task && task.state !== 'running') return task;
        await new Promise((resume) => setTimeout(resume, 20));
      }
    },
  };
}

export async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
