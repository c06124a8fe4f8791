import { webcrypto } from 'node:crypto';

/** In hexadecimal digits; computed beside this thread. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
