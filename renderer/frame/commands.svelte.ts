import { createContext, untrack } from 'svelte';
import type { IconName } from '../components/icons.ts';

/** Something the person can do: listed in the palette, and on `keys` anywhere in the window. */
export interface Command {
  id: string;
  label: string;
  group: 'here' | 'go' | 'entities' | 'people' | 'actions';
  icon?: IconName;
  /** `['Mod', 'K']`, `['n']`, `['Escape']`; `Mod` is Ctrl, or Command on a Mac. */
  keys?: readonly string[];
  /** Further text the palette's search may match. */
  keywords?: string;
  /** Only on its keys, not in the palette. */
  hidden?: boolean;
  run: () => void;
}

type Provider = () => readonly Command[];

/** All commands at hand. A screen provides its own while it is shown; the newest provider wins a key. */
export class Commands {
  #providers = $state.raw<readonly Provider[]>([]);

  readonly all = $derived(this.#providers.flatMap((provider) => [...provider()]));

  /** Returns the function that takes them back: made for `$effect(() => commands.provide(...))`. */
  provide(provider: Provider): () => void {
    // Effects that provide must not depend on the list they extend.
    this.#providers = [...untrack(() => this.#providers), provider];
    return () => (this.#providers = this.#providers.filter((other) => other !== provider));
  }

  /** Runs the command bound to the pressed keys; answers whether there was one. */
  press(event: KeyPress): boolean {
    const command = this.all.findLast((candidate) => candidate.keys && matches(candidate.keys, event));
    command?.run();
    return command !== undefined;
  }
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  /** The keystroke goes into text. */
  typing: boolean;
}

function matches(keys: readonly string[], event: KeyPress): boolean {
  const wantsMod = keys.includes('Mod');
  const hasMod = event.ctrlKey || event.metaKey;
  const wantsShift = keys.includes('Shift');
  const key = keys.at(-1) ?? '';
  if (wantsMod !== hasMod || event.altKey) return false;
  if (!wantsMod && event.typing && key !== 'Escape') return false;
  if (wantsMod && wantsShift !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

export const [getCommands, setCommands] = createContext<Commands>();
