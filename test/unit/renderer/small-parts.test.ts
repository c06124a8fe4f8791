import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { readDay } from '../../../renderer/components/iso-day.ts';
import { historyDays } from '../../../renderer/dossier/history-days.ts';
import { placeOf } from '../../../renderer/dossier/field-places.ts';
import { NewEntity } from '../../../renderer/entities/new-entity.svelte.ts';
import { splitLabel, type Form } from '../../../renderer/forms/form.ts';
import { inside } from '../../../renderer/forms/nested.ts';
import { crumbsOf } from '../../../renderer/frame/crumbs.ts';
import { actionText, changeOf } from '../../../renderer/messages/actions.ts';
import { daysBetween, relativeDay } from '../../../renderer/messages/dates.ts';
import { noteOf } from '../../../renderer/messages/field-notes.ts';
import { language, t } from '../../../renderer/messages/index.svelte.ts';
import { settingsEdits } from '../../../renderer/settings/settings-edits.ts';
import { troubled, upcomingDates } from '../../../renderer/today/attention.ts';
import type { FieldProblem } from '../../../preload/contract/index.ts';
import { catalogue, entityRow, person, rowDate, service, workspace } from './renderer-builders.ts';
import { AnsweringBridge, dossierView, Refuse } from './walk-builders.ts';

afterEach(() => void (language.current = 'zh-CN'));

test('reads days the way people write them, and only days that exist', () => {
  for (const typed of ['2026-11-21', '2026/11/21', '2026.11.21', '20261121', ' 2026年11月21日 '])
    expect(readDay(typed)).toBe('2026-11-21');
  expect(readDay('2026-1-2')).toBe('2026-01-02');
  for (const typed of ['2026-02-30', '2026-13-01', '21.11.2026', '2026', ''])
    expect(readDay(typed)).toBeNull();
});

test('says how far away a day is', () => {
  expect(relativeDay('2026-11-21', '2026-11-21')).toBe('今天');
  expect(relativeDay('2026-11-22', '2026-11-21')).toBe('明天');
  expect(relativeDay('2026-12-03', '2026-11-21')).toBe('12 天后');
  language.current = 'en';
  expect(relativeDay('2026-11-18', '2026-11-21')).toBe('3 days ago');
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
});

test('switches every sentence with the language', () => {
  expect(t.frame.entities).toBe('主体');
  language.current = 'en';
  expect(t.frame.entities).toBe('Entities');
});

test('puts every overdue date of every entity first and leaves far ones out', () => {
  const on = (...days: string[]) => entityRow({ dates: days.map((day) => rowDate(day)) });
  const due = entityRow({ dates: [rowDate('2026-11-21', { kind: 'due' })] });
  const groups = upcomingDates(
    [on('2026-12-10', '2027-11-21'), on('2026-11-20'), on('2026-11-21', '2026-11-25'), due],
    '2026-11-21',
  );
  expect(groups.map(({ span, dates }) => [span, dates.map(({ date }) => date.on)])).toEqual([
    ['overdue', ['2026-11-20', '2026-11-21']],
    ['thisWeek', ['2026-11-21', '2026-11-25']],
    ['thisMonth', ['2026-12-10']],
  ]);
});

test('lists entities with most errors first, and those without none', () => {
  const rows = [
    entityRow({ name: 'a', problems: { error: 1, warning: 9, info: 0 } }),
    entityRow({ name: 'b', problems: { error: 0, warning: 0, info: 5 } }),
    entityRow({ name: 'c', problems: { error: 3, warning: 0, info: 0 } }),
  ];
  expect(troubled(rows).map((row) => row.name)).toEqual(['c', 'a']);
});

test('takes a credit code for a code and anything else for a name', async () => {
  const bridge = new AnsweringBridge({
    'dossiers.create': () => dossierView({ dossierId: crypto.randomUUID() }),
  });
  const fresh = new NewEntity(createClient(bridge));
  expect(await fresh.create()).toBeNull();
  expect(fresh.isMissing).toBe(true);
  fresh.typed = ' ９１310115 000000115y ';
  await fresh.create();
  fresh.typed = '云杉示例科技有限公司';
  await fresh.create();
  expect(bridge.inputsOf('dossiers.create')).toEqual([
    { name: null, creditCode: '91310115000000115Y' },
    { name: '云杉示例科技有限公司', creditCode: null },
  ]);
});

test('says which entity already has a code', async () => {
  const bridge = new AnsweringBridge({
    'dossiers.create': () => {
      throw new Refuse({ code: 'dossiers.duplicate-code', params: { creditCode: '9', name: '云杉' } });
    },
  });
  const fresh = new NewEntity(createClient(bridge));
  fresh.typed = '91310115000000115Y';
  expect(await fresh.create()).toBeNull();
  expect(fresh.failure?.params['name']).toBe('云杉');
});

test('shows the bracket of a label as a hint', () => {
  expect(splitLabel('主体细分（外资、分公司）')).toEqual({ label: '主体细分', hint: '外资、分公司' });
  expect(splitLabel('Entity group (incl. individual business)').hint).toBe('Incl. individual business');
  expect(splitLabel('通信地址')).toEqual({ label: '通信地址', hint: undefined });
});

test('saves a list whole when a field inside one of its items changes', () => {
  const saved: Record<string, unknown> = {
    accesses: [{ provider: 'a', ipRanges: [{ from: '1.1.1.1', to: '' }] }, { provider: 'b' }],
  };
  const typed: [string, unknown][] = [];
  const form: Form = {
    readOnly: false,
    value: (path) => saved[path],
    note: () => null,
    type: (path, value) => void typed.push([path, value]),
    choose: (path, value) => void typed.push([path, value]),
    leave: () => {},
  };
  const nested = inside(form, 'accesses');
  expect(nested.value('accesses.0.ipRanges.0.from')).toBe('1.1.1.1');
  expect(nested.value('accesses.5.provider')).toBeUndefined();
  nested.type('accesses.0.ipRanges.0.to', '1.1.1.9');
  expect(typed).toEqual([
    ['accesses', [{ provider: 'a', ipRanges: [{ from: '1.1.1.1', to: '1.1.1.9' }] }, { provider: 'b' }]],
  ]);
});

test('shows the gravest problem of a field with the name of its fix', () => {
  const problem = (severity: FieldProblem['severity'], change: Partial<FieldProblem>): FieldProblem => ({
    path: 'entity.nature',
    code: 'text.forbidden-word',
    params: { word: '工商局' },
    severity,
    fix: null,
    ...change,
  });
  const note = noteOf([problem('info', {}), problem('error', { fix: 'enterprise' })], null, catalogue);
  expect(note).toEqual({
    severity: 'error',
    text: '不得含“工商局”',
    fix: { value: 'enterprise', label: '改为“企业”' },
  });
  expect(noteOf([], null, catalogue)).toBeNull();
});

test('a failed save outranks what is wrong with the value', () => {
  const note = noteOf([], { code: 'store.disk-full', params: { file: 'dossier.json' } }, catalogue);
  expect(note?.severity).toBe('error');
  expect(note?.text).not.toBe('');
});

test('tells in the history which field changed from what to what', () => {
  const params = { fields: ['entity.nature'], from: null, to: 'enterprise' };
  expect(actionText('dossiers.update', params, catalogue)).toBe('修改主体信息（主体性质）');
  expect(changeOf('dossiers.update', params, catalogue)).toEqual({ from: '空', to: '企业' });
  expect(changeOf('undo:dossiers.update', params, catalogue)).toEqual({ from: '企业', to: '空' });
  expect(changeOf('dossiers.create', { name: '云杉' }, catalogue)).toBeNull();
  language.current = 'en';
  expect(actionText('services.update', { fields: ['service.domain.name'], name: null }, catalogue)).toBe(
    'Service changed (Domain name)',
  );
});

test('groups the history by day, newest first', () => {
  const at = (day: string, hour: string) => ({ at: `${day}T${hour}:00:00.000Z`, action: 'a', params: {} });
  const days = historyDays([at('2026-11-20', '05'), at('2026-11-21', '03'), at('2026-11-21', '06')]);
  expect(days.map(({ day, entries }) => [day, entries.map((entry) => entry.at.slice(11, 13))])).toEqual([
    ['2026-11-21', ['06', '03']],
    ['2026-11-20', ['05']],
  ]);
});

test('leads from a problem to the section and service it is about', () => {
  const { dossier } = dossierView();
  const site = service({ name: '官网' });
  const lu = person({ name: '陆样例' });
  dossier.services.push(site);
  expect(placeOf('entity.name', dossier, [], catalogue)).toEqual({
    section: 'details',
    part: null,
    label: '主体名称',
  });
  expect(placeOf(`people.${lu.id}.mobile`, dossier, [lu], catalogue)).toEqual({
    section: 'people',
    part: null,
    label: '陆样例 · 手机号码',
  });
  expect(placeOf(`services.${site.id}.domain.name`, dossier, [], catalogue)).toEqual({
    section: 'services',
    part: site.id,
    label: '官网 · 域名全称',
  });
});

test('shows where a screen lies', () => {
  const name = () => '云杉';
  expect(crumbsOf({ screen: 'settings' }, name)).toEqual([{ label: '设置', href: null }]);
  expect(crumbsOf({ screen: 'walk', dossierId: 'd', filingId: 'f' }, name).map(({ href }) => href)).toEqual([
    '#/filings',
    '#/entities/d/overview',
    null,
  ]);
});

test('never hands over an empty workspace name', async () => {
  const bridge = new AnsweringBridge({
    'workspaces.saveSettings': ({ patch }) => workspace({ name: String(patch.name) }),
  });
  const app = { client: createClient(bridge), workspace: workspace() };
  const edits = settingsEdits(app);
  edits.type('name', '  ');
  await edits.flush();
  expect(bridge.calls).toEqual([]);
  edits.type('name', '海岚集团');
  await edits.flush();
  expect(app.workspace.name).toBe('海岚集团');
});
