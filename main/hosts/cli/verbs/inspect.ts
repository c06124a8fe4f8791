import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImageKind, type PageInspection } from '../../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { inspectFile, loadImageLimits, type ImageLimits } from '../../../images/index.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { requireKnown } from '../../../rules/codes.ts';
import { createWorkerPool } from '../../../workers/pool.ts';
import { findingsText, hasErrors } from '../findings-text.ts';
import { unreadable } from '../input.ts';
import { optional, required } from '../options.ts';
import { UsageError, type Call, type Verb } from '../verb.ts';

type InspectedPage = { file: string } & PageInspection;

export const inspect: Verb = {
  name: 'inspect',
  takesWords: true,
  about: cliMessages.inspect,
  usage: ['FILE... --as KIND [--provider ID] [--json]'],
  options: {
    as: { type: 'string', value: 'KIND', about: cliMessages.inspectAs },
    provider: { type: 'string', value: 'ID', about: cliMessages.provider },
  },
  examples: [
    'beian inspect photo.jpg --as owner-photo',
    'beian inspect scans/*.pdf --as letter --provider alibaba-cloud --json',
  ],
  async run(call) {
    const kind = required(call, 'as', ImageKind.options) as ImageKind;
    const provider = providerOption(call);
    if (call.positionals.length === 0) throw new UsageError(cliProblems.noFiles());
    await demandReadable(call.positionals);
    const limits = await loadImageLimits(call.ports.resourcesDir);
    const pages = await inspectAll(call, kind, provider, limits);
    call.out(call.isJson ? `${JSON.stringify({ files: pages })}\n` : text(pages, call));
    return pages.some(({ findings }) => hasErrors(findings)) ? 1 : 0;
  },
};

/** All files at once, as many as there are cores; their pages in the order of the command line. */
async function inspectAll(
  call: Call,
  kind: ImageKind,
  provider: string | null,
  limits: ImageLimits,
): Promise<InspectedPage[]> {
  const files = call.positionals;
  const pool = createWorkerPool(call.ports.workers);
  let done = 0;
  try {
    const inspected = await Promise.all(
      files.map(async (file) => {
        const pages = await inspectFile(pool, { file, fileName: basename(file), kind, provider }, limits);
        if (files.length > 1) call.note(`${++done}/${files.length} ${file}`);
        return pages.map((page) => ({ file, ...page }));
      }),
    );
    return inspected.flat();
  } finally {
    await pool.close();
  }
}

export function providerOption(call: Call): string | null {
  const provider = optional(call, 'provider');
  if (provider === null) return null;
  return requireKnown('--provider', provider, loadRuleBook(call.ports.resourcesDir).providers.keys());
}

/**
 * A path that leads to no file is a slip of the command line; a file that is no picture is a result. Among others that
 * can be read, a wrong path is a result too: one file does not stop the rest.
 */
async function demandReadable(files: string[]): Promise<void> {
  const reasons = await Promise.all(files.map(whyUnreadable));
  if (reasons.every((reason) => reason !== null)) throw unreadable(files[0]!, reasons[0]);
}

async function whyUnreadable(file: string): Promise<{ code: string } | null> {
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isDirectory() ? { code: 'EISDIR' } : null;
  } catch (cause) {
    return { code: (cause as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}

function text(pages: InspectedPage[], { say }: Call): string {
  return pages
    .map(({ file, page, verdict, facts, findings }) => {
      const size = facts ? `${facts.widthPx} x ${facts.heightPx} px, ${facts.format}` : '';
      const body = findings.length > 0 ? findingsText(findings, say) : `  ${say(cliMessages.noFindings)}`;
      return `${file}  p.${page}  ${verdict.toUpperCase()}  ${size}\n${body}\n`;
    })
    .join('\n');
}
