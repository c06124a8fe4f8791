import { walk } from './walk.ts';
import { timeline } from './timeline.ts';
import { rulePacks } from './rule-packs.ts';
import { rules } from './rules.ts';
import { packs } from './packs.ts';
import { filings } from './filings.ts';
import { documents } from './documents.ts';
import { repairs } from './repairs.ts';
import { common } from './common.ts';
import { frame } from './frame.ts';
import { welcome } from './welcome.ts';
import { today } from './today.ts';
import { settings } from './settings.ts';
import { people } from './people.ts';
import { passwords } from './passwords.ts';
import { entities } from './entities.ts';
import { dossier } from './dossier.ts';
import { language } from './language.svelte.ts';

export { language, messages, say } from './language.svelte.ts';

/** Every feature's sentences under its name. A new feature adds its file here. */
const catalogues = {
  common,
  frame,
  welcome,
  today,
  settings,
  people,
  passwords,
  entities,
  dossier,
  walk,
  timeline,
  rules,
  rulePacks,
  packs,
  filings,
  documents,
  repairs,
};

type Texts = { readonly [Feature in keyof typeof catalogues]: (typeof catalogues)[Feature]['zh-CN'] };

/** `t.entities.title`: read in markup or `$derived`, it follows the language. */
export const t: Texts = new Proxy({} as Texts, {
  get: (_, feature: keyof typeof catalogues) => catalogues[feature][language.current],
});
