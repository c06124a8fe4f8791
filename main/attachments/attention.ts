import type { Attachment, AttentionGroup, DocumentView, Dossier } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { provinceOf } from '../filings/facts-of.ts';
import { turnTaker } from '../turns.ts';
import { duplicatesSignature } from './duplicates.ts';
import { documentViews } from './views.ts';

interface KeptGroup {
  /** What had been measured of the dossier's files. */
  measured: object | null;
  duplicates: string;
  group: AttentionGroup | null;
}

const kept = new WeakMap<Dossier, KeptGroup>();

/** All files, over all entities, that somebody has to look at. Made anew only where a dossier has changed. */
export async function listAttention(context: Context): Promise<AttentionGroup[]> {
  const session = openSession(context);
  const { workspace, inspections } = session;
  const takeTurns = turnTaker();
  const groups: AttentionGroup[] = [];
  for (const dossier of workspace.dossiers) {
    await takeTurns();
    const measured = inspections.stateOf(dossier.id);
    const duplicates = duplicatesSignature(session, dossier.id);
    let entry = kept.get(dossier);
    if (!entry || entry.measured !== measured || entry.duplicates !== duplicates) {
      entry = { measured, duplicates, group: groupOf(context, dossier) };
      kept.set(dossier, entry);
    }
    if (entry.group) groups.push(entry.group);
  }
  return groups;
}

function groupOf(context: Context, dossier: Dossier): AttentionGroup | null {
  const views = new Map(documentViews(context, dossier).map((view) => [view.attachmentId, view]));
  const attachments = dossier.attachments.filter((one) => needsAttention(one, views.get(one.id)));
  if (attachments.length === 0) return null;
  const { id, entity, services } = dossier;
  return {
    dossierId: id,
    entity: entity.name,
    province: entity.region && provinceOf(entity.region),
    attachments,
    documents: attachments.flatMap((one) => views.get(one.id) ?? []),
    services: services
      .filter((service) => attachments.some(({ serviceId }) => serviceId === service.id))
      .map(({ id, name, domain }) => ({ id, name: name ?? domain.name })),
  };
}

/** A file that still waits for inspection is main's turn, not a person's. */
function needsAttention({ material }: Attachment, view: DocumentView | undefined): boolean {
  return material === null || ['warn', 'fail', 'unreadable'].includes(view?.verdict ?? 'pass');
}
