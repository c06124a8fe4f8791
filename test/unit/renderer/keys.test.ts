import { describe, expect, it, vi } from 'vitest';
import { runKey } from '../../../renderer/components/run-key.ts';
import { rowByKey } from '../../../renderer/components/virtual-rows.svelte.ts';

describe('the keys of a long list', () => {
  it('lead from no row to the first, and stop at both ends', () => {
    expect(rowByKey('ArrowDown', -1, 300)).toBe(0);
    expect(rowByKey('ArrowUp', 0, 300)).toBe(0);
    expect(rowByKey('ArrowDown', 299, 300)).toBe(299);
    expect(rowByKey('PageDown', 295, 300)).toBe(299);
    expect(rowByKey('End', 4, 300)).toBe(299);
    expect(rowByKey('Home', 4, 300)).toBe(0);
  });

  it('lead nowhere in an empty list, and other keys are left alone', () => {
    expect(rowByKey('End', -1, 0)).toBeNull();
    expect(rowByKey('Enter', 2, 300)).toBeNull();
  });
});

describe('a key of a picture', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    ({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      preventDefault: vi.fn(),
      ...held,
    }) as KeyboardEvent;

  it('runs what stands under it and is not used twice', () => {
    const zoom = vi.fn();
    const event = press('+');
    runKey(event, { '+': zoom });
    expect(zoom).toHaveBeenCalledOnce();
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('leaves the combinations of the system and other keys alone', () => {
    const zoom = vi.fn();
    const held = press('0', { ctrlKey: true });
    const other = press('x');
    for (const event of [held, other]) runKey(event, { '0': zoom });
    expect(zoom).not.toHaveBeenCalled();
    expect(held.preventDefault).not.toHaveBeenCalled();
    expect(other.preventDefault).not.toHaveBeenCalled();
  });
});
