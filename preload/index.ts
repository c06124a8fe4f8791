import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { eventChannel, requestChannel, type HostRequest } from './contract/channels.ts';
import type { Bridge, PickedFile } from './contract/index.ts';

const ask = (request: HostRequest): Promise<string> => ipcRenderer.invoke(requestChannel, request);

const bridge: Bridge = {
  call: (method, inputJson) => ask({ kind: 'call', method, inputJson }),
  subscribe(listener) {
    const forward = (_: unknown, eventJson: string) => listener(eventJson);
    ipcRenderer.on(eventChannel, forward);
    return () => ipcRenderer.off(eventChannel, forward);
  },
  async upload(picked: PickedFile) {
    const file = picked as File;
    const path = webUtils.getPathForFile(file);
    if (path !== '') return ask({ kind: 'file', path });
    return ask({ kind: 'bytes', fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  },
};

contextBridge.exposeInMainWorld('beian', bridge);
