import type { PackManifest, PreflightItem } from '../../preload/contract/index.ts';
import { factText, type PackInput } from './input.ts';
import type { Plan } from './plan.ts';
import { preflightItem } from './preflight.ts';
import type { Encoded } from '../images/encode-within.ts';
import type { UploadFile } from './upload/names.ts';

export type ManifestFile = PackManifest['files'][number];

/** What the provider's limits say of a written image. */
export function uploadItems(input: PackInput, file: UploadFile, encoded: Encoded): PreflightItem[] {
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
  return items;
}

/** Pages of pack.pdf on which that picture stands. */
export function pagesOf(plan: Plan, { picture }: UploadFile): number[] {
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

export function manifestOf(
  input: PackInput,
  plan: Plan,
  files: ManifestFile[],
  preflight: PreflightItem[],
): PackManifest {
  const { factsFile, evaluation } = input;
  const rules = [
    ...evaluation.materials.flatMap((demand) => demand.ruleIds),
    ...evaluation.findings.map((finding) => finding.ruleId),
    ...evaluation.unchecked.map((rule) => rule.ruleId),
  ];
  return {
    createdOn: input.on,
    draft: input.draft,
    options: input.options,
    entity: factText(factsFile.facts, 'entity.name') || null,
    region: factsFile.region,
    filing: factsFile.filing ?? '',
    service: factsFile.service,
    provider: factsFile.provider ?? null,
    pages: plan.pages.length,
    contents: plan.contents,
    files,
    rules: [...new Set(rules)].sort(),
    preflight,
  };
}
