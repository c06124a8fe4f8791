import type { Severity } from '../../preload/contract/index.ts';
import type { FieldProblemCode, FieldProblemParams } from '../../preload/messages/field-problems.ts';

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

/** Emoji, control and other characters that break the authorities' forms. */
export function formBreakingProblems(text: string): Problem[] {
  return /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Extended_Pictographic}]/u.test(text.replace(/[\d#*\n©®™]/gu, ''))
    ? [problem('text.control-character', {})]
    : [];
}
