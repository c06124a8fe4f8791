import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { DurableFile } from '../store/durable-file.ts';
import { JsonAdapter } from '../store/json-adapter.ts';
import { Store } from '../store/store.ts';

const Recent = v.strictObject({ schemaVersion: v.literal(1), folders: v.array(v.string()) });
const file = { name: 'recent.json', schema: Recent, migrations: { current: 1, steps: {} } };
const KEPT = 8;

/** Folders of workspaces opened lately, newest first. A convenience: an unreadable list starts anew. */
export class RecentFolders {
  readonly #store: Promise<Store<v.InferOutput<typeof Recent>>>;
  readonly #dataDir: string;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    const path = join(dataDir, file.name);
    this.#store = Store.openFile(path, file).catch(() =>
      Store.startWith(new JsonAdapter(new DurableFile(path)), file, { schemaVersion: 1, folders: [] }),
    );
  }

  async list(): Promise<string[]> {
    return (await this.#store).state.folders;
  }

  async add(folder: string): Promise<void> {
    await mkdir(this.#dataDir, { recursive: true });
    await (
      await this.#store
    ).update((recent) => {
      recent.folders = [folder, ...recent.folders.filter((other) => other !== folder)].slice(0, KEPT);
    });
  }
}
