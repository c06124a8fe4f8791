import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { eventChannel, requestChannel, type HostRequest } from '../../../preload/contract/channels.ts';
import type { AppEvent } from '../../../preload/contract/index.ts';
import type { App } from '../../app.ts';
import { receiveUpload } from '../receive-upload.ts';
import { pageOrigin } from './protocol.ts';

const Request: v.GenericSchema<HostRequest> = v.variant('kind', [
  v.strictObject({ kind: v.literal('call'), method: v.string(), inputJson: v.string() }),
  v.strictObject({ kind: v.literal('file'), path: v.pipe(v.string(), v.minLength(1)) }),
  v.strictObject({
    kind: v.literal('bytes'),
    fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
    bytes: v.instance(Uint8Array),
  }),
]);

/**
 * Connects the window to the application. `onAnswer` sees every call with its answer.
 *
 * @returns sends an event to the window
 */
export function attachIpc(
  app: App,
  window: BrowserWindow,
  onAnswer: (method: string, resultJson: string) => void,
): (event: AppEvent) => void {
  ipcMain.handle(requestChannel, async (event, message: unknown) => {
    if (!isOurPage(event, window)) throw new Error('unknown sender');
    const request = v.parse(Request, message);
    switch (request.kind) {
      case 'call': {
        const resultJson = await app.call(request.method, request.inputJson);
        onAnswer(request.method, resultJson);
        return resultJson;
      }
      case 'file':
        return receiveUpload(app, basename(request.path), createReadStream(request.path));
      case 'bytes':
        return receiveUpload(app, request.fileName, chunks(request.bytes));
    }
  });
  const send = (event: AppEvent) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, JSON.stringify(event));
  };
  app.subscribe(send);
  return send;
}

/** The top frame of our window, and still showing our page. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const { senderFrame } = event;
  return (
    senderFrame !== null && senderFrame === window.webContents.mainFrame && senderFrame.origin === pageOrigin
  );
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
