import type {
  Dossier,
  Filing,
  Finding,
  MaterialDemand,
  TimelineEvent,
  Unchecked,
} from '../../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { describeFailure } from '../../../../preload/messages/errors.ts';
import { packOwners } from '../../../../preload/messages/packs.ts';
import { isAppError } from '../../../errors.ts';
import { judgeFiling } from '../../../filings/judge.ts';
import { inOrder, ruleDay } from '../../../filings/timeline.ts';
import { timelineOfFiling } from '../../../filings/timelines.ts';
import { openSession } from '../../../context.ts';
import { loadRuleBook, type RuleBook } from '../../../rules/book.ts';
import { packIn } from '../../../rule-packs/overlay.ts';
import { evaluateFactsFile } from '../../../rules/evaluate.ts';
import { parseCase } from '../facts-case.ts';
import { findingsText, hasErrors } from '../findings-text.ts';
import { readJson } from '../input.ts';
import { dayOption, optional } from '../options.ts';
import { columns } from '../table.ts';
import { UsageError, type Call, type ExitCode, type Verb } from '../verb.ts';
import { filingsOf, noteSetAside, withWorkspace } from '../workspace.ts';

/** The answer of `beian check --json` for one case. */
export interface CheckAnswer {
  findings: Finding[];
  unchecked: Unchecked[];
  /** Of a stored filing, with the service that needs a document of its own. */
  materials: (MaterialDemand & { serviceId?: string | null })[];
  /** Days of submission from which something is judged otherwise; of a stored filing also those of its records. */
  timeline: TimelineEvent[];
}

/** Of a stored filing, each line says which. */
type OfFiling<T> = T & { filing: string; entity: string };

export const check: Verb = {
  name: 'check',
  about: cliMessages.check,
  usage: ['--facts FILE [--on DATE] [--json]', '--workspace DIR [--filing ID] [--on DATE] [--json]'],
  options: {
    facts: { type: 'string', value: 'FILE', about: cliMessages.facts },
    workspace: { type: 'string', value: 'DIR', about: cliMessages.workspace },
    filing: { type: 'string', value: 'ID', about: cliMessages.filingId },
    on: { type: 'string', value: 'DATE', about: cliMessages.on },
  },
  examples: [
    'beian check --facts shanghai.json',
    'beian check --facts - --json < cases.json',
    'beian check --workspace ./group',
    'beian check --facts old.json --on 2019-01-15',
  ],
  async run(call) {
    const [facts, workspace] = [optional(call, 'facts'), optional(call, 'workspace')];
    if ((facts === null) === (workspace === null))
      throw new UsageError(cliProblems.eitherOption('--facts FILE, --workspace DIR'));
    return facts === null ? checkWorkspace(workspace!, call) : checkFacts(facts, call);
  },
};

async function checkFacts(file: string, call: Call): Promise<ExitCode> {
  const json = await readJson(file);
  const book = loadRuleBook(call.ports.resourcesDir);
  const day = dayOption(call);
  const isFixed = optional(call, 'on') !== null;
  const isMany = Array.isArray(json);
  const answers = (isMany ? json : [json]).map((one, index) =>
    answerOf(book, one, { day, isFixed }, isMany ? index : null),
  );
  if (call.isJson) call.out(`${JSON.stringify(isMany ? answers : answers[0])}\n`);
  else call.out(answers.map((answer) => text(answer, book, call)).join('\n'));
  return answers.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
}

/** `index` names the case in complaints about its input. A day given on the command line outweighs the file's. */
function answerOf(
  book: RuleBook,
  json: unknown,
  { day, isFixed }: { day: string; isFixed: boolean },
  index: number | null,
): CheckAnswer {
  try {
    const file = parseCase(book, json, day);
    const { outcomes, findings, unchecked, materials } = evaluateFactsFile(
      book,
      isFixed ? { ...file, on: day } : file,
    );
    const timeline = inOrder(outcomes.flatMap(({ rule, days }) => days.map((day) => ruleDay(rule, day))));
    return { findings, unchecked, materials, timeline };
  } catch (cause) {
    if (index === null || !isAppError(cause)) throw cause;
    throw new UsageError(cliProblems.inCase(index, describeFailure(cause.failure)));
  }
}

async function checkWorkspace(folder: string, call: Call): Promise<ExitCode> {
  return withWorkspace(call.ports, folder, async (context) => {
    noteSetAside(context, call);
    const rulePack = packIn(context.book);
    const answer = { rulePack, findings: [], unchecked: [], materials: [], timeline: [] } as {
      rulePack: typeof rulePack;
      findings: OfFiling<Finding>[];
      unchecked: OfFiling<Unchecked>[];
      materials: OfFiling<MaterialDemand>[];
      timeline: OfFiling<TimelineEvent>[];
    };
    const parts: string[] = [];
    for (const { dossier, filing } of filingsOf(context, optional(call, 'filing'))) {
      await openSession(context).inspections.load(dossier.id);
      const judgement = judgeFiling(
        context,
        dossier,
        filing,
        optional(call, 'on') ? dayOption(call) : undefined,
      );
      const name = `${dossier.entity.name ?? dossier.id}  ${filing.type}  ${filing.id}`;
      if (judgement === null) {
        call.note(`${name}: ${call.say(describeFailure({ code: 'rules.no-region', params: {} }))}`);
        continue;
      }
      const { findings, unchecked } = judgement;
      const materials = judgement.materials.map(({ itemId: _, ...demand }) => demand);
      const serviceName = (id: string | null) => nameOfService(dossier, filing, id);
      const { events: timeline } = timelineOfFiling(context, dossier, filing, judgement);
      const said = { findings, unchecked, materials, timeline };
      parts.push(`${name}\n${text(said, context.book, call, serviceName)}`);
      const origin = { filing: filing.id, entity: dossier.id };
      answer.findings.push(...findings.map((item) => ({ ...item, ...origin })));
      answer.unchecked.push(...unchecked.map((item) => ({ ...item, ...origin })));
      answer.materials.push(...materials.map((item) => ({ ...item, ...origin })));
      answer.timeline.push(...timeline.map((item) => ({ ...item, ...origin })));
    }
    call.out(call.isJson ? `${JSON.stringify(answer)}\n` : parts.join('\n'));
    return hasErrors(answer.findings) ? 1 : 0;
  });
}

/** Empty where it goes without saying. */
function nameOfService(dossier: Dossier, filing: Filing, serviceId: string | null): string {
  const service = dossier.services.find(({ id }) => id === serviceId);
  return filing.serviceIds.length > 1 ? (service?.name ?? service?.domain.name ?? '') : '';
}

function text(
  { findings, unchecked, materials, timeline }: CheckAnswer,
  book: RuleBook,
  { say }: Call,
  serviceName: (serviceId: string | null) => string = () => '',
): string {
  const m = cliMessages;
  const nameOf = (id: string) => say(book.materials.get(id)?.name ?? { 'zh-CN': id, en: id });
  const named = ({ material, alternatives }: MaterialDemand) =>
    alternatives.length > 2
      ? nameOf(material) + say(cliProblems.orOthers(alternatives.length))
      : [material, ...alternatives].map(nameOf).join(' / ');
  const whose = ({ owner, serviceId = null }: CheckAnswer['materials'][number]) =>
    [owner && packOwners[owner] ? say(packOwners[owner]) : '', serviceName(serviceId)]
      .filter(Boolean)
      .join(' · ');
  const materialRows = materials.map((demand) => [
    `  ${say(demand.attached ? m.attached : m.missing)}`,
    say(demand.required ? m.required : m.optional),
    [named(demand), whose(demand)].filter(Boolean).join(' — '),
  ]);
  const uncheckedRows = unchecked.map(({ ruleId, because, missing }) => [
    `  ${ruleId}`,
    because === 'needs-person' ? say(m.needsPerson) : `${say(m.needsFacts)}: ${missing.join(', ')}`,
  ]);
  return [
    `${say(m.findings)} (${findings.length})`,
    findings.length > 0 ? findingsText(findings, say) : `  ${say(m.noFindings)}`,
    `${say(m.materials)} (${materials.length})`,
    columns(materialRows),
    `${say(m.timeline)} (${timeline.length})`,
    columns(
      timeline.map(({ on, message, isEstimate }) => [
        `  ${on}`,
        say(message) + (isEstimate ? ` (${say(m.estimate)})` : ''),
      ]),
    ),
    `${say(m.unchecked)} (${unchecked.length})`,
    columns(uncheckedRows),
    '',
  ].join('\n');
}
