import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchStandIn } from '../helpers/electron-stand-in/launch.ts';
import { packageApp } from '../helpers/packaged-app.ts';

/** The installed application is what electron-builder put into the archive, and nothing of this folder. */
test('the packaged files are all that the window needs', async ({ context }) => {
  test.skip(process.platform !== 'linux', 'the stand-in for Electron’s program is packaged as Linux’s');
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'beian-installed-'));
  const packaged = await packageApp();
  const installed = join(folder, 'app');
  packaged.extractTo(installed);
  const app = await launchStandIn(context, {
    main: join(installed, 'dist/main/index.js'),
    args: [],
    env: { ...process.env, BEIAN_DATA_DIR: join(folder, 'data') },
  });
  const call = (method: string, input: object) =>
    app.page
      .evaluate(([m, json]) => window.beian.call(m!, json!), [method, JSON.stringify(input)])
      .then((json) => JSON.parse(json) as { ok: boolean; value: Record<string, never> });
  await expect(app.page.locator('#app')).not.toBeEmpty();

  const created = await call('workspaces.create', { folder: join(folder, 'workspace'), name: '测试集团' });
  expect(created).toMatchObject({ ok: true });
  const dossier = await call('dossiers.create', { name: '上海样例有限公司', creditCode: null });
  expect(dossier).toMatchObject({ ok: true });
  // A picture goes through a worker thread and sharp's native module.
  const { dossierId, handle } = await app.page.evaluate(
    async (id) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 1200 });
      canvas.getContext('2d')!.fillRect(100, 100, 200, 200);
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'));
      const received = await window.beian.upload(new File([blob], 'photo.png'));
      return { dossierId: id, handle: (JSON.parse(received) as { value: { handle: string } }).value.handle };
    },
    (dossier.value as unknown as { dossier: { id: string } }).dossier.id,
  );
  const add = { dossierId, handles: [handle], material: 'photo-backdrop', owner: null, serviceId: null };
  expect(await call('attachments.add', add)).toMatchObject({ ok: true });
  await expect
    .poll(async () => JSON.stringify(await call('dossiers.get', { dossierId })), { timeout: 30_000 })
    .toContain('"widthPx":900');

  await app.ask({ kind: 'close-by-user' });
  expect(await app.exited).toBe(0);
  expect(app.errors()).toBe('');
  await packaged.remove();
  await rm(folder, { recursive: true, force: true });
});
