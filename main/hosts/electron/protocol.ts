import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import type { App, Resource } from '../../app.ts';
import type { Log } from '../../ports.ts';
import { resourceSecurityPolicy, securityHeaders } from '../content-security.ts';
import { contentDisposition, pageFile } from '../page-files.ts';

const scheme = 'beian';
export const pageOrigin = `${scheme}://app`;
export const pageUrl = `${pageOrigin}/`;

/** Before the application is ready. A standard, secure origin of its own with no power beyond that of a web page. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers every request of the window: files of the page, previews and downloads of the application, nothing else. */
export function serveScheme(app: App, pageDir: string, log: Log): void {
  protocol.handle(scheme, async (request) => {
    try {
      const { host, pathname } = new URL(request.url);
      if (host !== 'app' || request.method !== 'GET') return refuse(404);
      if (pathname.startsWith('/preview/') || pathname.startsWith('/download/')) {
        const resource = await app.resource(pathname);
        return resource
          ? send(resource, { 'Content-Security-Policy': resourceSecurityPolicy, 'Cache-Control': 'no-store' })
          : refuse(404);
      }
      const file = await pageFile(pageDir, pathname);
      return file ? send(file) : refuse(404);
    } catch (cause) {
      log.error('a file of the window could not be sent', cause);
      return refuse(500);
    }
  });
}

function send({ file, mediaType, downloadName }: Resource, headers: Record<string, string> = {}): Response {
  const disposition =
    downloadName === null ? {} : { 'Content-Disposition': contentDisposition(downloadName) };
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: { ...securityHeaders, 'Content-Type': mediaType, ...disposition, ...headers },
  });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
