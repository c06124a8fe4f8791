import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepairPlan } from '../../preload/contract/index.ts';
import type { RepairOutput } from '../images/repairs/repair.ts';
import type { ReturnedPage } from '../packs/returns/facts.ts';

/** A copy that was made and not yet accepted. */
export interface RepairedCopyFile extends RepairOutput {
  dossierId: string;
  attachmentId: string;
  /** Of the document as it was when the copy was made. */
  replaces: string;
  plan: RepairPlan;
  /** Forms of ours that it shows; `null` where nobody looked. */
  returned: ReturnedPage[] | null;
}

/** Repaired copies that wait for the person's word, by the task that made them; one a document. */
export class RepairedCopies {
  readonly #folder: string;
  readonly #copies = new Map<string, RepairedCopyFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Absolute paths of what a task writes. */
  files(taskId: string): { folder: string; out: string; uncropped: string } {
    const folder = join(this.#folder, taskId);
    return { folder, out: join(folder, 'copy'), uncropped: join(folder, 'uncropped.jpg') };
  }

  find(taskId: string): RepairedCopyFile | null {
    return this.#copies.get(taskId) ?? null;
  }

  async keep(taskId: string, copy: RepairedCopyFile): Promise<void> {
    for (const [id, other] of this.#copies)
      if (other.attachmentId === copy.attachmentId) await this.discard(id);
    this.#copies.set(taskId, copy);
  }

  async discard(taskId: string): Promise<void> {
    this.#copies.delete(taskId);
    await rm(this.files(taskId).folder, { recursive: true, force: true });
  }
}
