import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  _electron,
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type Request,
} from '@playwright/test';
import { findElectron } from '../helpers/electron-binary.ts';
import { launchStandIn, type StandInApp } from '../helpers/electron-stand-in/launch.ts';

export { expect };

export interface AppOptions {
  /** Set by the project; specs do not look at it. */
  host: 'loopback' | 'electron-stand-in' | 'electron';
  /** What is open when the window comes up: nothing, an empty workspace, or the sample group. */
  workspace: 'none' | 'empty' | 'demo';
  systemLanguage: 'zh-CN' | 'en';
}

export interface RunningApp {
  page: Page;
  host: AppOptions['host'];
  /** A folder of this test, gone afterwards; the workspace is `workspace` inside it. */
  folder: string;
  workspaceDir: string;
  /** What the system's folder dialog answers next. Without such a dialog the person types the path. */
  chooseNext(folder: string | null): Promise<void>;
  /** Starts an export by `start` and answers the path of the finished `pack.pdf`. */
  exportPack(start: () => Promise<void>): Promise<string>;
  /** Closes the application as a person would, everything saved, and waits until it has ended. */
  quit(): Promise<void>;
  /** The stand-in's own view; only in specs named `*.stand-in.spec.ts`. */
  standIn: StandInApp;
  /** Errors of the page that the test provokes on purpose. */
  expectErrors(pattern: RegExp): void;
}

interface Host {
  page: Page;
  /** Only with the stand-in: its modules. */
  standIn?: StandInApp;
  /** Only where the system has a folder dialog: what it answers next. */
  chooseNext?(folder: string | null): Promise<void>;
  quit(): Promise<void>;
}

interface Fixtures {
  app: RunningApp;
}

interface WorkerFixtures {
  /** Makes a sample workspace once and answers its folder, to be copied. */
  sample: () => Promise<string>;
}

const main = resolve('dist/main/index.js');

export const test = base.extend<AppOptions & Fixtures, WorkerFixtures>({
  host: ['loopback', { option: true }],
  workspace: ['none', { option: true }],
  systemLanguage: ['zh-CN', { option: true }],

  sample: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'beian-sample-'));
      const make = async () => {
        const sample = join(folder, 'workspace');
        await run(
          'dist/main/hosts/cli/beian.js',
          ['demo', '--workspace', sample],
          environment(folder, 'zh-CN'),
        );
        return sample;
      };
      let made: Promise<string> | undefined;
      await use(() => (made ??= make()));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  app: async ({ host, workspace, systemLanguage, sample, context }, use, info) => {
    const electron = host === 'electron' ? findElectron() : null;
    test.skip(
      electron !== null && 'missing' in electron,
      electron && 'missing' in electron ? electron.missing : '',
    );
    const folder = await mkdtemp(join(tmpdir(), 'beian-e2e-'));
    const workspaceDir = join(folder, 'workspace');
    const env = environment(folder, systemLanguage);
    if (workspace === 'demo') await cp(await sample(), workspaceDir, { recursive: true });
    if (workspace === 'empty') await createEmpty(workspaceDir, env);
    const args = workspace === 'none' ? [] : ['--workspace', workspaceDir];

    const problems: string[] = [];
    const expected: RegExp[] = [];
    const watch = (page: Page) => {
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') problems.push(message.text());
      });
    };
    const running =
      host === 'loopback'
        ? await startLoopback(context, args, env, watch, problems)
        : host === 'electron'
          ? await startElectron((electron as { program: string }).program, args, env, watch)
          : await startStandIn(context, args, env, watch, systemLanguage);

    await use({
      page: running.page,
      host,
      folder,
      workspaceDir,
      chooseNext: async (chosen) => running.chooseNext?.(chosen),
      exportPack: (start) => exportPack(running, folder, start),
      quit: running.quit,
      standIn: running.standIn!,
      expectErrors: (pattern) => void expected.push(pattern),
    });
    if (info.status !== info.expectedStatus && !running.page.isClosed())
      await info.attach('window', { body: await running.page.screenshot(), contentType: 'image/png' });
    await running.quit();
    await rm(folder, { recursive: true, force: true });
    expect(problems.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
  },

  page: async ({ app }, use) => use(app.page),
});

/** The application's own files and the home folder it proposes lie in the test's folder. */
function environment(folder: string, language: AppOptions['systemLanguage']): NodeJS.ProcessEnv {
  const locale = language === 'zh-CN' ? 'zh_CN.UTF-8' : 'en_US.UTF-8';
  return {
    ...process.env,
    NODE_ENV: 'production',
    BEIAN_DATA_DIR: join(folder, 'data'),
    LC_ALL: locale,
    STAND_IN_LOCALE: language,
  };
}

async function run(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with code ${String(code)}`);
}

async function createEmpty(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { createApp } = (await import(resolve('dist/main/app.js'))) as typeof import('../../main/app.ts');
  const ports = (await import(
    resolve('dist/main/hosts/cli/ports.js')
  )) as typeof import('../../main/hosts/cli/ports.ts');
  const app = await createApp({ ...ports.createCliPorts(), dataDir: env['BEIAN_DATA_DIR']! });
  await app.call('workspaces.create', JSON.stringify({ folder, name: '测试集团' }));
  await app.close();
}

async function startLoopback(
  context: BrowserContext,
  args: string[],
  env: NodeJS.ProcessEnv,
  watch: (page: Page) => void,
  problems: string[],
): Promise<Host> {
  const child = spawn(process.execPath, ['dist/main/hosts/loopback/main.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((done, fail) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(text);
      if (found) done(found[0]);
    });
    child.once('exit', (code) => fail(new Error(`the loopback host ended with code ${code}`)));
  });
  const page = await context.newPage();
  watch(page);
  page.on('request', (request: Request) => {
    const own = request.url().startsWith(new URL(url).origin) || request.url().startsWith('blob:');
    if (!own) problems.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  return {
    page,
    async quit() {
      if (!page.isClosed()) {
        const closed = page.waitForEvent('close');
        await page.close({ runBeforeUnload: true });
        await closed;
      }
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function startStandIn(
  context: BrowserContext,
  args: string[],
  env: NodeJS.ProcessEnv,
  watch: (page: Page) => void,
  language: AppOptions['systemLanguage'],
): Promise<Host> {
  context.on('page', watch);
  const standIn = await launchStandIn(context, { main, args, env: { ...env, STAND_IN_LOCALE: language } });
  return {
    page: standIn.page,
    standIn,
    chooseNext: async (folder) => void (await standIn.ask({ kind: 'next-folder', folder })),
    async quit() {
      // It may have ended before it could say so.
      if (!standIn.page.isClosed()) await standIn.ask({ kind: 'close-by-user' }).catch(() => undefined);
      await standIn.exited;
    },
  };
}

async function startElectron(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  watch: (page: Page) => void,
): Promise<Host> {
  const app = await _electron.launch({
    executablePath: program,
    args: ['.', ...args],
    env: env as Record<string, string>,
  });
  const page = await app.firstWindow();
  watch(page);
  return {
    page,
    quit: () => app.close(),
    chooseNext: (folder) =>
      app.evaluate(({ dialog }, chosen) => {
        const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
        dialog.showOpenDialog = () => Promise.resolve(answer);
      }, folder),
  };
}

/** Where there is a folder dialog the pack is written there; otherwise the page offers it as downloads. */
async function exportPack(
  { page, chooseNext }: Host,
  folder: string,
  start: () => Promise<void>,
): Promise<string> {
  const target = join(folder, 'exports');
  await mkdir(target, { recursive: true });
  if (chooseNext) {
    await chooseNext(target);
    await start();
    let found: string | undefined;
    await expect
      .poll(
        async () =>
          // Half-written packs lie in a folder whose name begins with a dot.
          (found = (await readdir(target, { recursive: true })).find((file) =>
            /^[^.].*[\\/]pack\.pdf$/.test(file),
          )),
        {
          timeout: 60_000,
        },
      )
      .toBeTruthy();
    return join(target, found!);
  }
  await start();
  const link = page.locator('a[download$=".pdf"]');
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = join(target, 'pack.pdf');
  await download.saveAs(file);
  return file;
}
