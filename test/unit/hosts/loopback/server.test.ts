import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLoopbackServer, type LoopbackServer } from '../../../../main/hosts/loopback/server.ts';
import { fakeApp, type FakeApp } from '../../../helpers/fake-app.ts';

let folder: string;
let app: FakeApp;
let server: LoopbackServer;
const logged: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopback-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
  await writeFile(join(folder, 'app-AbCd1234.js'), 'export {}');
  await writeFile(join(folder, 'bridge.js'), 'window.beian = 1');
  await writeFile(join(folder, 'secret.txt'), 'not part of the page');
  await writeFile(join(folder, 'pack.pdf'), '%PDF-');
  app = fakeApp({ '/download/1': { file: join(folder, 'pack.pdf'), downloadName: '备案 (1).pdf' } });
  server = await startLoopbackServer(app, {
    pageDir: folder,
    bridgeFile: join(folder, 'bridge.js'),
    log: { error: (message) => logged.push(message) },
  });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** `fetch` sets Host, Origin and Cookie by itself; an attacker does not. */
function send(
  path: string,
  { method = 'GET', headers = {}, body = '' as string | Buffer } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = httpRequest(new URL(path, server.origin), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', fail);
    request.end(body);
  });
}

async function enter(): Promise<{ cookie: string; origin: string }> {
  const { headers } = await send(server.url);
  return { cookie: headers['set-cookie']![0]!.split(';')[0]!, origin: server.origin };
}

const asJson = { 'content-type': 'application/json' };

describe('who is let in', () => {
  test('the printed address works once and turns into a cookie that scripts and other sites cannot use', async () => {
    const first = await send(server.url);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']![0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await send(server.url);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('the owner may reload the printed address', async () => {
    const { cookie } = await enter();
    expect((await send(server.url, { headers: { cookie } })).status).toBe(303);
  });

  test('without the cookie nothing is answered, not even the page', async () => {
    for (const path of ['/', '/app-AbCd1234.js', '/bridge.js', '/events', '/download/1'])
      expect((await send(path)).status, path).toBe(403);
    const call = await send('/call/app.status', {
      method: 'POST',
      headers: { ...asJson, origin: server.origin },
    });
    expect(call.status).toBe(403);
    expect(app.calls).toEqual([]);
  });

  test('a wrong token is refused and does not spend the right one', async () => {
    expect((await send('/?token=wrong')).status).toBe(403);
    expect((await send(server.url)).status).toBe(303);
  });

  test('a name that someone points at 127.0.0.1 is refused by its Host header', async () => {
    const { cookie } = await enter();
    const port = new URL(server.origin).port;
    for (const host of [`attacker.example:${port}`, `localhost:${port}`, '127.0.0.1'])
      expect((await send('/', { headers: { cookie, host } })).status, host).toBe(403);
  });

  test('another origin is refused, also with the cookie, and a call without an origin too', async () => {
    const { cookie } = await enter();
    const post = (headers: Record<string, string>) =>
      send('/call/app.status', { method: 'POST', headers: { ...asJson, cookie, ...headers }, body: '{}' });
    expect((await post({ origin: 'https://attacker.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await post({ origin: server.origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(app.calls).toEqual([]);
    expect((await post({ origin: server.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('a form of another page cannot call: only JSON is taken', async () => {
    const headers = { ...(await enter()), 'content-type': 'text/plain' };
    expect((await send('/call/app.status', { method: 'POST', headers, body: '{}' })).status).toBe(415);
  });

  test('it listens on 127.0.0.1 only', async () => {
    const port = new URL(server.origin).port;
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others)
      await expect(fetch(`http://${address}:${port}/`), address).rejects.toThrow();
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow();
  });
});

describe('what it serves', () => {
  test('the page with the bridge before its own script, under a policy without inline scripts', async () => {
    const session = await enter();
    const { status, headers, text } = await send('/', { headers: session });
    expect(status).toBe(200);
    expect(text).toContain('<script type="module" src="/bridge.js"></script>');
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy.match(/script-src[^;]*/)![0]).toBe("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('files of the page, and nothing beside or above them', async () => {
    const headers = await enter();
    expect((await send('/app-AbCd1234.js', { headers })).headers['cache-control']).toContain('immutable');
    for (const path of [
      '/secret.txt',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%5cx.json',
      '/%00.js',
      '/%',
    ])
      expect((await send(path, { headers })).status, path).toBe(404);
  });

  test('downloads under their own name, Chinese too, and locked into a sandbox', async () => {
    const { headers, text } = await send('/download/1', { headers: await enter() });
    expect(text).toBe('%PDF-');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__ (1).pdf"; filename*=UTF-8''%E5%A4%87%E6%A1%88%20%281%29.pdf`,
    );
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['cache-control']).toBe('no-store');
    expect((await send('/download/2', { headers: await enter().catch(() => ({})) })).status).toBe(403);
  });

  test('calls go to the application and its answer comes back', async () => {
    const headers = { ...(await enter()), ...asJson };
    const { text } = await send('/call/dossiers.get', { method: 'POST', headers, body: '{"名":1}' });
    expect(app.calls).toEqual([['dossiers.get', '{"名":1}']]);
    expect(JSON.parse(text)).toMatchObject({ ok: true, value: { method: 'dossiers.get' } });
  });

  test('a call that is too long is refused before it reaches the application', async () => {
    const headers = { ...(await enter()), ...asJson };
    const body = Buffer.alloc(9 * 1024 * 1024, 'x');
    expect((await send('/call/dossiers.get', { method: 'POST', headers, body })).status).toBe(413);
    expect(app.calls).toEqual([]);
  });

  test('an upload is streamed to the application under its name', async () => {
    const headers = { ...(await enter()), 'content-type': 'application/octet-stream' };
    const path = `/upload?name=${encodeURIComponent('负责人 照片.jpg')}`;
    const { text } = await send(path, { method: 'POST', headers, body: 'bytes' });
    expect(JSON.parse(text)).toEqual({
      ok: true,
      value: { handle: 'handle-1', fileName: '负责人 照片.jpg', bytes: 5 },
    });
    expect(app.received).toEqual([{ name: '负责人 照片.jpg', text: 'bytes' }]);
  });

  test('an upload that the application refuses is answered, even when the browser still sends', async () => {
    const headers = { ...(await enter()), 'content-type': 'application/octet-stream' };
    const body = Buffer.alloc(5_000_000);
    const { text } = await send('/upload?name=big.jpg', { method: 'POST', headers, body });
    expect(JSON.parse(text)).toEqual({
      ok: false,
      error: { code: 'files.too-large', params: { fileName: 'big.jpg', maxMb: 1 } },
    });
  });

  test('events reach every open page', async () => {
    const headers = await enter();
    const response = await new Promise<import('node:http').IncomingMessage>((done) =>
      httpRequest(new URL('/events', server.origin), { headers }, done).end(),
    );
    const arrived = new Promise<string>((done) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.includes('data:')) done(text);
      });
    });
    app.emit({ type: 'command', command: 'undo' });
    expect(await arrived).toContain('data: {"type":"command","command":"undo"}\n\n');
    response.destroy();
  });
});
