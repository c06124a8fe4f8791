import type { RulePacks } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import type { KeptPackList } from './kept-packs.ts';
import { overlay } from './overlay.ts';
import { readRulePack } from './validate.ts';

type SetAside = NonNullable<RulePacks['setAside']>;

/** The rules a workspace is judged by: the built-in ones, with the pack in force laid over them. */
export class RulesInForce {
  readonly builtIn: RuleBook;
  readonly #packs: KeptPackList;
  readonly #books = new Map<string, RuleBook>();
  readonly #setAside = new Map<string, SetAside>();

  private constructor(builtIn: RuleBook, packs: KeptPackList) {
    this.builtIn = builtIn;
    this.#packs = packs;
  }

  static async open(builtIn: RuleBook, packs: KeptPackList): Promise<RulesInForce> {
    const rules = new RulesInForce(builtIn, packs);
    const { inForce } = packs.state;
    if (inForce) await rules.load(inForce);
    return rules;
  }

  /** The same object as long as the same rules are in force. */
  get book(): RuleBook {
    const { inForce } = this.#packs.state;
    return (inForce && this.#books.get(inForce)) || this.builtIn;
  }

  /** Why the pack that should be in force is not. */
  get setAside(): SetAside | null {
    const { inForce } = this.#packs.state;
    return (inForce && this.#setAside.get(inForce)) || null;
  }

  /** The rules with a kept pack, or why it cannot be used. */
  async load(sha256: string): Promise<{ ok: true; book: RuleBook } | { ok: false; setAside: SetAside }> {
    const book = this.#books.get(sha256) ?? (await this.#read(sha256));
    if ('because' in book) {
      this.#setAside.set(sha256, book);
      return { ok: false, setAside: book };
    }
    this.keep(sha256, book);
    return { ok: true, book };
  }

  /** Has a pack's rules at hand from now on, so that it can be put in force at once. */
  keep(sha256: string, book: RuleBook): void {
    this.#books.set(sha256, book);
    this.#setAside.delete(sha256);
  }

  async #read(sha256: string): Promise<RuleBook | SetAside> {
    const kept = this.#packs.find(sha256);
    const none = { sha256, name: kept?.name ?? '', problems: [] };
    const bytes = kept && (await this.#packs.bytesOf(sha256));
    if (!bytes) return { ...none, because: 'missing' };
    if (bytes === 'damaged') return { ...none, because: 'damaged' };
    const read = readRulePack(bytes, this.builtIn, new Set(kept.ruleIds));
    if (!read.ok) return { ...none, because: 'does-not-fit', problems: read.problems };
    return overlay(this.builtIn, read.pack, sha256);
  }
}
