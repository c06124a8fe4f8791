import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { factsJsonSchema } from '../../../rules/facts.ts';
import { UsageError, type Verb } from '../verb.ts';

const SCHEMAS = ['facts'];

export const schema: Verb = {
  name: 'schema',
  takesWords: true,
  about: cliMessages.schema,
  usage: ['facts'],
  options: {},
  examples: ['beian schema facts > facts.schema.json'],
  async run({ positionals, ports, out }) {
    const [name = '', ...more] = positionals;
    if (!SCHEMAS.includes(name) || more.length > 0)
      throw new UsageError(cliProblems.unknownValue('schema', positionals.join(' '), SCHEMAS));
    out(`${JSON.stringify(factsJsonSchema(loadRuleBook(ports.resourcesDir)), null, 2)}\n`);
    return 0;
  },
};
