import { cliMessages } from '../../../../preload/messages/cli.ts';
import { createDemoWorkspace } from '../../../demo/index.ts';
import { required } from '../options.ts';
import { columns } from '../table.ts';
import type { Verb } from '../verb.ts';

export const demo: Verb = {
  name: 'demo',
  about: cliMessages.demo,
  usage: ['--workspace DIR [--json]'],
  options: { workspace: { type: 'string', value: 'DIR', about: cliMessages.demoWorkspace } },
  examples: ['beian demo --workspace ./sample'],
  async run(call) {
    const summary = await createDemoWorkspace(call.ports, required(call, 'workspace'));
    const rows = [
      ...summary.entities.map(({ id, name }) => [id, name]),
      ...summary.filings.map(({ id, type, entity }) => [id, `${type} (${entity})`]),
    ];
    call.out(call.isJson ? `${JSON.stringify(summary)}\n` : `${summary.workspace}\n${columns(rows)}\n`);
    return 0;
  },
};
