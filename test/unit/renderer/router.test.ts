import { expect, test } from 'vitest';
import { hrefOf, parseRoute, Router, type Route } from '../../../renderer/router.svelte.ts';

const routes: Route[] = [
  { screen: 'today' },
  { screen: 'entities' },
  { screen: 'dossier', dossierId: 'a1', section: 'services', part: 's1' },
  { screen: 'dossier', dossierId: 'a1', section: 'overview', part: null },
  { screen: 'filings' },
  { screen: 'walk', dossierId: 'a1', filingId: 'f1' },
  { screen: 'pack', dossierId: 'a1', filingId: 'f1' },
  { screen: 'people', personId: null },
  { screen: 'people', personId: 'p1' },
  { screen: 'documents' },
  { screen: 'rules', path: '' },
  { screen: 'rules', path: 'compare/310000/440000' },
  { screen: 'settings' },
];

test('every route has an address that leads back to it', () => {
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
});

test('an address nobody knows leads to today', () => {
  expect(parseRoute('')).toEqual({ screen: 'today' });
  expect(parseRoute('#/somewhere/else')).toEqual({ screen: 'today' });
});

test('an unknown section of a dossier leads to its overview', () => {
  expect(parseRoute('#/entities/a1/nonsense')).toEqual({
    screen: 'dossier',
    dossierId: 'a1',
    section: 'overview',
    part: null,
  });
});

test('follows the address bar', () => {
  const location = { hash: '#/entities' };
  let changed = () => {};
  const host = { location, addEventListener: (_: string, listener: () => void) => (changed = listener) };
  const router = new Router(host as unknown as ConstructorParameters<typeof Router>[0]);
  expect(router.route).toEqual({ screen: 'entities' });
  router.go({ screen: 'settings' });
  expect(location.hash).toBe('#/settings');
  changed();
  expect(router.route).toEqual({ screen: 'settings' });
});
