import type { FieldProblem, Severity } from '../../preload/contract/index.ts';
import type { FieldProblemCode, FieldProblemParams } from '../../preload/messages/field-problems.ts';
import { outsideGbk } from './gbk.ts';

/** What is wrong with one value. `fix`: the right value where it can be computed. */
export type Problem = {
  [C in FieldProblemCode]: { code: C; params: FieldProblemParams[C]; severity: Severity; fix: string | null };
}[FieldProblemCode];

export function problem<C extends FieldProblemCode>(
  code: C,
  params: FieldProblemParams[C],
  severity: Severity = 'error',
  fix: string | null = null,
): Problem {
  return { code, params, severity, fix } as Extract<Problem, { code: C }>;
}

/** The problems of a value as those of the field that holds it. */
export const at = (path: string, problems: Problem[]): FieldProblem[] =>
  problems.map((p) => ({ path, ...p }));

/** Full-width ASCII and the ideographic space as their half-width twins. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** The value with nothing but its own characters, and the problem of having been written otherwise. */
export function respelled(text: string, spelled: string): Problem[] {
  return text === spelled ? [] : [problem('text.spelling', { expected: spelled }, 'error', spelled)];
}

/** Emoji, control and other characters that break the authorities' forms; characters that their interface may lose. */
export function formBreakingProblems(text: string): Problem[] {
  const line = text.replace(/[\r\n\t]/g, ' ');
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Extended_Pictographic}]/u.test(line))
    return [problem('text.control-character', {})];
  const rare = outsideGbk(line);
  return rare === undefined ? [] : [problem('text.rare-character', { character: rare }, 'warning')];
}
