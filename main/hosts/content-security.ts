/**
 * What the page may do, the same in the Electron window and on the loopback page. Nothing inline and nothing from
 * elsewhere: scripts, styles, fonts and connections come from the page's own origin. `style-src-attr` alone is open,
 * because positions of menus and virtual rows are style attributes; they cannot load anything that is not allowed here.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. https://owasp.org/www-project-secure-headers/ */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
};

/** A picked or written file can hold anything: shown on its own it may run and load nothing. */
export const resourceSecurityPolicy = "default-src 'none'; sandbox";
