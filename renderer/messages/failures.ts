import type { Failure } from '../../preload/contract/index.ts';
import { failureText as inLanguage } from '../../preload/messages/errors.ts';
import { language } from './language.svelte.ts';

/** What happened and what to do next, in the current language. */
export function failureText(failure: Failure): string {
  return inLanguage(failure)[language.current];
}
