import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';

const WORLD = 'electron-preload';
const source = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

export interface PreloadHost {
  invoke(channel: string, args: unknown[]): Promise<unknown>;
}

export interface PreloadWorld {
  /** Delivers `webContents.send`. */
  send(channel: string, args: unknown[]): Promise<void>;
}

type FromWorld =
  | { id: number; kind: 'invoke'; channel: string; args: unknown[] }
  | { id: number; kind: 'path'; index: number };

/** Makes the page run a preload script in an isolated world of its main frame, before any script of its own. */
export async function installPreload(
  page: Page,
  preloadFile: string,
  host: PreloadHost,
): Promise<PreloadWorld> {
  const cdp = await page.context().newCDPSession(page);
  const nonce = `stand-in-${Math.random().toString(36).slice(2)}`;
  let worldId: number | null = null;

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD) worldId = context.id;
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Page.enable');
  await cdp.send('Runtime.addBinding', { name: 'standInTellNode', executionContextName: WORLD });

  const deliver = async (contextId: number, message: object) => {
    const expression = `standInReceive(${JSON.stringify(message)})`;
    // The page may have gone meanwhile; then nobody waits.
    await cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  };

  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const message = JSON.parse(payload, unpack) as FromWorld;
    const work =
      message.kind === 'path'
        ? pathOfFile(cdp, executionContextId, message.index)
        : host.invoke(message.channel, message.args);
    work.then(
      (value) => deliver(executionContextId, { kind: 'answer', id: message.id, ok: true, value }),
      (cause: Error) =>
        deliver(executionContextId, { kind: 'answer', id: message.id, ok: false, message: cause.message }),
    );
  });

  const connect = `const connectWorlds = (() => { ${source('worlds.js')}; return connectWorlds; })();`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(() => { if (window !== window.top) return; ${connect}
      connectWorlds('page', 'preload', '${nonce}', () => null); })();`,
  });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: `(() => { if (window !== window.top) return; ${connect} ${source('preload-world.js')}
      const require = preloadRequire('${nonce}', connectWorlds, standInTellNode);
      const module = { exports: {} };
      ((require, module, exports) => { ${readFileSync(preloadFile, 'utf8')}
      })(require, module, module.exports); })();`,
  });

  return {
    async send(channel, args) {
      if (worldId !== null) await deliver(worldId, { kind: 'send', channel, args });
    },
  };
}

/** The path behind a `File`, `''` when it is not on disk. */
async function pathOfFile(cdp: CDPSession, contextId: number, index: number): Promise<string> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: `standInFiles[${index}]`, contextId });
  const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId! });
  return path;
}

function unpack(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('$bytes' in value)) return value;
  return Uint8Array.from(Buffer.from(value.$bytes as string, 'latin1'));
}
