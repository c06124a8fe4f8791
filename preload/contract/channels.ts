/** The two IPC channels between the preload script and the Electron shell. */
export const requestChannel = 'beian:request';
export const eventChannel = 'beian:event';

/** What the preload script may ask. The answer is always a JSON `Result`. */
export type HostRequest =
  | { kind: 'call'; method: string; inputJson: string }
  /** A file the person dropped or chose; `path` comes from the system, not from the page. */
  | { kind: 'file'; path: string }
  /** A file that is not on disk, e.g. dragged out of another program. */
  | { kind: 'bytes'; fileName: string; bytes: Uint8Array };
