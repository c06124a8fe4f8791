import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { menuMessages } from '../../../preload/messages/menu.ts';
import type { Language } from '../../../preload/contract/index.ts';

type Command = (command: string) => void;

/** Puts up the native menu in one language. A choice becomes a `command` event for the page. */
export function setMenu(language: Language, command: Command): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, command)));
}

export function menuTemplate(language: Language, command: Command): MenuItemConstructorOptions[] {
  const say = (key: keyof typeof menuMessages) => menuMessages[key][language];
  const isMac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  // The page knows whether a key means its own undo or that of the field with the cursor, so the keys stay with it.
  const send = (
    key: keyof typeof menuMessages,
    name: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label: say(key),
    click: () => command(name),
    ...(accelerator && { accelerator, registerAccelerator: false }),
  });
  const language_ = (label: string, id: Language): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: id === language,
    click: () => command(`language:${id}`),
  });

  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: say('file'),
      submenu: [
        send('newEntity', 'new-entity', 'CmdOrCtrl+N'),
        send('openWorkspace', 'open-workspace', 'CmdOrCtrl+O'),
        separator,
        send('exportPack', 'export', 'CmdOrCtrl+E'),
        separator,
        { label: say('quit'), accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    {
      label: say('edit'),
      submenu: [
        send('undo', 'undo', 'CmdOrCtrl+Z'),
        send('redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut', label: say('cut') },
        { role: 'copy', label: say('copy') },
        { role: 'paste', label: say('paste') },
        { role: 'selectAll', label: say('selectAll') },
        separator,
        send('find', 'find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: say('view'),
      submenu: [
        { role: 'zoomIn', label: say('zoomIn') },
        { role: 'zoomOut', label: say('zoomOut') },
        { role: 'resetZoom', label: say('actualSize') },
        separator,
        { role: 'togglefullscreen', label: say('fullScreen') },
        separator,
        { label: say('language'), submenu: [language_('简体中文', 'zh-CN'), language_('English', 'en')] },
      ],
    },
    {
      label: say('help'),
      role: 'help',
      submenu: [send('keys', 'keys'), { role: 'about', label: say('about') }],
    },
  ];
}

/** The language the person chose, when this answer tells it: the menu follows the window. */
export function languageIn(method: string, resultJson: string): Language | null {
  if (!/^workspaces\.(open|create|saveSettings)$/.test(method)) return null;
  const result = JSON.parse(resultJson) as { value?: { settings?: { language?: Language | null } } };
  return result.value?.settings?.language ?? null;
}
