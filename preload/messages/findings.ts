import type { Bilingual, Params } from '../contract/index.ts';
import { fieldProblemMessages, type FieldProblemCode } from './field-problems.ts';
import { addressFindings } from './findings/addresses.ts';
import { contactFindings } from './findings/contacts.ts';
import { documentFindings } from './findings/documents.ts';
import { domainFindings } from './findings/domains.ts';
import { entityFindings } from './findings/entity.ts';
import { nameFindings } from './findings/names.ts';
import { peopleFindings } from './findings/people.ts';
import { refusalFindings } from './findings/refusals.ts';
import type { Sentence } from './findings/sentence.ts';
import { siteFindings } from './findings/sites.ts';

/** The sentences are the list of codes: a finding without a text in both languages cannot be written. */
const texts = {
  ...peopleFindings,
  ...contactFindings,
  ...documentFindings,
  ...entityFindings,
  ...addressFindings,
  ...domainFindings,
  ...nameFindings,
  ...siteFindings,
  ...refusalFindings,
};

export type FindingCode = keyof typeof texts;
export type FindingParams<C extends FindingCode> = Parameters<(typeof texts)[C]['en']>[0];
/** Codes that the algorithms for identifiers share with the forms. */
export type AnyFindingCode = FindingCode | FieldProblemCode;

export const findingCodes = Object.keys(texts) as FindingCode[];

/** Whose parameters are right was checked where the finding was made. */
type Loose = (p: Params) => Sentence;
type LooseProblem = Record<'zh-CN' | 'en', (p: Params) => string>;

/**
 * What is wrong and what to do next.
 *
 * @param subject name of the value at fault, for problems that a form shows beside its field
 */
export function findingSentences(
  code: AnyFindingCode,
  params: Params,
  subject: Bilingual | null,
): { message: Bilingual; fix: Bilingual } {
  if (code in texts) {
    const { zh, en } = texts[code as FindingCode] as unknown as { zh: Loose; en: Loose };
    const [messageZh, fixZh] = zh(params);
    const [messageEn, fixEn] = en(params);
    return { message: { 'zh-CN': messageZh, en: messageEn }, fix: { 'zh-CN': fixZh, en: fixEn } };
  }
  const problem = fieldProblemMessages[code as FieldProblemCode] as unknown as LooseProblem;
  const name = subject ?? { 'zh-CN': '', en: '' };
  return {
    message: {
      'zh-CN': `${name['zh-CN']}${subject ? '：' : ''}${problem['zh-CN'](params)}`,
      en: `${name.en}${subject ? ': ' : ''}${problem.en(params)}`,
    },
    fix: {
      'zh-CN': `对照原件更正${name['zh-CN']}`,
      en: `Correct the ${subject ? name.en : 'value'} against the original`,
    },
  };
}
