import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFailure } from '../../../preload/messages/errors.ts';
import { createApp, type App } from '../../app.ts';
import { createDemoWorkspace } from '../../demo/index.ts';
import type { Ports } from '../../ports.ts';
import { keytarSecrets } from '../../secrets/keytar-secrets.ts';
import { openAtStart } from '../open-at-start.ts';
import { stopWithParent } from '../stop-with-parent.ts';
import { commonPorts, pageDir, projectDir, suggestedWorkspace, systemLanguage } from '../surroundings.ts';
import { startLoopbackServer, type LoopbackServer } from './server.ts';

/** `node dist/main/hosts/loopback/main.js [--workspace DIR] [--demo] [--port N]` */
const { values: options } = parseArgs({
  options: {
    workspace: { type: 'string' },
    demo: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});

// Without a folder of its own the demonstration leaves nothing behind, not even in the list of recent workspaces.
const temporary = options.demo && !options.workspace ? await mkdtemp(join(tmpdir(), 'beian-demo-')) : null;
const ports: Ports = {
  ...commonPorts(),
  ...(temporary && { dataDir: join(temporary, 'data') }),
  host: 'loopback',
  systemLanguage: systemLanguage(),
  secrets: keytarSecrets(),
  clipboard: null,
  folders: { suggestedWorkspace, canChoose: false, choose: async () => null },
};

let app: App | null = null;
let server: LoopbackServer | null = null;
stopWithParent(() => void stop());

const workspace = temporary ? join(temporary, '示例集团 Demo') : options.workspace;
if (options.demo && workspace) {
  process.stderr.write('Preparing the sample workspace 正在准备示例工作区\n');
  await createDemoWorkspace(ports, workspace);
}
app = await createApp(ports);
const failure = workspace ? await openAtStart(app, workspace) : null;
if (failure) {
  process.stderr.write(`${describeFailure(failure)[ports.systemLanguage]}\n`);
  await app.close();
  process.exit(2);
}
server = await startLoopbackServer(app, {
  pageDir,
  bridgeFile: join(projectDir, 'dist/main/hosts/loopback/page/bridge.js'),
  port: Number(options.port),
  log: ports.log,
});
process.stdout.write(`Beian Desk 备案台: ${server.url}\n`);

async function stop(): Promise<void> {
  try {
    await server?.close();
    await app?.close();
    // At once, so that a sample still being written cannot add to it.
    if (temporary) rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
    process.exit(0);
  } catch (cause) {
    ports.log.error('the loopback host did not stop cleanly', cause);
    process.exit(1);
  }
}
