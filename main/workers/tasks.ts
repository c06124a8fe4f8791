import type { WorkerTask } from './task.ts';
import type { MeasureInput, MeasuredFile } from '../images/measure.ts';
import type { PreviewInput, PreviewResult } from '../images/preview.ts';

/**
 * Everything a worker can be asked to do. A task's code is loaded on its first use, so a thread that draws
 * previews never loads the PDF engine.
 */
export const tasks = {
  'images.inspect': async (input: MeasureInput, context) =>
    (await import('../images/measure.ts')).measureFile(input, context),
  'images.preview': async (input: PreviewInput, context) =>
    (await import('../images/preview.ts')).renderPreview(input, context),
} satisfies {
  'images.inspect': WorkerTask<MeasureInput, MeasuredFile>;
  'images.preview': WorkerTask<PreviewInput, PreviewResult>;
};

export type TaskName = keyof typeof tasks;
export type TaskInput<T extends TaskName> = Parameters<(typeof tasks)[T]>[0];
export type TaskOutput<T extends TaskName> = Awaited<ReturnType<(typeof tasks)[T]>>;
