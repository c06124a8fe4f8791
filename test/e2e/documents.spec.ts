import { AxeBuilder } from '@axe-core/playwright';
import { drawIdFront, drawLetter, renderDrawing } from '../../main/demo/drawn-images.ts';
import { sampleCard, sampleLetter } from '../helpers/drawn-images.ts';
import { expect, test } from './app-test.ts';

test.use({ workspace: 'empty' });

test('several files are dropped at once, their kinds guessed and put right with one press', async ({
  page,
}) => {
  test.slow();
  const dossierId = await page.evaluate(async () => {
    const made = JSON.parse(
      await window.beian.call('dossiers.create', JSON.stringify({ name: '样例公司', creditCode: null })),
    ) as { value: { dossier: { id: string } } };
    return made.value.dossier.id;
  });
  await page.evaluate((id) => void (location.hash = `#/entities/${id}/documents`), dossierId);
  const card = await renderDrawing(drawIdFront(sampleCard));
  const letter = await renderDrawing(drawLetter(sampleLetter));
  await page.locator('input[type=file]').setInputFiles([
    { name: '林样例 身份证.jpg', mimeType: 'image/jpeg', buffer: card },
    { name: '授权书.jpg', mimeType: 'image/jpeg', buffer: letter },
    { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: letter },
  ]);
  const rows = page.getByRole('list', { name: '文件列表' }).getByRole('listitem');
  await expect(rows).toHaveCount(3, { timeout: 60_000 });
  const ofCard = rows.filter({ hasText: '林样例 身份证.jpg' });
  await expect(ofCard.getByText('系统猜测')).toBeVisible();
  await ofCard.getByRole('button', { name: '把“林样例 身份证.jpg”改为居民身份证国徽面' }).click();
  await expect(ofCard.getByText('系统猜测')).toHaveCount(0);
  await expect(ofCard.getByText('居民身份证国徽面')).toBeVisible();
  const unknown = rows.filter({ hasText: 'IMG_0001.jpg' });
  await expect(unknown.getByText('可能是')).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual(
    [],
  );
  await page.getByRole('button', { name: '缩略图' }).click();
  const sheet = page.getByRole('list', { name: '文件缩略图' });
  await expect(sheet.getByRole('listitem')).toHaveCount(3);
  await expect(
    sheet
      .getByRole('listitem')
      .first()
      .getByText(/合格|有提醒/),
  ).toBeVisible();
});
