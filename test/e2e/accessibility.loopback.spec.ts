import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test.ts';

interface Ids {
  dossierId: string;
  filingId: string;
}

/** Ids of the sample's faulty filing, which shows the most. */
async function faultyFiling(page: Page): Promise<Ids> {
  return page.evaluate(async () => {
    const rows = JSON.parse(await window.beian.call('dossiers.list', '{}')) as {
      value: { dossierId: string; problems: { error: number }; openFiling: { filingId: string } | null }[];
    };
    const worst = rows.value
      .filter(({ openFiling }) => openFiling)
      .sort((a, b) => b.problems.error - a.problems.error)[0]!;
    return { dossierId: worst.dossierId, filingId: worst.openFiling!.filingId };
  });
}

const screens = ({ dossierId, filingId }: Ids): Record<string, string> => ({
  today: '#/today',
  entities: '#/entities',
  overview: `#/entities/${dossierId}/overview`,
  details: `#/entities/${dossierId}/details`,
  'people of a dossier': `#/entities/${dossierId}/people`,
  services: `#/entities/${dossierId}/services`,
  'documents of a dossier': `#/entities/${dossierId}/documents`,
  'filings of a dossier': `#/entities/${dossierId}/filings`,
  history: `#/entities/${dossierId}/history`,
  filings: '#/filings',
  walk: `#/filings/${dossierId}/${filingId}/walk`,
  pack: `#/filings/${dossierId}/${filingId}/pack`,
  people: '#/people',
  documents: '#/documents',
  rules: '#/rules',
  'rules of a region': '#/rules/440000',
  'rule packs': '#/rules/packs',
  settings: '#/settings',
});

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

test.describe('the check itself', () => {
  test.use({ workspace: 'demo' });

  test('sees a fault where there is one', async ({ page }) => {
    // The page draws its `main` anew once the workspace is there; what was put into the first would go with it.
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await page.evaluate(() => {
      const field = document.createElement('input');
      document.querySelector('main')!.append(field);
    });
    expect((await violations(page)).join()).toContain('label');
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const systemLanguage of ['zh-CN', 'en'] as const)
    test.describe(`${colorScheme}, ${systemLanguage}`, () => {
      test.use({ workspace: 'demo', colorScheme, systemLanguage });

      test('axe finds nothing on any screen', async ({ page }) => {
        test.slow();
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const found: Record<string, string[]> = {};
        for (const [name, hash] of Object.entries(screens(await faultyFiling(page)))) {
          await page.evaluate((to) => void (location.hash = to), hash);
          await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
          await page.waitForLoadState('networkidle');
          const here = await violations(page);
          if (here.length > 0) found[name] = here;
        }
        expect(found).toEqual({});
      });

      test('a filing of another kind than advised: said, changed, kept on purpose; axe finds nothing', async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { dossierId, filingId } = await faultyFiling(page);
        const typeIs = async (type: string) =>
          page.evaluate((input) => window.beian.call('filings.update', JSON.stringify(input)), {
            dossierId,
            filingId,
            patch: { type },
          });
        await typeIs('first');
        await page.evaluate((to) => void (location.hash = to), `#/filings/${dossierId}/${filingId}/walk`);
        const isEnglish = systemLanguage === 'en';
        const alert = page.getByRole('alert').filter({ hasText: isEnglish ? 'calls for' : '应办理' });
        await expect(alert).toBeVisible();
        await alert.getByText(isEnglish ? 'What this rests on' : '判断依据').click();
        expect(await violations(page)).toEqual([]);
        await alert.getByRole('button', { name: isEnglish ? /^Go on with/ : /^仍按/ }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox').fill('管局电话同意');
        expect(await violations(page)).toEqual([]);
        await dialog.getByRole('button', { name: isEnglish ? 'Go on' : '继续办理' }).click();
        const kept = page.getByRole('main').getByText('管局电话同意');
        await expect(kept).toBeVisible();
        await expect(alert).toHaveCount(0);
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: isEnglish ? 'Take this back' : '撤回这个决定' }).click();
        await alert.getByRole('button', { name: isEnglish ? /^Change to/ : /^改为/ }).click();
        await expect(alert).toHaveCount(0);
        await expect(kept).toHaveCount(0);
      });

      test('axe finds nothing in dialogs, menus and the command palette', async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { dossierId } = await faultyFiling(page);
        await page.evaluate((to) => void (location.hash = to), '#/entities');
        const newEntity = systemLanguage === 'en' ? 'New entity' : '新建主体';
        await page.getByRole('button', { name: newEntity }).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.evaluate((to) => void (location.hash = to), `#/entities/${dossierId}/overview`);
        const password = systemLanguage === 'en' ? /Filing password/ : /备案密码/;
        await page.getByRole('button', { name: password }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
