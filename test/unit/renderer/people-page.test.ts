import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { PeoplePage } from '../../../renderer/people/people-page.svelte.ts';
import type { PersonView } from '../../../preload/contract/index.ts';
import { person, personView } from './renderer-builders.ts';
import { AnsweringBridge } from './walk-builders.ts';

async function openPeople(all: PersonView[]) {
  const bridge = new AnsweringBridge({
    'people.list': () => all,
    'people.update': ({ personId, patch }) => {
      const view = all.find((other) => other.person.id === personId)!;
      return personView({ ...view.person, ...patch } as PersonView['person'], { roles: view.roles });
    },
    'people.create': () => {
      const view = personView(person({ name: null }));
      all = [...all, view];
      return view;
    },
    'people.remove': () => null,
  });
  const page = new PeoplePage(createClient(bridge));
  await page.load();
  return { page, bridge };
}

test('finds people by name, number and entity', async () => {
  const lu = personView(person({ name: '陆样例', mobile: '13800138001' }), {
    roles: [
      { dossierId: 'd', entityName: '云杉公司', region: '310115', role: 'principal', serviceName: null },
    ],
  });
  const { page } = await openPeople([lu, personView(person({ name: '何样例' }))]);
  page.query = '云杉 138001';
  expect(page.visible).toEqual([lu]);
  page.query = '样例';
  expect(page.visible).toHaveLength(2);
});

test('shows one person entered twice, however the number is spelled', async () => {
  const first = personView(person({ name: '陆样例', idNumber: '11010819780910999x' }));
  const second = personView(person({ name: '陆样 例', idNumber: '110108 19780910 999X' }));
  const { page } = await openPeople([first, second, personView(person()), personView(person())]);
  expect(page.sameNumber(first)).toEqual([second]);
  expect(page.sameNumber(page.all[2]!)).toEqual([]);
});

test('saves a field of a person and shows its problems', async () => {
  const problem = {
    path: 'mobile',
    code: 'mobile.length',
    params: { length: 10 },
    severity: 'error' as const,
    fix: null,
  };
  const view = personView(person(), { problems: [problem] });
  const { page, bridge } = await openPeople([view]);
  const path = `people.${view.person.id}.mobile`;
  expect(page.problemsAt(path)).toEqual([problem]);
  await page.edits.choose(path, '13800138000');
  expect(bridge.inputsOf('people.update')).toEqual([
    { personId: view.person.id, patch: { mobile: '13800138000' } },
  ]);
  expect(page.edits.value(path)).toBe('13800138000');
  expect(page.problemsAt(path)).toEqual([]);
});

test('shows a new person even when the search would hide it', async () => {
  const { page } = await openPeople([personView(person())]);
  page.query = '陆';
  const id = await page.create();
  expect(page.visible.map((view) => view.person.id)).toContain(id);
});
