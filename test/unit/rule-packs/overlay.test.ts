import { describe, expect, test } from 'vitest';
import { differencesOf } from '../../../main/rule-packs/differences.ts';
import { packOf } from '../../../main/rule-packs/export.ts';
import { overlay } from '../../../main/rule-packs/overlay.ts';
import type { RulePack } from '../../../main/rule-packs/schema.ts';
import type { CheckSpec } from '../../../main/rules/book.ts';
import { evaluateFactsFile } from '../../../main/rules/evaluate.ts';
import type { ParamValue } from '../../../main/rules/schema.ts';
import { selectRules } from '../../../main/rules/select.ts';
import { cleanFacts, shanghai } from '../rules/evaluators/clean-facts.ts';
import { book } from '../rules/the-book.ts';
import { builtIn, newRule, pack, read } from './packs.ts';

const sha256 = 'f'.repeat(64);

/** The rules with a pack, which must be without a mistake. */
function bookWith(change: Partial<RulePack>) {
  const result = read(pack(change));
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]));
  return overlay(book, result.pack, sha256);
}

const wanted = {
  region: '310000',
  entityGroup: 'enterprise',
  filing: 'first',
  service: 'website',
  on: '2026-11-21',
};
const idsIn = (rules: typeof book, on = wanted.on) =>
  selectRules(rules, { ...wanted, on }).map(({ id }) => id);
const ended = (id: string, validTo: string) => ({ id, validTo, reason: { 'zh-CN': '取消', en: 'Dropped' } });

describe('a pack laid over the built-in rules', () => {
  test('adds, replaces and ends, and leaves everything else the same object', () => {
    const letter = { ...builtIn('310000-owner-letter'), severity: 'recommended' as const };
    const changed = bookWith({
      add: [newRule()],
      replace: [letter],
      end: [ended('national-sms', '2026-11-20')],
    });
    expect(idsIn(changed)).toEqual([
      ...idsIn(book).filter((id) => id !== 'national-sms'),
      '310000-group-statement',
    ]);
    expect(idsIn(changed, '2026-11-20')).toContain('national-sms');
    expect(changed.rulesById.get(letter.id)!.severity).toBe('recommended');
    expect(changed.regions.get('440000')).toBe(book.regions.get('440000'));
    expect(changed.rulesById.get('310000-commitment')).toBe(book.rulesById.get('310000-commitment'));
    expect([...changed.origins].map(([id, { change }]) => [id, change])).toEqual([
      ['310000-group-statement', 'added'],
      ['310000-owner-letter', 'replaced'],
      ['national-sms', 'ended'],
    ]);
    expect(book.origins.size).toBe(0);
  });

  test('fills in the defaults of its checks', () => {
    const culture = builtIn('national-preapproval-culture');
    const { handwritten: _, ...params } = culture.check!.params;
    const brief = { ...culture, id: 'national-culture-2', check: { ...culture.check!, params } };
    expect(bookWith({ add: [brief] }).rulesById.get(brief.id)!.check!.params).toMatchObject({
      handwritten: false,
    });
  });

  test('may override a national rule that it adds itself', () => {
    const national = newRule({ id: 'national-group-statement' });
    const regional = newRule({ overrides: national.id });
    const ids = idsIn(bookWith({ add: [national, regional] }));
    expect([ids.includes(national.id), ids.includes(regional.id)]).toEqual([false, true]);
  });

  test('comes back as it was when it is exported and read again', () => {
    const change = {
      add: [newRule()],
      replace: [{ ...builtIn('310000-owner-letter'), severity: 'recommended' as const }],
      end: [ended('national-sms', '2026-12-31')],
    };
    const first = bookWith(change);
    const said = { name: '集团规则', author: '集团信息部', issuedOn: '2026-12-01' };
    for (const scope of ['changes', 'all', '440000']) {
      const again = read(packOf(first, scope, said));
      expect(again.ok && differencesOf(first, overlay(book, again.pack, sha256))).toEqual([]);
      expect(again.ok && overlay(book, again.pack, sha256).origins).toEqual(first.origins);
    }
  });
});

describe('the differences of two books', () => {
  test('are told leaf by leaf', () => {
    const letter = builtIn('310000-owner-letter');
    const changed = bookWith({
      replace: [
        {
          ...letter,
          requirement: { ...letter.requirement, en: 'Submit the letter.' },
          check: { ...letter.check!, params: { ...letter.check!.params, maxAge: 6 } },
          appliesTo: { ...letter.appliesTo, service: ['website'] },
          sources: letter.sources.slice(0, 4),
        },
      ],
    });
    const [rule, ...others] = differencesOf(book, changed);
    expect([others, rule!.change]).toEqual([[], 'changed']);
    expect(rule!.fields.map(({ field, before, after }) => [field, before, after]).slice(0, 3)).toEqual([
      ['appliesTo.service', 'website, app', 'website'],
      ['requirement.en', letter.requirement.en, 'Submit the letter.'],
      ['check.params.maxAge', '3', '6'],
    ]);
    expect(
      rule!.fields.slice(3).map(({ field, after }) => [field.replace(/\w+$/, '*'), after]),
    ).toContainEqual(['sources.4.*', null]);
  });

  test('name what an earlier pack had and the next has no longer', () => {
    const before = bookWith({ add: [newRule()], end: [ended('national-sms', '2026-12-31')] });
    expect(differencesOf(before, book).map(({ id, change, fields }) => [id, change, fields.length])).toEqual([
      ['national-sms', 'changed', 1],
      ['310000-group-statement', 'removed', 0],
    ]);
  });
});

test('whatever a pack may ask of a check, the check answers', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const oneOf = <T>(items: readonly T[]): T => items[random(items.length)]!;
  const text = () => oneOf(['x', '[', '(?<', '\\', '2026-13-45', '%s', '样例', '-1', '\u0000', '.*']);
  const value = (
    type: string,
    values: readonly string[] = [],
    items: Record<string, string> = {},
  ): ParamValue => {
    if (type === 'integer' || type === 'number') return oneOf([0, 1, 3, 999, 1_000]);
    if (type === 'boolean') return random(2) === 0;
    if (type === 'enum') return oneOf(values);
    if (type === 'enumArray') return [oneOf(values)];
    if (type === 'materialArray') return [oneOf([...book.materials.keys()])];
    if (type === 'stringArray') return [text(), text()];
    if (type !== 'objectArray') return text();
    return [Object.fromEntries(Object.entries(items).map(([key, kind]) => [key, value(kind)]))] as ParamValue;
  };
  const paramsOf = (spec: CheckSpec) =>
    Object.fromEntries(
      spec.params
        .filter(({ required }) => required || random(2) === 0)
        .map((param) => [param.id, value(param.type, param.values, param.items)]),
    );
  const file = cleanFacts(shanghai);
  const failures: string[] = [];
  let judged = 0;
  for (let round = 0; round < 12; round++)
    for (const spec of book.checks.values()) {
      const rule = newRule({ kind: 'process', check: { name: spec.id, params: paramsOf(spec) } });
      const result = read(pack({ add: [rule] }));
      if (!result.ok) {
        for (const { code } of result.problems) expect(['unsafe-pattern', 'param-wrong']).toContain(code);
        continue;
      }
      const changed = overlay(book, result.pack, sha256);
      const one = {
        ...changed,
        national: { ...book.national, rules: [] },
        regions: new Map([
          ['310000', { ...book.regions.get('310000')!, rules: [changed.rulesById.get(rule.id)!] }],
        ]),
      };
      try {
        evaluateFactsFile(one, file);
      } catch (error) {
        failures.push(`${JSON.stringify(rule.check)}: ${String(error)}`);
      }
      judged++;
    }
  expect(failures).toEqual([]);
  expect(judged).toBeGreaterThan(800);
});
