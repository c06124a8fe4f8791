import { createHash } from 'node:crypto';
import type { PrintedForm } from '../forms/form.ts';
import type { PackInput } from '../input.ts';
import type { Area } from '../page.ts';
import type { FormCode } from './facts.ts';

/** Upper right corner, clear of every form and of what printers cannot reach. */
export const codeArea: Area = { x: 177, y: 6, width: 12, height: 12 };

const kindOfCode = 'BD1';
const pattern = /^BD1:([0-9A-F]{12}):([0-9A-Z-]{3,40}):(\d{1,3}):([0-9A-F]{8})(:D)?$/;

/** Capitals, digits and a few signs alone: QR codes hold half as many again of them. */
export function writeFormCode({ filing, material, ordinal, print, draft }: FormCode): string {
  return [kindOfCode, filing, material.toUpperCase(), ordinal, print, ...(draft ? ['D'] : [])].join(':');
}

/** `null` for a code that is not ours. */
export function parseFormCode(content: string): FormCode | null {
  const match = pattern.exec(content);
  if (!match) return null;
  const [, filing, material, ordinal, print, draft] = match;
  return {
    filing: filing!,
    material: material!.toLowerCase(),
    ordinal: Number(ordinal),
    print: print!,
    draft: draft !== undefined,
  };
}

/** One for each page of `forms`, in their order; `null` without a stored filing. */
export function formCodes({ filingId, draft }: PackInput, forms: PrintedForm[]): (FormCode | null)[] {
  if (filingId === undefined) return forms.map(() => null);
  const counts = new Map<string, number>();
  return forms.map((form) => {
    const ordinal = (counts.get(form.material) ?? 0) + 1;
    counts.set(form.material, ordinal);
    return { filing: filingMark(filingId), material: form.material, ordinal, print: printMark(form), draft };
  });
}

export function filingMark(filingId: string): string {
  return digest(filingId, 12);
}

/** Changes with any datum that is printed on the form. */
export function printMark({ marks }: Pick<PrintedForm, 'marks'>): string {
  const data = marks.flatMap((mark) => (mark.kind === 'text' && mark.field ? [[mark.field, mark.text]] : []));
  return digest(JSON.stringify(data), 8);
}

function digest(content: string, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length).toUpperCase();
}
