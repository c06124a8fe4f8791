import type { Dossier, FactsFile, Filing, Service } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { factsOf } from './facts-of.ts';
import { ledgerOf } from './ledger.ts';

/** The day a filing is judged for: the planned one, or today when that has passed. */
export function judgedDay(context: Context, filing: Filing): string {
  const { settings } = openSession(context).workspace;
  const today = context.ports.clock.today();
  const planned = filing.plannedSubmissionOn ?? settings.plannedSubmissionOn;
  return planned && planned > today ? planned : today;
}

export function factsOfService(
  workspace: Workspace,
  dossier: Dossier,
  filing: Filing,
  service: Service | null,
  on: string,
): FactsFile {
  const shared = ledgerOf(workspace).sharedWith(dossier.id);
  return factsOf({ dossier, filing, service, person: (id) => workspace.person(id), shared, on });
}

/** The facts that stand on the printed forms: those of the first service, or of the entity alone. */
export function factsOfFiling(context: Context, dossier: Dossier, filing: Filing): FactsFile {
  const first = dossier.services.find(({ id }) => filing.serviceIds.includes(id)) ?? null;
  const { workspace } = openSession(context);
  return factsOfService(workspace, dossier, filing, first, judgedDay(context, filing));
}
