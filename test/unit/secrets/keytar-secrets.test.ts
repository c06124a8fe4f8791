import { describe, expect, test, vi } from 'vitest';
import { keytarSecrets } from '../../../main/secrets/keytar-secrets.ts';
import { memorySecrets } from '../../../main/secrets/memory-secrets.ts';

const never = () => new Promise<never>(() => {});

describe('a computer without a keychain', () => {
  test('says that the module is missing, and refuses to keep anything', async () => {
    const secrets = keytarSecrets(() => Promise.reject(new Error('Cannot find package')));
    expect(await secrets.status()).toEqual({ available: false, reason: 'no-module' });
    await expect(secrets.set('a', 'secret')).rejects.toThrow('not installed');
  });

  test('says that the service does not answer, after a bounded wait', async () => {
    vi.useFakeTimers();
    const secrets = keytarSecrets(async () => ({
      getPassword: never,
      setPassword: never,
      deletePassword: never,
    }));
    const status = secrets.status();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await status).toEqual({ available: false, reason: 'no-service' });
    vi.useRealTimers();
  });

  test('says so too when the service refuses', async () => {
    const refuse = () => Promise.reject(new Error('Cannot autolaunch D-Bus without X11 $DISPLAY'));
    const secrets = keytarSecrets(async () => ({
      getPassword: refuse,
      setPassword: refuse,
      deletePassword: refuse,
    }));
    expect(await secrets.status()).toEqual({ available: false, reason: 'no-service' });
  });
});

test('the memory adapter keeps, replaces and removes', async () => {
  const secrets = memorySecrets();
  expect(await secrets.get('a')).toBeNull();
  await secrets.set('a', 'one');
  await secrets.set('a', 'two');
  expect(await secrets.get('a')).toBe('two');
  await secrets.remove('a');
  expect(await secrets.get('a')).toBeNull();
});
