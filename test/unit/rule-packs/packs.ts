import type { Rule } from '../../../main/rules/book.ts';
import { packText } from '../../../main/rule-packs/export.ts';
import { readRulePack, type ReadPack } from '../../../main/rule-packs/validate.ts';
import type { RulePack } from '../../../main/rule-packs/schema.ts';
import { book } from '../rules/the-book.ts';

/** A rule of the product as a file has it, to be changed. */
export function builtIn(id: string): Rule {
  return structuredClone(book.rulesById.get(id)!);
}

/** A rule no region has: enterprises of Shanghai sign a statement of an invented kind. */
export function newRule(change: Partial<Rule> = {}): Rule {
  return {
    ...builtIn('310000-owner-letter'),
    id: '310000-group-statement',
    overrides: null,
    requirement: { 'zh-CN': '附集团的情况说明。', en: 'Attach the statement of the group.' },
    check: { name: 'materialRequired', params: { materials: ['form-situation-statement'] } },
    ...change,
  };
}

export function pack(change: Partial<RulePack> = {}): RulePack {
  return {
    format: 'beian-rule-pack',
    formatVersion: 1,
    name: '集团规则',
    issuedOn: '2026-12-01',
    author: '集团信息部',
    note: null,
    add: [],
    replace: [],
    end: [],
    ...change,
  };
}

export const bytesOf = (value: unknown): Buffer =>
  Buffer.from(typeof value === 'string' ? value : packText(value as RulePack));

export const read = (value: unknown): ReadPack => readRulePack(bytesOf(value), book);

/** The mistakes of a pack, short: `line:column rule field code`. */
export function mistakes(value: unknown): string[] {
  const result = read(value);
  if (result.ok) return [];
  return result.problems.map(({ line, column, rule, field, code }) =>
    [`${line}:${column}`, rule, field, code].filter(Boolean).join(' '),
  );
}
