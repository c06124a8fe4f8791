import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import type { Resource } from '../app.ts';
import { openSession, type Context } from '../context.ts';
import { isAppError } from '../errors.ts';
import { inputOf } from './filing-input.ts';

/** Long sides in pixels: one for the grid, one for reading a page. */
const sizes = { small: 420, large: 1754 };

/**
 * Draws the pack as it would be exported now, so that its pages can be looked at. The same pack is drawn once.
 *
 * @throws AppError `rules.no-region`
 */
export async function drawPages(
  context: Context,
  { options, ...filing }: Parsed<'packs.drawPages'>,
): Promise<Output<'packs.drawPages'>> {
  const { input } = await inputOf(context, filing, { draft: true, options });
  const key = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 32);
  const folder = join(openSession(context).workspace.paths.previews, 'packs', filing.filingId);
  const file = join(folder, `${key}.pdf`);
  if (!(await exists(file))) {
    try {
      await context.pool.run('packs.draw-pages', { input, file });
    } catch (cause) {
      // The check before the export names the characters that cannot be printed.
      if (isAppError(cause, 'packs.missing-glyphs')) return { pictures: null };
      throw cause;
    }
    await removeOthers(folder, key);
  }
  return { pictures: `/preview/pack/${filing.filingId}/${key}` };
}

/** Pictures of the pack before the last change are of no use to anybody; one still being drawn is left to finish. */
async function removeOthers(folder: string, key: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(key) && !name.endsWith('.part'))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** `<filing>/<key>/<page>/<small|large>` of the window's addresses. */
export async function packPage(
  { session, pool }: Context,
  [filingId = '', key = '', pageText, size]: string[],
): Promise<Resource | null> {
  const page = Number(pageText);
  const isNamed =
    /^[\w-]+$/.test(filingId) && /^[0-9a-f]{32}$/.test(key) && (size === 'small' || size === 'large');
  if (!session || !isNamed || !Number.isInteger(page) || page < 1) return null;
  const folder = join(session.workspace.paths.previews, 'packs', filingId);
  const pdf = join(folder, `${key}.pdf`);
  if (!(await exists(pdf))) return null;
  const out = join(folder, key, `${page}-${size}.jpg`);
  if (!(await exists(out))) {
    const drawn = await pool.run('packs.draw-page', { pdf, page, maxPx: sizes[size], out });
    if (!drawn) return null;
  }
  return { mediaType: 'image/jpeg', file: out, downloadName: null };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
