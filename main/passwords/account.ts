import type { Workspace } from '../workspaces/workspace.ts';

/** Name of a filing password in the keychain. Ids only: a keychain shows its names to whoever opens it. */
export function passwordAccount(workspace: Workspace, dossierId: string): string {
  return `${workspace.id}/${dossierId}`;
}
