import { formBreakingProblems } from '../../identifiers/problem.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import type { Refusals } from './types.ts';

/** Texts that go into one line of the interface's document. */
const LINES = [
  'entity.name',
  'entity.mailingAddress',
  'entity.certificate.address',
  'entity.investor',
  'principal.name',
  'serviceOwner.name',
  'legalRepresentative.name',
  'service.name',
  'app.name',
];
const TEXTS = ['entity.remark', 'service.remark', 'service.plannedUse'];

/** Characters that break the document the interface takes, whatever the field. */
function breakingCharacters(verdict: Verdict): void {
  const { facts } = verdict.ctx;
  for (const key of [...LINES, ...TEXTS]) {
    const value = facts[key];
    if (typeof value !== 'string') continue;
    const isBroken =
      formBreakingProblems(value).some(({ severity }) => severity === 'error') ||
      /[<>\u{fffd}]/u.test(value) ||
      (LINES.includes(key) && /[\r\n\t]/.test(value.trim()));
    if (isBroken) verdict.sayProblem('text.control-character', {}, key);
  }
}

export const characterRefusals: Refusals = { 'PRO-18': breakingCharacters };
