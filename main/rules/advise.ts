import type {
  Advice,
  AdviceLine,
  AdviceQuestion,
  Bilingual,
  FactsFile,
  Source,
} from '../../preload/contract/index.ts';
import { adviceMessages as m } from '../../preload/messages/advice.ts';
import { changedFields, readInputs, whatRemains, type Inputs } from './advise-inputs.ts';
import type { RuleBook } from './book.ts';
import { fits, fittingRows, valueOf, type Row } from './decision-table.ts';
import { items, text, textOf } from './evaluators/facts.ts';
import { OPEN_ORDER_ENDED } from './evaluators/orders.ts';
import type { CheckContext } from './evaluators/types.ts';
import { evaluateFactsFile, type CompleteFactsFile } from './evaluate.ts';
import { isAboutKind } from './kind-of-filing.ts';
import { selectRules } from './select.ts';

const line = (
  code: string,
  message: Bilingual,
  facts: string[] = [],
  sources: Source[] = [],
  next: Bilingual | null = null,
): AdviceLine => ({ code, message, next, facts, sources });

/** What a person says of the inputs that the facts do not tell. */
export type Answers = Record<string, string>;

/**
 * Which filing the facts call for on the day `file.on`: the first row of the lifecycle's decision table that fits.
 * Facts that are unknown and could lead to another row are asked for instead of guessed.
 *
 * @param answers by the ids of the table's inputs; what the facts tell outweighs them
 */
export function adviseFiling(
  book: RuleBook,
  file: FactsFile & { on: string },
  answers: Answers = {},
): Advice {
  const { region, entityGroup, service, on } = file;
  const ctx: CheckContext = {
    facts: file.facts,
    on,
    region,
    entityGroup,
    service,
    provider: file.provider ?? null,
    // Not known before the advice; no input depends on it.
    filing: '',
    book,
  };
  const inputs = readInputs(ctx, answers);
  if (inputs['openOrder']!.value !== true && text(ctx, 'order.cancelReason'))
    return adviseCancelling(ctx, inputs);

  const { rows } = book.lifecycle.decisionTable;
  const fitting = fittingRows(rows, inputs);
  const results = new Set(fitting.map((row) => JSON.stringify([row?.result ?? 'none', row?.then ?? null])));
  const because = reasons(ctx, inputs, fitting);
  const nothing = (blockers: AdviceLine[], ids = lookedAt(ctx, inputs, fitting)): Advice => ({
    filing: 'none',
    then: null,
    because,
    blockers,
    questions: questionsAbout(book, inputs, ids),
  });
  if (results.size !== 1) {
    const ids = undecided(inputs, rows);
    const keys = [...new Set(ids.flatMap((id) => inputs[id]!.keys))];
    return nothing([cannotTell(book, keys)], [...lookedAt(ctx, inputs, fitting), ...ids]);
  }
  const row = fitting[0];
  if (!row) {
    because.push(line('nothing', m.nothingToDo));
    return nothing([]);
  }
  because.push(line('decision', row.text));
  if (row.result === 'stop') return nothing(openOrderLines(ctx));
  const chosen = Array.isArray(row.result) ? choose(row.result, ctx, file, because) : row.result;
  if (chosen === null) return nothing([cannotTell(book, ['order.changedFields'])]);
  if (row.then) because.push(line('then', m.afterwards(filingName(book, row.then))));
  const blockers =
    chosen === 'cancel-service' ? [line('other-entity', m.otherEntityCancels, [], [], m.askOtherEntity)] : [];
  return {
    filing: chosen,
    then: row.then ?? null,
    because,
    blockers: [...blockers, ...hindrances(book, { ...file, filing: chosen })],
    questions: questionsAbout(book, inputs, lookedAt(ctx, inputs, fitting)),
  };
}

const namesOf = (book: RuleBook, keys: string[]): Bilingual[] =>
  keys.map((key) => book.facts.get(key)?.name ?? { 'zh-CN': key, en: key });

/** What has to be known before anything can be advised. */
export const cannotTell = (book: RuleBook, keys: string[]): AdviceLine =>
  line('cannot-tell', m.cannotTell(namesOf(book, keys)), keys, [], m.fillIn);

/** The unknown inputs on which a row that may fit depends. */
function undecided(inputs: Inputs, rows: Row[]): string[] {
  const ids = rows.filter((row) => fits(row, inputs) === undefined).flatMap((row) => Object.keys(row.when));
  return [...new Set(ids)].filter((id) => valueOf(inputs[id]) === undefined);
}

/** Those of the inputs that a person can answer better than the facts do; the day's other filings are known. */
function questionsAbout(book: RuleBook, inputs: Inputs, ids: string[]): AdviceQuestion[] {
  return book.lifecycle.decisionTable.inputs.flatMap(({ id, name, type, values }) => {
    const { value, isAnswer, otherwise, keys } = inputs[id]!;
    const isOpen = value === undefined || isAnswer === true;
    if (!ids.includes(id) || !isOpen || keys.length === 0 || id === 'dataChanged') return [];
    const answers = (type === 'boolean' ? ['true', 'false'] : (values ?? [])).map((one) => ({
      value: one,
      name: m.value(one),
    }));
    return {
      id,
      name: m.question(name),
      answers,
      assumed: otherwise === undefined ? null : String(otherwise),
    };
  });
}

/** The inputs that the deciding rows look at, with those that were taken for granted to come to them. */
function lookedAt(ctx: CheckContext, inputs: Inputs, deciding: (Row | undefined)[]): string[] {
  const { rows } = ctx.book.lifecycle.decisionTable;
  const last = deciding.at(-1);
  const passed = last ? rows.slice(0, rows.indexOf(last)) : rows;
  const byAssumption = passed.filter((row) => fits(row, inputs, (input) => input?.value) === undefined);
  return last
    ? [...deciding, ...byAssumption].flatMap((row) => Object.keys(row?.when ?? {}))
    : ['serviceFiled', 'accessedHere', 'dataChanged'];
}

/** What is known of these inputs, and what was taken for granted. */
function reasons(ctx: CheckContext, inputs: Inputs, deciding: (Row | undefined)[]): AdviceLine[] {
  const looked = lookedAt(ctx, inputs, deciding);
  return ctx.book.lifecycle.decisionTable.inputs
    .filter(({ id }) => looked.includes(id) || id === 'openOrder')
    .flatMap(({ id, name }) => {
      const { value, isAnswer, otherwise, keys, rule } = inputs[id]!;
      if (isAnswer && value !== undefined) return [line(id, m.answered(name, value), keys)];
      if (value !== undefined) return [line(id, m.input(name, value), keys, rule?.sources ?? [])];
      return otherwise === undefined
        ? []
        : [line(id, m.assumed(name, otherwise, namesOf(ctx.book, keys)), keys)];
    });
}

export const filingName = (book: RuleBook, id: string): Bilingual =>
  book.enumerations.filingTypes.find((type) => type.id === id)?.name ?? { 'zh-CN': id, en: id };

function openOrderLines(ctx: CheckContext): AdviceLine[] {
  return (items(ctx, 'ledger.openOrders') ?? [])
    .filter((order) => !OPEN_ORDER_ENDED.test(textOf(order, 'state') ?? ''))
    .map((order) => {
      const provider = textOf(order, 'provider') ?? '?';
      const name = ctx.book.providers.get(provider)?.name ?? { 'zh-CN': provider, en: provider };
      const filing = filingName(ctx.book, textOf(order, 'filingType') ?? '?');
      const said = m.openOrder(name, filing, textOf(order, 'submittedOn'));
      return line('open-order', said, ['ledger.openOrders'], [], m.finishOrder(name));
    });
}

/** Of several filing types that one row offers, the one that the facts call for; `null`: they do not tell. */
function choose(
  offered: string[],
  ctx: CheckContext,
  file: FactsFile & { on: string },
  because: AdviceLine[],
) {
  if (offered.includes('migrate')) {
    const isOffered = mayMigrate(ctx, file);
    if (!isOffered) because.push(line('no-migration', m.migrationNotForCase));
    return isOffered ? 'migrate' : 'cancel-service';
  }
  const changed = changedFields(ctx) ?? [];
  const kind = kindOfChange(changed);
  because.push(line('changed', m.changed(namesOf(ctx.book, changed)), ['order.changedFields']));
  return kind !== null && offered.includes(kind) ? kind : null;
}

function kindOfChange(fields: string[]): string | null {
  const touches = (pattern: RegExp): boolean => fields.some((field) => pattern.test(field));
  const entity = touches(/^(entity|principal|legalRepresentative)\b/);
  const service = touches(/^(service|serviceOwner|domain|app)\b/);
  const access = touches(/^access\b/);
  if (entity) return service || access ? 'change-both' : 'change-entity';
  if (service) return 'change-service';
  return access ? 'change-access' : null;
}

/** Whether the region's rules leave the way open for this service and entity. */
function mayMigrate(ctx: CheckContext, file: FactsFile & { on: string }): boolean {
  const rules = selectRules(ctx.book, { ...ctx, filing: 'migrate' }).filter(
    ({ check }) => check?.name === 'serviceMigrationSupported',
  );
  if (rules.length === 0) return false;
  const { findings } = evaluateFactsFile(ctx.book, { ...file, filing: 'migrate' });
  const closed = ['migration.not-supported', 'migration.not-for-service', 'migration.not-to-individual'];
  return !findings.some(({ code }) => closed.includes(code));
}

/** Errors of the advised filing that no change of its own data can mend. */
function hindrances(book: RuleBook, file: CompleteFactsFile): AdviceLine[] {
  return evaluateFactsFile(book, file)
    .findings.filter((finding) => finding.severity === 'error' && isAboutKind(finding))
    .map(({ code, message, path, sources, fix }) => line(code, message, path ? [path] : [], sources, fix));
}

/** A site that ends: its access here, the service, or with the last service the entity. */
function adviseCancelling(ctx: CheckContext, inputs: Inputs): Advice {
  const because = [
    line('cancelling', m.cancelling(text(ctx, 'order.cancelReason')!), ['order.cancelReason']),
  ];
  const { access, service } = whatRemains(ctx);
  const isFiled = valueOf(inputs['entityFiled']);
  const answer = (filing: string, reason: Bilingual, facts: string[]): Advice => ({
    filing,
    then: null,
    because: [...because, line('decision', reason, facts)],
    blockers: [],
    questions: [],
  });
  if (isFiled === false) return { ...answer('none', m.nothingToDo, ['entity.licenceNumber']) };
  if (access) return answer('cancel-access', m.otherAccess, ['ledger.accesses']);
  if (service) return answer('cancel-service', m.otherServices, ['ledger.filedServices']);
  if (service === false) return answer('cancel-entity', m.lastService, ['ledger.filedServices']);
  const keys = ['ledger.accesses', 'ledger.filedServices'];
  return { filing: 'none', then: null, because, blockers: [cannotTell(ctx.book, keys)], questions: [] };
}
