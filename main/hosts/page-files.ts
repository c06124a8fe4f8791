import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Resource } from '../app.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The built page's file for a request path, or `null`: outside the folder, of an unknown type or not there. */
export async function pageFile(pageDir: string, path: string): Promise<Resource | null> {
  const relative = decodePath(path === '/' ? '/index.html' : path);
  if (relative === null) return null;
  const file = normalize(join(pageDir, relative));
  const mediaType = MEDIA_TYPES[extname(file)];
  if (!mediaType || !file.startsWith(normalize(pageDir) + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { mediaType, file, downloadName: null } : null;
}

function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

/** `Content-Disposition` for a download, with the name in RFC 5987 form for anything but plain ASCII. */
export function contentDisposition(downloadName: string): string {
  const ascii = downloadName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(downloadName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
