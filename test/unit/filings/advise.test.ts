import { expect, test } from 'vitest';
import type { Input } from '../../../preload/contract/index.ts';
import { testApp } from '../../helpers/test-app.ts';

/** A Shanghai company with one website, of which only what `change` says is filled in. */
async function company(licenceNumber: string | null = null) {
  const testing = await testApp();
  const { client } = testing;
  const { dossier } = await client.call('dossiers.create', {
    name: '上海样例有限公司',
    creditCode: '91310115000000115Y',
  });
  const dossierId = dossier.id;
  await client.call('dossiers.update', { dossierId, patch: { licenceNumber } });
  const site = async (name: string, filedAs: string | null = null) => {
    const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
    const patch = { name, domain: { name: `${name}.cn` }, licenceNumber: filedAs };
    await client.call('services.update', { dossierId, serviceId, patch });
    return serviceId;
  };
  const advise = (wish: Partial<Input<'filings.advise'>>) =>
    client.call('filings.advise', {
      dossierId,
      serviceIds: [],
      provider: 'huawei-cloud',
      plannedSubmissionOn: null,
      changedFields: [],
      cancelReason: null,
      answers: {},
      ...wish,
    });
  return { ...testing, dossierId, site, advise };
}

test('what the dossier does not tell is asked, and the answer decides', async () => {
  const { site, advise } = await company();
  const serviceIds = [await site('yangli')];
  const unclear = await advise({ serviceIds });
  expect(unclear.filing).toBe('none');
  expect(unclear.blockers).toMatchObject([{ code: 'cannot-tell' }]);
  // Named as people call them, not as facts are.
  expect(unclear.blockers[0]!.message['zh-CN']).not.toMatch(/entity\./);
  expect(unclear.blockers[0]!.next).not.toBeNull();
  const question = unclear.questions.find(({ id }) => id === 'entityFiled')!;
  expect(question.answers.map(({ value }) => value)).toEqual(['true', 'false']);
  expect(question.assumed).toBeNull();

  const first = await advise({ serviceIds, answers: { entityFiled: 'false' } });
  expect(first.filing).toBe('first');
  expect(first.because.find(({ code }) => code === 'entityFiled')!.message['zh-CN']).toContain('您的回答');
  expect(first.questions.map(({ id }) => id)).toContain('entityFiled');
  const added = await advise({ serviceIds, answers: { entityFiled: 'true', serviceFiled: 'no' } });
  expect(added.filing).toBe('new-service');
  const theirs = await advise({ serviceIds, answers: { entityFiled: 'true', serviceFiled: 'other-entity' } });
  expect(theirs.filing).toBe('migrate');
});

test('what the dossier tells is not asked, whatever is answered', async () => {
  const { site, advise } = await company('沪ICP备2021004711号');
  const serviceIds = [await site('yangli')];
  const advice = await advise({ serviceIds, answers: { entityFiled: 'false' } });
  expect(advice.filing).toBe('new-service');
  expect(advice.questions.map(({ id }) => id)).not.toContain('entityFiled');
});

test('a change is of what changes', async () => {
  const { client, dossierId, site, advise } = await company('沪ICP备2021004711号');
  const serviceId = await site('yangli', '沪ICP备2021004711号-1');
  const access = { provider: 'huawei-cloud', account: null, method: [], serverLocations: [], ipRanges: [] };
  await client.call('services.update', {
    dossierId,
    serviceId,
    patch: { accesses: [{ ...access, id: crypto.randomUUID(), resourceCount: null }] },
  });
  const of = async (changedFields: string[] | null, serviceIds = [serviceId]) =>
    (await advise({ serviceIds, changedFields })).filing;
  expect(await of(null)).toBe('none');
  expect(await of(['entity.name'])).toBe('change-entity');
  expect(await of(['entity.name'], [])).toBe('change-entity');
  expect(await of(['service.name'])).toBe('change-service');
  expect(await of(['service.name', 'principal.mobile'])).toBe('change-both');
  expect(await of([])).toBe('none');
});

test('services that call for different filings are told apart', async () => {
  const { site, advise } = await company('沪ICP备2021004711号');
  const filed = await site('alt', '沪ICP备2021004711号-1');
  const fresh = await site('neu');
  const advice = await advise({ serviceIds: [filed, fresh] });
  expect(advice.filing).toBe('none');
  expect(advice.blockers.map(({ code }) => code)).toEqual(['several-filings', 'several-filings']);
  expect(advice.blockers.map(({ message }) => message['zh-CN']).join()).toMatch(/alt.*neu/);
});

test('what ends together leaves nothing behind', async () => {
  const { site, advise } = await company('沪ICP备2021004711号');
  const [a, b] = [await site('a', '沪ICP备2021004711号-1'), await site('b', '沪ICP备2021004711号-2')];
  const ended = async (serviceIds: string[]) => advise({ serviceIds, cancelReason: '不再使用' });
  expect((await ended([a])).filing).toBe('cancel-service');
  expect((await ended([a, b])).filing).toBe('cancel-entity');
  expect((await ended([])).blockers.map(({ code }) => code)).toEqual(['choose-services']);
});

test('an open filing stops everything, and what to do is said', async () => {
  const { client, dossierId, site, advise } = await company();
  const serviceIds = [await site('yangli')];
  const { filingId } = await client.call('filings.create', {
    dossierId,
    type: 'first',
    serviceIds,
    provider: 'huawei-cloud',
    plannedSubmissionOn: null,
  });
  await client.call('filings.update', { dossierId, filingId, patch: { state: 'provider-review' } });
  const advice = await advise({ serviceIds });
  expect(advice.filing).toBe('none');
  expect(advice.blockers).toMatchObject([{ code: 'open-order' }]);
  expect(advice.blockers[0]!.next!['zh-CN']).toContain('华为');
});

test('before the region is known that is all that is asked', async () => {
  const { client, dossierId, advise } = await company();
  await client.call('dossiers.update', { dossierId, patch: { region: null } });
  expect((await advise({})).blockers).toMatchObject([{ code: 'cannot-tell', facts: ['entity.region'] }]);
});

test('a filing keeps what it changes and why something ends', async () => {
  const { client, dossierId } = await company();
  const { filingId, view } = await client.call('filings.create', {
    dossierId,
    type: 'change-entity',
    serviceIds: [],
    provider: null,
    plannedSubmissionOn: null,
    changedFields: ['entity.name'],
  });
  expect(view.dossier.filings.find(({ id }) => id === filingId)).toMatchObject({
    changedFields: ['entity.name'],
    cancelReason: null,
    stateSince: null,
  });
});
