import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDrawing } from '../../../main/demo/drawn-images.ts';
import { isAppError } from '../../../main/errors.ts';
import { measureInPool } from '../../../main/images/index.ts';
import { createWorkerPool } from '../../../main/workers/pool.ts';
import { blanksBombPdf, endlessPdf, pagesOfSizePdf } from '../../../tools/fuzz/hostile-pdfs.ts';
import { pdfOf, person } from '../../helpers/drawn-images.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const script = {
  file: fileURLToPath(new URL('../../../main/workers/worker.ts', import.meta.url)),
  execArgv: ['--import', new URL('../../helpers/worker-loader.mjs', import.meta.url).href],
};
const pool = createWorkerPool(script);
afterAll(() => pool.close());

const photo = await renderDrawing(person());
const textPages = (count: number) => Array.from({ length: count }, () => null);

async function photoFile(
  fileName = 'photo.jpg',
): Promise<{ file: string; fileName: string; kind: 'owner-photo' }> {
  const file = join(await tempFolder(), fileName);
  await writeFile(file, photo);
  return { file, fileName, kind: 'owner-photo' };
}

describe('a pool of worker threads', () => {
  test('has no thread before its first task', async () => {
    const idle = createWorkerPool(script);
    expect(idle.threads()).toBe(0);
    await idle.close();
  });

  test('measures a photo in another thread', async () => {
    const { pages } = await pool.run('images.inspect', await photoFile());
    expect(pages).toHaveLength(1);
    expect(pages[0]!.facts).toMatchObject({ widthPx: 1200, heightPx: 1500, background: { isUniform: true } });
    expect(pool.threads()).toBeGreaterThan(0);
  });

  test('answers what cannot be read as a result', async () => {
    const { pages } = await pool.run('images.inspect', await photoFile('photo.png'));
    expect(pages).toEqual([
      {
        facts: null,
        failure: 'files.mislabelled',
        params: { fileName: 'photo.png', claimed: 'png', actual: 'jpeg' },
      },
    ]);
  });

  test('tells the progress page by page', async () => {
    const file = join(await tempFolder(), 'pages.pdf');
    await pdfOf(textPages(3), file);
    const seen: unknown[] = [];
    await pool.run(
      'images.inspect',
      { file, fileName: 'pages.pdf', kind: 'letter' },
      { onProgress: (step) => seen.push(step) },
    );
    expect(seen).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
  });

  test('draws a preview, upright and not larger than asked', async () => {
    const input = await photoFile('turned.jpg');
    await writeFile(
      input.file,
      await sharp(await sharp(photo).rotate(-90).toBuffer())
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    );
    const out = join(await tempFolder(), 'cache', 'preview.jpg');
    const size = await pool.run('images.preview', {
      file: input.file,
      fileName: input.fileName,
      page: 1,
      maxPx: 300,
      out,
    });
    expect(size).toEqual({ widthPx: 240, heightPx: 300 });
    expect(await sharp(out).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 300 });
  });

  test('draws the page of a PDF as PNG', async () => {
    const file = join(await tempFolder(), 'pages.pdf');
    await pdfOf(textPages(2), file);
    const out = join(await tempFolder(), 'page.png');
    await pool.run('images.preview', { file, fileName: 'pages.pdf', page: 2, maxPx: 500, out });
    expect(await sharp(out).metadata()).toMatchObject({ format: 'png', height: 500 });
  });

  test('passes on an expected failure with its code', async () => {
    const file = join(await tempFolder(), 'notes.jpg');
    await writeFile(file, 'notes');
    const out = join(await tempFolder(), 'none.jpg');
    const failure = await pool
      .run('images.preview', { file, fileName: 'notes.jpg', page: 1, maxPx: 300, out })
      .catch((cause: unknown) => cause);
    expect(isAppError(failure, 'files.unsupported')).toBe(true);
  });

  test('goes on after tasks beyond its threads were asked for', async () => {
    const input = await photoFile();
    const all = await Promise.all(Array.from({ length: 6 }, () => pool.run('images.inspect', input)));
    expect(all.every(({ pages }) => pages[0]!.facts !== null)).toBe(true);
  });

  test('lets go of a cancelled task at once and works on', async () => {
    const file = join(await tempFolder(), 'long.pdf');
    await pdfOf(textPages(40), file);
    const controller = new AbortController();
    const seen: number[] = [];
    const started = pool.run(
      'images.inspect',
      { file, fileName: 'long.pdf', kind: 'letter' },
      {
        signal: controller.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          if (done === 2) controller.abort();
        },
      },
    );
    const failure = await started.catch((cause: unknown) => cause);
    expect(isAppError(failure, 'tasks.cancelled')).toBe(true);
    const { pages } = await pool.run('images.inspect', await photoFile());
    expect(pages[0]!.facts).not.toBeNull();
    // The next task had the thread to itself: the cancelled one did not run to its end.
    expect(seen.length).toBeLessThan(40);
  });

  test('takes nothing that was cancelled before it began', async () => {
    const failure = await pool
      .run('images.inspect', await photoFile(), { signal: AbortSignal.abort() })
      .catch((cause: unknown) => cause);
    expect(isAppError(failure, 'tasks.cancelled')).toBe(true);
  });

  test('ends running tasks when it is closed', async () => {
    const closing = createWorkerPool(script);
    const file = join(await tempFolder(), 'long.pdf');
    await pdfOf(textPages(40), file);
    const running = closing
      .run('images.inspect', { file, fileName: 'long.pdf', kind: 'letter' })
      .catch((cause: unknown) => cause);
    await closing.close();
    expect(isAppError(await running, 'tasks.cancelled')).toBe(true);
    const late = await closing.run('images.inspect', await photoFile()).catch((cause: unknown) => cause);
    expect(isAppError(late, 'tasks.cancelled')).toBe(true);
  });

  test('gives up a file that hangs, and measures what waited behind it', async () => {
    const strict = createWorkerPool(script, { silenceMs: 4000 });
    const hanging = {
      file: join(await tempFolder(), 'endless.pdf'),
      fileName: 'endless.pdf',
      kind: 'scan' as const,
    };
    await writeFile(hanging.file, endlessPdf(0.1));
    const good = await photoFile();
    // More hanging files than threads: every thread is lost at least once.
    const [hung, measured] = await Promise.all([
      Promise.all([1, 2, 3].map(() => measureInPool(strict, hanging))),
      Promise.all([1, 2].map(() => measureInPool(strict, good))),
    ]);
    for (const { pages } of hung)
      expect(pages).toEqual([
        {
          facts: null,
          failure: 'files.takes-too-long',
          params: { fileName: 'endless.pdf', limitSeconds: 4 },
        },
      ]);
    for (const { pages } of measured) expect(pages[0]!.facts).not.toBeNull();
    await strict.close();
  });

  test('lets a long file take its time as long as its pages come', async () => {
    const strict = createWorkerPool(script, { silenceMs: 1200 });
    const file = join(await tempFolder(), 'large.pdf');
    await writeFile(file, pagesOfSizePdf(14_400, 14_400, 20));
    const started = performance.now();
    const { pages } = await strict.run('images.inspect', { file, fileName: 'large.pdf', kind: 'letter' });
    expect(pages).toHaveLength(20);
    expect(performance.now() - started).toBeGreaterThan(1200);
    await strict.close();
  });

  test('refuses a PDF that unpacks to more than a thread may hold, and works on', async () => {
    const file = join(await tempFolder(), 'blanks.pdf');
    await writeFile(file, blanksBombPdf(700));
    const { pages } = await measureInPool(pool, { file, fileName: 'blanks.pdf', kind: 'scan' });
    expect(pages[0]!.failure).toBe('files.needs-too-much-memory');
    expect((await measureInPool(pool, await photoFile())).pages[0]!.facts).not.toBeNull();
  });

  test('cancels what waits and what runs in the middle of a batch, and takes the next one', async () => {
    const file = join(await tempFolder(), 'long.pdf');
    await pdfOf(textPages(40), file);
    const controller = new AbortController();
    const batch = Promise.allSettled(
      Array.from({ length: 8 }, () =>
        pool.run(
          'images.inspect',
          { file, fileName: 'long.pdf', kind: 'letter' },
          { signal: controller.signal, onProgress: () => controller.abort() },
        ),
      ),
    );
    for (const result of await batch)
      expect(result.status === 'rejected' && isAppError(result.reason, 'tasks.cancelled')).toBe(true);
    expect((await measureInPool(pool, await photoFile())).pages[0]!.facts).not.toBeNull();
  });
});
