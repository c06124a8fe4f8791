import type { RulePacks } from '../../preload/contract/index.ts';
import type { Context } from '../context.ts';
import type { RuleBook } from '../rules/book.ts';
import type { KeptPackList } from './kept-packs.ts';
import { overlay } from './overlay.ts';

type SetAside = NonNullable<RulePacks['setAside']>;

/** The rules a workspace is judged by: the built-in ones, with the pack in force laid over them. */
export class RulesInForce {
  readonly #context: Pick<Context, 'builtInBook' | 'pool' | 'ports'>;
  readonly #packs: KeptPackList;
  readonly #books = new Map<string, RuleBook>();
  readonly #setAside = new Map<string, SetAside>();

  private constructor(context: Pick<Context, 'builtInBook' | 'pool' | 'ports'>, packs: KeptPackList) {
    this.#context = context;
    this.#packs = packs;
  }

  static async open(
    context: Pick<Context, 'builtInBook' | 'pool' | 'ports'>,
    packs: KeptPackList,
  ): Promise<RulesInForce> {
    const rules = new RulesInForce(context, packs);
    const { inForce } = packs.state;
    if (inForce) await rules.load(inForce);
    return rules;
  }

  /** The same object as long as the same rules are in force. */
  get book(): RuleBook {
    const { inForce } = this.#packs.state;
    return (inForce && this.#books.get(inForce)) || this.#context.builtInBook;
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
    const file = kept && (await this.#packs.fileOf(sha256));
    if (!file) return { ...none, because: 'missing' };
    if (file === 'damaged') return { ...none, because: 'damaged' };
    const { builtInBook, pool, ports } = this.#context;
    const { resourcesDir } = ports;
    const read = await pool.run('rule-packs.read', { file: file.path, resourcesDir, only: kept.ruleIds });
    if (!read.ok) return { ...none, because: 'does-not-fit', problems: read.problems };
    return overlay(builtInBook, read.pack, sha256);
  }
}
