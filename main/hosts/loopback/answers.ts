import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { App, Resource } from '../../app.ts';
import { resourceSecurityPolicy } from '../content-security.ts';
import { contentDisposition } from '../page-files.ts';

const heartbeatMs = 20_000;
/** A page that reads no events for so long is gone; it reconnects by itself if it is not. */
const maxWaitingBytes = 4 * 1024 * 1024;

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

export function answerJson(response: ServerResponse, json: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(json);
}

/** The whole body as text, or `null` when it is longer than `maxBytes` (the rest is thrown away). */
export async function bodyText(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > maxBytes ? null : Buffer.concat(chunks).toString('utf8');
}

/** The page itself with the bridge in front of its own script, so that the page needs no branch for this host. */
export async function answerPage(response: ServerResponse, file: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  const bridge = '<script type="module" src="/bridge.js"></script>';
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(html.replace('<head>', () => `<head>\n    ${bridge}`));
}

/** Sends a file as it is. Those of the application are cached by the hash in their name, those of a dossier never. */
export async function answerFile(
  response: ServerResponse,
  { file, mediaType, downloadName }: Resource,
  origin: 'page' | 'dossier',
): Promise<void> {
  const { size } = await stat(file);
  const hashed = origin === 'page' && /-[\w-]{8}\.\w+$/.test(file);
  response.writeHead(200, {
    'Content-Type': mediaType,
    'Content-Length': size,
    'Cache-Control': hashed ? 'private, max-age=31536000, immutable' : 'no-store',
    ...(origin === 'dossier' && { 'Content-Security-Policy': resourceSecurityPolicy }),
    ...(downloadName !== null && { 'Content-Disposition': contentDisposition(downloadName) }),
  });
  await pipeline(createReadStream(file), response);
}

/** Server-sent events until the page or the host goes away. */
export function answerEvents(app: App, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 1000\n\n');
  const send = (text: string) => {
    if (response.writableLength > maxWaitingBytes) response.destroy();
    else response.write(text);
  };
  const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs);
  const unsubscribe = app.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  response.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
