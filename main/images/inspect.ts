import type { Bilingual, ImageKind, PageInspection } from '../../preload/contract/index.ts';
import { storedImageFindingText } from '../../preload/messages/image-findings.ts';
import type { WorkerPool } from '../workers/pool.ts';
import type { WorkContext } from '../workers/task.ts';
import { judgeFile } from './judge.ts';
import type { ImageLimits } from './limits.ts';
import type { MeasuredFile } from './measure.ts';
import { measureInPool } from './measure-in-pool.ts';

export interface InspectInput {
  file: string;
  fileName: string;
  kind: ImageKind;
  provider: string | null;
}

/**
 * Measures one file in a thread of the pool and judges it. A file that cannot be read is one page with the verdict
 * `unreadable`.
 *
 * @throws AppError `tasks.cancelled`
 */
export async function inspectFile(
  pool: WorkerPool,
  { file, fileName, kind, provider }: InspectInput,
  limits: ImageLimits,
  context: WorkContext = {},
): Promise<PageInspection[]> {
  const measured = await measureInPool(pool, { file, fileName, kind }, context);
  return judgeFile(measured, { limits, provider, material: null });
}

/** Why none of a file's pages can be read; `null` when some can. */
export function refusalOf({ pages }: MeasuredFile): Bilingual | null {
  if (pages.some(({ facts }) => facts !== null)) return null;
  const [first] = pages;
  return storedImageFindingText(first?.failure ?? 'files.damaged', first?.params ?? {}).message;
}
