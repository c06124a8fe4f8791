import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** In device-independent pixels of the whole desktop. */
const WindowState = v.strictObject({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  isMaximized: v.boolean(),
});
export type WindowState = v.InferOutput<typeof WindowState>;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const minimumSize = { width: 960, height: 600 };
export const usualSize = { width: 1440, height: 900 };
/** So much of the title bar must be on some display to be able to take hold of it. */
const graspablePx = { width: 120, height: 24 };

/** The state of last time, or `null` when there is none, it is damaged, or its display is gone. */
export function readWindowState(file: string, displays: Area[]): WindowState | null {
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const state = v.safeParse(WindowState, stored);
  if (!state.success || !displays.some((area) => isGraspable(state.output, area))) return null;
  return {
    ...state.output,
    width: Math.max(state.output.width, minimumSize.width),
    height: Math.max(state.output.height, minimumSize.height),
  };
}

function isGraspable(window: Area, display: Area): boolean {
  const overlap =
    Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const titleBarTop = window.y >= display.y && window.y + graspablePx.height <= display.y + display.height;
  return overlap >= graspablePx.width && titleBarTop;
}

export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}
