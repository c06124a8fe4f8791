import type { Bilingual, ImageKind, PageInspection } from '../../preload/contract/index.ts';
import { storedImageFindingText } from '../../preload/messages/image-findings.ts';
import type { WorkContext } from '../workers/task.ts';
import { judgeFile } from './judge.ts';
import type { ImageLimits } from './limits.ts';
import { measureFile, type MeasuredFile } from './measure.ts';

export interface InspectInput {
  file: string;
  fileName: string;
  kind: ImageKind;
  provider: string | null;
}

/**
 * Measures and judges one file in this thread, a page at a time. A file that cannot be read is one page with the
 * verdict `unreadable`.
 *
 * @throws the signal's reason when cancelled
 */
export async function inspectFile(
  { file, fileName, kind, provider }: InspectInput,
  limits: ImageLimits,
  context: WorkContext = {},
): Promise<PageInspection[]> {
  const measured = await measureFile({ file, fileName, kind }, context);
  return judgeFile(measured, { limits, provider, material: null });
}

/** Why none of a file's pages can be read; `null` when some can. */
export function refusalOf({ pages }: MeasuredFile): Bilingual | null {
  if (pages.some(({ facts }) => facts !== null)) return null;
  const [first] = pages;
  return storedImageFindingText(first?.failure ?? 'files.damaged', first?.params ?? {}).message;
}
