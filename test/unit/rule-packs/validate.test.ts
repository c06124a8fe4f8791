import { describe, expect, test } from 'vitest';
import { packOf, packText } from '../../../main/rule-packs/export.ts';
import { readRulePack } from '../../../main/rule-packs/validate.ts';
import { isSafePattern } from '../../../main/rule-packs/safe-pattern.ts';
import { describeRulePackProblem } from '../../../preload/messages/rule-packs.ts';
import { book } from '../rules/the-book.ts';
import { builtIn, bytesOf, mistakes, newRule, pack, read } from './packs.ts';

const said = { name: '导出', author: null, issuedOn: '2026-11-21' };

describe('a rule pack is taken', () => {
  test('as it was exported: it says nothing new', () => {
    const result = read(packOf(book, 'all', said));
    expect(result).toMatchObject({ ok: true, unchanged: book.rulesById.size });
    expect(result.ok && [result.pack.add, result.pack.replace, result.pack.end]).toEqual([[], [], []]);
  });

  test('with what it adds, replaces and ends, and without what it repeats', () => {
    const later = { ...builtIn('310000-commitment'), checkedOn: '2026-12-01' };
    const ended = {
      id: '310000-owner-letter',
      validTo: '2026-12-31',
      reason: { 'zh-CN': '已取消', en: 'No longer asked' },
    };
    const result = read(pack({ add: [newRule()], replace: [later, builtIn('national-sms')], end: [ended] }));
    expect(result).toMatchObject({ ok: true, unchanged: 1 });
    expect(result.ok && result.pack.replace.map(({ id }) => id)).toEqual(['310000-commitment']);
  });

  test('without the keys that may be left out', () => {
    const { add: _add, replace: _replace, end: _end, note: _note, author: _author, ...least } = pack();
    expect(read({ ...least, $schema: './rule-pack.schema.json' })).toMatchObject({ ok: true });
  });
});

describe('a rule pack is refused', () => {
  test('with every mistake, its line, rule and field', () => {
    const text = packText(
      pack({
        add: [
          newRule({
            id: '310000-new-1',
            severity: 'must' as 'required',
            check: { name: 'materialRequired', params: { materials: ['form-situation'] } },
          }),
        ],
        replace: [{ ...builtIn('310000-commitment'), checkedOn: 'today', sources: [] }],
      }),
    );
    const lines = text.split('\n');
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    expect(mistakes(text)).toEqual([
      `${lineOf('"must"')}:19 310000-new-1 severity unknown-value`,
      `${lineOf('"today"')}:20 310000-commitment checkedOn wrong-form`,
      `${lineOf('"sources": []')}:18 310000-commitment sources empty`,
    ]);
  });

  test('with what only shows beside the other rules', () => {
    const wrong = {
      ...newRule({
        id: '310000-new-1',
        appliesTo: { entity: ['company'], filing: ['first'], service: ['website'] },
        subject: 'papers',
        check: { name: 'materialRequired', params: { materials: ['form-situation'], colour: true } },
      }),
    };
    expect(
      mistakes(
        pack({
          add: [
            wrong,
            newRule({ id: '310000-commitment' }),
            newRule({ id: '710000-new' }),
            newRule({ id: '310000-new-2', overrides: 'national-nothing' }),
            newRule({ id: '310000-new-2' }),
            newRule({ id: '310000-new-3', check: null }),
            newRule({ id: '310000-new-4', check: { name: 'guess', params: {} }, kind: 'process' }),
            newRule({ id: '310000-new-5', validFrom: '2026-02-01', validTo: '2026-01-01' }),
          ],
          replace: [{ ...builtIn('310000-commitment'), id: '310000-comitment' }],
          end: [{ id: 'national-nothing', validTo: '2026-12-31', reason: { 'zh-CN': '无', en: 'None' } }],
        }),
      ).map((line) => line.replace(/^\S+ /, '')),
    ).toEqual([
      '310000-new-1 appliesTo.entity.0 unknown-value',
      '310000-new-1 subject unknown-value',
      '310000-new-1 check.params.materials.0 unknown-value',
      '310000-new-1 check.params.colour param-unknown',
      '310000-commitment id id-in-use',
      '710000-new id unknown-value',
      '310000-new-2 overrides overrides-unknown',
      '310000-new-2 id id-twice',
      '310000-new-3 materials no-material',
      '310000-new-4 check.name unknown-value',
      '310000-new-5 validTo dates-reversed',
      '310000-comitment id id-unknown',
      'national-nothing id id-unknown',
    ]);
  });

  test('when a national rule would no longer fit the regional ones that replace it', () => {
    const letter = builtIn('national-service-owner-letter');
    const other = {
      ...letter,
      check: { name: 'materialRequired', params: { materials: ['form-poa-owner'] } },
    };
    const result = read(pack({ replace: [other] }));
    expect(!result.ok && result.problems).toMatchObject([
      {
        rule: letter.id,
        code: 'overridden-by',
        params: { ids: expect.arrayContaining(['310000-owner-letter']) },
      },
    ]);
  });

  test('naming what is spelled like the word it does not know', () => {
    const result = read(
      pack({
        add: [
          newRule({
            check: { name: 'materialRequired', params: { materials: ['form-situation-statment'] } },
          }),
        ],
      }),
    );
    expect(!result.ok && result.problems[0]!.params).toMatchObject({
      known: expect.arrayContaining(['form-situation-statement']),
    });
  });

  test('that ends a rule which ends earlier, or before it began', () => {
    const sms = { ...builtIn('national-sms'), validFrom: '2020-08-17', validTo: '2026-06-30' };
    const changed = { ...book, rulesById: new Map([...book.rulesById, [sms.id, sms]]) };
    const codes = (validTo: string) => {
      const end = [{ id: sms.id, validTo, reason: { 'zh-CN': '取消', en: 'Ended' } }];
      const result = readRulePack(bytesOf(pack({ end })), changed);
      return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
    };
    expect(codes('2026-06-29')).toEqual([]);
    expect(codes('2026-06-30')).toEqual(['validTo ended-already']);
    expect(codes('2020-08-16')).toEqual(['validTo dates-reversed']);
  });

  test('that is something else, or written for a later application', () => {
    expect(mistakes({ region: '310000', rules: [] })).toEqual(['1:1 format not-a-pack']);
    expect(mistakes([1, 2])).toEqual(['1:1 format not-a-pack']);
    expect(mistakes({ ...pack(), formatVersion: 2 })).toEqual(['3:20 formatVersion newer-format']);
  });

  test('with every unknown key of an object, not only the first', () => {
    const rule = { ...newRule(), severty: 'required', colour: 'red' };
    expect(mistakes(pack({ add: [rule] })).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      '310000-group-statement severty unknown-key',
      '310000-group-statement colour unknown-key',
    ]);
  });

  test('naming a rule without an id by its number', () => {
    const { id: _, ...nameless } = newRule();
    expect(mistakes({ ...pack(), add: [newRule(), nameless] })[0]).toMatch(/#2 id missing$/);
  });
});

test('every mistake has a sentence in both languages that names nothing undefined', () => {
  const texts = [
    '',
    '{"a": 1,}',
    '{"a": 1, "a": 2}',
    { format: 'other' },
    { ...pack(), formatVersion: 9 },
    { ...pack(), add: [{ ...newRule(), severty: 1, kind: 3, sources: 'x', validFrom: '1' }] },
    { ...pack(), name: 'x'.repeat(101), issuedOn: null, end: [{}] },
    pack({ add: [newRule({ id: '310000-owner-letter' }), newRule({ materials: ['x'] })] }),
  ];
  const problems = texts.flatMap((text) => {
    const result = read(text);
    return result.ok ? [] : result.problems;
  });
  expect(problems.length).toBeGreaterThan(12);
  for (const problem of problems) {
    const { what, fix } = describeRulePackProblem(problem);
    for (const sentence of [what, fix])
      for (const text of [sentence?.['zh-CN'], sentence?.en])
        expect(text).toMatch(/^(?!.*(undefined|null”)).+/);
  }
});

describe('a hostile pack', () => {
  test('brings no expression that could keep a check busy', () => {
    expect(isSafePattern(String.raw`^1[3-9]\d{9}$`)).toBe(true);
    expect(isSafePattern(String.raw`^(13|15)\d{9}$`)).toBe(true);
    for (const bad of [
      '(a+)+$',
      '(',
      '(a|a)*b',
      '(a{1,9}){2,9}',
      String.raw`(a)\1`,
      'a*a*a*a*b',
      'a'.repeat(201),
    ])
      expect(isSafePattern(bad), bad).toBe(false);
    const rule = {
      ...builtIn('national-contact-format'),
      check: { name: 'contactFormat', params: { mobilePattern: '(a+)+$' } },
    };
    expect(mistakes(pack({ replace: [rule] }))[0]).toMatch(/check\.params\.mobilePattern unsafe-pattern$/);
  });

  test('of any kind is refused or taken, never thrown at, and soon', () => {
    let seed = 20261121;
    const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
    const good = packText(packOf(book, '310000', said));
    const odd = [
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      'null',
      '1e999',
      '-',
      '\u0000',
      '规',
      '__proto__',
      '""',
    ];
    for (let n = 0; n < 150; n++) {
      let text = good;
      for (let k = random(4); k >= 0; k--) {
        const at = random(text.length);
        text = text.slice(0, at) + odd[random(odd.length)] + text.slice(at + random(40));
      }
      const result = read(text);
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
    }
  });

  test('may be as large as allowed, and is told so in bounded words', () => {
    const result = read(
      pack({ add: Array.from({ length: 1500 }, (_, n) => newRule({ id: `310000-x${n}`, subject: 'x' })) }),
    );
    expect(result).toMatchObject({ ok: false, count: 1500 });
    expect(!result.ok && result.problems.length).toBe(300);
  });
});

test('the bytes of an export are those of its text', () => {
  expect(bytesOf(pack()).toString('utf8')).toBe(packText(pack()));
});
