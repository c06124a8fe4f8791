import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Bilingual, RulePackHead, RulePackProblem } from '../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../preload/messages/cli.ts';
import { describeRulePackProblem } from '../../../preload/messages/rule-packs.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { differencesOf } from '../../rule-packs/differences.ts';
import { effectsOf } from '../../rule-packs/effects.ts';
import { packOf, packText } from '../../rule-packs/export.ts';
import { headOf, overlay, packIn } from '../../rule-packs/overlay.ts';
import { MAX_BYTES } from '../../rule-packs/schema.ts';
import { readRulePack } from '../../rule-packs/validate.ts';
import type { RuleBook } from '../../rules/book.ts';
import { unreadable } from './input.ts';
import { columns } from './table.ts';
import { UsageError, type Call, type ExitCode } from './verb.ts';

/** Writes the rules in force as a pack to edit; never over a file that is there. @throws UsageError */
export async function exportRules(
  call: Call,
  book: RuleBook,
  file: string,
  scope: string,
): Promise<ExitCode> {
  const issuedOn = call.ports.clock.today();
  const inForce = packIn(book);
  const pack = packOf(book, scope, {
    name: inForce?.name ?? basename(file, '.json').slice(0, 100),
    author: inForce?.author ?? null,
    issuedOn,
  });
  await writeFile(file, packText(pack), { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      cause.code === 'EEXIST' ? cliProblems.fileExists(file) : cliProblems.unwritable(file, cause.code ?? ''),
    );
  });
  const [added, replaced, ended] = [pack.add.length, pack.replace.length, pack.end.length];
  call.out(
    call.isJson
      ? `${JSON.stringify({ file, add: added, replace: replaced, end: ended })}\n`
      : `${call.say(cliProblems.exported(file, added + replaced + ended))}\n`,
  );
  return 0;
}

/** The answer of `beian rules --check --json`. The rest is `null` where the pack has a mistake. */
interface PackCheck {
  valid: boolean;
  count: number;
  problems: (RulePackProblem & { message: Bilingual; fix: Bilingual | null })[];
  pack: RulePackHead | null;
  rules: ReturnType<typeof differencesOf> | null;
  /** Open filings of the workspace that the pack would change; `null` without a workspace. */
  filings: Awaited<ReturnType<typeof effectsOf>>['filings'] | null;
}

/** Says of a pack what is wrong with it, or what it would change. Exit code 1 with a mistake. */
export async function checkPack(
  call: Call,
  builtIn: RuleBook,
  file: string,
  context: Context | null,
): Promise<ExitCode> {
  const bytes = await readBounded(file);
  const read = readRulePack(bytes, builtIn);
  const answer: PackCheck = {
    valid: read.ok,
    count: 0,
    problems: [],
    pack: null,
    rules: null,
    filings: null,
  };
  if (read.ok) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const book = overlay(builtIn, read.pack, sha256);
    answer.pack = headOf(read.pack, sha256);
    answer.rules = differencesOf(context?.book ?? builtIn, book);
    if (context) answer.filings = (await effectsOf(book, answer.rules, context)).filings;
  } else {
    answer.count = read.count;
    answer.problems = read.problems.map((problem) => {
      const { what, fix } = describeRulePackProblem(problem);
      return { ...problem, message: what, fix };
    });
  }
  call.out(call.isJson ? `${JSON.stringify(answer)}\n` : checkText(file, answer, call));
  return read.ok ? 0 : 1;
}

async function readBounded(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    const { size } = await handle.stat();
    if (size > MAX_BYTES)
      throw new AppError('files.too-large', { fileName: basename(file), maxMb: MAX_BYTES / 1024 / 1024 });
    return await handle.readFile().catch((cause: unknown) => {
      throw unreadable(file, cause);
    });
  } finally {
    await handle.close();
  }
}

/** Mistakes as `file:line:column`, which editors and terminals turn into links. */
function checkText(
  file: string,
  { valid, count, problems, pack, rules, filings }: PackCheck,
  call: Call,
): string {
  const { say } = call;
  if (!valid) {
    const lines = problems.map(({ line, column, rule, field, message, fix }) =>
      [`${file}:${line}:${column}:`, rule, field, say(message) + (fix ? ` — ${say(fix)}` : '')]
        .filter(Boolean)
        .join(' '),
    );
    return `${lines.join('\n')}\n${say(cliProblems.packProblems(count))}\n`;
  }
  const { name, issuedOn, sha256 } = pack!;
  const changes = rules!.map((rule) => [
    `  ${say(cliMessages[rule.change])}`,
    rule.id,
    say(rule.requirement),
  ]);
  const effects = (filings ?? []).flatMap((filing) => [
    [`  ${filing.entity ?? filing.dossierId}  ${filing.type}`],
    ...filing.changes.map(({ appears, text }) => [`    ${appears ? '+' : '-'} ${say(text)}`]),
  ]);
  return [
    `${name}  ${issuedOn}  ${sha256.slice(0, 12)}  ${say(cliMessages.packFits)}`,
    columns(changes),
    ...(filings ? [`${say(cliMessages.filingsAffected)} (${filings.length})`, columns(effects)] : []),
    '',
  ].join('\n');
}
