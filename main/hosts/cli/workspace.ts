import type { Dossier, Filing } from '../../../preload/contract/index.ts';
import { cliProblems } from '../../../preload/messages/cli.ts';
import { describeSetAside } from '../../../preload/messages/rule-packs.ts';
import { createContext } from '../../app.ts';
import { openSession, type Context } from '../../context.ts';
import type { Ports } from '../../ports.ts';
import { closeWorkspace, openWorkspace } from '../../workspaces/service.ts';
import { UsageError, type Call } from './verb.ts';

/** Opens a workspace to read, also while a window has it open, and lets go of it afterwards. */
export async function withWorkspace<T>(
  ports: Ports,
  folder: string,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const context = await createContext(ports);
  try {
    await openWorkspace(context, { folder, readOnly: true });
    return await work(context);
  } finally {
    await closeWorkspace(context);
    await context.pool.close();
  }
}

/** Says on stderr that the rule pack of the workspace is not in force, and why. */
export function noteSetAside(context: Context, { note, say }: Call): void {
  const { setAside } = openSession(context).rules;
  if (setAside) note(say(describeSetAside(setAside)));
}

export interface FilingOf {
  dossier: Dossier;
  filing: Filing;
}

/** The filings of the open workspace, or the one with this id. @throws UsageError when there is none */
export function filingsOf(context: Context, id: string | null): FilingOf[] {
  const all = openSession(context).workspace.dossiers.flatMap((dossier) =>
    dossier.filings.map((filing) => ({ dossier, filing })),
  );
  if (id === null) return all;
  const wanted = all.filter(({ filing }) => filing.id === id);
  if (wanted.length === 0)
    throw new UsageError(
      cliProblems.unknownFiling(
        id,
        all.map(({ filing }) => filing.id),
      ),
    );
  return wanted;
}
