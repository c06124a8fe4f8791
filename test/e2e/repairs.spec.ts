import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';

test.use({ workspace: 'demo' });

async function openLicence(page: Page) {
  await page.evaluate(() => void (location.hash = '#/entities'));
  await page.getByRole('button', { name: '广州木棉样例贸易有限公司' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('广州木棉样例贸易有限公司');
  await page.getByRole('link', { name: /材料/ }).last().click();
  await page
    .getByRole('list', { name: '文件列表' })
    .getByRole('button', { name: /营业执照/ })
    .click();
}

const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);

test('a tilted page is turned back from its finding, looked at, accepted, undone and brought back', async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLicence(page);
  const detail = page.getByRole('region', { name: '营业执照.jpg' });
  await expect(detail.getByText(/顺时针倾斜/)).toBeVisible();
  await expect(detail.getByText(/不改动证件和文件的内容/)).toBeVisible();
  await detail.getByRole('button', { name: /按测得的角度转正/ }).click();
  const dialog = page.getByRole('dialog', { name: '修复：营业执照.jpg' });
  await expect(dialog.getByRole('heading', { name: '消除 1 项' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByRole('img', { name: '修复后' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '接受修复' }).click();
  await page.keyboard.press('Escape');
  await expect(detail.getByText(/修复：转正/)).toBeVisible();
  await expect(detail.getByText(/顺时针倾斜/)).toHaveCount(0);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(detail.getByText(/顺时针倾斜/)).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(detail.getByText(/修复：转正/)).toBeVisible();
  await detail.getByRole('button', { name: '恢复为原件' }).click();
  await expect(detail.getByText(/顺时针倾斜/)).toBeVisible();
});

test('corners are marked with the keyboard and a crop is dragged with the mouse', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLicence(page);
  await page.getByRole('button', { name: '放大查看' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of ['方框', '基准线', '网格'])
    await expect(dialog.getByRole('button', { name, exact: true })).toBeVisible();
  await page.keyboard.press('j');
  await expect(dialog.locator('[aria-current="true"]')).toHaveCount(1);
  await page.keyboard.press('r');
  const accept = dialog.getByRole('button', { name: '接受修复' });
  await expect(accept).toBeDisabled();
  await dialog.getByRole('button', { name: '标出四个纸角' }).press('Enter');
  const corner = dialog.getByRole('button', { name: /左上纸角/ });
  await corner.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowDown');
  await expect(corner).toHaveAccessibleName('左上纸角，横 4%，纵 0.5%');
  await expect(accept).toBeEnabled({ timeout: 60_000 });
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '裁剪', exact: true }).click();
  const bottomRight = dialog.getByRole('button', { name: /裁剪框右下角/ });
  const box = (await bottomRight.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 120, box.y - 60, { steps: 8 });
  await page.mouse.up();
  await expect(bottomRight).not.toHaveAccessibleName(/横 100%/);
  await expect(accept).toBeEnabled({ timeout: 60_000 });
  await dialog.getByRole('button', { name: '不修复' }).click();
  await expect(page.getByRole('dialog', { name: '检查：营业执照.jpg' })).toBeVisible();
});
