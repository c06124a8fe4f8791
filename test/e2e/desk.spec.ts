import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeGroup } from '../../bench/group.ts';
import { expect, test } from './app-test.ts';

test.describe('the filing password', () => {
  test.use({ workspace: 'demo' });

  test('is shown, hidden and forgotten by the window, and found in no file', async ({ page, app }) => {
    const SECRET = 'Planted-9c1e-密码';
    await page.evaluate(() => void (location.hash = '#/entities'));
    await page.getByRole('button', { name: '上海云杉样例信息技术有限公司' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '备案密码' }).click();
    const dialog = page.getByRole('dialog');
    const { available } = await page.evaluate(async () => {
      const status = JSON.parse(await window.beian.call('app.status', '{}')) as {
        value: { keychain: { available: boolean } };
      };
      return status.value.keychain;
    });
    if (!available) {
      await expect(dialog.getByText(/密码无法保存/)).toBeVisible();
      await expect(dialog.getByRole('button', { name: '保存' })).toHaveCount(0);
      return;
    }
    await dialog.getByLabel(/密码/).fill(SECRET);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('button', { name: /显示/ }).click();
    await expect(dialog.getByText(SECRET)).toBeVisible();
    await dialog.getByRole('button', { name: /隐藏/ }).click();
    await expect(page.getByText(SECRET)).toHaveCount(0);
    await dialog.getByRole('button', { name: '关闭' }).first().click();
    await app.quit();
    const files = await readdir(app.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile()))
      expect((await readFile(join(file.parentPath, file.name))).includes(SECRET), file.name).toBe(false);
  });
});

test.describe('a damaged file', () => {
  test.use({ workspace: 'empty' });

  test('is named, opens from its last good version on request, and takes nothing else down', async ({
    page,
    app,
  }) => {
    const open = () =>
      page.evaluate(
        (folder) => window.beian.call('workspaces.open', JSON.stringify({ folder, readOnly: false })),
        app.workspaceDir,
      );
    await page.evaluate(async () => {
      for (const name of ['甲公司', '乙公司']) {
        const made = JSON.parse(
          await window.beian.call('dossiers.create', JSON.stringify({ name, creditCode: null })),
        ) as { value: { dossier: { id: string } } };
        const { id } = made.value.dossier;
        await window.beian.call(
          'dossiers.update',
          JSON.stringify({ dossierId: id, patch: { remark: '备注' } }),
        );
      }
      await window.beian.call('workspaces.close', '{}');
    });
    const [first] = await readdir(join(app.workspaceDir, 'dossiers'));
    const file = join(app.workspaceDir, 'dossiers', first!, 'dossier.json');
    await writeFile(file, '\0\0\0\0');
    await open();
    await page.reload();
    await expect(page.getByText(new RegExp(first!.slice(0, 8)))).toBeVisible();
    await page.getByRole('button', { name: /备份打开/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '用备份打开' }).click();
    await expect(page.getByText(new RegExp(first!.slice(0, 8)))).toHaveCount(0);
    await page.evaluate(() => void (location.hash = '#/entities'));
    await expect(page.getByRole('button', { name: '甲公司' })).toBeVisible();
    await expect(page.getByRole('button', { name: '乙公司' })).toBeVisible();
  });
});

test.describe('three hundred entities', () => {
  test.use({ workspace: 'empty' });

  test('are listed, searched and opened from the keyboard, with few rows in the page', async ({
    page,
    app,
  }) => {
    await page.evaluate(() => window.beian.call('workspaces.close', '{}'));
    await rm(app.workspaceDir, { recursive: true, force: true });
    await writeGroup(app.workspaceDir, 300);
    await page.evaluate(
      (folder) => window.beian.call('workspaces.open', JSON.stringify({ folder, readOnly: false })),
      app.workspaceDir,
    );
    await page.reload();
    await page.evaluate(() => void (location.hash = '#/entities'));
    await expect(page.getByRole('status').filter({ hasText: '300' })).toBeVisible({ timeout: 30_000 });
    const grid = page.getByRole('grid', { name: '主体' });
    expect(await grid.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('searchbox').fill('第217号');
    await expect(grid.getByRole('row')).toHaveCount(2);
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('上海样例第217号信息技术有限公司');
  });
});
