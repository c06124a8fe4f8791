import { hrefOf, type Route } from '../router.svelte.ts';
import { t } from '../messages/index.svelte.ts';

export interface Crumb {
  label: string;
  href: string | null;
}

/** Where a route lies, outermost first; the last one is the screen's title. */
export function crumbsOf(route: Route, entityName: (dossierId: string) => string): Crumb[] {
  switch (route.screen) {
    case 'dossier':
      return [
        { label: t.frame.entities, href: hrefOf({ screen: 'entities' }) },
        { label: entityName(route.dossierId), href: null },
      ];
    case 'walk':
    case 'pack':
      return [
        { label: t.frame.filings, href: hrefOf({ screen: 'filings' }) },
        {
          label: entityName(route.dossierId),
          href: hrefOf({ screen: 'dossier', dossierId: route.dossierId, section: 'overview', part: null }),
        },
        { label: route.screen === 'walk' ? t.frame.walk : t.frame.pack, href: null },
      ];
    default:
      return [{ label: t.frame[route.screen], href: null }];
  }
}
