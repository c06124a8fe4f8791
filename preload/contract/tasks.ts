import * as v from 'valibot';
import { Bilingual, Id, Instant } from './common.ts';
import { Failure } from './errors.ts';
import { PackBatch, PackResult } from './packs.ts';
import { RepairedCopy } from './repairs.ts';

/** A long piece of work: what, how far, how it ended. */
export const Task = v.strictObject({
  id: Id,
  kind: v.picklist(['inspect', 'export', 'export-many', 'repair']),
  dossierId: v.nullable(Id),
  done: v.number(),
  total: v.number(),
  state: v.picklist(['running', 'done', 'failed', 'cancelled']),
  failure: v.nullable(Failure),
  pack: v.nullable(PackResult),
  batch: v.nullable(PackBatch),
  /** What a `repair` task has made, for the person to accept. */
  repaired: v.nullable(RepairedCopy),
  /** Attachments an `inspect` task has taken in. */
  added: v.array(Id),
  /** Files an `inspect` task has refused, and why. */
  refused: v.array(v.strictObject({ fileName: v.string(), reason: Bilingual })),
});
export type TaskResult = Pick<Task, 'pack' | 'batch' | 'repaired' | 'added' | 'refused'>;
export type Task = v.InferOutput<typeof Task>;

/** What main tells without being asked. */
export const AppEvent = v.variant('type', [
  v.strictObject({ type: v.literal('task'), task: Task }),
  /** A dossier changed outside the call that shows it, e.g. an inspection finished. */
  v.strictObject({ type: v.literal('dossier-changed'), dossierId: Id }),
  v.strictObject({
    type: v.literal('saving'),
    state: v.picklist(['saving', 'saved', 'failed']),
    at: Instant,
    failure: v.nullable(Failure),
  }),
  /** A choice of the native menu: `undo`, `redo`, `new-entity`, `open-workspace`, `export`, `find`, `language:en` ... */
  v.strictObject({ type: v.literal('command'), command: v.string() }),
]);
export type AppEvent = v.InferOutput<typeof AppEvent>;

export const tasksMethods = {
  'tasks.list': { input: v.strictObject({}), output: v.array(Task) },
  'tasks.cancel': { input: v.strictObject({ taskId: Id }), output: v.null() },
};
