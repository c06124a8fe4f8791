import { expect, test } from 'vitest';
import { blanksBombPdf, pagesOfSizePdf } from '../../../tools/fuzz/hostile-pdfs.ts';
import { measured } from '../../helpers/drawn-images.ts';

test('memory that a PDF exhausted is given back when others follow', async () => {
  const page = pagesOfSizePdf(595, 842);
  await measured(page, 'small.pdf', 'scan');
  const before = externalMb();
  const { pages } = await measured(blanksBombPdf(700), 'blanks.pdf', 'scan');
  expect(pages[0]!.failure).toBe('files.needs-too-much-memory');
  expect(externalMb()).toBeGreaterThan(before + 300);
  for (let i = 0; i < 8; i++) await measured(page, 'small.pdf', 'scan');
  expect(externalMb()).toBeLessThan(before + 150);
});

const externalMb = () => process.memoryUsage().external / 1024 / 1024;
