import type {
  Bilingual,
  FilingChange,
  FilingEffect,
  Finding,
  MaterialDemand,
  RuleChange,
  Severity,
} from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { provinceOf } from '../filings/facts-of.ts';
import { judgeBy, judgeFiling, type Judgement } from '../filings/judge.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import type { RuleBook } from '../rules/book.ts';
import { turnTaker } from '../turns.ts';

/** Lines of one filing that are sent to the window. */
const MOST_LINES = 60;

export interface Effects {
  judged: number;
  notJudged: number;
  filings: FilingEffect[];
}

/**
 * What other rules would say of every open filing, against what is said now. In slices: other calls are answered
 * meanwhile.
 *
 * @param changes the rules that differ; filings of regions without any are not judged anew
 * @throws AppError `workspaces.none-open` when the workspace is closed meanwhile
 */
export async function effectsOf(after: RuleBook, changes: RuleChange[], context: Context): Promise<Effects> {
  const session = openSession(context);
  const touched = new Set(changes.map(({ region }) => region));
  const effects: Effects = { judged: 0, notJudged: 0, filings: [] };
  const takeTurns = turnTaker();
  for (const dossier of session.workspace.dossiers)
    for (const filing of dossier.filings.filter(({ state }) => isOpenState(state))) {
      await takeTurns();
      if (context.session !== session) throw new AppError('workspaces.none-open', {});
      const province = dossier.entity.region && provinceOf(dossier.entity.region);
      const before = judgeFiling(context, dossier, filing);
      if (!before) {
        effects.notJudged++;
        continue;
      }
      effects.judged++;
      if (!touched.has('national') && !touched.has(before.region)) continue;
      const lines = changesBetween(before, judgeBy(after, context, dossier, filing)!, [context.book, after]);
      if (lines.length === 0) continue;
      effects.filings.push({
        dossierId: dossier.id,
        filingId: filing.id,
        entity: dossier.entity.name,
        province,
        type: filing.type,
        changes: lines.slice(0, MOST_LINES),
        more: Math.max(0, lines.length - MOST_LINES),
      });
    }
  return effects;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function changesBetween(
  before: Judgement,
  after: Judgement,
  [old, next]: [RuleBook, RuleBook],
): FilingChange[] {
  const [had, gets] = [linesOf(before, old), linesOf(after, next)];
  return [
    ...[...gets].filter(([key]) => !had.has(key)).map(([, line]) => ({ ...line, appears: true })),
    ...[...had].filter(([key]) => !gets.has(key)).map(([, line]) => ({ ...line, appears: false })),
  ].sort((a, b) => RANK[a.severity] - RANK[b.severity] || Number(b.appears) - Number(a.appears));
}

type Line = Omit<FilingChange, 'appears'>;

/** Everything a filing is told, each under what makes it the same as before whichever rule says it. */
function linesOf({ findings, materials, unchecked }: Judgement, book: RuleBook): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { code, path, params, severity, message, ruleId } of findings.filter(isNoMaterial))
    lines.set(JSON.stringify([code, path, params, severity]), {
      what: 'finding',
      severity,
      text: message,
      ruleId,
    });
  for (const demand of materials) {
    const { material, alternatives, owner, serviceId, required, ruleIds } = demand;
    lines.set(JSON.stringify([material, alternatives, owner, serviceId, required]), {
      what: 'material',
      severity: !required ? 'info' : demand.attached ? 'warning' : 'error',
      text: namesOf(demand, book),
      ruleId: ruleIds[0] ?? '',
    });
  }
  for (const { ruleId, because } of unchecked) {
    const rule = book.rulesById.get(ruleId);
    if (rule && because === 'needs-person')
      lines.set(`? ${ruleId} ${JSON.stringify(rule.requirement)}`, {
        what: 'question',
        severity: rule.severity === 'required' ? 'warning' : 'info',
        text: rule.requirement,
        ruleId,
      });
  }
  return lines;
}

/** What is missing is said by the demand itself. */
function isNoMaterial({ code }: Finding): boolean {
  return code !== 'document.missing' && code !== 'document.not-done-yet';
}

function namesOf({ material, alternatives }: MaterialDemand, book: RuleBook): Bilingual {
  const names = [material, ...alternatives].map(
    (id) => book.materials.get(id)?.name ?? { 'zh-CN': id, en: id },
  );
  return {
    'zh-CN': names.map((name) => name['zh-CN']).join(' / '),
    en: names.map((name) => name.en).join(' / '),
  };
}
