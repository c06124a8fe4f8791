import { cliMessages } from '../../../../preload/messages/cli.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { checklistItems, type Checklist } from '../../../rules/checklist.ts';
import { entityCodes, filingTypes, regionCodes, serviceTypes } from '../../../rules/codes.ts';
import { dayOption, optional, required } from '../options.ts';
import type { Call, Verb } from '../verb.ts';

export const checklist: Verb = {
  name: 'checklist',
  about: cliMessages.checklist,
  usage: ['--province CODE --entity GROUP --filing TYPE --service TYPE [--provider ID] [--on DATE] [--json]'],
  options: {
    province: { type: 'string', value: 'CODE', about: cliMessages.province },
    entity: { type: 'string', value: 'GROUP', about: cliMessages.entity },
    filing: { type: 'string', value: 'TYPE', about: cliMessages.filing },
    service: { type: 'string', value: 'TYPE', about: cliMessages.service },
    provider: { type: 'string', value: 'ID', about: cliMessages.provider },
    on: { type: 'string', value: 'DATE', about: cliMessages.on },
  },
  examples: ['beian checklist --province 310000 --entity enterprise --filing first --service website'],
  async run(call) {
    const book = loadRuleBook(call.ports.resourcesDir);
    const found = checklistItems(book, {
      province: required(call, 'province', regionCodes(book)),
      entity: required(call, 'entity', entityCodes(book)),
      filing: required(call, 'filing', filingTypes(book)),
      service: required(call, 'service', serviceTypes(book)),
      provider: optional(call, 'provider', [...book.providers.keys()]),
      on: dayOption(call),
    });
    call.out(call.isJson ? `${JSON.stringify(found)}\n` : text(found, call));
    return 0;
  },
};

function text({ province, entity, filing, service, on, items }: Checklist, { say }: Call): string {
  const heading = `${province} ${entity} ${filing} ${service} ${on}`;
  if (items.length === 0) return `${heading}\n${say(cliMessages.noRules)}\n`;
  const lines = items.map((item) => {
    const source = item.sources[0];
    const from = source ? `${source.publisher}, ${source.title} (${source.asOf ?? '?'})` : '';
    const severity = say(item.severity === 'required' ? cliMessages.required : cliMessages.recommended);
    return `\n[${severity}] ${say(item.requirement)}\n  ${say(cliMessages.source)}: ${from}\n  ${item.ruleId}`;
  });
  return `${heading}\n${lines.join('\n')}\n`;
}
