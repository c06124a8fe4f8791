import type { Bilingual, FactsFile, Source } from '../../preload/contract/index.ts';
import { adviceMessages as m } from '../../preload/messages/advice.ts';
import {
  changedFields,
  readInputs,
  whatRemains,
  type Input,
  type InputValue,
  type Inputs,
} from './advise-inputs.ts';
import type { RuleBook } from './book.ts';
import type { Lifecycle } from './data-schema.ts';
import { items, text, textOf } from './evaluators/facts.ts';
import { OPEN_ORDER_ENDED } from './evaluators/orders.ts';
import type { CheckContext } from './evaluators/types.ts';
import { evaluateFactsFile, type CompleteFactsFile } from './evaluate.ts';
import { selectRules } from './select.ts';

/** One reason or hindrance. `code`: id of a table's input, or what kind of sentence it is. */
export interface AdviceLine {
  code: string;
  message: Bilingual;
  /** Facts it rests on, or that are missing. */
  facts: string[];
  sources: Source[];
}

export interface Advice {
  /** Filing type, or `none` where nothing may be filed now or nothing needs to be. */
  filing: string;
  /** The filing that follows once this one is through. */
  then: string | null;
  because: AdviceLine[];
  blockers: AdviceLine[];
}

type Row = Lifecycle['decisionTable']['rows'][number];

/** Checks whose errors stand in the way of the advised filing itself, not of its data. */
const WAY_CHECKS = new Set([
  'oneOpenOrderPerEntity',
  'recordMismatchPolicy',
  'entityChangeAllowed',
  'serviceMigrationSupported',
  'changeOrderTypeOnly',
]);

const line = (
  code: string,
  message: Bilingual,
  facts: string[] = [],
  sources: Source[] = [],
): AdviceLine => ({
  code,
  message,
  facts,
  sources,
});

/**
 * Which filing the facts call for on the day `file.on`: the first row of the lifecycle's decision table that fits.
 * Facts that are unknown and could lead to another row are asked for instead of guessed.
 */
export function adviseFiling(book: RuleBook, file: FactsFile & { on: string }): Advice {
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
  const inputs = readInputs(ctx);
  if (inputs['openOrder']!.value !== true && text(ctx, 'order.cancelReason'))
    return adviseCancelling(ctx, inputs);

  const { rows } = book.lifecycle.decisionTable;
  const fitting = fittingRows(rows, inputs);
  const results = new Set(fitting.map((row) => JSON.stringify([row?.result ?? 'none', row?.then ?? null])));
  const because = reasons(ctx, inputs, fitting);
  if (results.size !== 1) {
    const keys = undecided(inputs, rows);
    return { filing: 'none', then: null, because, blockers: [line('cannot-tell', m.cannotTell(keys), keys)] };
  }
  const row = fitting[0];
  if (!row)
    return {
      filing: 'none',
      then: null,
      because: [...because, line('nothing', m.nothingToDo)],
      blockers: [],
    };
  because.push(line('decision', row.text));
  if (row.result === 'stop') return { filing: 'none', then: null, because, blockers: openOrderLines(ctx) };
  const chosen = Array.isArray(row.result) ? choose(row.result, ctx, file, because) : row.result;
  if (chosen === null) return cannotChoose(because);
  if (row.then) because.push(line('then', m.afterwards(filingName(book, row.then))));
  const blockers = chosen === 'cancel-service' ? [line('other-entity', m.otherEntityCancels)] : [];
  return {
    filing: chosen,
    then: row.then ?? null,
    because,
    blockers: [...blockers, ...hindrances(book, { ...file, filing: chosen })],
  };
}

const cannotChoose = (because: AdviceLine[]): Advice => {
  const keys = ['order.changedFields'];
  return { filing: 'none', then: null, because, blockers: [line('cannot-tell', m.cannotTell(keys), keys)] };
};

/** `undefined`: fits or not by an input that is unknown. */
function fits(row: Row, inputs: Inputs, read = valueOf): boolean | undefined {
  let isUnknown = false;
  for (const [id, wanted] of Object.entries(row.when)) {
    const value = read(inputs[id]);
    if (value === undefined) isUnknown = true;
    else if (Array.isArray(wanted) ? !wanted.includes(String(value)) : wanted !== value) return false;
  }
  return isUnknown ? undefined : true;
}

const valueOf = (input: Input | undefined): InputValue | undefined => input?.value ?? input?.otherwise;

/** The first row that fits, with every earlier one that may; `undefined` in the list: no row may fit. */
function fittingRows(rows: Row[], inputs: Inputs): (Row | undefined)[] {
  const found: (Row | undefined)[] = [];
  for (const row of rows) {
    const answer = fits(row, inputs);
    if (answer !== false) found.push(row);
    if (answer === true) return found;
  }
  return [...found, undefined];
}

/** Facts of the unknown inputs on which a row that may fit depends. */
function undecided(inputs: Inputs, rows: Row[]): string[] {
  const ids = rows.filter((row) => fits(row, inputs) === undefined).flatMap((row) => Object.keys(row.when));
  const unknown = [...new Set(ids)].filter((id) => valueOf(inputs[id]) === undefined);
  return [...new Set(unknown.flatMap((id) => inputs[id]!.keys))];
}

/** What is known of the inputs that the deciding rows look at, and what was taken for granted to come to them. */
function reasons(ctx: CheckContext, inputs: Inputs, deciding: (Row | undefined)[]): AdviceLine[] {
  const { rows, inputs: listed } = ctx.book.lifecycle.decisionTable;
  const last = deciding.at(-1);
  const passed = last ? rows.slice(0, rows.indexOf(last)) : rows;
  const byAssumption = passed.filter((row) => fits(row, inputs, (input) => input?.value) === undefined);
  const looked = last
    ? [...deciding, ...byAssumption].flatMap((row) => Object.keys(row?.when ?? {}))
    : ['serviceFiled', 'accessedHere', 'dataChanged'];
  return listed
    .filter(({ id }) => looked.includes(id) || id === 'openOrder')
    .flatMap(({ id, name }) => {
      const { value, otherwise, keys, rule } = inputs[id]!;
      if (value !== undefined) return [line(id, m.input(name, value), keys, rule?.sources ?? [])];
      return otherwise === undefined ? [] : [line(id, m.assumed(name, otherwise, keys), keys)];
    });
}

const filingName = (book: RuleBook, id: string): Bilingual =>
  book.enumerations.filingTypes.find((type) => type.id === id)?.name ?? { 'zh-CN': id, en: id };

function openOrderLines(ctx: CheckContext): AdviceLine[] {
  return (items(ctx, 'ledger.openOrders') ?? [])
    .filter((order) => !OPEN_ORDER_ENDED.test(textOf(order, 'state') ?? ''))
    .map((order) => {
      const provider = textOf(order, 'provider') ?? '?';
      const name = ctx.book.providers.get(provider)?.name ?? { 'zh-CN': provider, en: provider };
      const filing = filingName(ctx.book, textOf(order, 'filingType') ?? '?');
      return line('open-order', m.openOrder(name, filing, textOf(order, 'submittedOn')), [
        'ledger.openOrders',
      ]);
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
  because.push(line('changed', m.changed(changed), ['order.changedFields']));
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
    .findings.filter(({ check, severity }) => severity === 'error' && WAY_CHECKS.has(check ?? ''))
    .map(({ code, message, path, sources }) => line(code, message, path ? [path] : [], sources));
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
  });
  if (isFiled === false) return { ...answer('none', m.nothingToDo, ['entity.licenceNumber']) };
  if (access) return answer('cancel-access', m.otherAccess, ['ledger.accesses']);
  if (service) return answer('cancel-service', m.otherServices, ['ledger.filedServices']);
  if (service === false) return answer('cancel-entity', m.lastService, ['ledger.filedServices']);
  const keys = ['ledger.accesses', 'ledger.filedServices'];
  return { filing: 'none', then: null, because, blockers: [line('cannot-tell', m.cannotTell(keys), keys)] };
}
