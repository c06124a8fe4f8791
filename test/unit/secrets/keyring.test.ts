import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { keychainService, keytarSecrets } from '../../../main/secrets/keytar-secrets.ts';

/** Set by tools/lib/keyring-session.mjs inside a session bus of its own with an unlocked gnome-keyring. */
const isInSession = process.env['BEIAN_TEST_KEYRING'] === '1';
const isBuilt = await import('keytar' as string).then(
  () => true,
  () => false,
);

describe.skipIf(!isInSession || !isBuilt)(
  'a real Secret Service (needs its session, and keytar built)',
  () => {
    const account = `test ${randomUUID()}`;
    const secrets = keytarSecrets();
    afterEach(() => secrets.remove(account));

    test('answers', async () => {
      expect(await secrets.status()).toEqual({ available: true, reason: null });
    });

    test('keeps a password under our name, replaces it and removes it', async () => {
      expect(await secrets.get(account)).toBeNull();
      await secrets.set(account, '第一个 密码 "\\$');
      await secrets.set(account, 'x'.repeat(200));
      expect(await secrets.get(account)).toBe('x'.repeat(200));
      const { default: keytar } = (await import('keytar' as string)) as {
        default: { findCredentials(service: string): Promise<{ account: string }[]> };
      };
      expect((await keytar.findCredentials(keychainService)).map((entry) => entry.account)).toContain(
        account,
      );
      await secrets.remove(account);
      expect(await secrets.get(account)).toBeNull();
    });

    test('removing what is not there is no error', async () => {
      await expect(secrets.remove(`nobody ${randomUUID()}`)).resolves.toBeUndefined();
    });
  },
);
