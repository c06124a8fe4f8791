import { BrowserWindow, screen } from 'electron';
import { pageUrl } from './protocol.ts';
import { minimumSize, readWindowState, usualSize, writeWindowState } from './window-state.ts';

export interface WindowOptions {
  preload: string;
  /** Absolute path of the file that remembers size and place. */
  stateFile: string;
}

/** The one window, hidden until its first picture is ready. */
export function createWindow({ preload, stateFile }: WindowOptions): BrowserWindow {
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const state = readWindowState(stateFile, displays);
  const { x, y, width, height } = { ...usualSize, ...state };
  const window = new BrowserWindow({
    ...(state ? { x, y } : {}),
    width,
    height,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: '备案台 Beian Desk',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(stateFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  return window;
}

export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(pageUrl);
}
