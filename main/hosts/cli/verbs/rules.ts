import type { RegionSummary } from '../../../../preload/contract/index.ts';
import { cliMessages } from '../../../../preload/messages/cli.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { regionSummaries, ruleViews } from '../../../rules/views.ts';
import { optional, required } from '../options.ts';
import { columns } from '../table.ts';
import type { Call, Verb } from '../verb.ts';

export const rules: Verb = {
  name: 'rules',
  about: cliMessages.rules,
  usage: ['[--province CODE] [--json]'],
  options: { province: { type: 'string', value: 'CODE', about: cliMessages.rulesProvince } },
  examples: ['beian rules', 'beian rules --province 440000 --json'],
  async run(call) {
    const book = loadRuleBook(call.ports.resourcesDir);
    const all = regionSummaries(book);
    if (optional(call, 'province') === null) {
      call.out(call.isJson ? `${JSON.stringify({ regions: all })}\n` : summaryText(all, call));
      return 0;
    }
    const known = all.map(({ region }) => region);
    const province = required(call, 'province', known);
    const regions = all.filter(({ region }) => region === province);
    const views = ruleViews(book, province);
    if (call.isJson) call.out(`${JSON.stringify({ regions, rules: views })}\n`);
    else {
      const lines = views.map((rule) => `${rule.id}  [${rule.confidence}]\n  ${call.say(rule.requirement)}`);
      call.out(`${summaryText(regions, call)}\n${lines.join('\n')}\n`);
    }
    return 0;
  },
};

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
