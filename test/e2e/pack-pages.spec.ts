import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './app-test.ts';

test.use({ workspace: 'demo' });

/** The sample's filing that is ready to print. */
test.beforeEach(async ({ page }) => {
  await page.evaluate(async () => {
    const rows = JSON.parse(await window.beian.call('dossiers.list', '{}')) as {
      value: { dossierId: string; openFiling: { filingId: string; type: string } | null }[];
    };
    const { dossierId, openFiling } = rows.value.find((row) => row.openFiling?.type === 'first')!;
    location.hash = `#/filings/${dossierId}/${openFiling!.filingId}/pack`;
  });
});

test('the pages of a pack can be looked at before the export, by keyboard alone', async ({ page }) => {
  test.slow();
  const pages = page.getByRole('list').filter({ has: page.getByRole('button', { name: /^第 1 页/ }) });
  const first = pages.getByRole('button', { name: /^第 1 页/ });
  const picture = first.locator('img');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(200);

  await first.focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: /^第 1 页/ });
  const sheet = viewer.getByRole('img', { name: /^第 1 页/ });
  await expect.poll(() => sheet.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(1000);
  const whole = (await sheet.boundingBox())!;
  await page.keyboard.press('+');
  await expect.poll(async () => (await sheet.boundingBox())!.width).toBeGreaterThan(whole.width * 1.3);
  await page.keyboard.press('0');
  await expect.poll(async () => (await sheet.boundingBox())!.width).toBeCloseTo(whole.width, 0);
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('dialog', { name: /^第 2 页/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual(
    [],
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pages.getByRole('button', { name: /^第 2 页/ })).toHaveAttribute('aria-current', 'page');
});
