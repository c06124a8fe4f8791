import type { SecretStore } from '../ports.ts';

/** Secrets for as long as the process lives; for tests and for a host that must not touch the keychain. */
export function memorySecrets(
  status: Awaited<ReturnType<SecretStore['status']>> = { available: true, reason: null },
): SecretStore {
  const secrets = new Map<string, string>();
  return {
    status: async () => status,
    get: async (account) => secrets.get(account) ?? null,
    set: async (account, secret) => void secrets.set(account, secret),
    remove: async (account) => void secrets.delete(account),
  };
}
