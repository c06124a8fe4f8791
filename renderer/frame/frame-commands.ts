import type { AppState, Theme } from '../app-state.svelte.ts';
import type { PersonView } from '../../preload/contract/index.ts';
import { language, t } from '../messages/index.svelte.ts';
import type { Router } from '../router.svelte.ts';
import type { Command } from './commands.svelte.ts';

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** What can be done on every screen. */
export function frameCommands(app: AppState, router: Router): Command[] {
  const screens = ['today', 'entities', 'filings', 'documents', 'settings'] as const;
  const writing: Command[] = app.readOnly
    ? []
    : [
        {
          id: 'undo',
          label: t.common.undo,
          group: 'actions',
          icon: 'undo',
          keys: ['Mod', 'Z'],
          run: app.undo,
        },
        {
          id: 'redo',
          label: t.common.redo,
          group: 'actions',
          icon: 'redo',
          keys: ['Mod', 'Shift', 'Z'],
          run: app.redo,
        },
        {
          id: 'redo-y',
          label: t.common.redo,
          group: 'actions',
          hidden: true,
          keys: ['Mod', 'Y'],
          run: app.redo,
        },
        {
          id: 'theme',
          label: t.frame.themes[nextTheme[app.theme]],
          group: 'actions',
          icon: 'theme',
          run: () => void app.saveSettings({ theme: nextTheme[app.theme] }),
        },
      ];
  return [
    ...screens.map((screen): Command => ({
      id: screen,
      label: t.frame[screen],
      group: 'go',
      icon: screen,
      run: () => router.go({ screen }),
    })),
    {
      id: 'people',
      label: t.frame.people,
      group: 'go',
      icon: 'people',
      run: () => router.go({ screen: 'people', personId: null }),
    },
    {
      id: 'rules',
      label: t.frame.rules,
      group: 'go',
      icon: 'rules',
      run: () => router.go({ screen: 'rules', path: '' }),
    },
    ...writing,
    {
      id: 'language',
      label: t.frame.switchLanguage,
      group: 'actions',
      icon: 'globe',
      run: () => app.setLanguage(language.current === 'en' ? 'zh-CN' : 'en'),
    },
    {
      id: 'pack',
      label: t.frame.showPack,
      group: 'actions',
      icon: 'print',
      keys: ['Mod', 'E'],
      run: () => showPack(app, router),
    },
    {
      id: 'close-workspace',
      label: t.frame.closeWorkspace,
      group: 'actions',
      icon: 'folder',
      keys: ['Mod', 'O'],
      run: () => void app.closeWorkspace(),
    },
    ...app.rows.all.map((row): Command => ({
      id: `entity-${row.dossierId}`,
      label: row.name ?? row.creditCode ?? t.common.unnamedEntity,
      group: 'entities',
      icon: 'entities',
      keywords: row.searchText,
      run: () => router.go({ screen: 'dossier', dossierId: row.dossierId, section: 'overview', part: null }),
    })),
  ];
}

/** The pack of the filing the person is looking at; the list of filings when that does not say which. */
export function showPack(app: AppState, router: Router) {
  const { route } = router;
  const dossierId = 'dossierId' in route ? route.dossierId : null;
  const filingId =
    'filingId' in route ? route.filingId : dossierId && app.rows.find(dossierId)?.openFiling?.filingId;
  router.go(dossierId && filingId ? { screen: 'pack', dossierId, filingId } : { screen: 'filings' });
}

/** Everybody, to go to. The entities a person serves are found with them. */
export function peopleCommands(people: readonly PersonView[], router: Router): Command[] {
  return people.map(({ person, roles }) => ({
    id: `person-${person.id}`,
    label: person.name ?? t.common.unnamedPerson,
    group: 'people',
    icon: 'people',
    keywords: [person.mobile, person.email, ...roles.map((role) => role.entityName)]
      .filter(Boolean)
      .join(' '),
    run: () => router.go({ screen: 'people', personId: person.id }),
  }));
}
