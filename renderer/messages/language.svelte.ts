import type { Bilingual, Language } from '../../preload/contract/index.ts';

/** The language every sentence of the window is read in; assigning to `current` switches all of them. */
class LanguageChoice {
  current = $state<Language>('zh-CN');
}
export const language = new LanguageChoice();

/** The sentences of one feature; English must have the same keys, and functions the same parameters. */
export function messages<T extends object>(texts: { 'zh-CN': T; en: NoInfer<T> }) {
  return texts;
}

/** A sentence that came from main in both languages, in the current one. */
export function say(text: Bilingual): string {
  return text[language.current];
}
