import type { Bilingual, Facts, WalkItem } from '../../preload/contract/index.ts';
import type { Rule, RuleBook } from '../rules/book.ts';
import { masked } from '../rules/evaluators/people.ts';

/** More would not be read beside the sentence. */
const MOST = 6;

/** What is filled in of the facts that the rule's check looks at. Numbers of IDs are shown in part. */
export function factsBehind(book: RuleBook, rule: Rule, facts: Facts): WalkItem['facts'] {
  const spec = rule.check && book.checks.get(rule.check.name);
  return (spec?.neededFacts ?? [])
    .flatMap((fact) => {
      const value = wordsFor(book, fact, facts[fact]);
      return value ? [{ fact, value }] : [];
    })
    .slice(0, MOST);
}

const alike = (text: string): Bilingual => ({ 'zh-CN': text, en: text });

/** `null`: unknown, or too much to be said in a few words. */
function wordsFor(book: RuleBook, fact: string, value: unknown): Bilingual | null {
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  if (typeof value === 'number') return alike(String(value));
  if (Array.isArray(value)) {
    const words = value.map((one) => (typeof one === 'string' ? wordsFor(book, fact, one) : null));
    if (words.length === 0 || words.length > MOST || words.includes(null)) return null;
    return {
      'zh-CN': words.map((one) => one!['zh-CN']).join('、'),
      en: words.map((one) => one!.en).join(', '),
    };
  }
  if (typeof value !== 'string' || value === '') return null;
  if (/idNumber$/i.test(fact)) return alike(masked(value));
  const { enumeration } = book.facts.get(fact) ?? {};
  const list = enumeration === undefined ? undefined : book.enumerations[enumeration];
  if (!Array.isArray(list)) return alike(value);
  const named = (list as { id: string; name: Bilingual }[]).find(({ id }) => id === value);
  return named?.name ?? alike(value);
}
