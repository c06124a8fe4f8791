import { expect, test } from 'vitest';
import type { ImageFinding, PageInspection } from '../../../preload/contract/index.ts';
import { focusOn, Inspector } from '../../../renderer/documents/inspector.svelte.ts';

function finding(code: string, severity: ImageFinding['severity']): ImageFinding {
  const region = { x: 0.5, y: 0.5, width: 0.1, height: 0.1 };
  const message = { 'zh-CN': code, en: code };
  return { code, severity, params: {}, region, message, fix: null, repair: null, whyNoRepair: null };
}

function page(number: number, findings: ImageFinding[] = []): PageInspection {
  return { page: number, kind: 'scan', verdict: 'warn', facts: null, findings, overlays: [] };
}

test('steps through the findings of the page, worst first, going round', () => {
  const inspector = new Inspector();
  inspector.show(
    [page(1, [finding('small', 'info'), finding('blurred', 'error'), finding('skew', 'warning')])],
    true,
  );
  expect(inspector.finding).toBeNull();
  const seen = [1, 2, 3, 4].map(() => {
    inspector.step(1);
    return inspector.finding?.code;
  });
  expect(seen).toEqual(['blurred', 'skew', 'small', 'blurred']);
  inspector.step(-1);
  expect(inspector.finding?.code).toBe('small');
});

test('forgets the finding when the page is turned, and stops at the last page', () => {
  const inspector = new Inspector();
  inspector.show([page(1, [finding('blurred', 'error')]), page(2)], true);
  inspector.step(1);
  inspector.turn(1);
  inspector.turn(1);
  expect(inspector.page?.page).toBe(2);
  expect(inspector.finding).toBeNull();
});

test('keeps page and finding when the same file is only judged anew', () => {
  const inspector = new Inspector();
  inspector.show([page(1), page(2, [finding('blurred', 'error')])], true);
  inspector.turn(1);
  inspector.step(1);
  inspector.show([page(1), page(2, [finding('blurred', 'warning')])], false);
  expect(inspector.page?.page).toBe(2);
  expect(inspector.finding?.severity).toBe('warning');
});

test('zooms in steps from what fits the window', () => {
  const inspector = new Inspector();
  inspector.zoomBy(1, 0.42);
  expect(inspector.zoom).toBe(0.5);
  inspector.zoomBy(-1, 0.42);
  expect(inspector.zoom).toBe(0.25);
});

test('brings a region to the middle of the view without going below the whole picture', () => {
  const picture = { width: 2000, height: 1000 };
  const viewport = { width: 800, height: 600 };
  const near = focusOn({ x: 0.45, y: 0.4, width: 0.1, height: 0.2 }, picture, viewport, 0.4);
  expect(near.scale).toBeCloseTo(1.8);
  expect(near.left + viewport.width / 2).toBeCloseTo(1000 * near.scale);
  expect(near.top + viewport.height / 2).toBeCloseTo(500 * near.scale);
  const whole = focusOn({ x: 0, y: 0, width: 1, height: 1 }, picture, viewport, 0.4);
  expect(whole.scale).toBe(0.4);
});
