/**
 * The preload side of `electron` in the isolated world: contextBridge, ipcRenderer, webUtils and nothing else.
 * `page.ts` puts `connectWorlds` before it and the application's built preload script behind it.
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
function preloadRequire(nonce, connectWorlds, tellNode) {
  const listeners = new Map();
  const waiting = new Map();
  const pathOf = new WeakMap();
  const files = [];
  let lastId = 0;

  const packed = (value) =>
    JSON.stringify(value, (_, item) =>
      item instanceof Uint8Array
        ? { $bytes: Array.from(item, (byte) => String.fromCharCode(byte)).join('') }
        : item,
    );
  const askNode = (message) =>
    new Promise((resolve, reject) => {
      waiting.set(++lastId, { resolve, reject });
      tellNode(packed({ ...message, id: lastId }));
    });

  /** Electron answers `getPathForFile` at once; here only the debugger knows a file's path, so it is asked before. */
  function learnPaths(args) {
    const unknown = args.filter((arg) => arg instanceof File);
    if (unknown.length === 0) return null;
    return Promise.all(
      unknown.map(async (file) =>
        pathOf.set(file, await askNode({ kind: 'path', index: files.push(file) - 1 })),
      ),
    );
  }

  const worlds = connectWorlds('preload', 'page', nonce, learnPaths);
  globalThis.standInFiles = files;
  globalThis.standInReceive = (message) => {
    if (message.kind === 'send') {
      for (const listener of listeners.get(message.channel) ?? []) listener({ senderId: 0 }, ...message.args);
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) resolve(message.value);
    else reject(new Error(message.message));
  };

  const closed = (name, members) =>
    new Proxy(members, {
      get(target, key) {
        if (!(key in target)) throw new Error(`electron stand-in: ${name}.${String(key)} is not known here`);
        return target[key];
      },
    });

  const electron = closed('electron', {
    contextBridge: closed('contextBridge', {
      exposeInMainWorld: (key, api) => worlds.expose(key, api),
    }),
    ipcRenderer: closed('ipcRenderer', {
      invoke: (channel, ...args) => askNode({ kind: 'invoke', channel, args }),
      on: (channel, listener) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) =>
        void listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((other) => other !== listener),
        ),
    }),
    webUtils: closed('webUtils', {
      getPathForFile(file) {
        if (!(file instanceof File)) throw new TypeError('not a File');
        return pathOf.get(file) ?? '';
      },
    }),
  });

  return (name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load '${name}'`);
    return electron;
  };
}
