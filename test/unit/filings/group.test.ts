import { expect, test } from 'vitest';
import type { Input } from '../../../preload/contract/index.ts';
import { testApp } from '../../helpers/test-app.ts';

type Site = Input<'services.update'>['patch'];
type Fields = Input<'people.create'>['fields'];

interface Firm {
  name: string;
  site: Site;
  owner: Fields;
}

/** Every firm in Shanghai with one website and its first filing; what is found across the group, by firm. */
async function found(...firms: Firm[]) {
  const { client } = await testApp();
  const filings: { dossierId: string; filingId: string; serviceId: string }[] = [];
  for (const { name, site, owner } of firms) {
    const { dossier } = await client.call('dossiers.create', { name, creditCode: null });
    const dossierId = dossier.id;
    const patch = { region: '310115', group: 'enterprise', nature: 'enterprise' };
    await client.call('dossiers.update', { dossierId, patch });
    const { person } = await client.call('people.create', { fields: owner });
    const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
    const assignment = { personId: person.id, position: null };
    await client.call('services.update', { dossierId, serviceId, patch: { ...site, owner: assignment } });
    const { filingId } = await client.call('filings.create', {
      dossierId,
      type: 'first',
      serviceIds: [serviceId],
      provider: null,
      plannedSubmissionOn: null,
    });
    filings.push({ dossierId, filingId, serviceId });
  }
  const across = async (index: number) => {
    const { dossierId, filingId } = filings[index]!;
    const { items } = await client.call('checklist.get', { dossierId, filingId });
    return items
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => code.startsWith('group.'))
      .map(({ code, severity, params }) => ({ code, severity, params }));
  };
  return { client, filings, across };
}

const shen: Fields = { name: '沈样例', mobile: '13912340011', emergencyPhone: '13912340012' };
const gu: Fields = { name: '顾样例', mobile: '13912340021', emergencyPhone: '13912340022' };
const firm = (no: string, more: Partial<Firm> = {}): Firm => ({
  name: `上海样例${no}有限公司`,
  site: { name: `样例${no}官网`, domain: { name: `yangli-${no}.cn` } },
  owner: { ...(no === '甲' ? shen : gu) },
  ...more,
});

test('firms with nothing in common are told nothing of each other', async () => {
  const { across } = await found(firm('甲'), firm('乙'));
  expect([await across(0), await across(1)]).toEqual([[], []]);
});

test('a domain in two dossiers is a warning, and an error once the other has filed it', async () => {
  const site = { domain: { name: 'yangli.cn' } };
  const { client, filings, across } = await found(
    firm('甲', { site: { ...site, name: '样例甲官网' } }),
    firm('乙', { site: { ...site, name: '样例乙官网' } }),
  );
  const twin = {
    code: 'group.domain-of-other-entity',
    params: { domain: 'yangli.cn', entity: '上海样例甲有限公司' },
  };
  expect(await across(1)).toMatchObject([{ ...twin, severity: 'warning' }]);
  const { dossierId, serviceId } = filings[0]!;
  await client.call('services.update', {
    dossierId,
    serviceId,
    patch: { licenceNumber: '沪ICP备2021004711号-1' },
  });
  expect(await across(1)).toMatchObject([{ ...twin, severity: 'error' }]);
});

test('a domain that another firm of the group holds says which', async () => {
  const site = { name: '样例乙官网', domain: { name: 'yangli-b.cn', holderName: '上海样例甲有限公司' } };
  const { across } = await found(firm('甲'), firm('乙', { site }));
  expect(await across(1)).toMatchObject([
    {
      code: 'group.domain-held-by-other-entity',
      params: { domain: 'yangli-b.cn', holder: '上海样例甲有限公司' },
    },
  ]);
  expect(await across(0)).toEqual([]);
});

test('two sites of one name warn in both firms', async () => {
  const { across } = await found(
    firm('甲', { site: { name: '样例商务官网', domain: { name: 'yangli-a.cn' } } }),
    firm('乙', { site: { name: '样例商务官网', domain: { name: 'yangli-b.cn' } } }),
  );
  for (const index of [0, 1])
    expect(await across(index)).toMatchObject([
      { code: 'group.site-name-of-other-entity', severity: 'warning', params: { name: '样例商务官网' } },
    ]);
});

test('an emergency number that is somebody’s phone in another firm is named with its owner', async () => {
  const { across } = await found(firm('甲'), firm('乙', { owner: { ...gu, emergencyPhone: shen.mobile! } }));
  expect(await across(1)).toMatchObject([
    {
      code: 'group.emergency-of-other-entity',
      severity: 'warning',
      params: { role: 'service-owner', entity: '上海样例甲有限公司', name: '沈样例' },
    },
  ]);
});

test('one ID number under two names is a slip in one of the dossiers', async () => {
  const idNumber = '310115198004123171';
  const { across } = await found(
    firm('甲', { owner: { ...shen, idType: 'resident-id-card', idNumber } }),
    firm('乙', { owner: { ...gu, idType: 'resident-id-card', idNumber } }),
  );
  const codes = (await across(1)).map(({ code }) => code);
  expect(codes).toContain('group.same-id-other-name');
});
