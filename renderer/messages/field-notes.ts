import type { Catalogue, Failure, FieldProblem } from '../../preload/contract/index.ts';
import { fieldProblemMessages, type FieldProblemCode } from '../../preload/messages/field-problems.ts';
import type { FieldNote } from '../components/field.ts';
import { failureText } from './failures.ts';
import { language, t } from './index.svelte.ts';
import { nameIn } from './names.ts';

type Sentence = (params: FieldProblem['params']) => string;

/** The sentence for a problem of a field, in the current language. */
export function problemText(problem: FieldProblem): string {
  // The schema of the wire knows codes as text; main makes problems from the same catalogue of codes.
  const sentences = fieldProblemMessages[problem.code as FieldProblemCode] as
    Record<typeof language.current, Sentence> | undefined;
  return sentences ? sentences[language.current](problem.params) : problem.code;
}

/** What stands beside a field: why it could not be saved, or else the gravest problem of its value. */
export function noteOf(
  problems: readonly FieldProblem[],
  failure: Failure | null,
  catalogue: Catalogue | null,
): FieldNote | null {
  if (failure) return { severity: 'error', text: failureText(failure), fix: null };
  const order = { error: 0, warning: 1, info: 2 };
  const [gravest] = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  if (!gravest) return null;
  const { severity, fix } = gravest;
  return {
    severity,
    text: problemText(gravest),
    fix: fix === null ? null : { value: fix, label: t.common.fixWith(valueName(catalogue, fix)) },
  };
}

/** Some fixes are ids of an enumeration: the button shows their name. */
function valueName(catalogue: Catalogue | null, value: string): string {
  const lists = [catalogue?.entityNatures, catalogue?.entityGroups];
  const list = lists.find((items) => items?.some(({ id }) => id === value));
  if (list) return nameIn(list, value);
  if (value === 'male' || value === 'female') return t.people.genders[value];
  return value;
}
