import type { PackManifest, PackPreview } from '../../../../preload/contract/index.ts';
import { cliMessages, cliProblems } from '../../../../preload/messages/cli.ts';
import { isAppError } from '../../../errors.ts';
import { findFonts } from '../../../packs/fonts.ts';
import { packInput, type PackInput } from '../../../packs/input.ts';
import { inputOf } from '../../../packs/service.ts';
import { previewPack, writePack } from '../../../packs/write.ts';
import { loadRuleBook } from '../../../rules/book.ts';
import { evaluateFactsFile } from '../../../rules/evaluate.ts';
import { parseCase } from '../facts-case.ts';
import { readJson } from '../input.ts';
import { optional, required } from '../options.ts';
import { documentsIn } from '../pack-documents.ts';
import { columns } from '../table.ts';
import { UsageError, type Call, type ExitCode, type Verb } from '../verb.ts';
import { filingsOf, withWorkspace } from '../workspace.ts';
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
}

export const pack: Verb = {
  name: 'pack',
  about: cliMessages.pack,
  usage: [
    '--workspace DIR --filing ID --out DIR [--provider ID] [--draft] [--two-sided] [--json]',
    '--facts FILE --files DIR --out DIR [--provider ID] [--draft] [--two-sided] [--json]',
  ],
  options: {
    workspace: { type: 'string', value: 'DIR', about: cliMessages.workspace },
    filing: { type: 'string', value: 'ID', about: cliMessages.packFilingId },
    facts: { type: 'string', value: 'FILE', about: cliMessages.facts },
    files: { type: 'string', value: 'DIR', about: cliMessages.files },
    out: { type: 'string', value: 'DIR', about: cliMessages.out },
    provider: { type: 'string', value: 'ID', about: cliMessages.provider },
    draft: { type: 'boolean', about: cliMessages.draft },
    'two-sided': { type: 'boolean', about: cliMessages.twoSided },
    'no-separators': { type: 'boolean', about: cliMessages.noSeparators },
  },
  examples: [
    'beian pack --workspace ./group --filing 6f1c... --out ./pack',
    'beian pack --facts shanghai.json --files ./scans --out ./pack --draft --json',
  ],
  async run(call) {
    const [facts, workspace] = [optional(call, 'facts'), optional(call, 'workspace')];
    if ((facts === null) === (workspace === null))
      throw new UsageError(cliProblems.eitherOption('--facts FILE --files DIR, --workspace DIR --filing ID'));
    const out = required(call, 'out');
    const provider = providerOption(call);
    if (facts !== null) return write(await inputFromFacts(call, facts, provider), out, call);
    const id = required(call, 'filing');
    return withWorkspace(call.ports, workspace!, async (context) => {
      const [{ dossier, filing }] = filingsOf(context, id) as [ReturnType<typeof filingsOf>[number]];
      const { input } = await inputOf(context, dossier.id, filing.id, howOf(call));
      return write(provider === null ? input : withProvider(input, provider, call), out, call);
    });
  },
};

/** How the pack is made, as the options say. */
function howOf({ values }: Call): Pick<PackInput, 'draft' | 'options'> {
  return {
    draft: values['draft'] === true,
    options: { twoSided: values['two-sided'] === true, separators: values['no-separators'] !== true },
  };
}

function withProvider(input: PackInput, provider: string, { ports }: Call): PackInput {
  return packInput(loadRuleBook(ports.resourcesDir), {
    ...input,
    factsFile: { ...input.factsFile, provider },
  });
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
    const manifest = await writePack(input, out);
    show({ ...common, written: true, out, preflight: manifest.preflight, manifest }, call);
    return 0;
  } catch (cause) {
    if (!isAppError(cause, 'packs.incomplete')) throw cause;
    const { preflight } = await previewPack(input);
    show({ ...common, written: false, out: null, preflight, manifest: null }, call);
    return 1;
  }
}

function show(answer: PackAnswer, call: Call): void {
  if (call.isJson) return call.out(`${JSON.stringify(answer)}\n`);
  const { say } = call;
  const rows = answer.preflight.map(({ severity, message }) => [`  ${severity}`, say(message)]);
  const missing = answer.missing.map(({ material }) => [`  ${say(cliMessages.missing)}`, material]);
  const result = answer.written ? `${say(cliMessages.written)} ${answer.out}` : say(cliMessages.notWritten);
  call.out(`${result}\n${columns([...missing, ...rows])}\n`);
}
