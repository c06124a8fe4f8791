import { expect, test } from 'vitest';
import { manifestOf } from '../../../main/packs/manifest.ts';
import { planPack } from '../../../main/packs/plan.ts';
import type { PackWaiver } from '../../../preload/contract/index.ts';
import { testApp } from '../../helpers/test-app.ts';
import { sampleInput } from './pack-samples.ts';

const waiver: PackWaiver = {
  itemId: '310000-licence-12m',
  ruleIds: ['310000-licence-12m'],
  what: { 'zh-CN': '营业执照剩余有效期须超过一年', en: 'The licence must stay valid for more than a year' },
  reason: '管局 11 月 20 日电话同意',
  waivedOn: '2026-11-20',
};

test('what was set aside stands on the cover and in the manifest, and makes no pack incomplete', () => {
  const cover = (waivers: PackWaiver[]) => {
    const input = { ...sampleInput({ materials: [] }), waivers };
    const plan = planPack(input, []);
    const text = plan.pages[0]!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join('\n');
    return { text, plan, manifest: manifestOf(input, plan, [], plan.preflight) };
  };
  const { text, plan, manifest } = cover([waiver]);
  expect(text).toContain('已搁置：营业执照剩余有效期须超过一年（原因：管局 11 月 20 日电话同意）');
  expect(text).toContain('Waived: The licence must stay valid for more than a year');
  expect(plan.preflight.find(({ code }) => code === 'waived')).toMatchObject({
    severity: 'info',
    ruleIds: ['310000-licence-12m'],
  });
  expect(manifest.waivers).toEqual([waiver]);
  expect(cover([]).text).not.toContain('已搁置');
});

test('a waived rule goes with its reason into pack and history; taking it back, and undo, take it out again', async () => {
  const { client } = await testApp();
  const { dossier } = await client.call('dossiers.create', {
    name: '上海样例有限公司',
    creditCode: '91310115000000115Y',
  });
  const dossierId = dossier.id;
  const { filingId } = await client.call('filings.create', {
    dossierId,
    type: 'first',
    serviceIds: [],
    provider: null,
    plannedSubmissionOn: null,
  });
  const at = { dossierId, filingId };
  const itemId = '310000-licence-12m';
  const waivedIn = async () => {
    const { preflight } = await client.call('packs.preview', at);
    return preflight.filter(({ code }) => code === 'waived').map(({ message }) => message['zh-CN']);
  };
  expect(await waivedIn()).toEqual([]);
  await client.call('filings.waive', { ...at, itemId, reason: '管局电话同意' });
  expect(await waivedIn()).toEqual([expect.stringContaining('（原因：管局电话同意）')]);
  const [latest] = await client.call('dossiers.history', { dossierId });
  expect(latest).toMatchObject({ action: 'filings.waive', params: { itemId, reason: '管局电话同意' } });
  await client.call('workspaces.undo', {});
  expect(await waivedIn()).toEqual([]);
  await client.call('workspaces.redo', {});
  expect(await waivedIn()).toHaveLength(1);
  await client.call('filings.waive', { ...at, itemId, reason: null });
  expect(await waivedIn()).toEqual([]);
  const item = (await client.call('checklist.get', at)).items.find(({ id }) => id === itemId)!;
  expect(item.waiver).toBeNull();
});
