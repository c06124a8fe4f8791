import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Legibility, OfficialFit, PreflightItem } from '../../../preload/contract/index.ts';
import { sha256Of } from '../../store/sha256.ts';
import { pause, type WorkContext } from '../../workers/task.ts';
import type { PackInput } from '../input.ts';
import type { ManifestFile } from '../manifest.ts';
import type { Pictures } from '../pictures.ts';
import type { Plan } from '../plan.ts';
import { preflightItem } from '../preflight.ts';
import { encodeForUpload, type EncodedUpload } from './encode.ts';
import { officialLimit } from './limits.ts';
import type { UploadFile } from './names.ts';
import { isLegible, tryOfficial } from './official.ts';

/** Writes the images for the provider into a new folder, which is not made when there are none. */
export async function writeUploads(
  folder: string,
  input: PackInput,
  plan: Plan,
  uploads: UploadFile[],
  pictures: Pictures,
  context: WorkContext,
): Promise<{ files: ManifestFile[]; preflight: PreflightItem[] }> {
  const files: ManifestFile[] = [];
  const preflight: PreflightItem[] = [];
  if (uploads.length > 0) await mkdir(folder);
  for (const [index, file] of uploads.entries()) {
    await pause(context);
    const encoded = await encodeForUpload(input, pictures, file);
    await writeFile(join(folder, file.name), encoded.bytes, { flag: 'wx' });
    const official = await tryOfficialOf(input, file, encoded.bytes);
    preflight.push(...limitItems(input, file, encoded), ...officialItems(input, file, official));
    files.push({
      path: `upload/${file.name}`,
      bytes: encoded.bytes.length,
      sha256: await sha256Of(encoded.bytes),
      material: file.material,
      ruleIds: input.ruleIdsByMaterial[file.material] ?? [],
      pages: pagesOf(plan, file),
      legibility: encoded.legibility,
      official,
    });
    context.onProgress?.({ done: index + 1, total: uploads.length });
  }
  const count = files.filter(({ official }) => official?.fits && official.isLegible).length;
  if (count > 0) preflight.push(preflightItem('official-fits', 'info', { count }));
  return { files, preflight };
}

/** `null` for what is not sent there, or goes there as the provider's own file. */
async function tryOfficialOf(
  input: PackInput,
  { material }: UploadFile,
  bytes: Buffer,
): Promise<OfficialFit | null> {
  const limit = officialLimit(input, material);
  if (!limit) return null;
  return tryOfficial(input, bytes, limit, input.catalogue.materials[material]?.kind !== 'photo');
}

function officialItems(
  input: PackInput,
  { name, material }: UploadFile,
  official: OfficialFit | null,
): PreflightItem[] {
  if (!official) return [];
  const { maxBytesBase64: maxBytes, legibility, fits, isLegible } = official;
  const where = { ruleIds: input.ruleIdsByMaterial[material] ?? [] };
  if (!fits) return [preflightItem('official-too-large', 'warning', { name, maxBytes }, where)];
  if (!isLegible && legibility)
    return [
      preflightItem('official-illegible', 'warning', { name, maxBytes, ...measured(legibility) }, where),
    ];
  return [];
}

function measured({ contrastKept, textHeightPx }: Legibility) {
  return {
    contrastPercent: Math.round((contrastKept ?? 0) * 100),
    textHeightPx: Math.round(textHeightPx ?? 0),
  };
}

/** What the provider's limits and the comparison with the original say of a written image. */
function limitItems(input: PackInput, file: UploadFile, encoded: EncodedUpload): PreflightItem[] {
  const { name, limits } = file;
  const where = { ruleIds: input.ruleIdsByMaterial[file.material] ?? [] };
  const bytes = encoded.bytes.length;
  const items: PreflightItem[] = [];
  if (bytes > limits.maxBytes) {
    items.push(
      preflightItem('upload-too-large', 'warning', { name, bytes, maxBytes: limits.maxBytes }, where),
    );
  }
  if (limits.minBytes !== null && bytes < limits.minBytes) {
    items.push(
      preflightItem('upload-too-small', 'warning', { name, bytes, minBytes: limits.minBytes }, where),
    );
  }
  const [long, short] = [
    Math.max(encoded.widthPx, encoded.heightPx),
    Math.min(encoded.widthPx, encoded.heightPx),
  ];
  const [minLong, minShort] = [limits.minWidthPx ?? 0, limits.minHeightPx ?? 0];
  if (long < minLong || short < minShort) {
    const { widthPx, heightPx } = encoded;
    items.push(
      preflightItem(
        'upload-few-pixels',
        'warning',
        { name, widthPx, heightPx, minWidthPx: minLong, minHeightPx: minShort },
        where,
      ),
    );
  }
  if (encoded.legibility && !isLegible(input, encoded.legibility)) {
    items.push(
      preflightItem('upload-illegible', 'warning', { name, ...measured(encoded.legibility) }, where),
    );
  }
  return items;
}

/** Pages of pack.pdf on which that picture stands. */
function pagesOf(plan: Plan, { picture }: UploadFile): number[] {
  return plan.pages.flatMap((page, index) =>
    page.marks.some(
      (mark) =>
        mark.kind === 'picture' &&
        mark.picture.document === picture.document &&
        mark.picture.page === picture.page,
    )
      ? [index + 1]
      : [],
  );
}
