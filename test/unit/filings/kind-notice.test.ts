import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';

const NUMBER = '沪ICP备2021004711号';

/** A Shanghai company on record with one site at Tencent, and a filing of the given type for it. */
async function filedSite(type: string, provider = 'tencent-cloud', access = 'tencent-cloud') {
  const { client } = await testApp();
  const { dossier } = await client.call('dossiers.create', {
    name: '上海样例有限公司',
    creditCode: '91310115000000115Y',
  });
  const dossierId = dossier.id;
  await client.call('dossiers.update', { dossierId, patch: { licenceNumber: NUMBER } });
  const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
  await client.call('services.update', {
    dossierId,
    serviceId,
    patch: {
      name: '样例官网',
      domain: { name: 'yangli.cn' },
      licenceNumber: `${NUMBER}-1`,
      accesses: [
        {
          id: crypto.randomUUID(),
          provider: access,
          account: null,
          method: [],
          serverLocations: [],
          ipRanges: [],
          resourceCount: null,
        },
      ],
    },
  });
  const { filingId } = await client.call('filings.create', {
    dossierId,
    type,
    serviceIds: [serviceId],
    provider,
    plannedSubmissionOn: null,
  });
  const at = { dossierId, filingId };
  const notice = async () => (await client.call('checklist.get', at)).kindNotice;
  return { client, at, serviceId, notice };
}

const both = (notice: Awaited<ReturnType<Awaited<ReturnType<typeof filedSite>>['notice']>>) =>
  notice && { advised: notice.advised, codes: notice.findings.map(({ code }) => code) };

test('a new access to a site that another provider has is not doubted', async () => {
  const { notice } = await filedSite('new-access', 'huawei-cloud');
  expect(await notice()).toBeNull();
});

test('a first filing of what is filed is doubted, with the kind that the facts call for', async () => {
  const { notice } = await filedSite('first', 'huawei-cloud');
  const found = await notice();
  expect(both(found)).toEqual({
    advised: 'new-access',
    codes: ['entity.already-filed', 'service.already-filed'],
  });
  expect(found!.because.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['serviceFiled', 'accessedHere']),
  );
  expect(found!.waiver).toBeNull();
});

test('before printing it is the first thing said', async () => {
  const { client, at } = await filedSite('first', 'huawei-cloud');
  const { preflight } = await client.call('packs.preview', at);
  expect(preflight[0]).toMatchObject({ severity: 'error', ruleIds: ['national-refusal-ent-10'] });
});

test('changing the kind settles it, and undo brings the doubt back', async () => {
  const { client, at, notice } = await filedSite('first', 'huawei-cloud');
  await client.call('filings.update', { ...at, patch: { type: 'new-access' } });
  expect(await notice()).toBeNull();
  await client.call('workspaces.undo', {});
  expect((await notice())!.advised).toBe('new-access');
});

test('a person goes on all the same: kept with the reason in walk, history and pack, no error any more', async () => {
  const { client, at, notice } = await filedSite('first', 'huawei-cloud');
  const reason = '旧备案已由管局清理';
  for (const itemId of (await notice())!.itemIds)
    await client.call('filings.waive', { ...at, itemId, reason });
  expect(await notice()).toMatchObject({ waiver: reason });
  const { items } = await client.call('checklist.get', at);
  const kindItems = items.filter(({ findings }) =>
    findings.some(({ code }) => code.endsWith('already-filed')),
  );
  expect(kindItems.map(({ state }) => state)).toEqual(['waived', 'waived']);
  const { preflight } = await client.call('packs.preview', at);
  expect(preflight.filter(({ code }) => code === 'waived')).toHaveLength(2);
  const [latest] = await client.call('dossiers.history', { dossierId: at.dossierId });
  expect(latest).toMatchObject({ action: 'filings.waive', params: { reason } });
});

test('an open order blocks every kind, and none is advised', async () => {
  const { client, at, serviceId, notice } = await filedSite('new-access', 'huawei-cloud');
  const { filingId } = await client.call('filings.create', {
    dossierId: at.dossierId,
    type: 'change-entity',
    serviceIds: [serviceId],
    provider: 'tencent-cloud',
    plannedSubmissionOn: null,
  });
  const open = { dossierId: at.dossierId, filingId };
  await client.call('filings.update', { ...open, patch: { state: 'provider-review' } });
  expect(both(await notice())).toEqual({ advised: null, codes: ['order.another-open'] });
});

test('what one finding says is not said again as another kind of filing', async () => {
  const { client, at } = await filedSite('change-service', 'huawei-cloud');
  await client.call('filings.update', { ...at, patch: { changedFields: ['service.name'] } });
  const { kindNotice, items } = await client.call('checklist.get', at);
  expect(both(kindNotice)).toEqual({ advised: 'new-access', codes: ['access.not-here'] });
  const codes = items.flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(codes).not.toContain('order.other-filing');
});
