import { expect, test } from 'vitest';
import { placeOfFact } from '../../../renderer/walk/fact-place.ts';
import { dossierView, filing } from './walk-builders.ts';

const { dossier } = dossierView();
const withPrincipal = { ...dossier, principal: { personId: 'p1', position: null } };

test('leads from a fact to the field that holds it', () => {
  expect(placeOfFact('entity.certificate.number', dossier, null)).toEqual({
    route: { screen: 'dossier', dossierId: dossier.id, section: 'details', part: null },
    field: 'entity.certificate.number',
  });
  expect(placeOfFact('principal.mobile', withPrincipal, null).field).toBe('people.p1.mobile');
  expect(placeOfFact('principal.position', withPrincipal, null).field).toBe('roles.principal.position');
});

test('leads to the place where a person is chosen while there is none', () => {
  expect(placeOfFact('principal.mobile', dossier, null)).toMatchObject({
    route: { section: 'people' },
    field: null,
  });
});

test('leads to the service of the filing and no other', () => {
  const service = { id: 's2' } as (typeof dossier.services)[number];
  const two = { ...dossier, services: [{ ...service, id: 's1' }, service] };
  expect(placeOfFact('domain.expiresOn', two, filing({ serviceIds: ['s2'] }))).toMatchObject({
    route: { section: 'services', part: 's2' },
    field: 'services.s2.domain.expiresOn',
  });
  expect(placeOfFact('domain.expiresOn', two, filing())).toMatchObject({
    route: { part: null },
    field: null,
  });
});

test('leads to the document a finding is about', () => {
  expect(placeOfFact('documents.a1', dossier, null).route).toMatchObject({
    section: 'documents',
    part: 'a1',
  });
});
