import { expect, test } from 'vitest';
import { cells, columns } from '../../../../main/hosts/cli/table.ts';

test('a Chinese character takes two cells, a Latin one takes one', () => {
  expect(cells('上海 Shanghai')).toBe(4 + 1 + 8);
  expect(cells('（）、。')).toBe(8);
});

test('columns line up under mixed text and end without spaces', () => {
  expect(
    columns([
      ['310000', '上海', 'a'],
      ['1', 'x', 'b'],
      ['2', 'y', ''],
    ]),
  ).toBe(['310000  上海  a', '1       x     b', '2       y'].join('\n'));
});
