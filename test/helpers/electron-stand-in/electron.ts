/**
 * Stands in for the modules of `electron` that the shell uses, in a plain Node process under a test. Windows are opened
 * by the test's process in Chromium (`launch.ts`). Anything insecure, unknown or out of order throws.
 */
import type { CustomScheme, OpenDialogOptions, MessageBoxOptions } from 'electron';
import { answerTests, tell } from './process-wire.ts';
import { allow, isExactly, isString, preventable, StandInError, StrictEmitter } from './strict.ts';
import { BrowserWindowStandIn } from './window-stand-in.ts';
import { MenuStandIn } from './menu-stand-in.ts';
import type { FetchAnswer } from './wire.ts';

let isReady = false;
let window: BrowserWindowStandIn | null = null;
let nextFolder: string | null = null;
let nextButton = 0;
let clipboardText = '';

function mustBeReady(what: string): void {
  if (!isReady) throw new StandInError(`${what} before the application is ready`);
}

function mustNotBeReady(what: string): void {
  if (isReady) throw new StandInError(`${what} after the application is ready`);
}

class AppStandIn extends StrictEmitter {
  #isSandboxed = false;
  #isQuitting = false;

  constructor() {
    super([
      'web-contents-created',
      'second-instance',
      'open-file',
      'before-quit',
      'window-all-closed',
      'will-quit',
    ]);
  }

  enableSandbox(): void {
    mustNotBeReady('app.enableSandbox');
    this.#isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND_INSTANCE'] !== '1';
  }

  async whenReady(): Promise<void> {
    await new Promise((done) => setImmediate(done));
    if (!this.#isSandboxed) throw new StandInError('app.enableSandbox was not called');
    isReady = true;
  }

  getLocale(): string {
    mustBeReady('app.getLocale');
    return process.env['STAND_IN_LOCALE'] ?? 'zh-CN';
  }

  quit(): void {
    if (!this.#isQuitting) this.emit('before-quit', preventable());
    if (window && !window.isDestroyed()) return window.close();
    const event = preventable();
    this.#isQuitting = true;
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    process.exit(code);
  }

  /** The page is gone. */
  windowGone(): void {
    window?.gone();
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }
}

export const app = new AppStandIn();

function remember(opened: BrowserWindowStandIn): void {
  window = opened;
}

export class BrowserWindow extends BrowserWindowStandIn {
  constructor(options: ConstructorParameters<typeof BrowserWindowStandIn>[0]) {
    mustBeReady('new BrowserWindow');
    if (window) throw new StandInError('a second window');
    super(options);
    remember(this);
    this.beforeLoad = (url) => {
      audit(this, url);
      tell({ kind: 'load', url, permissions: session.defaultSession.permissions(url) });
    };
    app.emit('web-contents-created', preventable(), this.webContents);
  }
}

type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown;
const invokeHandlers = new Map<string, InvokeHandler>();

export const ipcMain = {
  handle(channel: string, handler: InvokeHandler): void {
    if (invokeHandlers.has(channel)) throw new StandInError(`a second handler for '${channel}'`);
    invokeHandlers.set(channel, handler);
  },
};

type SchemeHandler = (request: Request) => Response | Promise<Response>;
const schemes = new Map<string, SchemeHandler | null>();

export const protocol = {
  registerSchemesAsPrivileged(custom: CustomScheme[]): void {
    mustNotBeReady('protocol.registerSchemesAsPrivileged');
    for (const { scheme, privileges = {} } of custom) {
      allow(`scheme ${scheme}`, privileges, {
        standard: isExactly(true),
        secure: isExactly(true),
        supportFetchAPI: isExactly(true),
        codeCache: isExactly(true),
      });
      schemes.set(scheme, null);
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    mustBeReady('protocol.handle');
    if (!schemes.has(scheme)) throw new StandInError(`scheme '${scheme}' was not registered as privileged`);
    schemes.set(scheme, handler);
  },
};

/** https://www.electronjs.org/docs/latest/api/session#sessetpermissionrequesthandlerhandler */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'media',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'storage-access',
  'unknown',
  'usb',
  'window-management',
];
/** All that a page of ours may have. */
const HARMLESS = ['clipboard-sanitized-write'];

type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void;
type CheckHandler = (contents: unknown, permission: string, requestingOrigin: string) => boolean;

class SessionStandIn extends StrictEmitter {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #device: ((details: unknown) => boolean) | null = null;

  constructor() {
    super(['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: (details: unknown) => boolean): void {
    this.#device = handler;
  }

  /** What a page of this address would be granted. Without a handler Electron grants everything. */
  permissions(url: string): Record<string, boolean> {
    return Object.fromEntries(
      PERMISSIONS.map((name) => {
        let requested = true;
        const details = { requestingUrl: url, isMainFrame: true };
        this.#request?.(window?.webContents, name, (granted) => (requested = granted), details);
        const checked = this.#check?.(window?.webContents, name, url) ?? true;
        return [name, requested || checked];
      }),
    );
  }

  grantsDevices(): boolean {
    return this.#device?.({ deviceType: 'usb' }) ?? false;
  }
}

export const session = { defaultSession: new SessionStandIn() };

export const dialog = {
  async showOpenDialog(parent: unknown, options: OpenDialogOptions) {
    if (parent !== window) throw new StandInError('a dialog without its window');
    allow('showOpenDialog', options, {
      title: isString,
      properties: (value) => JSON.stringify(value) === '["openDirectory","createDirectory"]',
    });
    return { canceled: nextFolder === null, filePaths: nextFolder === null ? [] : [nextFolder] };
  },
  async showMessageBox(parent: unknown, options: MessageBoxOptions) {
    if (parent !== window) throw new StandInError('a dialog without its window');
    if (!options.buttons?.[nextButton]) throw new StandInError('a message box without that button');
    return { response: nextButton, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`error box: ${title}: ${content}\n`);
  },
};

/** Addresses given to the system's browser. */
const openedOutside: string[] = [];

export const shell = {
  openExternal: async (url: string) => void openedOutside.push(url),
};

export const clipboard = {
  readText: async () => clipboardText,
  writeText: async (text: string) => void (clipboardText = text),
  clear: () => void (clipboardText = ''),
};

export const screen = {
  getAllDisplays() {
    mustBeReady('screen');
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  },
};

export { MenuStandIn as Menu };

/** What Electron's checklist asks of a shell, tried out before its page is opened. */
function audit({ webContents }: BrowserWindowStandIn, url: string): void {
  const { protocol: scheme } = new URL(url);
  if (!schemes.get(scheme.slice(0, -1))) throw new StandInError(`nobody serves ${url}`);
  for (const requester of [url, 'https://elsewhere.example/', `${scheme}//app.elsewhere/`])
    for (const [name, isGranted] of Object.entries(session.defaultSession.permissions(requester)))
      if (isGranted && !(requester === url && HARMLESS.includes(name)))
        throw new StandInError(`${requester} is granted ${name}`);
  if (session.defaultSession.grantsDevices()) throw new StandInError('devices are granted');
  for (const foreign of [
    'https://elsewhere.example/',
    'file:///etc/passwd',
    `${scheme}//elsewhere/`,
    'about:blank',
  ])
    for (const isMainFrame of [true, false])
      if (webContents.mayNavigate(foreign, isMainFrame)) throw new StandInError(`may navigate to ${foreign}`);
  if (webContents.mayOpen('https://elsewhere.example/')) throw new StandInError('may open windows');
  const webview = preventable();
  webContents.emit('will-attach-webview', webview, {}, {});
  if (!webview.defaultPrevented) throw new StandInError('may attach a webview');
  const download = preventable();
  session.defaultSession.emit(
    'will-download',
    download,
    { getURL: () => 'https://elsewhere.example/x' },
    webContents,
  );
  if (!download.defaultPrevented) throw new StandInError('may download from elsewhere');
}

async function fetchFromShell(method: string, url: string): Promise<FetchAnswer> {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return { status: 404, headers: {}, body: new Uint8Array() };
  const response = await handler(new Request(url, { method }));
  const headers = Object.fromEntries(response.headers);
  const policy = headers['content-security-policy'] ?? '';
  if (!/default-src 'none'/.test(policy) || /script-src[^;]*unsafe/.test(policy))
    throw new StandInError(`no strict content security policy on ${url}`);
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

answerTests({
  fetch: ({ method, url }) => fetchFromShell(method, url),
  async invoke({ channel, args, isMainFrame, origin }) {
    const handler = invokeHandlers.get(channel);
    if (!handler || !window) throw new Error(`No handler registered for '${channel}'`);
    const { webContents } = window;
    webContents.mainFrame.origin = isMainFrame ? origin : webContents.mainFrame.origin;
    const senderFrame = isMainFrame ? webContents.mainFrame : { origin, url: `${origin}/` };
    return handler({ sender: webContents, senderFrame }, ...args);
  },
  'may-navigate': ({ url, isMainFrame }) => window?.webContents.mayNavigate(url, isMainFrame) ?? false,
  'may-open': ({ url }) => window?.webContents.mayOpen(url) ?? false,
  page({ event }) {
    if (event === 'closed') app.windowGone();
    else window?.webContents.emit(event);
    return null;
  },
  'click-menu'({ path }) {
    MenuStandIn.click(path);
    return null;
  },
  menu: () => MenuStandIn.entries(),
  clipboard: () => clipboardText,
  outside: () => openedOutside,
  'next-folder'({ folder }) {
    nextFolder = folder;
    return null;
  },
  'next-button'({ index }) {
    nextButton = index;
    return null;
  },
  'second-instance'({ argv }) {
    app.emit('second-instance', preventable(), argv, process.cwd(), null);
    return null;
  },
  'close-by-user'() {
    window?.close();
    return null;
  },
  quit() {
    app.quit();
    return null;
  },
});
