import type { PackManifest, PreflightItem } from '../../preload/contract/index.ts';
import { factText, type PackInput } from './input.ts';
import type { Plan } from './plan.ts';

export type ManifestFile = PackManifest['files'][number];

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
    rulePack: input.rulePack,
    waivers: input.waivers ?? [],
    preflight,
  };
}
