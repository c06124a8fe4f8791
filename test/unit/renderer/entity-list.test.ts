import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { TableLayout } from '../../../renderer/components/table-layout.svelte.ts';
import { EntityFilters } from '../../../renderer/entities/entity-filters.svelte.ts';
import { EntityList, rowsAsTable } from '../../../renderer/entities/entity-list.svelte.ts';
import { EntityRows } from '../../../renderer/entities/entity-rows.svelte.ts';
import { filterValues } from '../../../renderer/entities/filter-values.ts';
import type { EntityRow } from '../../../preload/contract/index.ts';
import { entityRow, rowDate } from './renderer-builders.ts';
import { AnsweringBridge } from './walk-builders.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

async function openList(rows: EntityRow[]) {
  const entities = new EntityRows(createClient(new AnsweringBridge({ 'dossiers.list': () => rows })));
  await entities.load();
  const layout = new TableLayout('entities', storage(), { column: 'name', descending: false });
  const filters = new EntityFilters();
  return { list: new EntityList(entities, filters, layout), filters, layout };
}

const names = (list: EntityList) => list.visible.map((row) => row.name);

const three = [
  entityRow({
    name: '云杉公司',
    province: '310000',
    problems: { error: 2, warning: 0, info: 0 },
    searchText: '云杉公司 yunshan.example 陆样例',
  }),
  entityRow({
    name: '白桦公司',
    province: '440000',
    dates: [rowDate('2026-12-01')],
  }),
  entityRow({
    name: '木棉公司',
    province: '440000',
    problems: { error: 0, warning: 1, info: 0 },
    openFiling: { filingId: 'f', type: 'first', state: 'draft' },
    dates: [rowDate('2026-11-30', { kind: 'due', code: 'sms-deadline', severity: 'warning' })],
  }),
];

test('sorts names as a Chinese reader expects, either way round', async () => {
  const { list, layout } = await openList(three);
  expect(names(list)).toEqual(['白桦公司', '木棉公司', '云杉公司']);
  layout.sortBy('name');
  expect(names(list)).toEqual(['云杉公司', '木棉公司', '白桦公司']);
});

test('puts rows without a date last in either order', async () => {
  const { list, layout } = await openList(three);
  layout.sortBy('next');
  expect(names(list)).toEqual(['木棉公司', '白桦公司', '云杉公司']);
  layout.sortBy('next');
  expect(names(list)).toEqual(['白桦公司', '木棉公司', '云杉公司']);
});

test('finds by every word, in names, domains and people', async () => {
  const { list, filters } = await openList(three);
  filters.query = 'YUNSHAN 陆';
  expect(names(list)).toEqual(['云杉公司']);
  filters.query = 'yunshan 王';
  expect(names(list)).toEqual([]);
});

test('within one filter any value may match, between filters all must', async () => {
  const { list, filters } = await openList(three);
  filters.toggle('province', '440000');
  expect(names(list)).toEqual(['白桦公司', '木棉公司']);
  filters.toggle('problem', 'warning');
  expect(names(list)).toEqual(['木棉公司']);
  filters.toggle('problem', 'none');
  expect(names(list)).toEqual(['白桦公司', '木棉公司']);
  filters.toggle('state', '-');
  expect(names(list)).toEqual(['白桦公司']);
  filters.clear();
  expect(list.visible).toHaveLength(3);
});

test('offers only the provinces and states that occur', () => {
  expect(filterValues(three)).toEqual({ provinces: ['310000', '440000'], states: ['-', 'draft'] });
});

test('remembers how the table was arranged', () => {
  const kept = storage();
  const columns = [
    { id: 'name', label: 'Name', width: 200, fixed: true },
    { id: 'nature', label: 'Nature', width: 90 },
  ];
  const layout = new TableLayout('entities', kept);
  layout.toggle('nature');
  layout.resize('name', 10);
  layout.sortBy('name');
  const later = new TableLayout('entities', kept);
  expect(later.visible(columns)).toEqual([{ id: 'name', label: 'Name', width: 56, fixed: true }]);
  expect(later.sort).toEqual({ column: 'name', descending: false });
});

test('copies rows so that a spreadsheet takes no cell for a formula', () => {
  expect(
    rowsAsTable(
      ['名称', '备注'],
      [
        ['=1+1', 'a\tb'],
        [null, '沪ICP备1号'],
      ],
    ),
  ).toBe("名称\t备注\n'=1+1\ta b\n\t沪ICP备1号");
});
