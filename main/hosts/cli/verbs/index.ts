import { advise } from './advise.ts';
import { check } from './check.ts';
import { checklist } from './checklist.ts';
import { demo } from './demo.ts';
import { inspect } from './inspect.ts';
import { pack } from './pack.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';
import type { Verb } from '../verb.ts';

/** In the order of a filing's life. */
export const verbs: readonly Verb[] = [inspect, checklist, advise, check, pack, rules, demo, schema];
