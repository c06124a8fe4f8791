import type { PackManifest, PackPreview } from '../../preload/contract/index.ts';
import type { WorkContext } from '../workers/task.ts';
import type { PackInput } from './input.ts';
import { previewPack, writePack } from './write.ts';

export interface WritePackTask {
  input: PackInput;
  /** Absolute path; must not exist or be empty. */
  outDir: string;
}

/** `packs.write` of the worker table. */
export function runWritePack({ input, outDir }: WritePackTask, context: WorkContext): Promise<PackManifest> {
  return writePack(input, outDir, context);
}

/** `packs.preview` of the worker table: attached files are decoded once to see that they can be. */
export function runPreviewPack(input: PackInput, context: WorkContext): Promise<PackPreview> {
  return previewPack(input, context);
}
