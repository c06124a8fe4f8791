import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EntityRow, Filing } from '../../../preload/contract/index.ts';
import type { TableLayout } from '../../../renderer/components/table-layout.svelte.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { FilingDraft } from '../../../renderer/filings/filing-draft.svelte.ts';
import { FilingsList } from '../../../renderer/filings/filings-list.svelte.ts';
import { FilingsOfDossier } from '../../../renderer/filings/filings-section.svelte.ts';
import { AnsweringBridge, dossierView, filing, Refuse, walkOf } from './walk-builders.ts';

const isOpen = (state: string) => state !== 'approved';

function entityRow(name: string): EntityRow {
  return {
    dossierId: randomUUID(),
    name,
    province: '310000',
    nature: 'enterprise',
    licenceNumber: null,
    creditCode: null,
    services: 1,
    openFiling: null,
    problems: { error: 0, warning: 0, info: 0 },
    next: null,
    hasPassword: false,
    searchText: name,
  };
}

function openList(filings: Record<string, Filing[]>, sort: TableLayout['sort'] = null) {
  const entities = Object.keys(filings).map(entityRow);
  const byDossier = new Map(entities.map((entity) => [entity.dossierId, filings[entity.name ?? ''] ?? []]));
  const bridge = new AnsweringBridge({
    'dossiers.list': () => entities,
    'dossiers.get': ({ dossierId }) => dossierView({ dossierId, filings: byDossier.get(dossierId) ?? [] }),
    'checklist.get': () =>
      walkOf([], { progress: { done: 3, total: 8, needSignature: 1, waitForPerson: 0, errors: 0 } }),
  });
  return { bridge, list: new FilingsList(createClient(bridge), isOpen, { sort }) };
}

test('lists the open filings of all entities, the nearest planned day first', async () => {
  const { list } = openList({
    甲公司: [filing({ type: 'new-service', plannedSubmissionOn: '2026-12-20' })],
    乙公司: [filing(), filing({ state: 'approved' })],
    丙公司: [filing({ type: 'change-entity', plannedSubmissionOn: '2026-12-01' })],
  });
  await list.load();
  expect(list.visible.map((row) => row.entity)).toEqual(['丙公司', '甲公司', '乙公司']);
  expect(list.visible.every((row) => row.progress?.total === 8)).toBe(true);
  expect(list.endedCount).toBe(1);
});

test('sorts by the column a person chose', async () => {
  const filings = { 甲公司: [filing({ type: 'first' })], 乙公司: [filing({ type: 'change-entity' })] };
  const { list } = openList(filings, { column: 'type', descending: true });
  await list.load();
  expect(list.visible.map((row) => row.filing.type)).toEqual(['first', 'change-entity']);
});

test('shows ended filings when asked, and never judges them', async () => {
  const { list, bridge } = openList({ 甲公司: [filing({ state: 'approved' })] });
  await list.load();
  expect(list.visible).toEqual([]);
  list.showEnded = true;
  expect(list.visible.map((row) => row.filing.state)).toEqual(['approved']);
  expect(bridge.inputsOf('checklist.get')).toEqual([]);
});

test('finds filings by words of the name of the entity', async () => {
  const { list } = openList({ 上海云杉: [filing()], 北京云杉: [filing()] });
  await list.load();
  list.query = '云杉 北京';
  expect(list.visible.map((row) => row.entity)).toEqual(['北京云杉']);
});

test('reads 300 entities with a few calls at a time', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`公司 ${at}`, [filing()]]));
  const { list, bridge } = openList(many);
  await list.load();
  expect(list.visible).toHaveLength(300);
  expect(bridge.inputsOf('dossiers.get')).toHaveLength(300);
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
