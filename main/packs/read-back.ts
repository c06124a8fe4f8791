import { readFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PreflightItem } from '../../preload/contract/index.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { preflightItem } from './preflight.ts';
import { fieldsOf } from './plan.ts';
import type { Page } from './page.ts';

/** Opens the written file again and looks for every page and every filled-in text. */
export async function readBack(file: string, pages: Page[], context: WorkContext): Promise<PreflightItem[]> {
  const engine = await PDFiumLibrary.init();
  try {
    const document = await engine.loadDocument(await readFile(file));
    try {
      const count = document.getPageCount();
      if (count !== pages.length) {
        return [preflightItem('page-count', 'error', { pages: count, expected: pages.length })];
      }
      const fields = fieldsOf(pages);
      const items: PreflightItem[] = [];
      const texts = new Map<number, string>();
      for (const { page, text } of fields) {
        if (!texts.has(page)) {
          await pause(context);
          texts.set(page, comparable(document.getPage(page - 1).getText()));
        }
        if (!texts.get(page)!.includes(comparable(text))) {
          items.push(preflightItem('field-not-found', 'error', { text }, { page }));
        }
      }
      return items.length > 0
        ? items
        : [preflightItem('verified', 'info', { pages: count, fields: fields.length })];
    } finally {
      document.destroy();
    }
  } finally {
    engine.destroy();
  }
}

/** Spaces, line ends and hyphens at them are the page's, not the text's. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\ufffe\uffff-]+/gu, '');
}
