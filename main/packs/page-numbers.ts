import { packWords as words } from '../../preload/messages/packs.ts';
import { bilingual } from './sheets/parts.ts';
import { colours, contentArea, type Page } from './page.ts';

/** Gives out page numbers, from 1. For two-sided printing what begins does so on the front of a sheet: an odd page. */
export class PageNumbers {
  readonly #twoSided: boolean;
  #next = 1;

  constructor(twoSided: boolean) {
    this.#twoSided = twoSided;
  }

  /** The first page of something of that many pages; `null` when it has none. */
  begin(pages: number): number | null {
    if (pages === 0) return null;
    if (this.#twoSided && this.#next % 2 === 0) this.#next++;
    const first = this.#next;
    this.#next += pages;
    return first;
  }

  /** One page more of what was begun last. */
  follow(): number {
    return this.#next++;
  }
}

/** Pages in order of their numbers; numbers that were left out become pages that say they are blank. */
export function onTheirPages(parts: { first: number | null; pages: Page[] }[]): Page[] {
  const all: Page[] = [];
  for (const { first, pages } of parts) {
    if (first === null) continue;
    while (all.length < first - 1) all.push(blankPage());
    all.push(...pages);
  }
  return all;
}

function blankPage(): Page {
  const area = { x: contentArea.x, y: 140, width: contentArea.width, height: 12 };
  return {
    kind: 'blank',
    title: words.blank,
    material: null,
    ruleIds: [],
    marks: bilingual(area, words.blank, 10, { align: 'center', colour: colours.soft, isHeading: true }),
    zones: [],
  };
}
