import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { rulePackJsonSchema } from '../../../rule-packs/json-schema.ts';
import { factsJsonSchema } from '../../../rules/facts.ts';
import { UsageError, type Verb } from '../verb.ts';

const SCHEMAS = new Map([
  ['facts', factsJsonSchema],
  ['rule-pack', rulePackJsonSchema],
]);

export const schema: Verb = {
  name: 'schema',
  takesWords: true,
  about: cliMessages.schema,
  usage: ['facts', 'rule-pack'],
  options: {},
  examples: ['beian schema facts > facts.schema.json', 'beian schema rule-pack > rule-pack.schema.json'],
  async run({ positionals, ports, out }) {
    const [name = '', ...more] = positionals;
    const schemaOf = SCHEMAS.get(name);
    if (!schemaOf || more.length > 0)
      throw new UsageError(cliProblems.unknownValue('schema', positionals.join(' '), [...SCHEMAS.keys()]));
    out(`${JSON.stringify(schemaOf(loadRuleBook(ports.resourcesDir)), null, 2)}\n`);
    return 0;
  },
};
