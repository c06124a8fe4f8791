/** `npm run dev`: the page with hot reload, and the application restarted when its sources change. Arguments go to it. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { binOf, root } from './lib/run.mjs';

await bootstrap();
await (await import('./build.mjs')).build();
const { createServer } = await import('vite');

const host = { child: null, origin: '', cookie: '', port: '0' };

/** Starts the loopback host and spends its one-time address, so that the page's requests can carry the cookie. */
async function startHost() {
  const script = join(root, 'dist/main/hosts/loopback/main.js');
  const child = spawn(process.execPath, [script, ...process.argv.slice(2), '--port', host.port], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  host.child = child;
  const url = await new Promise((done) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /http:\S+/.exec(text);
      if (found) done(new URL(found[0]));
    });
    child.once('exit', () => done(null));
  });
  if (!url) return console.log('The application did not start; waiting for the next change.');
  const answer = await fetch(url, { redirect: 'manual' });
  Object.assign(host, {
    origin: url.origin,
    port: url.port,
    cookie: answer.headers.getSetCookie()[0].split(';')[0],
  });
}

function stopHost() {
  const { child } = host;
  if (!child || child.exitCode !== null) return Promise.resolve();
  const gone = new Promise((done) => child.once('exit', done));
  child.kill();
  return gone;
}

await startHost();
if (!host.origin) process.exit(1);

/** The host answers only its own origin: the proxy speaks as its page would. */
const proxied = {
  target: host.origin,
  changeOrigin: true,
  configure: (proxy) =>
    proxy.on('proxyReq', (request) => {
      request.setHeader('origin', host.origin);
      request.setHeader('cookie', host.cookie);
      request.setHeader('sec-fetch-site', 'same-origin');
    }),
};
const paths = ['/call/', '/events', '/upload', '/preview/', '/download/', '/bridge.js'];

const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: { host: '127.0.0.1', proxy: Object.fromEntries(paths.map((path) => [path, proxied])) },
  plugins: [
    {
      name: 'beian-bridge',
      transformIndexHtml: () => [
        { tag: 'script', attrs: { type: 'module', src: '/bridge.js' }, injectTo: 'head-prepend' },
      ],
    },
  ],
});
await server.listen();
server.printUrls();

const compiler = spawn(
  process.execPath,
  [binOf('typescript', 'tsc'), '-b', '--watch', '--preserveWatchOutput'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);

let pending;
watch(join(root, 'dist/main'), { recursive: true }, (_, file) => {
  if (!file?.endsWith('.js')) return;
  clearTimeout(pending);
  pending = setTimeout(async () => {
    await stopHost();
    await startHost();
    server.ws.send({ type: 'full-reload' });
  }, 400);
});

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    compiler.kill();
    await Promise.all([stopHost(), server.close()]);
    process.exit(0);
  });
