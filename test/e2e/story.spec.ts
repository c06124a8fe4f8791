import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { drawBusinessLicence, drawPerson, renderDrawing } from '../../main/demo/drawn-images.ts';
import { expect, test } from './app-test.ts';

const CODE = '91310115000000115Y';

const goodPhoto = () =>
  renderDrawing(
    drawPerson({ widthPx: 1200, heightPx: 1600, background: { kind: 'plain', colour: '#f4f5f7' } }),
  );

const badPhoto = () =>
  renderDrawing(drawPerson({ widthPx: 480, heightPx: 640, background: { kind: 'stripes' } }));

const licence = () =>
  renderDrawing(
    drawBusinessLicence({
      company: '上海故事样例有限公司',
      creditCode: CODE,
      legalRepresentative: '沈样例',
      address: '上海市浦东新区样例路1号101室',
      capital: '壹佰万元整（样例）',
      establishedOn: '2015-03-18',
      registrar: '样例市场监督管理局',
    }),
    { densityDpi: 200 },
  );

async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true }).first();
  await field.fill(value);
  await field.blur();
}

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '档案内容' }).getByRole('link', { name: new RegExp(`^${name}`) });

test.describe('from nothing to a printed pack', () => {
  test.use({ workspace: 'empty' });

  test('a subsidiary is entered, walked through, checked and exported', async ({ page, app }) => {
    test.slow();
    // The entity: one field, the rest follows from the code.
    await page.goto(`${page.url().split('#')[0]}#/entities`);
    await page.getByRole('button', { name: '新建主体' }).first().click();
    const dialog = page.getByRole('dialog', { name: '新建主体' });
    await dialog.getByRole('textbox').fill(CODE);
    await dialog.getByRole('button', { name: '新建', exact: true }).click();
    await section(page, '主体资料').click();
    await fill(page, '主办单位或主办人名称', '上海故事样例有限公司');
    await expect(page.getByRole('textbox', { name: '所属区域' })).toHaveValue('310115');
    await fill(page, '通信地址', '样例路1-2-303');
    await page.getByRole('button', { name: /改为“样例路1号楼2单元303室”/ }).click();
    await expect(page.getByRole('textbox', { name: '通信地址' })).toHaveValue('样例路1号楼2单元303室');
    await expect(page.getByText(/^已保存/)).toBeVisible();

    // A person, and a wrong digit said beside the field.
    await section(page, '人员').click();
    const legal = page.getByRole('region', { name: '法定代表人' });
    await legal.getByRole('combobox').first().click();
    await legal.getByRole('combobox').first().pressSequentially('沈样例');
    await page.getByRole('option', { name: /沈样例/ }).click();
    await fill(page, '证件号码', '310115198001019994');
    await expect(legal.getByText(/应为/).first()).toBeVisible();
    await fill(page, '证件号码', '310115198001019993');
    await expect(legal.getByText(/应为/)).toHaveCount(0);
    await fill(page, '手机号码', '13800138001');

    // The website.
    await section(page, '服务').click();
    await page.getByRole('button', { name: '添加服务' }).first().click();
    await page.getByRole('menuitem', { name: '网站' }).click();
    await fill(page, '服务名称', '故事样例');
    await fill(page, '域名全称', 'gushi-yangli.cn');
    await expect(page.getByRole('textbox', { name: '首页URL' })).toHaveValue('www.gushi-yangli.cn');

    // The filing and its walk.
    await section(page, '备案').click();
    await page.getByRole('button', { name: '新建备案' }).first().click();
    const filing = page.getByRole('dialog', { name: '新建备案' });
    await filing.getByRole('button', { name: '新建并开始办理' }).click();
    await expect(page.getByRole('navigation', { name: '办理步骤' })).toBeVisible();
    await expect(page.getByText(/来源最近更新于/)).toBeVisible();
    const selected = page.getByRole('option', { selected: true });
    const first = await selected.textContent();
    await page.keyboard.press('n');
    await expect(selected).not.toHaveText(first ?? '');

    // Good and bad pictures.
    await page.getByRole('link', { name: '上海故事样例有限公司' }).click();
    await section(page, '材料').click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: '营业执照.jpg', mimeType: 'image/jpeg', buffer: await licence() },
        { name: '沈样例 核验照.jpg', mimeType: 'image/jpeg', buffer: await badPhoto() },
        { name: '沈样例 新核验照.jpg', mimeType: 'image/jpeg', buffer: await goodPhoto() },
        { name: '坏文件.jpg', mimeType: 'image/jpeg', buffer: (await licence()).subarray(0, 9000) },
      ]);
    await expect(page.getByText(/坏文件\.jpg/).first()).toBeVisible({ timeout: 30_000 });
    const documents = page.getByRole('list', { name: '文件列表' });
    await expect(documents.getByRole('listitem')).toHaveCount(3, { timeout: 30_000 });
    await expect(documents.getByText('营业执照').first()).toBeVisible();
    await expect(documents.getByText(/短边 480 px，至少 800/)).toBeVisible();
    await expect(documents.getByRole('listitem').filter({ hasText: '新核验照' })).toContainText('合格');
    await expect(documents.getByRole('listitem').filter({ hasText: '新核验照' })).not.toContainText('不合格');

    // The pack, as a draft because much is missing.
    await section(page, '备案').click();
    await page.getByRole('link', { name: '材料包' }).first().click();
    const pdf = await app.exportPack(() => page.getByRole('button', { name: '导出草稿' }).click());
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    for (const entered of ['上海故事样例有限公司', 'gushi-yangli.cn', '沈样例', '草稿'])
      expect(text).toContain(entered);
    execFileSync('qpdf', ['--check', pdf]);
    const images = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' });
    expect(images.trim().split('\n').length).toBeGreaterThan(2);
  });
});
