import type { WorkerTask } from './task.ts';
import type { PackManifest, PackPreview } from '../../preload/contract/index.ts';
import type { MeasureInput, MeasuredFile } from '../images/measure.ts';
import type { PreviewInput, PreviewResult } from '../images/preview.ts';
import type { RepairInput, RepairOutput } from '../images/repairs/repair.ts';
import type { PackInput } from '../packs/input.ts';
import type { DrawPagesTask, DrawPageTask } from '../packs/page-pictures.ts';
import type { ReturnedPage } from '../packs/returns/facts.ts';
import type { CodedPage, MeasureReturnsInput, ScannedFile } from '../packs/returns/measure.ts';
import type { WritePackTask } from '../packs/worker-task.ts';
import type { ReadPack } from '../rule-packs/validate.ts';
import type { ReadPackTask } from '../rule-packs/worker-task.ts';

/**
 * Everything a worker can be asked to do. A task's code is loaded on its first use, so a thread that draws
 * previews never loads the PDF engine.
 */
export const tasks = {
  'images.inspect': async (input: MeasureInput, context) =>
    (await import('../images/measure.ts')).measureFile(input, context),
  'images.preview': async (input: PreviewInput, context) =>
    (await import('../images/preview.ts')).renderPreview(input, context),
  'images.repair': async (input: RepairInput, context) =>
    (await import('../images/repairs/repair.ts')).repairFile(input, context),
  'packs.preview': async (input: PackInput, context) =>
    (await import('../packs/worker-task.ts')).runPreviewPack(input, context),
  'packs.write': async (task: WritePackTask, context) =>
    (await import('../packs/worker-task.ts')).runWritePack(task, context),
  'packs.draw-pages': async (task: DrawPagesTask, context) =>
    (await import('../packs/page-pictures.ts')).runDrawPages(task, context),
  'packs.draw-page': async (task: DrawPageTask) =>
    (await import('../packs/page-pictures.ts')).runDrawPage(task),
  'packs.find-codes': async (scan: ScannedFile, context) =>
    (await import('../packs/returns/measure.ts')).findCodes(scan, context),
  'packs.measure-returns': async (input: MeasureReturnsInput, context) =>
    (await import('../packs/returns/measure.ts')).measureReturns(input, context),
  'rule-packs.read': async (task: ReadPackTask) =>
    (await import('../rule-packs/worker-task.ts')).runReadRulePack(task),
} satisfies {
  'images.inspect': WorkerTask<MeasureInput, MeasuredFile>;
  'images.preview': WorkerTask<PreviewInput, PreviewResult>;
  'images.repair': WorkerTask<RepairInput, RepairOutput>;
  'packs.preview': WorkerTask<PackInput, PackPreview>;
  'packs.write': WorkerTask<WritePackTask, PackManifest>;
  'packs.draw-pages': WorkerTask<DrawPagesTask, void>;
  'packs.draw-page': WorkerTask<DrawPageTask, boolean>;
  'packs.find-codes': WorkerTask<ScannedFile, CodedPage[]>;
  'packs.measure-returns': WorkerTask<MeasureReturnsInput, ReturnedPage[]>;
  'rule-packs.read': WorkerTask<ReadPackTask, ReadPack>;
};

export type TaskName = keyof typeof tasks;
export type TaskInput<T extends TaskName> = Parameters<(typeof tasks)[T]>[0];
export type TaskOutput<T extends TaskName> = Awaited<ReturnType<(typeof tasks)[T]>>;
