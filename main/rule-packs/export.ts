import type { Rule, RuleBook } from '../rules/book.ts';
import { regionOf } from './overlay.ts';
import { FORMAT, FORMAT_VERSION, type RulePack } from './schema.ts';

/**
 * A pack that says what is in force: always everything that differs from the built-in rules, because a pack takes the
 * place of the one before it, and for editing the other rules of `scope` as they are.
 *
 * @param scope `changes` for none of them, `all`, `national` or a province code
 */
export function packOf(
  book: RuleBook,
  scope: string,
  { name, author, issuedOn }: Pick<RulePack, 'name' | 'author' | 'issuedOn'>,
): RulePack {
  const rules = [...book.rulesById.values()];
  const changeOf = ({ id }: Rule) => book.origins.get(id)?.change ?? null;
  const isAsked = ({ id }: Rule) => scope === 'all' || regionOf(id) === scope;
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    name,
    issuedOn,
    author,
    note: null,
    add: rules.filter((rule) => changeOf(rule) === 'added'),
    replace: rules.filter(
      (rule) => changeOf(rule) === 'replaced' || (changeOf(rule) === null && isAsked(rule)),
    ),
    end: rules.flatMap(({ id, validTo }) => {
      const origin = book.origins.get(id);
      return origin?.change === 'ended' ? [{ id, validTo: validTo!, reason: origin.reason! }] : [];
    }),
  };
}

/** As it is written to a file: one value a line, so that mistakes can be named by line. */
export function packText(pack: RulePack): string {
  return `${JSON.stringify(pack, null, 2)}\n`;
}
