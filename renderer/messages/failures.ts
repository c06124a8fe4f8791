import type { Failure } from '../../preload/contract/index.ts';
import { describeFailure } from '../../preload/messages/errors.ts';
import { language } from './language.svelte.ts';

/** What happened and what to do next, in the current language. */
export function failureText(failure: Failure): string {
  return describeFailure(failure)[language.current];
}
