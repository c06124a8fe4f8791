import type { Attachment, Dossier, Filing, Finding } from '../../preload/contract/index.ts';
import { judgedPages } from '../attachments/views.ts';
import type { Context } from '../context.ts';
import { ownerSeenBy, personIn } from './document-owners.ts';
import type { JudgedDemand, JudgedRule } from './judge.ts';

/** Checks whose rules speak about pictures, the closest first: a finding about a picture is theirs. */
const PICTURE_CHECKS = ['photoRequirement', 'scanQuality'];

/** What the pictures of demanded documents lack, as findings of the rules that ask for them. */
export function documentFindings(
  context: Context,
  dossier: Dossier,
  filing: Filing,
  rules: JudgedRule[],
  demands: JudgedDemand[],
): Finding[] {
  return attachmentsOfFiling(dossier, filing).flatMap((attachment) => {
    const demand = demands.find((candidate) => answersDemand(dossier, filing, attachment, candidate));
    if (!demand) return [];
    const rule = pictureRule(rules, attachment) ?? rules.find(({ rule }) => demand.ruleIds.includes(rule.id));
    const isWaived = demand.itemId in filing.waivers;
    return judgedPages(context, dossier.id, attachment, filing.provider).flatMap(({ findings }) =>
      findings.map(({ code, severity, params, message, fix }): Finding => ({
        ruleId: rule?.rule.id ?? demand.ruleIds[0] ?? 'national-scan-quality',
        check: rule?.rule.check?.name ?? null,
        code,
        severity: isWaived ? 'info' : severity,
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
  { material, alternatives, owner, serviceId }: JudgedDemand,
): boolean {
  if (attachment.material === null || ![material, ...alternatives].includes(attachment.material))
    return false;
  const inFiling = dossier.services.filter(({ id }) => filing.serviceIds.includes(id));
  const asking = serviceId === null ? inFiling : inFiling.filter(({ id }) => id === serviceId);
  return (asking.length > 0 ? asking : [null]).some((service) => {
    const seen = ownerSeenBy(dossier, filing, attachment, service);
    if (seen === null) return false;
    if (owner === null || attachment.owner === null || seen === owner) return true;
    const wanted = personIn(dossier, service, owner);
    const found = personIn(dossier, service, seen);
    // Only two people's papers differ; a document of the unit serves anyone.
    return wanted === null || found === null || wanted === found;
  });
}

function pictureRule(rules: JudgedRule[], { material }: Attachment): JudgedRule | undefined {
  return PICTURE_CHECKS.flatMap((name) => rules.filter(({ rule }) => rule.check?.name === name)).find(
    ({ rule }) => {
      const covered = rule.check?.params['materials'];
      return Array.isArray(covered) && (covered as unknown[]).includes(material);
    },
  );
}
