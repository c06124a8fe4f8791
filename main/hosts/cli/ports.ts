import type { Ports } from '../../ports.ts';
import { keytarSecrets } from '../../secrets/keytar-secrets.ts';
import { commonPorts, suggestedWorkspace, systemLanguage } from '../surroundings.ts';

export function createCliPorts(): Ports {
  return {
    ...commonPorts(),
    host: 'cli',
    systemLanguage: systemLanguage(),
    secrets: keytarSecrets(),
    clipboard: null,
    folders: { suggestedWorkspace, canChoose: false, choose: async () => null },
  };
}
