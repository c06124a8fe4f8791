import * as v from 'valibot';
import {
  PackOptions,
  type BatchedPack,
  type PackManifest,
  type PackPreview,
} from '../../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { describeFailure } from '../../../../preload/messages/errors.ts';
import type { Context } from '../../../context.ts';
import { isAppError } from '../../../errors.ts';
import { findFonts } from '../../../packs/fonts.ts';
import { packInput, type PackInput } from '../../../packs/input.ts';
import { writeBatch, withProvider, type BatchedFiling, type BatchOrder } from '../../../packs/batch.ts';
import { inputOf, type FilingRef } from '../../../packs/filing-input.ts';
import { isSound } from '../../../packs/verify/read-back.ts';
import { previewPack, writePack } from '../../../packs/write.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { evaluateFactsFile } from '../../../rules/evaluate.ts';
import { parseCase } from '../facts-case.ts';
import { readJson } from '../input.ts';
import { interruptible } from '../interrupt.ts';
import { optional, repeated, required } from '../options.ts';
import { documentsIn } from '../pack-documents.ts';
import { columns } from '../table.ts';
import { UsageError, type Call, type ExitCode, type Verb } from '../verb.ts';
import { filingsOf, noteSetAside, withWorkspace } from '../workspace.ts';
import { providerOption } from './inspect.ts';

type PreflightItem = PackPreview['preflight'][number];

/** The answer of `beian pack --json`. `manifest` is `null` when nothing was written. */
interface PackAnswer {
  written: boolean;
  out: string | null;
  draft: boolean;
  missing: PackInput['evaluation']['materials'];
  preflight: PreflightItem[];
  manifest: PackManifest | null;
  /** With several filings: what became of each, in folders of their own below `out`. */
  packs?: (BatchedPack & { written: boolean; manifest: PackManifest | null })[];
}

export const pack: Verb = {
  name: 'pack',
  about: cliMessages.pack,
  usage: [
    '--workspace DIR --filing ID --out DIR [--provider ID] [--draft] [--two-sided] [--json]',
    '--workspace DIR {--filing ID --filing ID ... | --all} --out DIR [--provider ID] [--draft] [--json]',
    '--facts FILE --files DIR --out DIR [--provider ID] [--draft] [--two-sided] [--json]',
  ],
  options: {
    workspace: { type: 'string', value: 'DIR', about: cliMessages.workspace },
    filing: { type: 'string', value: 'ID', multiple: true, about: cliMessages.packFilingId },
    all: { type: 'boolean', about: cliMessages.packAll },
    facts: { type: 'string', value: 'FILE', about: cliMessages.facts },
    files: { type: 'string', value: 'DIR', about: cliMessages.files },
    out: { type: 'string', value: 'DIR', about: cliMessages.out },
    provider: { type: 'string', value: 'ID', about: cliMessages.provider },
    draft: { type: 'boolean', about: cliMessages.draft },
    'two-sided': { type: 'boolean', about: cliMessages.twoSided },
    watermark: { type: 'string', value: 'TEXT', about: cliMessages.watermark },
    'no-separators': { type: 'boolean', about: cliMessages.noSeparators },
  },
  examples: [
    'beian pack --workspace ./group --filing 6f1c... --out ./pack',
    'beian pack --workspace ./group --all --draft --out ./packs',
    'beian pack --facts shanghai.json --files ./scans --out ./pack --draft --json',
  ],
  async run(call) {
    const [facts, workspace] = [optional(call, 'facts'), optional(call, 'workspace')];
    if ((facts === null) === (workspace === null))
      throw new UsageError(cliProblems.eitherOption('--facts FILE --files DIR, --workspace DIR --filing ID'));
    const out = required(call, 'out');
    const provider = providerOption(call);
    if (facts !== null) return write(await inputFromFacts(call, facts, provider), out, call);
    const ids = repeated(call, 'filing');
    const wantsAll = call.values['all'] === true;
    if (ids.length === 0 && !wantsAll) throw new UsageError(cliProblems.missingOption('--filing ID, --all'));
    return withWorkspace(call.ports, workspace!, async (context) => {
      noteSetAside(context, call);
      const filings = (wantsAll ? [null] : ids).flatMap((id) =>
        filingsOf(context, id).map(({ dossier, filing }) => ({ dossierId: dossier.id, filingId: filing.id })),
      );
      if (wantsAll || filings.length > 1) return writeMany(context, filings, out, provider, call);
      const { input } = await inputOf(context, filings[0]!, howOf(call));
      return write(provider === null ? input : withProvider(context, input, provider), out, call);
    });
  },
};

/** How the pack is made, as the options say. */
function howOf(call: Call): Pick<PackInput, 'draft' | 'options'> {
  const { values } = call;
  const watermark = v.safeParse(PackOptions.entries.watermark, optional(call, 'watermark') ?? undefined);
  if (!watermark.success) throw new UsageError(cliProblems.watermarkLength);
  return {
    draft: values['draft'] === true,
    options: {
      twoSided: values['two-sided'] === true,
      separators: values['no-separators'] !== true,
      watermark: watermark.output,
    },
  };
}

async function inputFromFacts(call: Call, file: string, provider: string | null): Promise<PackInput> {
  const book = loadRuleBook(call.ports.resourcesDir);
  const today = call.ports.clock.today();
  const parsed = parseCase(book, await readJson(file), today);
  const documents = await documentsIn(required(call, 'files'), book, parsed.facts);
  const stated = (parsed.facts['documents'] ?? []) as { material: string; owner: string | null }[];
  // What lies in the folder is there, whether or not the facts mention it.
  const found = documents
    .filter(
      ({ material, owner }) => !stated.some((d) => d.material === material && (owner ?? d.owner) === d.owner),
    )
    .flatMap(({ material, owner }) =>
      material ? [{ material, owner: owner ?? 'entity', issuedOn: null, validTo: null, copies: 1 }] : [],
    );
  const factsFile = {
    ...parsed,
    ...(provider !== null && { provider }),
    facts: { ...parsed.facts, documents: [...stated, ...found] },
  };
  return packInput(book, {
    factsFile,
    evaluation: evaluateFactsFile(book, factsFile),
    documents,
    ...howOf(call),
    on: factsFile.on,
    fonts: findFonts(),
  });
}

async function write(input: PackInput, out: string, call: Call): Promise<ExitCode> {
  const missing = input.evaluation.materials.filter(({ required, attached }) => required && !attached);
  const common = { draft: input.draft, missing };
  try {
    const manifest = await interruptible((signal) => writePack(input, out, { signal }));
    show({ ...common, written: true, out, preflight: manifest.preflight, manifest }, call);
    return isSound(manifest.preflight) ? 0 : 1;
  } catch (cause) {
    if (!isAppError(cause, 'packs.incomplete')) throw cause;
    const { preflight } = await previewPack(input);
    show({ ...common, written: false, out: null, preflight, manifest: null }, call);
    return 1;
  }
}

/** Each filing in a folder of its own; with `--draft` those that are not complete become drafts. */
async function writeMany(
  context: Context,
  filings: FilingRef[],
  out: string,
  provider: string | null,
  call: Call,
): Promise<ExitCode> {
  const { draft, options } = howOf(call);
  const order: BatchOrder = { filings, incomplete: draft ? 'draft' : 'skip', options, provider };
  const progress = (done: number, total: number) => call.note(`${done} / ${total}`);
  const written = await interruptible((signal) => writeBatch(context, order, out, { signal, progress }));
  const packs = written.map(({ pack, manifest }) => ({ ...pack, written: manifest !== null, manifest }));
  const isWhole = packs.every((one) => one.written);
  if (call.isJson) {
    const answer: PackAnswer = {
      written: isWhole,
      out,
      draft,
      missing: [],
      preflight: [],
      manifest: null,
      packs,
    };
    call.out(`${JSON.stringify(answer)}\n`);
  } else {
    call.out(
      `${call.say(cliMessages.written)} ${out}\n${columns(written.map((one) => batchRow(one, call)))}\n`,
    );
  }
  const areSound = written.every(({ manifest }) => manifest === null || isSound(manifest.preflight));
  return isWhole && areSound ? 0 : 1;
}

function batchRow({ pack: { entity, folder, draft, failure } }: BatchedFiling, { say }: Call): string[] {
  const result = failure ? say(describeFailure(failure)) : (folder ?? '');
  const state = failure ? cliMessages.packSkipped : draft ? cliMessages.packDraft : cliMessages.packWhole;
  return [`  ${entity ?? ''}`, say(state), result];
}

function show(answer: PackAnswer, call: Call): void {
  if (call.isJson) return call.out(`${JSON.stringify(answer)}\n`);
  const { say } = call;
  const rows = answer.preflight.map(({ severity, message }) => [`  ${severity}`, say(message)]);
  const missing = answer.missing.map(({ material }) => [`  ${say(cliMessages.missing)}`, material]);
  const result = answer.written ? `${say(cliMessages.written)} ${answer.out}` : say(cliMessages.notWritten);
  call.out(`${result}\n${columns([...missing, ...rows])}\n`);
}
