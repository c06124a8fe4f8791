import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { RulePacksPage } from '../../../renderer/rules/rule-packs-page.svelte.ts';
import type { RulePackPreview, RulePacks } from '../../../preload/contract/index.ts';
import { AnsweringBridge, Refuse } from './walk-builders.ts';

const sha256 = 'a'.repeat(64);
const good: RulePackPreview = {
  ok: true,
  pack: {
    sha256,
    name: '集团规则',
    issuedOn: '2026-12-01',
    author: null,
    note: null,
    added: 1,
    replaced: 0,
    ended: 0,
  },
  unchanged: 0,
  rules: [],
  judged: 0,
  notJudged: 0,
  filings: [],
};
const bad: RulePackPreview = { ok: false, problems: [], count: 3 };
const nothing: RulePacks = { inForce: null, packs: [], log: [], setAside: null };

function openPage(preview: () => RulePackPreview) {
  const bridge = new AnsweringBridge({
    'rulePacks.preview': preview,
    'rulePacks.apply': () => ({ ...nothing, inForce: sha256 }),
    'rulePacks.export': ({ scope }) => ({ url: `/download/rules/${scope}`, name: scope, bytes: 1 }),
  });
  const applied: RulePacks[] = [];
  const page = new RulePacksPage(createClient(bridge), async (packs) => void applied.push(packs));
  return { bridge, page, applied };
}
const file = { name: '规则.json', size: 10 };

test('a file is looked at first, and put in force with the name of who answers for it', async () => {
  const { page, bridge, applied } = openPage(() => good);
  await page.lookAtFile(file);
  const target = { kind: 'file', handle: 'handle of 规则.json' };
  expect(page.candidate).toMatchObject({ name: '集团规则', target });
  expect(await page.apply()).toBe(false);
  expect(bridge.inputsOf('rulePacks.apply')).toEqual([]);
  page.by = ' 林知远 ';
  expect(await page.apply()).toBe(true);
  expect(bridge.inputsOf('rulePacks.apply')).toEqual([{ target, by: '林知远' }]);
  expect([page.candidate, applied]).toEqual([null, [{ ...nothing, inForce: sha256 }]]);
});

test('a file with mistakes is shown under its own name and cannot be put in force', async () => {
  const { page, bridge } = openPage(() => bad);
  page.by = '林知远';
  await page.lookAtFile(file);
  expect(page.candidate).toMatchObject({ name: '规则.json', preview: { count: 3 } });
  expect(await page.apply()).toBe(false);
  expect(bridge.inputsOf('rulePacks.apply')).toEqual([]);
});

test('says why a file was not taken, and takes the next one', async () => {
  const { page, bridge } = openPage(() => good);
  bridge.refusedUploads.set('规则.json', { code: 'files.empty', params: { fileName: '规则.json' } });
  await page.lookAtFile(file);
  expect([page.failure?.code, page.candidate, page.busy]).toEqual(['files.empty', null, false]);
  bridge.refusedUploads.clear();
  await page.lookAtFile(file);
  expect([page.failure, page.candidate?.name]).toEqual([null, '集团规则']);
});

test('a failure leaves the candidate where it was', async () => {
  let calls = 0;
  const { page } = openPage(() => {
    if (calls++ > 0) throw new Refuse({ code: 'rule-packs.not-found', params: {} });
    return good;
  });
  await page.lookAt({ kind: 'kept', sha256 }, '旧');
  await page.lookAt({ kind: 'kept', sha256 }, '旧');
  expect([page.failure?.code, page.candidate?.name]).toEqual(['rule-packs.not-found', '集团规则']);
});

test('an export answers where the file is', async () => {
  const { page } = openPage(() => good);
  expect(await page.export('310000')).toMatchObject({ url: '/download/rules/310000', name: '310000' });
});
