import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import {
  allow,
  demand,
  isAnything,
  isBoolean,
  isExactly,
  isNumber,
  isString,
  preventable,
  StandInError,
  StrictEmitter,
} from './strict.ts';
import { tell } from './process-wire.ts';

const isTrue = isExactly(true);
const isFalse = isExactly(false);

/** https://www.electronjs.org/docs/latest/api/structures/web-preferences */
const SAFE_PREFERENCES = {
  preload: isString,
  contextIsolation: isTrue,
  sandbox: isTrue,
  nodeIntegration: isFalse,
  nodeIntegrationInWorker: isFalse,
  nodeIntegrationInSubFrames: isFalse,
  webSecurity: isTrue,
  allowRunningInsecureContent: isFalse,
  experimentalFeatures: isFalse,
  webviewTag: isFalse,
  navigateOnDragDrop: isFalse,
  spellcheck: isBoolean,
};

const WINDOW_OPTIONS = {
  x: isNumber,
  y: isNumber,
  width: isNumber,
  height: isNumber,
  minWidth: isNumber,
  minHeight: isNumber,
  title: isString,
  show: isBoolean,
  webPreferences: isAnything,
};

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

export class WebContentsStandIn extends StrictEmitter {
  /** One object per frame, so that identity can be compared as with Electron's. */
  readonly mainFrame = { origin: 'null', url: '' };
  openHandler: OpenHandler | null = null;

  constructor() {
    super([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'did-finish-load',
      'render-process-gone',
    ]);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    tell({ kind: 'send', channel, args });
  }

  reload(): void {
    tell({ kind: 'reload' });
  }

  /** Whether the listeners let the frame go there. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const frameEvent = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', frameEvent);
    if (frameEvent.defaultPrevented || !isMainFrame) return !frameEvent.defaultPrevented;
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-navigate', event);
    return !event.defaultPrevented;
  }

  mayOpen(url: string): boolean {
    const details = { url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '' } };
    return this.openHandler?.(details as Parameters<OpenHandler>[0]).action !== 'deny';
  }
}

export class BrowserWindowStandIn extends StrictEmitter {
  readonly webContents = new WebContentsStandIn();
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super(['ready-to-show', 'show', 'close', 'closed', 'session-end']);
    const { webPreferences = {}, width = 800, height = 600, x = 0, y = 0 } = options;
    allow('BrowserWindow', options, WINDOW_OPTIONS);
    allow('webPreferences', webPreferences, SAFE_PREFERENCES);
    demand('webPreferences', webPreferences, {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    });
    if (webPreferences.preload === undefined) throw new StandInError('webPreferences: no preload script');
    this.#bounds = { x, y, width, height };
    tell({ kind: 'window', window: { preload: webPreferences.preload, width, height } });
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    const { protocol, host } = new URL(url);
    this.webContents.mainFrame.origin = `${protocol}//${host}`;
    const loaded = new Promise<void>((done) => this.webContents.once('did-finish-load', done));
    this.beforeLoad(url);
    await loaded;
    this.emit('ready-to-show');
  }

  /** Set by the module that knows the session: audits the shell, then tells the test to open the address. */
  beforeLoad: (url: string) => void = () => {};

  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) tell({ kind: 'close-window' });
  }

  /** The page has been unloaded. */
  gone(): void {
    this.#isDestroyed = true;
    this.emit('closed');
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  getNormalBounds() {
    return this.#bounds;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}
