import { cliMessages, cliProblems } from '../../../preload/messages/cli.ts';
import { UsageError, type Call, type Option } from './verb.ts';

/** Options of every verb. */
export const commonOptions: Record<string, Option> = {
  json: { type: 'boolean', about: cliMessages.json },
  lang: { type: 'string', value: 'LANG', about: cliMessages.lang },
  help: { type: 'boolean', about: cliMessages.help },
};

/** @throws UsageError naming what may be given */
export function optional(call: Call, name: string, known?: readonly string[]): string | null {
  const value = call.values[name];
  if (typeof value !== 'string') return null;
  if (known && !known.includes(value))
    throw new UsageError(cliProblems.unknownValue(`--${name}`, value, known.slice()));
  return value;
}

/** The values of an option that may be given several times. */
export function repeated(call: Call, name: string): string[] {
  const value = call.values[name];
  return Array.isArray(value) ? value : [];
}

/** @throws UsageError naming what may be given */
export function required(call: Call, name: string, known?: readonly string[]): string {
  const value = optional(call, name, known);
  if (value !== null) return value;
  const values = known ? ` (${known.join(', ')})` : '';
  throw new UsageError(cliProblems.missingOption(`--${name}${values}`));
}

/** The day of `--on`, today when absent. */
export function dayOption(call: Call): string {
  const value = optional(call, 'on');
  if (value === null) return call.ports.clock.today();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
  if (!isDay || new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) !== value)
    throw new UsageError(cliProblems.notADay(value));
  return value;
}
