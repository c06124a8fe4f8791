import { expect, test } from 'vitest';
import type { Input } from '../../../preload/contract/index.ts';
import { drawPerson, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { testApp, type TestApp } from '../../helpers/test-app.ts';

const scan = () =>
  renderDrawing(
    drawPerson({ widthPx: 1200, heightPx: 1600, background: { kind: 'plain', colour: '#f4f5f7' } }),
  );

/** A filing of as many websites as owners are named. */
async function filingOf(owners: string[]) {
  const testing = await testApp();
  const { client } = testing;
  const { dossier } = await client.call('dossiers.create', { name: '上海云杉样例公司', creditCode: null });
  const dossierId = dossier.id;
  await client.call('dossiers.update', {
    dossierId,
    patch: { region: '310115', group: 'enterprise', nature: 'enterprise' },
  });
  const people = new Map<string, string>();
  const person = async (name: string) => {
    const known = people.get(name);
    if (known) return known;
    const created = await client.call('people.create', { fields: { name, idType: 'resident-id-card' } });
    people.set(name, created.person.id);
    return created.person.id;
  };
  const assignment = async (name: string) => ({ personId: await person(name), position: null });
  for (const role of ['legal-representative', 'principal'] as const)
    await client.call('dossiers.assignRole', { dossierId, role, assignment: await assignment('陆样例') });
  const serviceIds: string[] = [];
  for (const [index, owner] of owners.entries()) {
    const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
    const patch = { name: `样例网站${index + 1}`, owner: await assignment(owner) };
    await client.call('services.update', { dossierId, serviceId, patch });
    serviceIds.push(serviceId);
  }
  const { filingId } = await client.call('filings.create', {
    dossierId,
    type: 'first',
    serviceIds,
    provider: null,
    plannedSubmissionOn: null,
  });
  return { ...testing, dossierId, filingId, serviceIds };
}

type Sites = Awaited<ReturnType<typeof filingOf>>;

async function idFronts({ client, dossierId, filingId }: Sites, owner: string) {
  const walk = await client.call('checklist.get', { dossierId, filingId });
  expect(new Set(walk.items.map(({ id }) => id)).size).toBe(walk.items.length);
  return walk.items.filter((item) => item.materials[0] === 'id-resident-front' && item.owner === owner);
}

async function attach(
  { client, send, ended, dossierId }: Sites & Pick<TestApp, 'send' | 'ended'>,
  to: Pick<Input<'attachments.add'>, 'material' | 'owner' | 'serviceId'>,
) {
  const { handle } = await send('身份证 正面.jpg', await scan());
  const { taskId } = await client.call('attachments.add', { dossierId, handles: [handle], ...to });
  return (await ended(taskId)).added[0]!;
}

const front = { material: 'id-resident-front', owner: 'service-owner' } as const;
const states = (items: { serviceId: string | null; attachmentIds: string[] }[]) =>
  Object.fromEntries(items.map((item) => [item.serviceId, item.attachmentIds.length]));

test('two owners show an ID each, and one ID answers for its owner only', async () => {
  const sites = await filingOf(['沈样例', '顾样例']);
  const [first, second] = sites.serviceIds as [string, string];
  expect(states(await idFronts(sites, 'service-owner'))).toEqual({ [first]: 0, [second]: 0 });

  await attach(sites, { ...front, serviceId: second });
  const items = await idFronts(sites, 'service-owner');
  expect(states(items)).toEqual({ [first]: 0, [second]: 1 });
  expect(items.find(({ serviceId }) => serviceId === first)?.state).toBe('missing');
  expect((await idFronts(sites, 'principal')).map(({ state }) => state)).toEqual(['missing']);
});

test('the pack misses the ID of the one owner, and says of which website', async () => {
  const sites = await filingOf(['沈样例', '顾样例']);
  const { client, dossierId, filingId, serviceIds } = sites;
  await attach(sites, { ...front, serviceId: serviceIds[1]! });
  const { preflight } = await client.call('packs.preview', { dossierId, filingId });
  const missing = preflight
    .map(({ message }) => message['zh-CN'])
    .filter((text) => text.includes('负责人的') && /样例网站/.test(text) && /人像面/.test(text));
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain('样例网站1');
});

test('an ID that belongs to no website answers for neither of two owners, and for one owner of both', async () => {
  const different = await filingOf(['沈样例', '顾样例']);
  await attach(different, { ...front, serviceId: null });
  expect(Object.values(states(await idFronts(different, 'service-owner')))).toEqual([0, 0]);

  const same = await filingOf(['沈样例', '沈样例']);
  await attach(same, { ...front, serviceId: null });
  expect(Object.values(states(await idFronts(same, 'service-owner')))).toEqual([1, 1]);
});

test("an owner's ID serves every website and role of that person", async () => {
  const same = await filingOf(['沈样例', '沈样例']);
  await attach(same, { ...front, serviceId: same.serviceIds[0]! });
  expect(Object.values(states(await idFronts(same, 'service-owner')))).toEqual([1, 1]);

  const principal = await filingOf(['沈样例', '陆样例']);
  await attach(principal, { ...front, serviceId: principal.serviceIds[1]! });
  expect((await idFronts(principal, 'principal')).map(({ state }) => state)).not.toContain('missing');
  expect(states(await idFronts(principal, 'service-owner'))[principal.serviceIds[0]!]).toBe(0);
});

test('a file for the only website stays with it when another comes', async () => {
  const sites = await filingOf(['沈样例']);
  const { client, dossierId, filingId } = sites;
  await attach(sites, { ...front, serviceId: null });
  const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
  const serviceIds = [...sites.serviceIds, serviceId];
  await client.call('filings.update', { dossierId, filingId, patch: { serviceIds } });
  expect(states(await idFronts(sites, 'service-owner'))[serviceIds[0]!]).toBe(1);
});

test('setting aside the ID of one owner leaves the other demanded', async () => {
  const sites = await filingOf(['沈样例', '顾样例']);
  const { client, dossierId, filingId } = sites;
  const [one] = await idFronts(sites, 'service-owner');
  await client.call('filings.waive', { dossierId, filingId, itemId: one!.id, reason: '管局电话同意' });
  const after = await idFronts(sites, 'service-owner');
  expect(after.map(({ state }) => state).sort()).toEqual(['missing', 'waived']);
});

test('with one website the ids of items name no service', async () => {
  const sites = await filingOf(['沈样例', '顾样例']);
  const { client, dossierId, filingId, serviceIds } = sites;
  await client.call('filings.update', { dossierId, filingId, patch: { serviceIds: [serviceIds[0]!] } });
  const [item, ...others] = await idFronts(sites, 'service-owner');
  expect(others).toEqual([]);
  expect(item).toMatchObject({ id: 'material:id-resident-front@service-owner', serviceId: serviceIds[0] });
});
