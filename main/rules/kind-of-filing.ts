import type { Finding } from '../../preload/contract/index.ts';
import { readInputs, type Inputs } from './advise-inputs.ts';
import { fittingRows } from './decision-table.ts';
import type { CheckContext } from './evaluators/types.ts';

/** Checks that say whether this filing may be made at all, not whether its data are right. */
const KIND_CHECKS = new Set([
  'oneOpenOrderPerEntity',
  'recordMismatchPolicy',
  'entityChangeAllowed',
  'serviceMigrationSupported',
  'changeOrderTypeOnly',
  'shellEntityCanAddService',
]);

/** The same of what systems refuse without a rule. */
const KIND_CODES = new Set([
  'order.other-filing',
  'order.other-change',
  'entity.already-filed',
  'service.already-filed',
  'service.filed-by-other',
  'record.service-none',
  'access.already-here',
  'access.not-here',
  'access.only-one',
]);

/** Whether a finding says that another filing is to be made, or none for now. */
export const isAboutKind = ({ check, code }: Pick<Finding, 'check' | 'code'>): boolean =>
  KIND_CODES.has(code) || (check !== null && KIND_CHECKS.has(check));

/** What decides the kind must be known; the others only matter where they are. */
const DECIDING = ['entityFiled', 'serviceFiled', 'accessedHere'];

function onlyWhatIsKnown(inputs: Inputs): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, { otherwise, ...input }]) => [
      id,
      otherwise === undefined || DECIDING.includes(id) ? input : { ...input, otherwise },
    ]),
  );
}

const isChange = (filing: string): boolean => filing.startsWith('change-');

/** What a filing says of itself that no fact in a dossier tells: its purpose is not doubted. */
function isOwnPurpose(filing: string, advised: string): boolean {
  if (filing.startsWith('cancel-')) return true;
  if (filing === 'change-entity') return advised !== 'first';
  if (isChange(filing)) return isChange(advised);
  const movesWhatIsFiled = ['migrate', 'claim', 'transfer-account'].includes(filing);
  return movesWhatIsFiled && ['new-access', 'claim', 'transfer-account'].includes(advised);
}

/**
 * The filings that the decision table leaves open where the facts alone decide it and the stated one is not among
 * them; else `null`. Which kind of change an order is, and whether another one is open, is judged elsewhere.
 */
export function otherFilingCalledFor(ctx: CheckContext): string[] | null {
  const inputs = onlyWhatIsKnown(readInputs(ctx));
  const rows = fittingRows(ctx.book.lifecycle.decisionTable.rows, inputs);
  const results = new Map(rows.map((row) => [JSON.stringify(row?.result ?? 'none'), row]));
  const row = rows[0];
  if (results.size !== 1 || !row || row.result === 'stop' || 'dataChanged' in row.when) return null;
  const advised = [row.result].flat();
  const isMeant = advised.some((one) => one === ctx.filing || isOwnPurpose(ctx.filing, one));
  return isMeant ? null : advised;
}
