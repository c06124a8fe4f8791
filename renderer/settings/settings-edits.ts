import { FieldEdits } from '../field-edits.svelte.ts';
import type { Client } from '../api/client.ts';
import type { WorkspaceView } from '../../preload/contract/index.ts';

/** The settings that are typed: `name` and `plannedSubmissionOn`. An empty name is never handed over. */
export function settingsEdits(app: { client: Client; workspace: WorkspaceView | null }): FieldEdits {
  return new FieldEdits(
    (path) => (path === 'name' ? app.workspace?.name : app.workspace?.settings.plannedSubmissionOn),
    async (path, value) => {
      const typed = typeof value === 'string' ? value.trim() : '';
      if (path === 'name' && typed === '') return;
      const patch = path === 'name' ? { name: typed } : { plannedSubmissionOn: typed === '' ? null : typed };
      app.workspace = await app.client.call('workspaces.saveSettings', { patch });
    },
  );
}
