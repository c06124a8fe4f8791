import { randomUUID } from 'node:crypto';
import type { Person } from '../../preload/contract/index.ts';
import { createContext } from '../app.ts';
import { addAttachments, updateAttachment } from '../attachments/service.ts';
import { openSession, type Context } from '../context.ts';
import { assignRole, createDossier, updateDossier } from '../dossiers/service.ts';
import { answerItem, createFiling } from '../filings/service.ts';
import { getChecklist } from '../checklist/service.ts';
import { createPerson } from '../people/service.ts';
import type { Ports } from '../ports.ts';
import { createService, updateService } from '../services/service.ts';
import { closeWorkspace, createWorkspace } from '../workspaces/service.ts';
import { drawnDocuments } from './documents.ts';
import { demoGroup, type DemoEntity } from './group.ts';

/** What `beian demo --json` prints. */
export interface DemoSummary {
  workspace: string;
  entities: { id: string; name: string }[];
  filings: { id: string; entity: string; type: string }[];
}

/**
 * A new workspace with an invented group: one filing ready for its pack, one with faults to find, one hardly begun.
 *
 * @throws AppError `workspaces.folder-in-use`
 */
export async function createDemoWorkspace(ports: Ports, folder: string): Promise<DemoSummary> {
  const context = await createContext(ports);
  const summary: DemoSummary = { workspace: folder, entities: [], filings: [] };
  try {
    await createWorkspace(context, { folder, name: '样例集团 Sample Group' });
    for (const demo of demoGroup) await addEntity(context, demo, summary);
  } finally {
    await closeWorkspace(context);
    await context.pool.close();
  }
  return summary;
}

async function addEntity(context: Context, demo: DemoEntity, summary: DemoSummary): Promise<void> {
  const { name = null, certificate } = demo.entity;
  const created = await createDossier(context, { name, creditCode: certificate.number ?? null });
  const dossierId = created.dossier.id;
  await updateDossier(context, { dossierId, patch: demo.entity });
  const legal = demo.legalRepresentative && (await findOrCreate(context, demo.legalRepresentative));
  const owner = demo.serviceOwner ? await findOrCreate(context, demo.serviceOwner) : legal;
  if (legal) {
    const assignment = { personId: legal.id, position: '执行董事' };
    await assignRole(context, { dossierId, role: 'legal-representative', assignment });
    await assignRole(context, { dossierId, role: 'principal', assignment });
  }
  const serviceId = demo.service && (await addService(context, dossierId, demo.service, owner));
  summary.entities.push({ id: dossierId, name: name ?? '' });
  if (demo.documents !== 'none' && legal && owner)
    await attachDrawn(context, dossierId, demo, { legalRepresentative: legal, serviceOwner: owner });
  if (demo.filing && serviceId) await addFiling(context, dossierId, serviceId, demo, summary);
}

async function addService(
  context: Context,
  dossierId: string,
  fields: NonNullable<DemoEntity['service']>,
  owner: Person | null,
): Promise<string> {
  const { type = 'website', accesses = [], ...rest } = fields;
  const { serviceId } = await createService(context, { dossierId, type });
  const position = '信息技术部经理';
  const assignment = owner && { personId: owner.id, position };
  const patch = {
    ...rest,
    accesses: accesses.map((access) => ({ ...access, id: randomUUID() })),
    owner: assignment,
  };
  await updateService(context, { dossierId, serviceId, patch });
  return serviceId;
}

async function addFiling(
  context: Context,
  dossierId: string,
  serviceId: string,
  demo: DemoEntity,
  summary: DemoSummary,
): Promise<void> {
  const { type, provider } = demo.filing!;
  const created = await createFiling(context, {
    dossierId,
    type,
    serviceIds: [serviceId],
    provider,
    plannedSubmissionOn: null,
    changedFields: [],
    cancelReason: null,
  });
  const { filingId } = created;
  summary.filings.push({ id: filingId, entity: dossierId, type });
  if (demo.documents !== 'complete') return;
  // The careful administrator of the sample has looked at everything that only a person can see.
  const walk = await getChecklist(context, { dossierId, filingId });
  for (const item of walk.items)
    if (item.state === 'question')
      await answerItem(context, { dossierId, filingId, itemId: item.id, value: 'yes', note: null });
}

async function attachDrawn(
  context: Context,
  dossierId: string,
  demo: DemoEntity,
  people: { legalRepresentative: Person; serviceOwner: Person },
): Promise<void> {
  const { inbox } = openSession(context);
  for (const document of await drawnDocuments(demo, people, context.ports.clock.today())) {
    const { handle } = await inbox.receive(document.fileName, once(document.bytes));
    const { material, owner, issuedOn } = document;
    const { taskId } = await addAttachments(context, {
      dossierId,
      handles: [handle],
      material,
      owner,
      serviceId: null,
    });
    await context.tasks.idle();
    const [attachmentId] = context.tasks.tasks.find(({ id }) => id === taskId)?.added ?? [];
    if (!attachmentId) throw new Error(`the drawn ${document.fileName} was not taken in`);
    if (issuedOn) await updateAttachment(context, { dossierId, attachmentId, patch: { issuedOn } });
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The same person in two companies is one record, as it should be. */
async function findOrCreate(context: Context, fields: Partial<Person>): Promise<Person> {
  const { workspace } = openSession(context);
  const known = workspace.people.find(({ idNumber }) => idNumber === fields.idNumber);
  if (known) return known;
  const { person } = await createPerson(context, { fields });
  return person;
}
