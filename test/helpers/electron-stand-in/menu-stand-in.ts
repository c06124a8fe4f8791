import type { MenuItemConstructorOptions } from 'electron';
import { allow, isBoolean, isExactly, isString, StandInError } from './strict.ts';
import type { MenuEntry } from './wire.ts';

const ROLES = ['appMenu', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom'];
const MORE_ROLES = ['togglefullscreen', 'help', 'about'];
const TYPES = ['normal', 'separator', 'submenu', 'checkbox', 'radio'];

const ITEM = {
  label: isString,
  role: (value: unknown) => [...ROLES, ...MORE_ROLES].includes(String(value)),
  type: (value: unknown) => TYPES.includes(String(value)),
  checked: isBoolean,
  accelerator: (value: unknown) => /^((CmdOrCtrl|Shift|Alt)\+)*([A-Z0-9]|F\d+)$/.test(String(value)),
  registerAccelerator: isExactly(false),
  click: (value: unknown) => typeof value === 'function',
  submenu: Array.isArray,
};

export class MenuStandIn {
  static current: MenuStandIn | null = null;
  readonly items: MenuItemConstructorOptions[];

  private constructor(items: MenuItemConstructorOptions[]) {
    this.items = items;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): MenuStandIn {
    checkItems(template);
    return new MenuStandIn(template);
  }

  static setApplicationMenu(menu: MenuStandIn | null): void {
    MenuStandIn.current = menu;
  }

  /** Clicks through the menu by labels. */
  static click(path: string[]): void {
    let items = MenuStandIn.current?.items ?? [];
    for (const [depth, label] of path.entries()) {
      const item = items.find((candidate) => candidate.label === label);
      if (!item) throw new StandInError(`no menu item '${path.slice(0, depth + 1).join(' > ')}'`);
      if (depth === path.length - 1) return void (item.click as (() => void) | undefined)?.();
      items = (item.submenu ?? []) as MenuItemConstructorOptions[];
    }
  }

  static entries(items = MenuStandIn.current?.items ?? []): MenuEntry[] {
    return items.map(({ label = '', accelerator = null, submenu }) => ({
      label,
      accelerator: accelerator as string | null,
      submenu: MenuStandIn.entries((submenu ?? []) as MenuItemConstructorOptions[]),
    }));
  }
}

function checkItems(items: MenuItemConstructorOptions[]): void {
  for (const item of items) {
    allow('menu item', item, ITEM);
    if (item.label === undefined && item.type !== 'separator' && item.role !== 'appMenu')
      throw new StandInError(`menu item without a label: ${JSON.stringify(item)}`);
    checkItems((item.submenu ?? []) as MenuItemConstructorOptions[]);
  }
}
