import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launchStandIn } from '../helpers/electron-stand-in/launch.ts';
import { expect, test } from './app-test.ts';

/** What Electron's shell does beyond the page; the stand-in has audited it before the page was opened. */
test.use({ workspace: 'empty' });

const labels = (entries: { label: string }[]) => entries.map(({ label }) => label).filter(Boolean);

test('the page stays where it is and opens nothing', async ({ page, app }) => {
  app.expectErrors(/Content Security Policy|Refused to|Not allowed to/);
  const address = page.url();
  await page.evaluate(() => {
    window.open('https://elsewhere.example/window');
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.example/frame';
    document.body.append(frame);
    const form = Object.assign(document.createElement('form'), { action: 'https://elsewhere.example/form' });
    document.body.append(form);
    form.submit();
    location.href = 'https://elsewhere.example/location';
  });
  await expect.poll(() => app.standIn.refused.join(' ')).toContain('/location');
  expect(page.url()).toBe(address);
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(app.standIn.refused.filter((what) => !/^(navigation|window) /.test(what))).toEqual([]);
  expect(await app.standIn.ask({ kind: 'outside' })).toEqual([]);
});

test('a source opens in the system’s browser, and nothing else does', async ({ page, app }) => {
  await page.evaluate(() => void (location.hash = '#/rules/310000'));
  await page.getByRole('article').first().getByRole('button').click();
  const source = page.getByRole('article').first().getByRole('link').first();
  await expect(source).toHaveAttribute('target', '_blank');
  await expect(source).toHaveAttribute('rel', 'noopener noreferrer');
  const { href } = new URL((await source.getAttribute('href'))!);
  expect(href).toMatch(/^https:/);
  // As a click asks it; never a window of our own.
  const opens = (url: string) => app.standIn.ask({ kind: 'may-open', url });
  expect(await opens(href)).toBe(false);
  expect(await opens(`${href}?more`)).toBe(false);
  expect(await opens('https://elsewhere.example/')).toBe(false);
  expect(await app.standIn.ask({ kind: 'outside' })).toEqual([href]);
});

test('a frame or another origin that asks is not answered', async ({ app }) => {
  const message = { kind: 'call', method: 'app.status', inputJson: '{}' };
  const ask = (isMainFrame: boolean, origin: string, args: unknown[] = [message]) =>
    app.standIn.ask({ kind: 'invoke', channel: 'beian:request', args, isMainFrame, origin });
  await expect(ask(false, 'beian://app')).rejects.toThrow('unknown sender');
  await expect(ask(true, 'https://elsewhere.example')).rejects.toThrow('unknown sender');
  await expect(ask(true, 'beian://app', [{ kind: 'run', command: 'x' }])).rejects.toThrow();
  await expect(ask(true, 'beian://app', [{ kind: 'file', path: '' }])).rejects.toThrow();
  expect(await ask(true, 'beian://app')).toContain('"ok":true');
});

test('the protocol serves the page and nothing around it', async ({ app }) => {
  const fetch = (path: string, method = 'GET') =>
    app.standIn.ask({ kind: 'fetch', method, url: `beian://app${path}` }).then(({ status }) => status);
  expect(await fetch('/')).toBe(200);
  expect(await fetch('/', 'POST')).toBe(404);
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fmain%2findex.js',
    '/preview/x',
    '/download/x',
  ])
    expect(await fetch(path), path).toBe(404);
  expect((await app.standIn.ask({ kind: 'fetch', method: 'GET', url: 'beian://other/' })).status).toBe(404);
});

test('the menu speaks the window’s language and its choices reach the page', async ({ page, app }) => {
  const menu = () => app.standIn.ask({ kind: 'menu' }).then(labels);
  expect(await menu()).toEqual(['文件', '编辑', '视图', '帮助']);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.beian.subscribe((json) => heard.push(json));
  });
  await app.standIn.ask({ kind: 'click-menu', path: ['编辑', '查找…'] });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join()))
    .toContain('{"type":"command","command":"find"}');
  const english = JSON.stringify({ patch: { language: 'en' } });
  await page.evaluate((input) => window.beian.call('workspaces.saveSettings', input), english);
  expect(await menu()).toEqual(['File', 'Edit', 'View', 'Help']);
});

test('a folder is chosen in the system’s dialog', async ({ page, app }) => {
  const choose = async () =>
    JSON.parse(await page.evaluate(() => window.beian.call('workspaces.chooseFolder', '{}'))) as unknown;
  await app.chooseNext(app.folder);
  expect(await choose()).toEqual({ ok: true, value: app.folder });
  await app.chooseNext(null);
  expect(await choose()).toEqual({ ok: true, value: null });
});

test('closing writes everything first, lets go of the workspace and remembers the window', async ({
  page,
  app,
}) => {
  const input = JSON.stringify({ name: '上海样例有限公司', creditCode: null });
  await page.evaluate((json) => void window.beian.call('dossiers.create', json), input);
  await app.quit();
  expect(await app.standIn.exited).toBe(0);
  expect(app.standIn.errors()).toBe('');
  const state = JSON.parse(await readFile(join(app.folder, 'data/window.json'), 'utf8')) as object;
  expect(state).toMatchObject({ width: 1440, height: 900, isMaximized: false });
  const { createApp } = (await import(resolve('dist/main/app.js'))) as typeof import('../../main/app.ts');
  const { createCliPorts } = (await import(
    resolve('dist/main/hosts/cli/ports.js')
  )) as typeof import('../../main/hosts/cli/ports.ts');
  const again = await createApp({ ...createCliPorts(), dataDir: join(app.folder, 'other') });
  const opened = await again.call(
    'workspaces.open',
    JSON.stringify({ folder: app.workspaceDir, readOnly: false }),
  );
  expect(JSON.parse(opened)).toMatchObject({ ok: true, value: { readOnly: false } });
  expect(await again.call('dossiers.list', '{}')).toContain('上海样例有限公司');
  await again.close();
});

test('a second start hands its file to the first window and ends', async ({ page, app, context }) => {
  const file = join(app.folder, 'colleague.beian');
  await writeFile(file, '{}');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.beian.subscribe((json) => heard.push(json));
  });
  await app.standIn.ask({ kind: 'second-instance', argv: ['beian-desk', '--flag', file] });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join()))
    .toMatch(/"command":"import:[^"]+"/);
  const second = launchStandIn(context, {
    main: resolve('dist/main/index.js'),
    args: [],
    env: { ...process.env, BEIAN_DATA_DIR: join(app.folder, 'second'), STAND_IN_SECOND_INSTANCE: '1' },
  });
  await expect(second).rejects.toThrow('the shell ended with code 0');
});
