import type { Failure, Result } from '../../preload/contract/index.ts';
import type { App } from '../app.ts';

/** Opens the workspace that the command line named; the reason when it cannot be opened. */
export async function openAtStart(app: App, folder: string): Promise<Failure | null> {
  const input = JSON.stringify({ folder, readOnly: false });
  const result = JSON.parse(await app.call('workspaces.open', input)) as Result<unknown>;
  return result.ok ? null : result.error;
}
