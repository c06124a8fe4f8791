import type { RegionSummary } from '../../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import type { Context } from '../../../context.ts';
import { loadRuleBook, type RuleBook } from '../../../rules/book.ts';
import { packIn } from '../../../rule-packs/overlay.ts';
import { regionSummaries, ruleViews } from '../../../rules/views.ts';
import { optional, required } from '../options.ts';
import { checkPack, exportRules } from '../rule-pack-file.ts';
import { columns } from '../table.ts';
import { UsageError, type Call, type ExitCode, type Verb } from '../verb.ts';
import { noteSetAside, withWorkspace } from '../workspace.ts';

export const rules: Verb = {
  name: 'rules',
  about: cliMessages.rules,
  usage: [
    '[--province CODE] [--workspace DIR] [--json]',
    '--export FILE [--province CODE] [--workspace DIR [--changes]] [--json]',
    '--check FILE [--workspace DIR] [--json]',
  ],
  options: {
    province: { type: 'string', value: 'CODE', about: cliMessages.rulesProvince },
    workspace: { type: 'string', value: 'DIR', about: cliMessages.rulesWorkspace },
    export: { type: 'string', value: 'FILE', about: cliMessages.rulesExport },
    changes: { type: 'boolean', about: cliMessages.rulesChanges },
    check: { type: 'string', value: 'FILE', about: cliMessages.rulesCheck },
  },
  examples: [
    'beian rules',
    'beian rules --province 440000 --json',
    'beian rules --export guangdong.json --province 440000',
    'beian rules --check guangdong.json --workspace ./group',
  ],
  async run(call) {
    const workspace = optional(call, 'workspace');
    if (workspace === null) return runWith(call, loadRuleBook(call.ports.resourcesDir), null);
    return withWorkspace(call.ports, workspace, async (context) => {
      noteSetAside(context, call);
      return runWith(call, context.book, context);
    });
  },
};

/** @param context of the workspace, where one is named */
async function runWith(call: Call, book: RuleBook, context: Context | null): Promise<ExitCode> {
  const [toExport, toCheck] = [optional(call, 'export'), optional(call, 'check')];
  if (toExport !== null && toCheck !== null)
    throw new UsageError(cliProblems.eitherOption('--export FILE, --check FILE'));
  if (toCheck !== null) return checkPack(call, context?.builtInBook ?? book, toCheck, context);
  const all = regionSummaries(book);
  const province =
    optional(call, 'province') &&
    required(
      call,
      'province',
      all.map(({ region }) => region),
    );
  if (toExport !== null)
    return exportRules(
      call,
      book,
      toExport,
      call.values['changes'] === true ? 'changes' : (province ?? 'all'),
    );
  const rulePack = packIn(book);
  const heading = rulePack
    ? `${call.say(cliMessages.rulePack)}: ${rulePack.name}  ${rulePack.issuedOn}  ${rulePack.sha256}\n`
    : '';
  if (province === null) {
    call.out(
      call.isJson ? `${JSON.stringify({ regions: all, rulePack })}\n` : heading + summaryText(all, call),
    );
    return 0;
  }
  const regions = all.filter(({ region }) => region === province);
  const views = ruleViews(book, province);
  if (call.isJson) call.out(`${JSON.stringify({ regions, rules: views, rulePack })}\n`);
  else {
    const lines = views.map((rule) => {
      const origin = rule.origin ? `  (${call.say(cliMessages.rulePack)}: ${rule.origin.pack.name})` : '';
      return `${rule.id}  [${rule.confidence}]${origin}\n  ${call.say(rule.requirement)}`;
    });
    call.out(`${heading}${summaryText(regions, call)}\n${lines.join('\n')}\n`);
  }
  return 0;
}

function summaryText(regions: RegionSummary[], { say }: Call): string {
  const m = cliMessages;
  const heading = ['', ...[m.region, m.rule, m.confidence, m.oldest, m.newest, m.checkedOn].map(say)];
  const rows = regions.map(
    ({ region, name, rules: count, ended, confidence, oldestSource, newestSource, checkedOn }) => [
      region,
      say(name),
      ended > 0 ? `${count}+${ended}` : String(count),
      `${confidence.high}/${confidence.medium}/${confidence.low}`,
      oldestSource ?? '-',
      newestSource ?? '-',
      checkedOn,
    ],
  );
  return `${columns([heading, ...rows])}\n`;
}
