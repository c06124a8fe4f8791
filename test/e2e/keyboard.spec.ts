import { expect, test } from './app-test.ts';

test.use({ workspace: 'demo' });

test('typing in a list of people opens it, and the offer to make a new one says what it is', async ({
  page,
}) => {
  await page.evaluate(async () => {
    const input = JSON.stringify({ name: '新样例公司', creditCode: null });
    const { value } = JSON.parse(await window.beian.call('dossiers.create', input)) as {
      value: { dossier: { id: string } };
    };
    location.hash = `#/entities/${value.dossier.id}/people`;
  });
  const legal = page.getByRole('region', { name: '法定代表人' });
  const field = legal.getByRole('combobox').first();
  await field.fill('样例');
  await expect(page.getByRole('option', { name: /陆样例/ })).toBeVisible();
  await field.fill('温样例');
  await page.getByRole('option', { name: '新建人员“温样例”', exact: true }).click();
  await expect(legal.getByRole('textbox', { name: '姓名' })).toHaveValue('温样例');
});

test('the arrow leads from the search above the filings into their table, Enter opens', async ({ page }) => {
  await page.evaluate(() => void (location.hash = '#/filings'));
  await page.getByRole('searchbox').fill('木棉');
  await expect(page.getByRole('grid', { name: '全部备案' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新增网站/App（新增互联网信息服务）');
});
