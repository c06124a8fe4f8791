import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import { createDemoWorkspace, type DemoSummary } from '../../main/demo/index.ts';
import type { Task } from '../../preload/contract/index.ts';
import { createClient, type Client } from '../../renderer/api/client.ts';
import { tempFolder } from './temp-folder.ts';
import { testPorts } from './test-app.ts';

export interface SampleDesk {
  app: App;
  client: Client;
  summary: DemoSummary;
  ended(taskId: string | null): Promise<Task>;
}

/** The invented group, drawn once for the tests of a file; each call opens a copy of its own. */
export function sampleGroup(): () => Promise<SampleDesk> {
  let folder = '';
  let summary: DemoSummary;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beian-sample-'));
    const ports = await testPorts({ dataDir: join(folder, 'data') });
    summary = await createDemoWorkspace(ports, join(folder, 'group'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  return async () => {
    const copy = join(await tempFolder(), 'group');
    await cp(summary.workspace, copy, { recursive: true });
    const app = await createApp(await testPorts());
    onTestFinished(() => app.close());
    const client = createClient({
      call: app.call,
      subscribe: (listener) => app.subscribe((event) => listener(JSON.stringify(event))),
      upload: () => Promise.reject(new Error('tests hand files to the application itself')),
    });
    await client.call('workspaces.open', { folder: copy, readOnly: false });
    return { app, client, summary, ended: (taskId) => ended(client, taskId) };
  };
}

async function ended(client: Client, taskId: string | null): Promise<Task> {
  for (;;) {
    const task = (await client.call('tasks.list', {})).find(({ id }) => id === taskId)!;
    if (task.state !== 'running') return task;
    await new Promise((resume) => setTimeout(resume, 25));
  }
}
