import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the loopback page: the browser that opened the printed address. Its token works once and turns into
 * a cookie that scripts cannot read and other sites cannot send.
 */
export interface Session {
  /** The secret part of the printed address. */
  token: string;
  /** Spends the token: the `Set-Cookie` header, or `null` when the token is wrong or spent. */
  enter(token: string): string | null;
  /** Whether the request carries the cookie. */
  admits(request: IncomingMessage): boolean;
}

/** The port is part of the cookie's name because cookies do not tell ports of a host apart. */
export function createSession(port: number): Session {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const name = `beian-${port}`;
  let spent = false;
  return {
    token,
    enter(given) {
      if (spent || !same(given, token)) return null;
      spent = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits(request) {
      const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
      return cookies.some(
        (cookie) => cookie.startsWith(`${name}=`) && same(cookie.slice(name.length + 1), secret),
      );
    },
  };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether the request was made for us and by our own page. A name that an attacker points at 127.0.0.1 shows in
 * `Host`, another site in `Origin` or `Sec-Fetch-Site`. Changing requests must carry `Origin`.
 */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const { host, origin: from, 'sec-fetch-site': site } = request.headers;
  if (host !== new URL(origin).host) return false;
  if (from !== undefined && from !== origin) return false;
  if (request.method !== 'GET' && from !== origin) return false;
  return site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET');
}
