import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Output,
  Parsed,
  RulePackPreview,
  RulePackProblem,
  RulePacks,
  RulePackTarget,
} from '../../preload/contract/index.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { AppError } from '../errors.ts';
import type { RuleBook } from '../rules/book.ts';
import { regionCodes, requireKnown } from '../rules/codes.ts';
import { toWriteError } from '../store/store.ts';
import { differencesOf } from './differences.ts';
import { effectsOf } from './effects.ts';
import { packOf, packText } from './export.ts';
import { rulePackJsonSchema } from './json-schema.ts';
import type { NewPack } from './kept-packs.ts';
import { headOf, overlay } from './overlay.ts';
import { MAX_BYTES } from './schema.ts';

export async function listRulePacks(context: Context): Promise<RulePacks> {
  const { workspace, rules } = openSession(context);
  const { inForce, packs, log } = workspace.rulePacks.state;
  return {
    inForce,
    packs: packs.map(({ ruleIds: _, ...pack }) => pack).reverse(),
    log: [...log].reverse(),
    setAside: rules.setAside,
  };
}

/** @throws AppError `files.*`, `rule-packs.not-found`, `rule-packs.damaged` */
export async function previewRulePack(
  context: Context,
  { target }: Parsed<'rulePacks.preview'>,
): Promise<RulePackPreview> {
  const wanted = await resolve(context, target);
  if (!wanted.ok) return wanted;
  const { book, head, unchanged } = wanted;
  const rules = differencesOf(context.book, book);
  return { ok: true, pack: head, unchanged, rules, ...(await effectsOf(book, rules, context)) };
}

/** @throws AppError `rule-packs.invalid`: nothing has changed then; and what `previewRulePack` throws */
export async function applyRulePack(
  context: Context,
  { target, by }: Parsed<'rulePacks.apply'>,
): Promise<RulePacks> {
  const { workspace, rules, inbox } = openSession(context);
  const wanted = await resolve(context, target);
  if (!wanted.ok) throw new AppError('rule-packs.invalid', { count: wanted.count });
  const { book, head, file } = wanted;
  if (head) rules.keep(head.sha256, book);
  const kept: NewPack | null = head &&
    file && {
      bytes: file.bytes,
      pack: {
        ...head,
        fileName: file.fileName,
        bytes: file.bytes.byteLength,
        keptBy: by,
        keptAt: context.ports.clock.now(),
        appVersion: context.ports.version,
        ruleIds: [...book.origins.keys()],
      },
    };
  const action = head
    ? { action: 'rulePacks.apply', params: { name: head.name } }
    : { action: 'rulePacks.builtIn', params: {} };
  await workspace.useRulePack(head?.sha256 ?? null, by, action, kept);
  if (target.kind === 'file') await inbox.discard(target.handle);
  return listRulePacks(context);
}

/** @throws AppError `input.unknown-value` for a scope nobody knows */
export async function exportRulePack(
  context: Context,
  { scope }: Parsed<'rulePacks.export'>,
): Promise<Output<'rulePacks.export'>> {
  const { workspace } = openSession(context);
  const { book, ports } = context;
  requireKnown('scope', scope, ['changes', 'all', 'schema', 'national', ...regionCodes(book)]);
  const today = ports.clock.today();
  const inForce = workspace.rulePacks.find(workspace.rulePacks.state.inForce ?? '');
  const said = {
    name: inForce?.name ?? workspace.view().name,
    author: inForce?.author ?? null,
    issuedOn: today,
  };
  const [name, text] =
    scope === 'schema'
      ? ['beian-rule-pack.schema.json', `${JSON.stringify(rulePackJsonSchema(book), null, 2)}\n`]
      : [`beian-rules-${scope}-${today}.json`, packText(packOf(book, scope, said))];
  const file = exportedFile(context, name);
  try {
    await mkdir(workspace.paths.downloads, { recursive: true });
    await writeFile(file, text, { mode: 0o600 });
  } catch (cause) {
    throw toWriteError(cause, name);
  }
  return { url: `/download/rules/${name}`, name, bytes: Buffer.byteLength(text) };
}

/** The file of an export of this session. @param name one that `exportRulePack` has given */
export function exportedFile(context: Context, name: string): string {
  return join(openSession(context).workspace.paths.downloads, name);
}

type Resolved =
  | {
      ok: true;
      book: RuleBook;
      head: Extract<RulePackPreview, { ok: true }>['pack'];
      unchanged: number;
      /** Set when it is a file that comes in now. */
      file: { fileName: string; bytes: Buffer } | null;
    }
  | { ok: false; problems: RulePackProblem[]; count: number };

/** The rules that would be in force. */
async function resolve(context: Context, target: RulePackTarget): Promise<Resolved> {
  const session = openSession(context);
  const builtIn = context.builtInBook;
  if (target.kind === 'built-in') return { ok: true, book: builtIn, head: null, unchanged: 0, file: null };
  if (target.kind === 'kept') return resolveKept(session, target.sha256);
  const { path, fileName, bytes: size, sha256 } = session.inbox.file(target.handle);
  if (size > MAX_BYTES) throw new AppError('files.too-large', { fileName, maxMb: MAX_BYTES / 1024 / 1024 });
  const { resourcesDir } = context.ports;
  const read = await context.pool.run('rule-packs.read', { file: path, resourcesDir, only: null });
  if (!read.ok) return read;
  const bytes = await readFile(path);
  return {
    ok: true,
    book: overlay(builtIn, read.pack, sha256),
    head: headOf(read.pack, sha256),
    unchanged: read.unchanged,
    file: { fileName, bytes },
  };
}

async function resolveKept({ workspace, rules }: Session, sha256: string): Promise<Resolved> {
  const kept = workspace.rulePacks.find(sha256);
  if (!kept) throw new AppError('rule-packs.not-found', {});
  const loaded = await rules.load(sha256);
  if (loaded.ok) {
    const { name, issuedOn, author, note, added, replaced, ended } = kept;
    const head = { sha256, name, issuedOn, author, note, added, replaced, ended };
    return { ok: true, book: loaded.book, head, unchanged: 0, file: null };
  }
  const { because, name, problems } = loaded.setAside;
  if (because === 'missing') throw new AppError('rule-packs.not-found', {});
  if (because === 'damaged') throw new AppError('rule-packs.damaged', { name });
  return { ok: false, problems, count: problems.length };
}
