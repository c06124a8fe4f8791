import type { Dossier, Filing, FilingRow, WalkProgress } from '../../preload/contract/index.ts';
import { buildWalk } from '../checklist/walk.ts';
import { openSession, type Context } from '../context.ts';
import { turnTaker } from '../turns.ts';
import { provinceOf } from './facts-of.ts';
import { judgeFiling, type Judgement } from './judge.ts';
import { isOpenState } from './lifecycle.ts';

/** A judgement is made anew when anything it rests on has changed, and a walk rests on nothing else. */
const kept = new WeakMap<Judgement, WalkProgress>();

/** The filings of all entities, each with how far it is. */
export async function listFilings(context: Context): Promise<FilingRow[]> {
  const { workspace } = openSession(context);
  const takeTurns = turnTaker();
  const rows: FilingRow[] = [];
  for (const dossier of workspace.dossiers) {
    for (const filing of dossier.filings) {
      await takeTurns();
      const { type, state, provider, plannedSubmissionOn, serviceIds } = filing;
      rows.push({
        dossierId: dossier.id,
        filingId: filing.id,
        entity: dossier.entity.name,
        province: dossier.entity.region && provinceOf(dossier.entity.region),
        type,
        state,
        provider,
        plannedSubmissionOn,
        services: serviceIds.length,
        progress: isOpenState(state) ? progressOf(context, dossier, filing) : null,
      });
    }
  }
  return rows;
}

function progressOf(context: Context, dossier: Dossier, filing: Filing): WalkProgress | null {
  const judgement = judgeFiling(context, dossier, filing);
  if (!judgement) return null;
  let progress = kept.get(judgement);
  if (!progress) {
    progress = buildWalk({ book: context.book, dossier, filing, judgement }).progress;
    kept.set(judgement, progress);
  }
  return progress;
}
