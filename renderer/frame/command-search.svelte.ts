import type { Command } from './commands.svelte.ts';

const groupOrder: readonly Command['group'][] = ['here', 'entities', 'people', 'go', 'actions'];
const maxPerGroup = 8;

/** What the palette shows for the typed words: every word must be found; groups in a fixed order. */
export class CommandSearch {
  query = $state('');
  active = $state(0);
  #source: () => readonly Command[];

  readonly groups = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#source().filter((command) => {
      if (command.hidden) return false;
      // Hundreds of entities would hide everything else until something is typed.
      if (words.length === 0) return command.group !== 'entities' && command.group !== 'people';
      const text = `${command.label} ${command.keywords ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return groupOrder
      .map((group) => ({ group, commands: found.filter((c) => c.group === group).slice(0, maxPerGroup) }))
      .filter(({ commands }) => commands.length > 0);
  });
  readonly flat = $derived(this.groups.flatMap(({ commands }) => commands));
  readonly chosen = $derived(this.flat[this.active]);

  constructor(source: () => readonly Command[]) {
    this.#source = source;
  }

  type(query: string) {
    this.query = query;
    this.active = 0;
  }

  move(steps: number) {
    const count = this.flat.length;
    if (count > 0) this.active = (this.active + steps + count) % count;
  }
}
