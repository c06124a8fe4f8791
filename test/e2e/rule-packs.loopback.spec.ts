import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';

const ENTITY = '上海云杉样例信息技术有限公司';

interface Pack {
  name: string;
  add: { id: string; severity: string; [key: string]: unknown }[];
  replace: { id: string; check: { name: string } | null; [key: string]: unknown }[];
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash);
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]!.html.slice(0, 160)}`),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The walk of the one filing of the sample that has no fault. */
async function walkOf(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const { value } = JSON.parse(await window.beian.call('filings.list', '{}')) as {
      value: { dossierId: string; filingId: string; entity: string }[];
    };
    const row = value.find(({ entity }) => entity === name)!;
    return `#/filings/${row.dossierId}/${row.filingId}/walk`;
  }, ENTITY);
}

test.describe('a rule pack', () => {
  test.use({ workspace: 'demo' });

  test('is exported, edited, refused by line, mended, previewed, put in force, and taken back', async ({
    page,
    app,
  }) => {
    test.slow();
    const requirement = '集团要求网站名称不用“样例信息”。';
    await go(page, '#/rules');
    await page.getByRole('link', { name: '规则包' }).click();
    await expect(page.getByText('使用内置规则，没有规则包生效。')).toBeVisible();
    await expectAccessible(page);

    await page.getByLabel('导出的规则').click();
    await page.getByRole('option', { name: '上海市' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出规则' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^beian-rules-310000-.*\.json$/);
    const file = join(app.folder, '集团规则.json');
    await download.saveAs(file);

    const pack = JSON.parse(await readFile(file, 'utf8')) as Pack;
    const names = pack.replace.find(({ check }) => check?.name === 'serviceNameForbidden')!;
    pack.name = '集团规则 2026-12';
    pack.add = [
      {
        ...names,
        id: '310000-group-names',
        severity: 'must',
        appliesTo: { entity: ['enterprise'], filing: ['first'], service: ['website'] },
        overrides: null,
        requirement: { 'zh-CN': requirement, en: 'The group keeps “样例信息” out of site names.' },
        check: { name: 'serviceNameForbidden', params: { words: ['样例信息'] } },
      },
    ];
    const wrong = JSON.stringify(pack, null, 2);
    const line = wrong.split('\n').findIndex((text) => text.includes('"must"')) + 1;
    await writeFile(file, wrong);
    await page.locator('input[type=file]').setInputFiles(file);
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('heading', { name: '集团规则.json 有 1 处错误，没有作任何改动' }),
    ).toBeVisible();
    const row = dialog.getByRole('row').filter({ hasText: '310000-group-names' });
    await expect(row.getByRole('rowheader')).toHaveText(new RegExp(`^${line}:\\d+$`));
    await expect(row).toContainText('severity');
    await expect(row).toContainText('不认识“must”');
    await expect(row).toContainText('required、recommended');
    await expectAccessible(page);

    pack.add[0]!.severity = 'required';
    await writeFile(file, JSON.stringify(pack, null, 2));
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /选择另一个文件/ }).click();
    await (await chooser).setFiles(file);
    await expect(dialog.getByRole('heading', { name: '预览：集团规则 2026-12' })).toBeVisible();
    await expect(dialog.getByRole('region', { name: /规则变化 1 条/ })).toContainText(requirement);
    const affected = dialog.getByRole('region', { name: /受影响的在办备案 1 件/ });
    await expect(affected).toContainText(ENTITY);
    await expect(affected).toContainText('新的问题');
    await expectAccessible(page);

    await expect(dialog.getByRole('button', { name: '启用规则包' })).toBeDisabled();
    await dialog.getByLabel('您的姓名').fill('林知远');
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('林知远');
    await expectAccessible(page);

    await go(page, '#/rules/310000/310000-group-names');
    const entry = page.getByRole('article').filter({ hasText: requirement });
    await expect(entry).toContainText('由规则包新增');
    await expect(entry).toContainText('集团规则 2026-12');
    await go(page, await walkOf(page));
    await expect(page.getByText(requirement).first()).toBeVisible();

    await go(page, '#/rules/packs');
    await page.getByRole('button', { name: /恢复内置规则/ }).click();
    await expect(dialog.getByRole('region', { name: /受影响的在办备案 1 件/ })).toContainText('不再有的问题');
    await dialog.getByRole('button', { name: '恢复内置规则' }).click();
    await expect(page.getByText('使用内置规则，没有规则包生效。')).toBeVisible();
    await go(page, await walkOf(page));
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.getByText(requirement)).toHaveCount(0);
  });
});
