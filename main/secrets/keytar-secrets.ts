import type { SecretStore } from '../ports.ts';

/** Under this name the keychain's own window lists our entries. */
export const keychainService = 'Beian Desk';

const statusTimeoutMs = 3_000;
/** The system may ask the person to unlock the keychain first, so this one is patient. */
const accessTimeoutMs = 60_000;

/** What we use of keytar. Its own types are not there when it could not be built. */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/**
 * The operating system's keychain through keytar, which is loaded on first use: it is an optional dependency, and on
 * Linux it needs a Secret Service that answers on the session bus.
 *
 * Reads and writes throw what the keychain says, or an error when it does not answer in time.
 */
export function keytarSecrets(load: () => Promise<Keytar> = loadKeytar): SecretStore {
  let loading: Promise<Keytar | null> | undefined;
  const module = () => (loading ??= load().catch(() => null));

  async function use<T>(work: (keytar: Keytar) => Promise<T>, timeoutMs: number): Promise<T> {
    const keytar = await module();
    if (!keytar) throw new Error('keytar is not installed');
    return inTime(work(keytar), timeoutMs);
  }

  return {
    async status() {
      if (!(await module())) return { available: false, reason: 'no-module' };
      try {
        // Any answer will do, also "there is no such entry".
        await use((keytar) => keytar.getPassword(keychainService, 'status'), statusTimeoutMs);
        return { available: true, reason: null };
      } catch {
        return { available: false, reason: 'no-service' };
      }
    },
    get: (account) => use((keytar) => keytar.getPassword(keychainService, account), accessTimeoutMs),
    set: (account, secret) =>
      use((keytar) => keytar.setPassword(keychainService, account, secret), accessTimeoutMs),
    async remove(account) {
      await use((keytar) => keytar.deletePassword(keychainService, account), accessTimeoutMs);
    },
  };
}

async function loadKeytar(): Promise<Keytar> {
  // CommonJS: its exports are under `default`. As a mere string the compiler does not look for it.
  const { default: keytar } = (await import('keytar' as string)) as { default: Keytar };
  return keytar;
}

async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the keychain did not answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
