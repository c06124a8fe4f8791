import type { ClientEvent } from './client.ts';

/** Whether what a screen shows of the dossier may have changed. */
export function concerns(event: ClientEvent, dossierId: string): boolean {
  if (event.type === 'dossier-changed') return event.dossierId === dossierId;
  return event.type === 'undone' && (event.dossierId === null || event.dossierId === dossierId);
}
