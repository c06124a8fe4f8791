import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import type { App } from '../../app.ts';
import type { Log } from '../../ports.ts';
import { securityHeaders } from '../content-security.ts';
import { pageFile } from '../page-files.ts';
import { receiveUpload } from '../receive-upload.ts';
import { answerEvents, answerFile, answerJson, answerPage, answerText, bodyText } from './answers.ts';
import { createSession, isSameOrigin, type Session } from './session.ts';

export interface LoopbackOptions {
  /** The built page and the built bridge script. */
  pageDir: string;
  bridgeFile: string;
  /** 0 or absent: any free port. */
  port?: number;
  log: Log;
}

export interface LoopbackServer {
  /** The address to open once, with its token. */
  url: string;
  origin: string;
  close(): Promise<void>;
}

const maxCallBytes = 8 * 1024 * 1024;
const maxNameChars = 255;

const NO_ENTRY =
  '请打开终端里显示的完整地址；每个地址只能使用一次，重新启动会得到新的地址。\n' +
  'Open the whole address that the terminal printed. It works once; starting again gives a new one.\n';

/** Serves the window to a browser on this computer. Listens on 127.0.0.1 only. */
export async function startLoopbackServer(app: App, options: LoopbackOptions): Promise<LoopbackServer> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const session = createSession((server.address() as AddressInfo).port);
  const host = { app, options, origin, session };
  // An upload may take longer than the five minutes Node allows a request.
  server.requestTimeout = 0;
  server.on('request', (request, response) => {
    answer(host, request, response).catch((cause: unknown) => {
      if (!request.destroyed) options.log.error('loopback request failed', cause);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, 'internal error\n');
    });
  });
  return {
    url: `${origin}/?token=${session.token}`,
    origin,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Host {
  app: App;
  options: LoopbackOptions;
  origin: string;
  session: Session;
}

async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (!isSameOrigin(request, host.origin)) return answerText(response, 403, 'wrong origin\n');
  const url = new URL(request.url ?? '/', host.origin);
  if (request.method === 'GET' && url.pathname === '/' && url.searchParams.has('token'))
    return enter(host, url, request, response);
  if (!host.session.admits(request)) return answerText(response, 403, NO_ENTRY);
  if (request.method === 'GET') return get(host, url.pathname, request, response);
  if (request.method === 'POST') return post(host, url, request, response);
  answerText(response, 405, 'method not allowed\n');
}

function enter({ session }: Host, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const cookie = session.enter(url.searchParams.get('token') ?? '');
  // Reloading the printed address in the same browser is no reason to lock its owner out.
  if (cookie === null && !session.admits(request)) return answerText(response, 403, NO_ENTRY);
  if (cookie !== null) response.setHeader('Set-Cookie', cookie);
  response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
}

async function get(
  host: Host,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { app, options } = host;
  if (path === '/events') return answerEvents(app, request, response);
  if (path === '/bridge.js') {
    const script = {
      file: options.bridgeFile,
      mediaType: 'text/javascript; charset=utf-8',
      downloadName: null,
    };
    return answerFile(response, script, 'page');
  }
  if (path.startsWith('/preview/') || path.startsWith('/download/')) {
    const resource = await app.resource(path);
    return resource ? answerFile(response, resource, 'dossier') : answerText(response, 404, 'not found\n');
  }
  const file = await pageFile(options.pageDir, path);
  if (!file) return answerText(response, 404, 'not found\n');
  return path === '/' ? answerPage(response, file.file) : answerFile(response, file, 'page');
}

async function post(host: Host, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url.pathname.startsWith('/call/')) {
    // Only a page of ours can send this type: another site's would be asked first, and refused.
    if (request.headers['content-type'] !== 'application/json')
      return answerText(response, 415, 'JSON only\n');
    const body = await bodyText(request, maxCallBytes);
    if (body === null) return answerText(response, 413, 'too long\n');
    return answerJson(response, await host.app.call(url.pathname.slice('/call/'.length), body));
  }
  if (url.pathname === '/upload') {
    const name = url.searchParams.get('name') ?? '';
    if (name === '' || name.length > maxNameChars) return answerText(response, 400, 'a name is missing\n');
    const json = await receiveUpload(host.app, name, request.iterator({ destroyOnReturn: false }));
    // A browser reads the answer only after it has sent everything, also what was refused.
    await finished(request.resume(), { writable: false });
    return answerJson(response, json);
  }
  answerText(response, 404, 'not found\n');
}
