import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { adviseFiling } from '../../../main/rules/advise.ts';
import { evaluateFactsFile } from '../../../main/rules/evaluate.ts';
import { parseFactsFile } from '../../../main/rules/facts.ts';
import { Bilingual } from '../../../preload/contract/index.ts';
import { checkableReasons, rejectionsTable } from '../../../tools/rejections-table.ts';
import { mistakes } from './mistakes.ts';
import { book, resourcesDir } from './the-book.ts';

const Codes = v.pipe(v.array(v.string()), v.minLength(1));
const Catch = v.variant('by', [
  /** `warns`: why it is not an error. */
  v.strictObject({ id: v.string(), by: v.literal('check'), codes: Codes, warns: v.optional(Bilingual) }),
  v.strictObject({ id: v.string(), by: v.literal('inspection'), codes: Codes, warns: v.optional(Bilingual) }),
  v.strictObject({ id: v.string(), by: v.literal('input') }),
  v.strictObject({ id: v.string(), by: v.literal('none'), because: Bilingual }),
]);
const Reasons = v.object({
  reasons: v.array(
    v.object({ id: v.string(), evidence: v.string(), machineCheckable: v.string(), message: Bilingual }),
  ),
});

const read = (name: string): string => readFileSync(join(resourcesDir, 'data', name), 'utf8');
const { reasons } = v.parse(Reasons, JSON.parse(read('rejections.json')));
const catches = v.parse(v.array(Catch), JSON.parse(read('rejection-catches.json')));
const judge = (id: string) => {
  const file = mistakes[id]!;
  parseFactsFile(book, file);
  return evaluateFactsFile(book, file).findings;
};

describe('the reasons of rejection that a machine can check', () => {
  test('each have one entry: what catches them, or why nothing does', () => {
    expect(catches.map(({ id }) => id)).toEqual(checkableReasons(reasons).map(({ id }) => id));
  });

  test('are in the table of the documentation', () => {
    expect(read('REJECTIONS.md')).toBe(rejectionsTable(reasons, catches));
  });

  test('have a dossier with that mistake wherever a check or the entry catches them', () => {
    const wanted = catches.filter(({ by }) => ['check', 'input'].includes(by)).map(({ id }) => id);
    expect(Object.keys(mistakes).sort()).toEqual(wanted.sort());
  });
});

describe('a dossier right but for one mistake', () => {
  const byCheck = catches.flatMap((entry) => (entry.by === 'check' ? [[entry.id, entry] as const] : []));
  test.each(byCheck)('%s: finds it and no other error', (id, { codes, warns }) => {
    const found = judge(id);
    const grades = found.flatMap(({ code, severity }) => (codes.includes(code) ? severity : []));
    expect(grades).toContain(warns ? 'warning' : 'error');
    const others = found.filter(({ severity, code }) => severity === 'error' && !codes.includes(code));
    expect(others.map(({ code }) => code)).toEqual([]);
  });

  test.each(['ENT-10', 'DOM-11', 'DOM-12', 'PRO-01', 'PRO-02', 'CHG-01'])(
    '%s: the advice names another filing',
    (id) => {
      const { filing, ...file } = mistakes[id]!;
      expect(adviseFiling(book, file).filing).not.toBe(filing);
    },
  );
});

test.each(catches.flatMap(({ id, by }) => (by === 'input' ? [id] : [])))(
  '%s: the value is refused on entry',
  (id) => {
    expect(() => parseFactsFile(book, mistakes[id])).toThrow('input.unknown-value');
  },
);
