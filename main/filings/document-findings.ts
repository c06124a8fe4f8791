import type { Attachment, Dossier, Filing, Finding, MaterialDemand } from '../../preload/contract/index.ts';
import { judgedPages } from '../attachments/views.ts';
import type { Context } from '../context.ts';
import type { JudgedRule } from './judge.ts';

/** Checks whose rules speak about pictures, the closest first: a finding about a picture is theirs. */
const PICTURE_CHECKS = ['photoRequirement', 'scanQuality'];

/** What the pictures of demanded documents lack, as findings of the rules that ask for them. */
export function documentFindings(
  context: Context,
  dossier: Dossier,
  filing: Filing,
  rules: JudgedRule[],
  demands: MaterialDemand[],
): Finding[] {
  return attachmentsOfFiling(dossier, filing).flatMap((attachment) => {
    const demand = demands.find((candidate) => answersDemand(dossier, filing, attachment, candidate));
    if (!demand) return [];
    const rule = pictureRule(rules, attachment) ?? rules.find(({ rule }) => demand.ruleIds.includes(rule.id));
    return judgedPages(context, dossier.id, attachment, filing.provider).flatMap(({ findings }) =>
      findings.map(({ code, severity, params, message, fix }): Finding => ({
        ruleId: rule?.rule.id ?? demand.ruleIds[0] ?? 'national-scan-quality',
        check: rule?.rule.check?.name ?? null,
        code,
        severity,
        params,
        path: `documents.${attachment.id}`,
        message,
        fix,
        sources: rule?.rule.sources ?? [],
      })),
    );
  });
}

/** Documents of the entity and of the filing's own services. */
export function attachmentsOfFiling(dossier: Dossier, filing: Filing): Attachment[] {
  return dossier.attachments.filter(
    ({ serviceId }) => serviceId === null || filing.serviceIds.includes(serviceId),
  );
}

/** Whether a document is one of those a demand accepts. A person's document serves all roles of that person. */
export function answersDemand(
  dossier: Dossier,
  filing: Filing,
  attachment: Attachment,
  { material, alternatives, owner }: MaterialDemand,
): boolean {
  if (attachment.material === null || ![material, ...alternatives].includes(attachment.material))
    return false;
  if (owner === null || attachment.owner === null || attachment.owner === owner) return true;
  const wanted = personIn(dossier, filing, owner);
  const found = personIn(dossier, filing, attachment.owner);
  // Only two people's papers differ; a document of the unit serves anyone.
  return wanted === null || found === null || wanted === found;
}

function personIn(dossier: Dossier, filing: Filing, role: string): string | null {
  if (role === 'legal-representative') return dossier.legalRepresentative?.personId ?? null;
  if (role === 'principal') return dossier.principal?.personId ?? null;
  if (role !== 'service-owner') return null;
  const service = dossier.services.find(({ id, owner }) => owner && filing.serviceIds.includes(id));
  return service?.owner?.personId ?? null;
}

function pictureRule(rules: JudgedRule[], { material }: Attachment): JudgedRule | undefined {
  return PICTURE_CHECKS.flatMap((name) => rules.filter(({ rule }) => rule.check?.name === name)).find(
    ({ rule }) => {
      const covered = rule.check?.params['materials'];
      return Array.isArray(covered) && (covered as unknown[]).includes(material);
    },
  );
}
