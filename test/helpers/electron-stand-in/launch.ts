import { fork, type ChildProcess } from 'node:child_process';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { installPreload, type PreloadWorld } from './page.ts';
import type { Answers, FromApp, ToApp, WindowCreated } from './wire.ts';

export interface StandInOptions {
  /** The built main script, as package.json's `main` names it. */
  main: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

export interface StandInApp {
  page: Page;
  /** Asks the stand-in modules in the application's process. */
  ask<K extends ToApp['kind']>(request: Extract<ToApp, { kind: K }>): Promise<Answers[K]>;
  /** What the page tried and the shell or the stand-in refused. */
  refused: string[];
  /** What the application wrote to stderr. */
  errors(): string;
  /** Resolves with the exit code. */
  exited: Promise<number | null>;
}

/** Chromium knows no schemes of ours: the page's address, and what stands for it there. */
const schemeOrigin = 'beian://app';
const chromiumOrigin = 'https://app.beian.invalid';

/** Electron's permissions and the names Chromium's debugger has for them. */
const CHROMIUM_PERMISSIONS: Record<string, string> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
};

/** Runs the built shell in a Node process with the stand-in modules, and its window in this browser context. */
export async function launchStandIn(context: BrowserContext, options: StandInOptions): Promise<StandInApp> {
  const register = new URL('./register.mjs', import.meta.url).href;
  const child = fork(options.main, options.args, {
    execArgv: ['--import', 'tsx', '--import', register],
    env: options.env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exited = new Promise<number | null>((done) => child.once('exit', done));

  const process = connect(child);
  const refused: string[] = [];
  const page = await context.newPage();
  let world: PreloadWorld | null = null;

  async function openWindow({ preload, width, height }: WindowCreated) {
    await page.setViewportSize({ width, height });
    world = await installPreload(page, preload, {
      invoke: (channel, args) =>
        process
          .ask({ kind: 'invoke', channel, args, isMainFrame: true, origin: schemeOrigin })
          .catch((cause: Error) => {
            throw new Error(`Error invoking remote method '${channel}': ${cause.message}`);
          }),
    });
    await page.route('**/*', (route) => answer(route));
    // window.open shows as a page of the same context.
    context.on('page', async (other) => {
      if (other === page) return;
      const isOpened = await orNo(process.ask({ kind: 'may-open', url: other.url() }));
      if (!isOpened) refused.push(`window ${other.url()}`);
      await other.close();
    });
  }

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    const url = request.url();
    if (request.isNavigationRequest() && !(await mayShow(url, request.frame() === page.mainFrame()))) {
      refused.push(`navigation ${url}`);
      return route.abort('aborted');
    }
    if (!url.startsWith(`${chromiumOrigin}/`)) {
      refused.push(`request ${url}`);
      return route.abort('blockedbyclient');
    }
    const target = schemeOrigin + url.slice(chromiumOrigin.length);
    const response = await unlessEnded(
      process.ask({
        kind: 'fetch',
        method: request.method(),
        url: target,
      }),
    );
    if (response === null) return route.abort('aborted');
    const { status, headers, body } = response;
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  }

  let isFirstLoad = true;
  async function mayShow(url: string, isMainFrame: boolean): Promise<boolean> {
    // What the shell loads itself is not announced to its listeners.
    if (isFirstLoad) return !(isFirstLoad = false);
    const asked = url.replace(chromiumOrigin, schemeOrigin);
    return orNo(process.ask({ kind: 'may-navigate', url: asked, isMainFrame }));
  }

  /** Chromium may still ask while the application ends; one that has ended lets nothing through. */
  async function unlessEnded<T>(answer: Promise<T>): Promise<T | null> {
    return answer.catch((cause: unknown) => {
      if (child.connected) throw cause;
      return null;
    });
  }

  async function orNo(answer: Promise<boolean>): Promise<boolean> {
    return (await unlessEnded(answer)) ?? false;
  }

  const loaded = new Promise<void>((done, fail) => {
    let opened: Promise<void> = Promise.resolve();
    const handle = async (message: FromApp) => {
      if (message.kind === 'window') opened = openWindow(message.window);
      await opened;
      if (message.kind === 'load') {
        await setPermissions(context, page, message.permissions);
        await page.goto(message.url.replace(schemeOrigin, chromiumOrigin));
        await process.ask({ kind: 'page', event: 'did-finish-load' });
        done();
      } else if (message.kind === 'send') await world?.send(message.channel, message.args);
      else if (message.kind === 'reload') await page.reload();
      else if (message.kind === 'close-window') {
        const gone = new Promise((resolve) => page.once('close', resolve));
        await page.close({ runBeforeUnload: true });
        await gone;
        await process.ask({ kind: 'page', event: 'closed' });
      }
    };
    process.listen((message) => void handle(message).catch(fail));
    void exited.then((code) => fail(new Error(`the shell ended with code ${code}\n${errors}`)));
  });
  await loaded;
  return { page, ask: process.ask, refused, errors: () => errors, exited };
}

async function setPermissions(
  context: BrowserContext,
  page: Page,
  granted: Record<string, boolean>,
): Promise<void> {
  const browser = await context.browser()!.newBrowserCDPSession();
  const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  for (const [name, chromiumName] of Object.entries(CHROMIUM_PERMISSIONS))
    await browser.send('Browser.setPermission', {
      permission: { name: chromiumName },
      setting: granted[name] ? 'granted' : 'denied',
      origin: chromiumOrigin,
      ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId }),
    });
  await browser.detach();
}

function connect(child: ChildProcess) {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (cause: Error) => void }>();
  const listeners: ((message: FromApp) => void)[] = [];
  let lastId = 0;
  child.on('message', (message: FromApp) => {
    if (message.kind === 'answer') waiting.get(message.id)?.resolve(message.value as never);
    else if (message.kind === 'refusal') waiting.get(message.id)?.reject(new Error(message.message));
    else for (const listener of listeners) listener(message);
    if ('id' in message) waiting.delete(message.id);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the application has ended'));
    waiting.clear();
  });
  return {
    ask<K extends ToApp['kind']>(request: Extract<ToApp, { kind: K }>): Promise<Answers[K]> {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, request }, (cause) => cause && reject(cause));
      });
    },
    listen: (listener: (message: FromApp) => void) => void listeners.push(listener),
  };
}
