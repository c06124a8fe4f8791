import { createVirtualizer } from '@tanstack/svelte-virtual';
import { get } from 'svelte/store';

/** Heights in pixels; a header is inside the scroller and sticks. */
interface Rows {
  count: number;
  scroller: HTMLElement | undefined;
  rowHeight: number;
  headerHeight?: number;
}

/** The rows of a scroller that are in view, as a store. Call while a component is set up. */
export function virtualRows(rows: () => Rows) {
  const options = () => {
    const { count, scroller, rowHeight, headerHeight = 0 } = rows();
    return {
      count,
      getScrollElement: () => scroller ?? null,
      estimateSize: () => rowHeight,
      scrollMargin: headerHeight,
      scrollPaddingStart: headerHeight,
    };
  };
  const virtualizer = createVirtualizer<HTMLElement, HTMLElement>({ ...options(), overscan: 10 });
  $effect(() => get(virtualizer).setOptions(options()));
  return virtualizer;
}

/** The row a key leads to from row `at` (-1: none is active) of `count`; `null`: the key moves nowhere. */
export function rowByKey(key: string, at: number, count: number): number | null {
  const page = 12;
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
