import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { ImageFacts, ImageKind, Params, type Attachment } from '../../preload/contract/index.ts';
import { imageKindOf, inspectionVersion, type MeasuredFile } from '../images/index.ts';
import { ReturnedPage, returnsVersion } from '../packs/returns/facts.ts';
import { DurableFile } from '../store/durable-file.ts';
import { JsonAdapter } from '../store/json-adapter.ts';
import { Store } from '../store/store.ts';
import type { Layout } from '../workspaces/files.ts';

const Measured = v.strictObject({
  version: v.number(),
  kind: ImageKind,
  pages: v.array(
    v.strictObject({ facts: v.nullable(ImageFacts), failure: v.nullable(v.string()), params: Params }),
  ),
});

/** Facts per file and kind, `<sha256>:<kind>`. */
const MeasuredFiles = v.strictObject({
  schemaVersion: v.literal(1),
  files: v.record(v.string(), Measured),
  /** Signed forms among them, by `<sha256>`. */
  returned: v.optional(
    v.record(v.string(), v.strictObject({ version: v.number(), pages: v.array(ReturnedPage) })),
    {},
  ),
});
type MeasuredFiles = v.InferOutput<typeof MeasuredFiles>;

/**
 * What was measured of the attachments: derived, so it lives in the cache and not in the dossier, one file a
 * dossier. A cache that is missing or unreadable is measured anew.
 */
export class Inspections {
  readonly #paths: Layout;
  readonly #byDossier = new Map<string, Store<MeasuredFiles>>();

  constructor(paths: Layout) {
    this.#paths = paths;
  }

  async load(dossierId: string): Promise<void> {
    if (this.#byDossier.has(dossierId)) return;
    this.#byDossier.set(dossierId, await openOrStartAnew(this.#paths.inspections(dossierId)));
  }

  /** `null` while nothing current is known of the file as the kind of its material. */
  of(dossierId: string, attachment: Attachment): MeasuredFile | null {
    const found = this.#byDossier.get(dossierId)?.state.files[keyOf(attachment)];
    return found?.version === inspectionVersion ? found : null;
  }

  async keep(dossierId: string, attachment: Attachment, measured: MeasuredFile): Promise<void> {
    await this.#update(dossierId, (state) => {
      state.files[keyOf(attachment)] = v.parse(Measured, measured);
    });
  }

  async #update(dossierId: string, change: (state: MeasuredFiles) => void): Promise<void> {
    await this.load(dossierId);
    await mkdir(dirname(this.#paths.inspections(dossierId)), { recursive: true });
    await this.#byDossier.get(dossierId)!.update(change);
  }

  /** The pages of a file that are forms we printed; `null` while nobody has looked. */
  returnedForms(dossierId: string, sha256: string): ReturnedPage[] | null {
    const found = this.#byDossier.get(dossierId)?.state.returned[sha256];
    return found?.version === returnsVersion ? found.pages : null;
  }

  async keepReturnedForms(dossierId: string, sha256: string, pages: ReturnedPage[]): Promise<void> {
    await this.#update(dossierId, (state) => {
      state.returned[sha256] = { version: returnsVersion, pages };
    });
  }

  /** The state that changes with every new measurement; views are kept under it. */
  stateOf(dossierId: string): object | null {
    return this.#byDossier.get(dossierId)?.state ?? null;
  }
}

function keyOf({ sha256, material }: Attachment): string {
  return `${sha256}:${imageKindOf(material)}`;
}

async function openOrStartAnew(path: string): Promise<Store<MeasuredFiles>> {
  const file = {
    name: 'cache/inspections',
    schema: MeasuredFiles,
    migrations: { current: 1, steps: {} },
  };
  try {
    return await Store.openFile(path, file);
  } catch {
    await rm(path, { force: true }).catch(() => undefined);
    return Store.startWith(new JsonAdapter(new DurableFile(path)), file, {
      schemaVersion: 1,
      files: {},
      returned: {},
    });
  }
}
