import { mkdir, rename } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Instant, KeptRulePack, Sha256, type DamagedFile } from '../../preload/contract/index.ts';
import { DurableFile, readIfThere } from '../store/durable-file.ts';
import { JsonAdapter } from '../store/json-adapter.ts';
import { Store, toWriteError, UnreadableError, type StoreFile } from '../store/store.ts';
import type { Layout } from '../workspaces/files.ts';
import { backupFrom, restoreBackup } from '../workspaces/records.ts';

const Kept = v.strictObject({
  ...KeptRulePack.entries,
  /** The rules it changed when it was taken in; others of the file it only repeated. */
  ruleIds: v.array(v.string()),
});
type Kept = v.InferOutput<typeof Kept>;

/** A pack that comes in, with the bytes of its file. */
export interface NewPack {
  pack: Kept;
  bytes: Uint8Array;
}

/** `rules/packs.json`: the packs of a workspace, which one is in force, and who put what in force when. */
const KeptPacks = v.strictObject({
  schemaVersion: v.literal(1),
  inForce: v.nullable(Sha256),
  packs: v.array(Kept),
  log: v.array(v.strictObject({ at: Instant, by: v.nullable(v.string()), sha256: v.nullable(Sha256) })),
});
type KeptPacks = v.InferOutput<typeof KeptPacks>;

const file: StoreFile<KeptPacks> = {
  name: 'rules/packs.json',
  schema: KeptPacks,
  migrations: { current: 1, steps: {} },
};
const NONE: KeptPacks = { schemaVersion: 1, inForce: null, packs: [], log: [] };

/** The rule packs of a workspace: files under their hash, and the list of them. Nothing is ever taken off the list. */
export class KeptPackList {
  readonly #paths: Layout;
  #store: Store<KeptPacks>;
  /** Set when the list could not be read: no pack is in force then. */
  #damaged: DamagedFile | null = null;

  private constructor(paths: Layout, store: Store<KeptPacks>) {
    this.#paths = paths;
    this.#store = store;
  }

  static async open(paths: Layout): Promise<KeptPackList> {
    const list = new KeptPackList(paths, startAnew(paths));
    await list.#read();
    return list;
  }

  get state(): Readonly<KeptPacks> {
    return this.#store.state;
  }

  get damaged(): DamagedFile[] {
    return this.#damaged ? [this.#damaged] : [];
  }

  find(sha256: string): Kept | null {
    return this.state.packs.find((pack) => pack.sha256 === sha256) ?? null;
  }

  /** The file of a kept pack; `null` when it is gone, `damaged` when it is not what its name says. */
  async fileOf(sha256: string): Promise<{ path: string } | 'damaged' | null> {
    const path = this.#paths.rulePack(sha256);
    const bytes = await readIfThere(path);
    if (bytes === null) return null;
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? { path } : 'damaged';
  }

  /** Puts a pack in force, or the built-in rules; `kept` with its bytes when it is new here. @throws AppError `store.*` */
  async use(
    sha256: string | null,
    { by, at, kept }: { by: string | null; at: string; kept: NewPack | null },
  ): Promise<void> {
    await this.#makeRoom();
    if (kept)
      await new DurableFile(this.#paths.rulePack(kept.pack.sha256))
        .write(kept.bytes)
        .catch((cause: unknown) => {
          throw toWriteError(cause, kept.pack.fileName);
        });
    await this.#store.update((state) => {
      if (kept) state.packs = [...state.packs.filter((pack) => pack.sha256 !== kept.pack.sha256), kept.pack];
      state.inForce = sha256;
      state.log.push({ at, by, sha256 });
    });
  }

  /** @throws AppError `store.no-backup`, `store.*` */
  async recover(): Promise<void> {
    await restoreBackup(this.#paths.rulePacks, file.name);
    await this.#read();
  }

  async settled(): Promise<void> {
    await this.#store.settled();
  }

  isNamed(name: string): boolean {
    return name === file.name;
  }

  async #read(): Promise<void> {
    try {
      this.#store = await Store.openFile(this.#paths.rulePacks, file);
      this.#damaged = null;
    } catch (cause) {
      if (!(cause instanceof UnreadableError)) throw cause;
      if (cause.reason === 'missing') return;
      this.#damaged = {
        file: file.name,
        kind: 'rules',
        id: 'rules',
        reason: cause.reason,
        backupFrom: await backupFrom(this.#paths.rulePacks),
      };
    }
  }

  /** A list that cannot be read stays beside the one begun in its place. */
  async #makeRoom(): Promise<void> {
    try {
      await mkdir(this.#paths.rules, { recursive: true });
      if (!this.#damaged) return;
      await rename(this.#paths.rulePacks, `${this.#paths.rulePacks}.damaged-${Date.now()}`);
    } catch (cause) {
      throw toWriteError(cause, file.name);
    }
    this.#damaged = null;
  }
}

function startAnew(paths: Layout): Store<KeptPacks> {
  return Store.startWith(new JsonAdapter(new DurableFile(paths.rulePacks)), file, NONE);
}
