import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Bilingual, Language } from '../../../preload/contract/index.ts';
import { cliProblems } from '../../../preload/messages/cli.ts';
import { describeFailure } from '../../../preload/messages/errors.ts';
import { isAppError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { generalHelp, verbHelp } from './help.ts';
import { Interrupted } from './interrupt.ts';
import { commonOptions } from './options.ts';
import { parseOptions, UsageError, type Call, type ExitCode, type Verb } from './verb.ts';

export interface Surroundings {
  verbs: readonly Verb[];
  ports: Ports;
  out(text: string): void;
  err(text: string): void;
}

const LANGUAGES = ['zh-CN', 'en'] as const;

/**
 * Runs one command line. Never throws: every failure becomes one line on stderr and an exit code, or the signal that the
 * process is to end by.
 */
export async function runCommand(
  args: readonly string[],
  host: Surroundings,
): Promise<ExitCode | NodeJS.Signals> {
  let language = host.ports.systemLanguage;
  const say = (sentence: Bilingual) => sentence[language];
  try {
    language = languageOption(args) ?? language;
    const [first, ...rest] = args;
    if (first === '--version') return done(host, `${host.ports.version}\n`);
    if (first === '--help' || first === '-h' || first === 'help')
      return done(host, generalHelp(host.verbs, say));
    const verb = findVerb(first, host.verbs);
    if (rest.includes('--help') || rest.includes('-h')) return done(host, verbHelp(verb, say));
    return await verb.run(readCall(verb, rest, language, host));
  } catch (cause) {
    const [end, sentence] = failureOf(cause, host.ports);
    host.err(`beian: ${say(sentence).replaceAll('\n', ' ')}\n`);
    return end;
  }
}

function done(host: Surroundings, text: string): ExitCode {
  host.out(text);
  return 0;
}

function findVerb(name: string | undefined, verbs: readonly Verb[]): Verb {
  const known = verbs.map((verb) => verb.name);
  if (name === undefined || name.startsWith('-')) throw new UsageError(cliProblems.noVerb(known));
  const verb = verbs.find((candidate) => candidate.name === name);
  if (!verb) throw new UsageError(cliProblems.unknownVerb(name, known));
  return verb;
}

/** Read first, so that complaints about the other options come in the language that was asked for. */
function languageOption(args: readonly string[]): Language | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return null;
  const value = args[at]!.startsWith('--lang=') ? args[at]!.slice('--lang='.length) : (args[at + 1] ?? '');
  const language = LANGUAGES.find((known) => known === value);
  if (!language) throw new UsageError(cliProblems.unknownValue('--lang', value, [...LANGUAGES]));
  return language;
}

function readCall(verb: Verb, args: string[], language: Language, { ports, out, err }: Surroundings): Call {
  const options = parseOptions({ ...verb, options: { ...verb.options, ...commonOptions } });
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (!verb.takesWords && positionals.length > 0)
      throw new UsageError(cliProblems.strayWord(verb.name, positionals[0]!));
    return {
      values: values as Call['values'],
      positionals,
      isJson: values['json'] === true,
      language,
      ports,
      out,
      note: (text) => err(`${text}\n`),
      say: (sentence) => sentence[language],
    };
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw cause;
    const unknown = /'(-[^']*)'/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? cliProblems.unknownOption(
            unknown,
            Object.keys(options).map((name) => `--${name}`),
          )
        : cliProblems.wrongOption(message),
    );
  }
}

function failureOf(cause: unknown, ports: Ports): [ExitCode | NodeJS.Signals, Bilingual] {
  if (cause instanceof Interrupted)
    return [cause.signal, describeFailure({ code: 'tasks.cancelled', params: {} })];
  if (cause instanceof UsageError) return [2, cause.sentence];
  if (isAppError(cause)) return [2, describeFailure(cause.failure)];
  const incident = randomUUID().slice(0, 8);
  ports.log.error(`incident ${incident}`, cause);
  return [3, cliProblems.internal(incident)];
}
