import { app, session } from 'electron';
import { pageOrigin, pageUrl } from './protocol.ts';

/** Copying a number from a list. Text only, and a browser grants it to any page that the person has just clicked. */
const grantedPermission = 'clipboard-sanitized-write';

const isGranted = (permission: string, requester: string) =>
  permission === grantedPermission && (requester === pageOrigin || requester.startsWith(pageUrl));

/**
 * Whatever the page tries, it stays on its own address, opens no window and is permitted one thing. Once ready.
 *
 * @param openOutside gets the addresses that the page wanted in a window of their own
 */
export function lockDown(openOutside: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      // A reload of the page itself is all that is left.
      if (details.url !== pageUrl) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
  });
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl ?? '')),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`${pageUrl}download/`)) event.preventDefault();
  });
}
