import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { RulesPage } from '../../../renderer/rules/rules-page.svelte.ts';
import { parseRulesPath, rulesPath } from '../../../renderer/rules/rules-path.ts';
import { AnsweringBridge, Refuse, rule } from './walk-builders.ts';

function openRules() {
  const bridge = new AnsweringBridge({
    'rules.list': ({ region }) => {
      if (region === '990000') throw new Refuse({ code: 'rules.no-region', params: {} });
      return [
        rule({
          id: 'photo',
          subject: 'photo',
          requirement: { 'zh-CN': '照片须为白底。', en: 'White background.' },
        }),
        rule({ id: 'name', subject: 'entity' }),
        rule({ id: 'odd', subject: 'something-new' }),
      ];
    },
  });
  return { bridge, page: new RulesPage(createClient(bridge)) };
}

test('groups the rules of a region by subject and loses none', async () => {
  const { page } = openRules();
  await page.loadRules('310000');
  expect(page.groupsOf('310000', 'zh-CN').map((group) => group.subject)).toEqual([
    'entity',
    'photo',
    'something-new',
  ]);
});

test('finds rules by every word of the search, in the language shown', async () => {
  const { page } = openRules();
  await page.loadRules('310000');
  page.query = ' 照片 白底 ';
  expect(page.groupsOf('310000', 'zh-CN').flatMap((group) => group.rules.map((found) => found.id))).toEqual([
    'photo',
  ]);
  expect(page.groupsOf('310000', 'en')).toEqual([]);
});

test('reads the rules of a region once', async () => {
  const { page, bridge } = openRules();
  await page.loadRules('310000');
  await page.loadRules('310000');
  expect(bridge.inputsOf('rules.list')).toHaveLength(1);
});

test('says that a region is not known', async () => {
  const { page } = openRules();
  await page.loadRules('990000');
  expect(page.failure?.code).toBe('rules.no-region');
  expect(page.rulesOf('990000')).toBeNull();
});

test('reads and writes the addresses of the rules screen', () => {
  for (const path of [
    '',
    '310000',
    'national',
    '310000/310000-owner-letter',
    'compare/310000/440000',
    'packs',
    'compare/310000',
  ])
    expect(rulesPath(parseRulesPath(path))).toBe(path);
  expect(parseRulesPath('compare')).toEqual({ kind: 'compare', left: null, right: null });
});
