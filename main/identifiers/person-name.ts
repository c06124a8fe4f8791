import { formBreakingProblems, problem, type Problem } from './problem.ts';

/** Forms of address and functions that people write instead of a name. */
const TITLES = /(先生|女士|小姐|老师|站长|经理|老板|主任|主管|总监|校长|院长|同志|师傅|教授|律师)$/;

/** A real name (真实姓名): Chinese characters with `·`, or Latin letters as a passport has them. */
export function checkPersonName(text: string): Problem[] {
  const breaking = formBreakingProblems(text);
  if (breaking.some((p) => p.severity === 'error')) return breaking;
  const name = text.trim();
  if (name !== text) return [problem('text.spelling', { expected: name }, 'error', name)];
  const title = TITLES.exec(name)?.[0];
  if (title !== undefined) return [problem('person-name.title', { word: title })];
  const foreign = [...name].find((c) => !/[\p{L}\p{M}·•．.' ,’-]/u.test(c));
  return foreign === undefined ? breaking : [problem('person-name.character', { character: foreign })];
}
