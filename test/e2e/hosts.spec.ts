import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app-test.ts';

test.describe('an empty workspace', () => {
  test.use({ workspace: 'empty' });

  test('opens in the window, answers calls and is let go of at the end', async ({ page, app }) => {
    const status = await page.evaluate(() => window.beian.call('app.status', '{}'));
    expect(JSON.parse(status)).toMatchObject({
      ok: true,
      value: { systemLanguage: 'zh-CN', workspace: { folder: app.workspaceDir, readOnly: false } },
    });
    await expect(page.locator('#app')).not.toBeEmpty();
    await app.quit();
    const head = await readFile(join(app.workspaceDir, 'workspace.json'), 'utf8');
    expect(JSON.parse(head)).toMatchObject({ name: '测试集团' });
  });

  test('takes files from a file input, from disk and from memory', async ({ page }) => {
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'probe' });
      document.body.append(input);
    });
    await page.locator('#probe').setInputFiles('package.json');
    const fromDisk = await page.evaluate(() =>
      window.beian.upload(document.querySelector<HTMLInputElement>('#probe')!.files![0]!),
    );
    const text = await readFile('package.json', 'utf8');
    expect(JSON.parse(fromDisk)).toMatchObject({
      ok: true,
      value: { fileName: 'package.json', bytes: Buffer.byteLength(text) },
    });
    const fromMemory = await page.evaluate(() => window.beian.upload(new File(['备案'], '材料.txt')));
    expect(JSON.parse(fromMemory)).toMatchObject({ ok: true, value: { fileName: '材料.txt', bytes: 6 } });
    const empty = await page.evaluate(() => window.beian.upload(new File([], 'empty.pdf')));
    expect(JSON.parse(empty)).toEqual({
      ok: false,
      error: { code: 'files.empty', params: { fileName: 'empty.pdf' } },
    });
  });

  test('is told of what happens, until it no longer listens', async ({ page }) => {
    const saved = await page.evaluate(async () => {
      const heard: string[] = [];
      const stop = window.beian.subscribe((json) => heard.push(json));
      const create = () => window.beian.call('people.create', JSON.stringify({ fields: { name: '张样例' } }));
      await create();
      // The state of saving is told once the file is on disk.
      while (!heard.some((json) => json.includes('"saved"')))
        await new Promise((done) => setTimeout(done, 50));
      stop();
      const before = heard.length;
      await create();
      await new Promise((done) => setTimeout(done, 500));
      return { heard: before, later: heard.length - before };
    });
    expect(saved.heard).toBeGreaterThan(0);
    expect(saved.later).toBe(0);
  });
});

test('the page has no power of its own: no Node, no inline script, no eval, no other origin', async ({
  page,
  app,
}) => {
  app.expectErrors(/Content Security Policy|Refused to|Fetch API cannot load/);
  const found = await page.evaluate(async () => {
    const global = window as unknown as Record<string, unknown>;
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    // What the debugger itself runs is exempt; after a turn of the event loop it is the page’s own.
    await new Promise((done) => setTimeout(done));
    let evaluated = false;
    try {
      evaluated = Boolean(new Function('return true')());
    } catch {
      // Refused, as it should be.
    }
    const fetched = await fetch('https://elsewhere.example/').then(
      () => true,
      () => false,
    );
    const names = ['require', 'process', 'module', 'Buffer', 'inlineRan', 'electron', 'ipcRenderer'];
    return { globals: names.filter((name) => name in global), evaluated, fetched };
  });
  expect(found).toEqual({ globals: [], evaluated: false, fetched: false });
});

test('the bridge cannot be replaced or extended by the page', async ({ page }) => {
  const result = await page.evaluate(() => {
    const attempts = [
      () => ((window as { beian: unknown }).beian = null),
      () => ((window.beian as { call: unknown }).call = null),
      () => ((window.beian as unknown as Record<string, unknown>)['more'] = 1),
    ];
    for (const attempt of attempts)
      try {
        attempt();
      } catch {
        // Strict mode says so aloud; what counts is below.
      }
    return [typeof window.beian.call, Object.keys(window.beian).sort()];
  });
  expect(result).toEqual(['function', ['call', 'subscribe', 'upload']]);
});
