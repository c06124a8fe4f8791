import type { Catalogue, Params } from '../../preload/contract/index.ts';
import { describeAction } from '../../preload/messages/actions.ts';
import { say, t } from './index.svelte.ts';

/** What an edit did, with the names of its fields, in the current language. */
export function actionText(action: string, params: Params, catalogue: Catalogue | null): string {
  const what = say(describeAction(action, params));
  const fields = Array.isArray(params['fields']) ? params['fields'] : [];
  const names = fields.map((path) => factName(catalogue, path)).filter((name) => name !== null);
  return names.length > 0 ? t.common.withFields(what, names) : what;
}

/** The name of a fact as it stands in the catalogue; `null` when it has none. */
export function factName(catalogue: Catalogue | null, path: string): string | null {
  const name = catalogue?.facts[path];
  return name ? say(name) : null;
}
