import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Advice, FilingRow } from '../../../preload/contract/index.ts';
import type { TableLayout } from '../../../renderer/components/table-layout.svelte.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { FilingAdvisor } from '../../../renderer/filings/filing-advisor.svelte.ts';
import { FilingDraft } from '../../../renderer/filings/filing-draft.svelte.ts';
import { FilingsList } from '../../../renderer/filings/filings-list.svelte.ts';
import { FilingsOfDossier } from '../../../renderer/filings/filings-section.svelte.ts';
import { AnsweringBridge, dossierView, filing, Refuse, walkOf } from './walk-builders.ts';

const isOpen = (state: string) => state !== 'approved';

function filingRow(change: Partial<FilingRow>): FilingRow {
  return {
    dossierId: randomUUID(),
    filingId: randomUUID(),
    entity: '甲公司',
    province: '310000',
    type: 'first',
    state: 'draft',
    provider: 'aliyun',
    plannedSubmissionOn: null,
    services: 1,
    progress: { done: 3, total: 8, needSignature: 1, waitForPerson: 0, errors: 0, warnings: 0 },
    ...change,
  };
}

async function openList(rows: FilingRow[], sort: TableLayout['sort'] = null) {
  const bridge = new AnsweringBridge({ 'filings.list': () => rows });
  const list = new FilingsList(createClient(bridge), isOpen, { sort });
  await list.load();
  return { bridge, list };
}

test('lists the open filings of all entities, the nearest planned day first', async () => {
  const { list } = await openList([
    filingRow({ entity: '甲公司', type: 'new-service', plannedSubmissionOn: '2026-12-20' }),
    filingRow({ entity: '乙公司' }),
    filingRow({ entity: '乙公司', state: 'approved', progress: null }),
    filingRow({ entity: '丙公司', type: 'change-entity', plannedSubmissionOn: '2026-12-01' }),
  ]);
  expect(list.visible.map((row) => row.entity)).toEqual(['丙公司', '甲公司', '乙公司']);
  expect(list.endedCount).toBe(1);
});

test('sorts by the column a person chose', async () => {
  const rows = [filingRow({ type: 'first' }), filingRow({ type: 'change-entity' })];
  const { list } = await openList(rows, { column: 'type', descending: true });
  expect(list.visible.map((row) => row.type)).toEqual(['first', 'change-entity']);
});

test('shows ended filings when asked', async () => {
  const { list } = await openList([filingRow({ state: 'approved', progress: null })]);
  expect(list.visible).toEqual([]);
  list.showEnded = true;
  expect(list.visible.map((row) => row.state)).toEqual(['approved']);
});

test('finds filings by words of the name of the entity', async () => {
  const { list } = await openList([filingRow({ entity: '上海云杉' }), filingRow({ entity: '北京云杉' })]);
  list.query = '云杉 北京';
  expect(list.visible.map((row) => row.entity)).toEqual(['北京云杉']);
});

test('reads all filings in one call, and again after a change', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => filingRow({ entity: `公司 ${at}` }));
  const { list, bridge } = await openList(rows);
  expect(list.visible).toHaveLength(300);
  expect(bridge.calls).toHaveLength(1);
  rows[0] = filingRow({ entity: '公司 0', progress: null });
  list.hear({ type: 'dossier-changed', dossierId: rows[0].dossierId });
  await expect.poll(() => list.visible.filter((row) => row.progress === null)).toHaveLength(1);
});

test('an answer that comes after a newer one is not taken', async () => {
  let answerOld: (rows: FilingRow[]) => void = () => {};
  const bridge: AnsweringBridge = new AnsweringBridge({
    'filings.list': () =>
      bridge.calls.length === 1
        ? new Promise((answer) => (answerOld = answer))
        : [filingRow({ entity: '新公司' })],
  });
  const list = new FilingsList(createClient(bridge), isOpen, { sort: null });
  const old = list.load();
  await list.load();
  answerOld([filingRow({ entity: '旧公司' })]);
  await old;
  expect(list.visible.map((row) => row.entity)).toEqual(['新公司']);
});

test('answers the id of a new filing, and keeps the list when main refuses', async () => {
  const dossierId = randomUUID();
  const created = filing();
  const bridge = new AnsweringBridge({
    'dossiers.get': () => dossierView({ dossierId }),
    'filings.create': ({ type }) => {
      if (type === 'unknown') throw new Refuse({ code: 'input.unknown-value', params: { field: 'type' } });
      return { filingId: created.id, view: dossierView({ dossierId, filings: [created] }) };
    },
    'filings.update': () => {
      throw new Refuse({ code: 'filings.bad-transition', params: { from: 'draft', to: 'approved' } });
    },
    'checklist.get': () => walkOf([]),
  });
  const page = new FilingsOfDossier(createClient(bridge), dossierId);
  await page.load();
  const wish = { type: 'first', serviceIds: [], provider: null, plannedSubmissionOn: null };
  expect(await page.create(wish)).toBe(created.id);
  expect(await page.create({ ...wish, type: 'unknown' })).toBeNull();
  expect(page.failure?.code).toBe('input.unknown-value');
  expect(await page.update(created.id, { state: 'approved' })).toBe(false);
  expect(page.filings.map((one) => one.state)).toEqual(['draft']);
});

test('proposes the type that fits the entity, and its only service', () => {
  const { dossier } = dossierView();
  const service = { id: 's1' } as (typeof dossier.services)[number];
  const draft = new FilingDraft();
  draft.begin({ ...dossier, services: [service] }, 'aliyun');
  expect(draft.complete()).toEqual({
    type: 'first',
    serviceIds: ['s1'],
    provider: 'aliyun',
    plannedSubmissionOn: null,
    changedFields: [],
    cancelReason: null,
  });
  draft.begin({ ...dossier, entity: { ...dossier.entity, licenceNumber: '沪ICP备12345678号' } }, null);
  expect(draft.type).toBe('new-service');
});

test('asks for the type before a filing is made', () => {
  const draft = new FilingDraft();
  expect(draft.complete()).toBeNull();
  expect(draft.typeMissing).toBe(true);
  draft.type = 'first';
  draft.toggleService('s1');
  draft.toggleService('s2');
  draft.toggleService('s1');
  expect(draft.complete()?.serviceIds).toEqual(['s2']);
});

test('follows the advice until a type is chosen, and again when it is taken after all', () => {
  const draft = new FilingDraft();
  draft.begin(dossierView().dossier, null);
  draft.follow('new-access');
  expect(draft.type).toBe('new-access');
  draft.follow('none');
  expect(draft.type).toBe('new-access');
  draft.choose('first');
  draft.follow('new-service');
  expect(draft.type).toBe('first');
  draft.takeAdvice('new-service');
  draft.follow('change-both');
  expect(draft.type).toBe('change-both');
});

test('asks about changes only when something changes, and about an end with its reason', () => {
  const draft = new FilingDraft();
  draft.begin(dossierView().dossier, 'aliyun');
  expect(draft.question('不再使用')).toMatchObject({ changedFields: [], cancelReason: null });
  draft.purpose = 'change';
  expect(draft.question('不再使用')).toMatchObject({ changedFields: null, cancelReason: null });
  draft.toggleChange('entity.name');
  expect(draft.question('不再使用').changedFields).toEqual(['entity.name']);
  expect(draft.complete()?.changedFields).toEqual(['entity.name']);
  draft.purpose = 'end';
  expect(draft.question('不再使用')).toMatchObject({ changedFields: [], cancelReason: '不再使用' });
  draft.cancelReason = ' 业务终止 ';
  expect(draft.complete()).toMatchObject({ changedFields: [], cancelReason: '业务终止' });
});

test('an advice to an older question is not shown', async () => {
  const answers: ((advice: Advice) => void)[] = [];
  const bridge = new AnsweringBridge({
    'filings.advise': () => new Promise<Advice>((answer) => answers.push(answer)),
  });
  const advisor = new FilingAdvisor(createClient(bridge));
  const draft = new FilingDraft();
  const asked = [1, 2].map(() => advisor.ask({ dossierId: randomUUID(), ...draft.question('') }));
  const advice = { then: null, because: [], blockers: [], questions: [] };
  answers[1]!({ ...advice, filing: 'first' });
  answers[0]!({ ...advice, filing: 'new-service' });
  await Promise.all(asked);
  expect(advisor.advice?.filing).toBe('first');
});
