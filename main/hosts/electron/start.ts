import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { app as electron, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { menuMessages } from '../../../preload/messages/menu.ts';
import type { AppEvent, Language } from '../../../preload/contract/index.ts';
import { createApp, type App } from '../../app.ts';
import type { Ports } from '../../ports.ts';
import { keytarSecrets } from '../../secrets/keytar-secrets.ts';
import { openAtStart } from '../open-at-start.ts';
import { commonPorts, languageOf, pageDir, projectDir, suggestedWorkspace } from '../surroundings.ts';
import { collectGivenFiles } from './given-files.ts';
import { attachIpc } from './ipc.ts';
import { lockDown } from './lockdown.ts';
import { languageIn, setMenu } from './menu.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { createWindow, loadPage } from './window.ts';

/** A page that dies again so soon after a reload is not helped by another one. */
const reloadPauseMs = 30_000;

/** Runs the application in Electron. Call it once, before Electron is ready. */
export function start(): void {
  registerScheme();
  electron.enableSandbox();
  if (!electron.requestSingleInstanceLock()) {
    electron.quit();
    return;
  }
  const whenFilesAreGiven = collectGivenFiles();
  const common = commonPorts();
  process.on('uncaughtException', (cause) => fail(common.log, cause));
  process.on('unhandledRejection', (cause) => common.log.error('unhandled rejection', cause));
  electron
    .whenReady()
    .then(() => open(common, whenFilesAreGiven))
    .catch((cause: unknown) => fail(common.log, cause));
}

async function open(
  common: ReturnType<typeof commonPorts>,
  whenFilesAreGiven: ReturnType<typeof collectGivenFiles>,
): Promise<void> {
  let app: App | null = null;
  lockDown((url) => {
    if (app?.isSource(url))
      shell
        .openExternal(url)
        .catch((cause: unknown) => common.log.error('a source could not be opened', cause));
  });
  const systemLanguage = languageOf(electron.getLocale());
  const window = createWindow({
    preload: join(projectDir, 'dist/preload/index.cjs'),
    stateFile: join(common.dataDir, 'window.json'),
  });
  const ports: Ports = {
    ...common,
    host: 'electron',
    systemLanguage,
    secrets: keytarSecrets(),
    clipboard: {
      read: () => clipboard.readText(),
      write: (text) => clipboard.writeText(text),
      clear: () => clipboard.clear(),
    },
    folders: { suggestedWorkspace, canChoose: true, choose: () => chooseFolder(window) },
  };
  const made = await createApp(ports);
  app = made;
  const { workspace } = parseArgs({
    args: process.argv.slice(1),
    options: { workspace: { type: 'string' } },
    strict: false,
  }).values;
  // When it cannot be opened the window comes up without it and says so when asked again.
  if (typeof workspace === 'string') await openAtStart(made, workspace);
  serveScheme(made, pageDir, ports.log);

  let language = systemLanguage;
  const showMenu = () => setMenu(language, (command) => send({ type: 'command', command }));
  const send = attachIpc(made, window, (method, resultJson) => {
    const chosen = languageIn(method, resultJson);
    if (chosen === null || chosen === language) return;
    language = chosen;
    showMenu();
  });
  showMenu();
  quitSafely(made, window, () => language, ports.log);
  reviveAfterCrash(window, ports.log);
  electron.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  await loadPage(window);
  whenFilesAreGiven((path) => {
    takeIn(made, path, send).catch((cause: unknown) => ports.log.error('a file could not be opened', cause));
  });
}

async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/**
 * Closing waits until everything is on disk. When that fails the person decides, with the window and the edit still
 * there. What the page sends while it unloads is written by `app.close()` before the process ends.
 */
function quitSafely(app: App, window: BrowserWindow, language: () => Language, log: Ports['log']): void {
  let mayClose = false;
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    app.flush().then(
      () => {
        mayClose = true;
        window.close();
      },
      async (cause: unknown) => {
        log.error('could not save before closing', cause);
        mayClose = await quitsAnyway(window, language());
        if (mayClose) window.close();
      },
    );
  });
  // The system is shutting down and will not wait for a question.
  window.on('session-end', () => void app.flush().catch((cause: unknown) => log.error('session end', cause)));
  electron.on('window-all-closed', () => electron.quit());
  let closing: Promise<void> | null = null;
  let isClosed = false;
  electron.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    closing ??= app
      .close()
      .catch((cause: unknown) => log.error('did not close cleanly', cause))
      .finally(() => {
        isClosed = true;
        electron.quit();
      });
  });
}

async function quitsAnyway(window: BrowserWindow, language: Language): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: menuMessages.notSaved[language],
    detail: menuMessages.notSavedDetail[language],
    buttons: [menuMessages.tryAgain[language], menuMessages.quitAnyway[language]],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

function reviveAfterCrash(window: BrowserWindow, log: Ports['log']): void {
  let revivedAt = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error(`the page is gone: ${reason}`, null);
    if (performance.now() - revivedAt < reloadPauseMs) return;
    revivedAt = performance.now();
    window.webContents.reload();
  });
}

/** The page is told of the file by its handle; what is in it is for the application to judge. */
async function takeIn(app: App, path: string, send: (event: AppEvent) => void): Promise<void> {
  const { handle } = await app.receiveFile(basename(path), createReadStream(path));
  send({ type: 'command', command: `import:${handle}` });
}

function fail(log: Ports['log'], cause: unknown): void {
  log.error('the application has to end', cause);
  const language = languageOf(electron.getLocale());
  dialog.showErrorBox(menuMessages.crashed[language], menuMessages.crashedDetail[language]);
  electron.exit(1);
}
