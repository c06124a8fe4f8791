import { createContext } from 'svelte';

export const dossierSections = [
  'overview',
  'details',
  'people',
  'services',
  'documents',
  'filings',
  'history',
] as const;
export type DossierSection = (typeof dossierSections)[number];

export type Route =
  | { screen: 'today' | 'entities' | 'filings' | 'documents' | 'settings' }
  | { screen: 'people'; personId: string | null }
  | { screen: 'dossier'; dossierId: string; section: DossierSection; part: string | null }
  | { screen: 'walk' | 'pack'; dossierId: string; filingId: string }
  /** `path` belongs to the rules screen, e.g. `310000` or `compare/310000/440000`. */
  | { screen: 'rules'; path: string };

/** `#/entities/<id>/services/<serviceId>` and the like; what is not understood leads to today. */
export function parseRoute(hash: string): Route {
  const [screen, first, second, third] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (screen === 'entities' && first) {
    const section = dossierSections.find((name) => name === second) ?? 'overview';
    return { screen: 'dossier', dossierId: first, section, part: third || null };
  }
  if (screen === 'filings' && first && second && (third === 'walk' || third === 'pack'))
    return { screen: third, dossierId: first, filingId: second };
  if (screen === 'rules') return { screen, path: hash.replace(/^#?\/?rules\/?/, '') };
  if (screen === 'people') return { screen, personId: first || null };
  if (screen === 'entities' || screen === 'filings' || screen === 'documents' || screen === 'settings')
    return { screen };
  return { screen: 'today' };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'dossier':
      return `#/entities/${route.dossierId}/${route.section}${route.part ? `/${route.part}` : ''}`;
    case 'walk':
    case 'pack':
      return `#/filings/${route.dossierId}/${route.filingId}/${route.screen}`;
    case 'rules':
      return route.path ? `#/rules/${route.path}` : '#/rules';
    case 'people':
      return route.personId ? `#/people/${route.personId}` : '#/people';
    default:
      return `#/${route.screen}`;
  }
}

/** Where the window is. The address bar's hash is the only place that holds it. */
export class Router {
  route = $state.raw<Route>({ screen: 'today' });
  #window: Pick<Window, 'location' | 'addEventListener'>;

  constructor(host: Pick<Window, 'location' | 'addEventListener'>) {
    this.#window = host;
    this.route = parseRoute(host.location.hash);
    host.addEventListener('hashchange', () => (this.route = parseRoute(host.location.hash)));
  }

  go(route: Route) {
    this.#window.location.hash = hrefOf(route);
  }
}

export const [getRouter, setRouter] = createContext<Router>();
