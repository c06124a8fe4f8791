import type { Parsed, Walk } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { missingForRules } from '../filings/facts-of.ts';
import { judgeFiling } from '../filings/judge.ts';
import { findFiling } from '../filings/service.ts';
import { timelineOfFiling } from '../filings/timelines.ts';
import { kindNotice } from './kind-notice.ts';
import { buildWalk, emptyWalk } from './walk.ts';

export async function getChecklist(
  context: Context,
  { dossierId, filingId }: Parsed<'checklist.get'>,
): Promise<Walk> {
  const { workspace, inspections } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  const filing = findFiling(dossier, filingId);
  await inspections.load(dossierId);
  const judgement = judgeFiling(context, dossier, filing);
  const timeline = timelineOfFiling(context, dossier, filing, judgement);
  const walk = judgement
    ? buildWalk({ book: context.book, dossier, filing, judgement })
    : emptyWalk(dossier, filing, context.ports.clock.today(), missingForRules(dossier));
  return { ...walk, timeline, kindNotice: judgement && kindNotice(context.book, filing, judgement) };
}
