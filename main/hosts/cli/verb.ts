import type { ParseArgsConfig } from 'node:util';
import type { Bilingual, Language } from '../../../preload/contract/index.ts';
import type { Ports } from '../../ports.ts';

/** 0 done, 1 done with errors found, 2 wrong usage or input, 3 internal error. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Option {
  type: 'string' | 'boolean';
  /** How the help names its value: `CODE`. */
  value?: string;
  /** May be given several times. */
  multiple?: true;
  about: Bilingual;
}

export interface Verb {
  name: string;
  about: Bilingual;
  /** Lines after `beian NAME`. */
  usage: string[];
  options: Record<string, Option>;
  /** It takes words besides its options: files, a name. */
  takesWords?: boolean;
  /** Whole command lines. */
  examples: string[];
  run(call: Call): Promise<ExitCode>;
}

/** One use of a verb. */
export interface Call {
  values: Record<string, string | boolean | string[] | undefined>;
  positionals: string[];
  isJson: boolean;
  language: Language;
  ports: Ports;
  /** Text for stdout; with `--json` nothing but the one document. */
  out(text: string): void;
  /** Progress and notes, on stderr. */
  note(text: string): void;
  say(sentence: Bilingual): string;
}

/** Wrong usage, or an input that cannot be read: one line on stderr, exit code 2. */
export class UsageError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.name = 'UsageError';
    this.sentence = sentence;
  }
}

export function parseOptions(verb: Verb): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(verb.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
}
