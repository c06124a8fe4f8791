import { app, session } from 'electron';
import { pageUrl } from './protocol.ts';

/** Whatever the page tries, it stays on its own address, opens nothing and is permitted nothing. Once ready. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      // A reload of the page itself is all that is left.
      if (details.url !== pageUrl) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`${pageUrl}download/`)) event.preventDefault();
  });
}
