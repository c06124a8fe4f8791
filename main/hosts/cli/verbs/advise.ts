import { adviceMessages } from '../../../../preload/messages/advice.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { describeFailure } from '../../../../preload/messages/errors.ts';
import { isAppError } from '../../../errors.ts';
import type { Advice } from '../../../../preload/contract/index.ts';
import { adviseFiling } from '../../../rules/advise.ts';
import { loadRuleBook, type RuleBook } from '../../../rules/book.ts';
import { parseFactsFile } from '../../../rules/facts.ts';
import { readJson } from '../input.ts';
import { required } from '../options.ts';
import { UsageError, type Call, type Verb } from '../verb.ts';

export const advise: Verb = {
  name: 'advise',
  about: cliMessages.advise,
  usage: ['--facts FILE [--json]'],
  options: { facts: { type: 'string', value: 'FILE', about: cliMessages.facts } },
  examples: ['beian advise --facts shanghai.json', 'beian advise --facts - --json < cases.json'],
  async run(call) {
    const json = await readJson(required(call, 'facts'));
    const book = loadRuleBook(call.ports.resourcesDir);
    const today = call.ports.clock.today();
    const isMany = Array.isArray(json);
    const answers = (isMany ? json : [json]).map((one, index) =>
      answerOf(book, one, today, isMany ? index : null),
    );
    if (call.isJson) call.out(`${JSON.stringify(isMany ? answers : answers[0])}\n`);
    else call.out(answers.map((answer) => text(answer, book, call)).join('\n'));
    return 0;
  },
};

/** `index` names the case in complaints about its input. */
function answerOf(book: RuleBook, json: unknown, today: string, index: number | null): Advice {
  try {
    const file = parseFactsFile(book, json);
    return adviseFiling(book, { ...file, on: file.on ?? today });
  } catch (cause) {
    if (index === null || !isAppError(cause)) throw cause;
    throw new UsageError(cliProblems.inCase(index, describeFailure(cause.failure)));
  }
}

function text({ filing, because, blockers }: Advice, book: RuleBook, { say }: Call): string {
  const name = book.enumerations.filingTypes.find(({ id }) => id === filing)?.name;
  const part = (title: string, lines: Advice['because']) =>
    lines.length > 0
      ? [
          title,
          ...lines.flatMap(({ message, next }) => [
            `  ${say(message)}`,
            ...(next ? [`    → ${say(next)}`] : []),
          ]),
        ]
      : [];
  return [
    `${say(adviceMessages.filing)}: ${name ? `${say(name)} (${filing})` : say(adviceMessages.none)}`,
    ...part(say(adviceMessages.because), because),
    ...part(say(adviceMessages.blockers), blockers),
    '',
  ].join('\n');
}
