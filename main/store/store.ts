import { Low, type Adapter } from 'lowdb';
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { DurableFile } from './durable-file.ts';
import { JsonAdapter } from './json-adapter.ts';
import { migrate, NewerVersionError, type Migrations } from './migrations.ts';

/** What a store needs to know about its file. `name` is how messages call it: relative to the workspace. */
export interface StoreFile<T> {
  name: string;
  schema: v.GenericSchema<unknown, T>;
  migrations: Migrations;
}

/** Why a file could not be opened. */
export class UnreadableError extends Error {
  readonly reason: 'missing' | 'not-json' | 'wrong-shape' | 'newer-version' | 'unreadable';

  constructor(reason: UnreadableError['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Persistent state of type `T`. Memory and disk change together or not at all. */
export class Store<T> {
  readonly #db: Low<unknown>;
  readonly #file: StoreFile<T>;
  #state: T;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(db: Low<unknown>, file: StoreFile<T>, state: T) {
    this.#db = db;
    this.#file = file;
    this.#state = state;
  }

  /** @throws UnreadableError */
  static async open<T>(adapter: Adapter<unknown>, file: StoreFile<T>): Promise<Store<T>> {
    const db = new Low<unknown>(adapter, null);
    await db.read().catch((cause: unknown) => {
      throw new UnreadableError(cause instanceof SyntaxError ? 'not-json' : 'unreadable', { cause });
    });
    if (db.data === null) throw new UnreadableError('missing');
    return new Store(db, file, parseState(db.data, file));
  }

  /** A store for a file that is not there yet; the file appears with the first update. */
  static startWith<T>(adapter: Adapter<unknown>, file: StoreFile<T>, state: T): Store<T> {
    return new Store(new Low<unknown>(adapter, null), file, state);
  }

  /** A store for a file that is not there yet; writes it at once. @throws AppError `store.*` */
  static async create<T>(adapter: Adapter<unknown>, file: StoreFile<T>, state: T): Promise<Store<T>> {
    const store = Store.startWith(adapter, file, state);
    await store.replace(state);
    return store;
  }

  /** @throws UnreadableError */
  static openFile<T>(path: string, file: StoreFile<T>): Promise<Store<T>> {
    return Store.open(new JsonAdapter(new DurableFile(path)), file);
  }

  static createFile<T>(path: string, file: StoreFile<T>, state: T): Promise<Store<T>> {
    return Store.create(new JsonAdapter(new DurableFile(path)), file, state);
  }

  get state(): Readonly<T> {
    return this.#state;
  }

  /**
   * Applies `change` to a copy, checks it, writes it, then adopts it. Updates run one after another.
   *
   * @throws AppError `store.disk-full`, `store.no-permission`, `store.write-failed`: nothing has changed then
   */
  update(change: (draft: T) => void | Promise<void>): Promise<{ before: T; after: T }> {
    return this.#enqueue(async () => {
      const draft = structuredClone(this.#state);
      await change(draft);
      return draft;
    });
  }

  /** Like `update`, with the whole state given. */
  replace(state: T): Promise<{ before: T; after: T }> {
    return this.#enqueue(() => Promise.resolve(state));
  }

  /** Resolves when every update accepted so far has ended. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  #enqueue(makeNext: () => Promise<T>): Promise<{ before: T; after: T }> {
    const run = async () => {
      const next = v.parse(this.#file.schema, await makeNext());
      this.#db.data = next;
      await this.#db.write().catch((cause: unknown) => {
        throw toWriteError(cause, this.#file.name);
      });
      const before = this.#state;
      this.#state = next;
      return { before, after: next };
    };
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function parseState<T>(data: unknown, { schema, migrations }: StoreFile<T>): T {
  try {
    return v.parse(schema, migrate(data, migrations));
  } catch (cause) {
    throw new UnreadableError(cause instanceof NewerVersionError ? 'newer-version' : 'wrong-shape', {
      cause,
    });
  }
}

/** Turns what the disk says into something a person can act on. */
export function toWriteError(cause: unknown, file: string): AppError {
  const code = (cause as NodeJS.ErrnoException)?.code ?? 'unknown';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('store.disk-full', { file }, { cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError('store.no-permission', { file }, { cause });
  return new AppError('store.write-failed', { file, reason: code }, { cause });
}
