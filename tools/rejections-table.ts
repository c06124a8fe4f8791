/**
 * Writes resources/data/REJECTIONS.md: for every reason of rejection that a machine can check, what catches it.
 *
 *     npx tsx tools/rejections-table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Reason {
  id: string;
  evidence: string;
  machineCheckable: string;
  message: { 'zh-CN': string };
}

/** What catches a reason: codes of findings, or why nothing does. `warns`: why it is only a warning. */
export type Catch = { id: string } & (
  | { by: 'check' | 'inspection'; codes: string[]; warns?: { en: string } | undefined }
  | { by: 'input' }
  | { by: 'none'; because: { en: string } }
);

const EVIDENCE = ['official-message', 'stated-rejection', 'form-validation'];

/** Reasons that the table speaks of. */
export const checkableReasons = <R extends Reason>(reasons: R[]): R[] =>
  reasons.filter(
    ({ evidence, machineCheckable }) => EVIDENCE.includes(evidence) && machineCheckable !== 'no',
  );

function how(entry: Catch): string {
  if (entry.by === 'none') return `not caught: ${entry.because.en}`;
  if (entry.by === 'input') return 'refused on entry: only values of the list';
  const codes = entry.codes.map((code) => `\`${code}\``).join(', ');
  const told = entry.by === 'inspection' ? `inspection of the image: ${codes}` : codes;
  return entry.warns ? `${told}, not an error: ${entry.warns.en}` : told;
}

/** The table in Markdown, with the share that is caught. */
export function rejectionsTable(reasons: Reason[], catches: Catch[]): string {
  const byId = new Map(catches.map((entry) => [entry.id, entry]));
  const shown = checkableReasons(reasons);
  const share = (grade: string): string => {
    const graded = shown.filter(({ machineCheckable }) => machineCheckable === grade);
    const caught = graded.filter(({ id }) => byId.get(id)?.by !== 'none').length;
    return `| ${grade} | ${caught} | ${graded.length} | ${Math.round((100 * caught) / graded.length)} % |`;
  };
  const rows = shown.map(({ id, machineCheckable, message }) => {
    const entry = byId.get(id);
    return `| ${id} | ${machineCheckable} | ${message['zh-CN']} | ${entry ? how(entry) : ''} |`;
  });
  return [
    '# Reasons of rejection and what catches them',
    '',
    'Made by `tools/rejections-table.ts` from `rejections.json` and `rejection-catches.json`; do not edit.',
    'Reasons that are an official message, a stated rejection or a form’s refusal, and that a machine can check.',
    '',
    '| machine can check | caught | of | |',
    '|---|---|---|---|',
    share('yes'),
    share('partly'),
    '',
    '| reason | can be checked | message | caught by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function write(): void {
  const file = (name: string) => fileURLToPath(new URL(`../resources/data/${name}`, import.meta.url));
  const read = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
  const { reasons } = read('rejections.json') as { reasons: Reason[] };
  writeFileSync(file('REJECTIONS.md'), rejectionsTable(reasons, read('rejection-catches.json') as Catch[]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
