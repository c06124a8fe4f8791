import type { Bilingual } from '../../../preload/contract/index.ts';
import { cliMessages as m } from '../../../preload/messages/cli.ts';
import { commonOptions } from './options.ts';
import { columns } from './table.ts';
import type { Option, Verb } from './verb.ts';

type Say = (sentence: Bilingual) => string;

export function generalHelp(verbs: readonly Verb[], say: Say): string {
  return [
    say(m.product),
    '',
    `${say(m.usage)}: beian ${verbs.map(({ name }) => name).join('|')} ... [--json] [--lang zh-CN|en]`,
    '',
    `${say(m.verbs)}:`,
    indented(columns(verbs.map(({ name, about }) => [name, say(about)]))),
    '',
    `${say(m.examples)}:`,
    indented(verbs.map(({ examples }) => examples[0]!).join('\n')),
    '',
    say(m.moreHelp),
    say(m.exitCodes),
    '',
  ].join('\n');
}

export function verbHelp(verb: Verb, say: Say): string {
  const options: [string, Option][] = Object.entries({ ...verb.options, ...commonOptions });
  return [
    say(verb.about),
    '',
    `${say(m.usage)}:`,
    indented(verb.usage.map((line) => `beian ${verb.name} ${line}`).join('\n')),
    '',
    `${say(m.options)}:`,
    indented(
      columns(
        options.map(([name, { value, about }]) => [`--${name}${value ? ` ${value}` : ''}`, say(about)]),
      ),
    ),
    '',
    `${say(m.examples)}:`,
    indented(verb.examples.join('\n')),
    '',
    say(m.exitCodes),
    '',
  ].join('\n');
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
