import { expect, test } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { DossierPage } from '../../../renderer/dossier/dossier-page.svelte.ts';
import { nextSteps } from '../../../renderer/dossier/next-steps.ts';
import { patchOf, readPath, valueAt } from '../../../renderer/dossier/record-paths.ts';
import type { DossierView } from '../../../preload/contract/index.ts';
import { person, personView, service } from './renderer-builders.ts';
import { AnsweringBridge, dossierView, filing, Refuse } from './walk-builders.ts';

async function openDossier(view: DossierView) {
  const shown = { view };
  const bridge = new AnsweringBridge({
    'dossiers.get': () => shown.view,
    'dossiers.update': ({ patch }) => {
      const { certificate, ...entity } = patch;
      Object.assign(shown.view.dossier.entity, entity);
      Object.assign(shown.view.dossier.entity.certificate, certificate);
      return shown.view;
    },
    'dossiers.assignRole': () => shown.view,
    'services.update': () => shown.view,
    'people.update': ({ personId, patch }) => {
      const found = shown.view.people.find(({ id }) => id === personId)!;
      return personView(Object.assign(found, patch));
    },
  });
  const client = createClient(bridge);
  const page = new DossierPage(client, view.dossier.id);
  await page.load();
  return { page, bridge, shown, client };
}

test('saves a field of the certificate as a patch of just that field', async () => {
  const { page, bridge } = await openDossier(dossierView());
  page.edits.type('entity.certificate.number', '91310115000000115Y');
  await page.edits.flush();
  expect(bridge.inputsOf('dossiers.update')).toEqual([
    { dossierId: page.dossierId, patch: { certificate: { number: '91310115000000115Y' } } },
  ]);
  expect(page.edits.value('entity.certificate.number')).toBe('91310115000000115Y');
});

test('merges fields of a domain and replaces other parts of a service whole', async () => {
  const view = dossierView();
  const owned = service({ owner: { personId: person().id, position: null } });
  view.dossier.services.push(owned);
  const { page, bridge } = await openDossier(view);
  await page.edits.choose(`services.${owned.id}.domain.privacyOn`, true);
  await page.edits.choose(`services.${owned.id}.owner.position`, '总经理');
  expect(bridge.inputsOf('services.update')).toMatchObject([
    { serviceId: owned.id, patch: { domain: { privacyOn: true } } },
    { serviceId: owned.id, patch: { owner: { ...owned.owner, position: '总经理' } } },
  ]);
});

test('edits a person once for every role and looks at the dossier anew', async () => {
  const view = dossierView();
  const lu = person();
  view.people.push(lu);
  view.dossier.principal = { personId: lu.id, position: null };
  const { page, bridge } = await openDossier(view);
  await page.edits.choose(`people.${lu.id}.mobile`, '13800138000');
  expect(bridge.inputsOf('people.update')).toEqual([{ personId: lu.id, patch: { mobile: '13800138000' } }]);
  expect(page.person(lu.id)?.mobile).toBe('13800138000');
});

test('keeps the person of a role when only the position changes', async () => {
  const view = dossierView();
  const lu = person();
  view.people.push(lu);
  view.dossier.principal = { personId: lu.id, position: null };
  const { page, bridge } = await openDossier(view);
  await page.edits.choose('roles.principal.position', '董事');
  expect(bridge.inputsOf('dossiers.assignRole')).toEqual([
    { dossierId: page.dossierId, role: 'principal', assignment: { personId: lu.id, position: '董事' } },
  ]);
});

test('keeps the text and says why when saving is refused', async () => {
  const { page, bridge } = await openDossier(dossierView());
  const refused = new DossierPage(
    createClient(
      new AnsweringBridge({
        'dossiers.get': () => page.view!,
        'dossiers.update': () => {
          throw new Refuse({ code: 'dossiers.duplicate-code', params: { creditCode: '9', name: '甲' } });
        },
      }),
    ),
    page.dossierId,
  );
  await refused.load();
  await refused.edits.choose('entity.certificate.number', '9');
  expect(refused.edits.value('entity.certificate.number')).toBe('9');
  expect(refused.edits.failure('entity.certificate.number')?.code).toBe('dossiers.duplicate-code');
  expect(bridge.inputsOf('dossiers.update')).toEqual([]);
});

test('looks again when an undo or an inspection changed this dossier, and only then', async () => {
  const { page, bridge, client } = await openDossier(dossierView());
  const looks = () => bridge.inputsOf('dossiers.get').length;
  client.announce({ type: 'undone', dossierId: page.dossierId });
  client.announce({ type: 'dossier-changed', dossierId: crypto.randomUUID() });
  expect(looks()).toBe(2);
  page.dispose();
  client.announce({ type: 'undone', dossierId: page.dossierId });
  expect(looks()).toBe(2);
});

test('counts the findings of the open filing, as the list does', async () => {
  const order = filing();
  const view = dossierView({ filings: [order] });
  view.filingProblems[order.id] = { error: 4, warning: 1, info: 0 };
  view.problems.push({ path: 'entity.name', code: 'x', params: {}, severity: 'error', fix: null });
  const { page } = await openDossier(view);
  expect(page.openFiling?.id).toBe(order.id);
  expect(page.counts).toEqual({ error: 4, warning: 1, info: 0 });
});

test('reads paths of all records', () => {
  const view = dossierView();
  const site = service();
  const lu = person({ mobile: '13800138000' });
  view.dossier.services.push(site);
  expect(valueAt(view.dossier, [lu], `services.${site.id}.domain.name`)).toBe('yunshan.example');
  expect(valueAt(view.dossier, [lu], `people.${lu.id}.mobile`)).toBe('13800138000');
  expect(valueAt(view.dossier, [lu], 'roles.principal.position')).toBeNull();
  expect(valueAt(view.dossier, [lu], 'people.nobody.mobile')).toBeUndefined();
  expect(patchOf(['domain', 'name'], 'a.cn')).toEqual({ domain: { name: 'a.cn' } });
  expect(() => readPath('elsewhere.name')).toThrow('no record');
});

test('leads a new entity from its code to the first filing', () => {
  const { dossier } = dossierView();
  const what = () => nextSteps(dossier, null).map((step) => step.what);
  expect(what()).toEqual(['code', 'legal-representative', 'principal', 'service']);
  dossier.entity.certificate.number = '91310115000000115Y';
  dossier.legalRepresentative = dossier.principal = { personId: person().id, position: null };
  dossier.services.push(service({ name: '官网' }));
  expect(what()).toEqual(['owner', 'provider', 'filing']);
  expect(nextSteps(dossier, 'f1').at(-1)).toMatchObject({ what: 'walk', part: 'f1' });
});

test('does not ask an individual for a legal representative', () => {
  const { dossier } = dossierView();
  dossier.entity.group = 'individual';
  expect(nextSteps(dossier, null).map((step) => step.what)).not.toContain('legal-representative');
});
