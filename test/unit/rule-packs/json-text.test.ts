import { describe, expect, test } from 'vitest';
import { parseJsonText } from '../../../main/rule-packs/json-text.ts';

/** The mistakes of a text as `line:column code`. */
function mistakes(text: string | Uint8Array): string[] {
  const result = parseJsonText(typeof text === 'string' ? Buffer.from(text) : text, 16);
  if (result.ok) return [];
  return result.problems.map(({ offset, code, params }) => {
    const { line, column } = result.placeOf(offset);
    return `${line}:${column} ${code} ${Object.values(params).join()}`.trim();
  });
}

describe('a JSON text', () => {
  test('is read with the place of everything in it, whatever ends its lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const result = parseJsonText(
        Buffer.from(['\ufeff{', '  "规则": [1,', '    {"b": "x"}]', '}'].join(end)),
        16,
      );
      if (!result.ok) throw new Error('was refused');
      const { value, offsetOf, placeOf } = result.json;
      expect(value).toEqual({ 规则: [1, { b: 'x' }] });
      expect(placeOf(offsetOf(['规则', 1, 'b']))).toEqual({ line: 3, column: 11 });
      expect(placeOf(offsetOf(['规则', 1, 'b'], 'key'))).toEqual({ line: 3, column: 6 });
      expect(placeOf(offsetOf(['规则', 1, 'missing']))).toEqual({ line: 3, column: 5 });
      expect(placeOf(offsetOf([]))).toEqual({ line: 1, column: 1 });
    }
  });

  test('is refused with every mistake', () => {
    expect(mistakes('{\n  "a": 1\n  "b": 2,\n  // no\n  "c": [1 2],\n}')).toEqual([
      '3:3 syntax comma',
      '4:3 syntax no-comment',
      '5:11 syntax comma',
      '6:1 syntax key',
      '6:1 syntax value',
    ]);
    expect(mistakes('')).toEqual(['1:1 syntax value']);
    expect(mistakes('{"a": 1} {')).toEqual(['1:10 syntax end']);
    expect(mistakes('{"a": "x')).toHaveLength(2);
  });

  test('may have no key twice, and none that means something else to a program', () => {
    expect(mistakes('{"a": 1,\n "a": 2}')).toEqual(['2:2 key-twice a']);
    expect(mistakes('{"x": {"__proto__": {"y": 1}}}')).toEqual(['1:8 unknown-key __proto__']);
  });

  test('must be UTF-8', () => {
    expect(mistakes(Buffer.from([0x7b, 0x22, 0xb9, 0xe6, 0x22, 0x7d]))).toEqual(['1:1 not-utf8']);
    expect(mistakes(Buffer.from('{}', 'utf16le').subarray(0, 3))).not.toEqual([]);
  });

  test('may not nest without end, not even behind a comment', () => {
    expect(mistakes('\n' + '['.repeat(1_000_000))).toEqual(['2:17 too-deep']);
    expect(mistakes('[' + '{"a":['.repeat(400_000))).toEqual(['1:49 too-deep']);
    expect(mistakes(`/* " */${'['.repeat(1_000_000)}`)[0]).toBe('1:1 too-deep');
  });

  test('that is garbage is not listed without end', () => {
    const start = performance.now();
    expect(mistakes(`[${'? '.repeat(1_900_000)}`).length).toBe(200);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
