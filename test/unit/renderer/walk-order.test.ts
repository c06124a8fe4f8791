import { expect, test } from 'vitest';
import { itemsOfStep, nextOpen, walkOrder } from '../../../renderer/walk/walk-order.ts';
import { walkItem } from './walk-builders.ts';

const ids = (items: { id: string }[]) => items.map((item) => item.id);

test('lists what has problems and what is missing first, settled items last', () => {
  const items = [
    walkItem({ id: 'satisfied', state: 'satisfied' }),
    walkItem({ id: 'attached', state: 'attached' }),
    walkItem({ id: 'warned', state: 'has-warnings' }),
    walkItem({ id: 'missing', state: 'missing' }),
    walkItem({ id: 'waived', state: 'waived' }),
    walkItem({ id: 'problem', state: 'has-problems' }),
    walkItem({ id: 'question', state: 'question' }),
  ];
  expect(ids(itemsOfStep(items, 'gather'))).toEqual([
    'problem',
    'missing',
    'warned',
    'question',
    'attached',
    'waived',
    'satisfied',
  ]);
});

test('puts what does not apply behind settled advice', () => {
  const items = [
    walkItem({ id: 'elsewhere', state: 'not-applicable' }),
    walkItem({ id: 'advice', severity: 'recommended', state: 'satisfied' }),
    walkItem({ id: 'open' }),
  ];
  expect(ids(itemsOfStep(items, 'gather'))).toEqual(['open', 'advice', 'elsewhere']);
});

test('puts advice after demands, whatever their state', () => {
  const items = [
    walkItem({ id: 'advice', severity: 'recommended', state: 'has-problems' }),
    walkItem({ id: 'demand', state: 'question' }),
    walkItem({ id: 'settled', state: 'satisfied' }),
  ];
  expect(ids(itemsOfStep(items, 'gather'))).toEqual(['demand', 'advice', 'settled']);
});

test('goes through the steps in the order a person works', () => {
  const items = (['submit', 'scan', 'sign', 'fill', 'gather'] as const).map((step) =>
    walkItem({ id: step, step }),
  );
  expect(ids(walkOrder(items))).toEqual(['gather', 'fill', 'sign', 'scan', 'submit']);
});

test('finds the next open item in a later step and comes round to the first', () => {
  const items = [
    walkItem({ id: 'a', step: 'gather' }),
    walkItem({ id: 'done', step: 'fill', state: 'satisfied' }),
    walkItem({ id: 'b', step: 'submit' }),
  ];
  expect(nextOpen(items, 'a')?.id).toBe('b');
  expect(nextOpen(items, 'b')?.id).toBe('a');
  expect(nextOpen(items, 'done')?.id).toBe('b');
  expect(nextOpen(items, null)?.id).toBe('a');
});

test('says that nothing is open when all is settled', () => {
  expect(nextOpen([walkItem({ state: 'satisfied' }), walkItem({ state: 'waived' })], null)).toBeNull();
});
