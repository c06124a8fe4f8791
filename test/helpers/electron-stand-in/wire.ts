/** What the application's process and the test's process tell each other, over Node's IPC with structured clone. */

export interface WindowCreated {
  preload: string;
  width: number;
  height: number;
}

/** From the application's process (the stand-in modules) to the test's (which drives Chromium). */
export type FromApp =
  | { kind: 'window'; window: WindowCreated }
  | { kind: 'load'; url: string; permissions: Record<string, boolean> }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'close-window' }
  | { kind: 'reload' }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'refusal'; id: number; message: string };

/** From the test's process to the application's. Each is answered. */
export type ToApp =
  | { kind: 'fetch'; method: string; url: string }
  | { kind: 'invoke'; channel: string; args: unknown[]; isMainFrame: boolean; origin: string }
  | { kind: 'may-navigate'; url: string; isMainFrame: boolean }
  | { kind: 'may-open'; url: string }
  | { kind: 'page'; event: 'did-finish-load' | 'closed' }
  | { kind: 'click-menu'; path: string[] }
  | { kind: 'menu' }
  | { kind: 'clipboard' }
  | { kind: 'outside' }
  | { kind: 'next-folder'; folder: string | null }
  | { kind: 'next-button'; index: number }
  | { kind: 'second-instance'; argv: string[] }
  | { kind: 'close-by-user' }
  | { kind: 'quit' };

export interface FetchAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Each answer's type by the request's kind. */
export interface Answers {
  fetch: FetchAnswer;
  invoke: unknown;
  'may-navigate': boolean;
  'may-open': boolean;
  page: null;
  'click-menu': null;
  menu: MenuEntry[];
  clipboard: string;
  /** Addresses given to the system's browser. */
  outside: string[];
  'next-folder': null;
  'next-button': null;
  'second-instance': null;
  'close-by-user': null;
  quit: null;
}

export interface MenuEntry {
  label: string;
  accelerator: string | null;
  submenu: MenuEntry[];
}
