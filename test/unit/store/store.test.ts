import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Memory, type Adapter } from 'lowdb';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Store, UnreadableError, type StoreFile } from '../../../main/store/store.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const Counter = v.strictObject({ schemaVersion: v.literal(3), count: v.number(), tags: v.array(v.string()) });
type Counter = v.InferOutput<typeof Counter>;

const file: StoreFile<Counter> = {
  name: 'counter.json',
  schema: Counter,
  migrations: {
    current: 3,
    steps: {
      1: (old) => ({ count: old['number'] }),
      2: (old) => ({ ...old, tags: [] }),
    },
  },
};

const start: Counter = { schemaVersion: 3, count: 0, tags: [] };

/** Refuses to write while `refusal` is set. */
class FussyDisk implements Adapter<unknown> {
  refusal: NodeJS.ErrnoException | null = null;
  #memory = new Memory<unknown>();

  read() {
    return this.#memory.read();
  }

  async write(data: unknown) {
    if (this.refusal) throw this.refusal;
    this.#memory.write(data);
  }
}

const diskError = (code: string) => Object.assign(new Error(code), { code });

describe('a store', () => {
  test('waits for an asynchronous change before it writes', async () => {
    const path = join(await tempFolder(), 'counter.json');
    const store = await Store.createFile(path, file, start);
    await store.update(async (draft) => {
      await new Promise((resume) => setTimeout(resume, 20));
      draft.count = 1;
    });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ count: 1 });
  });

  test('keeps the old state when a change throws half-way', async () => {
    const store = await Store.create(new Memory<unknown>(), file, start);
    const update = store.update((draft) => {
      draft.count = 9;
      throw new Error('stop');
    });
    await expect(update).rejects.toThrow('stop');
    expect(store.state.count).toBe(0);
  });

  test('refuses a change that breaks the schema and keeps the old state', async () => {
    const store = await Store.create(new Memory<unknown>(), file, start);
    await expect(store.update((draft) => void Object.assign(draft, { count: 'nine' }))).rejects.toThrow();
    expect(store.state).toEqual(start);
  });

  test.each([
    ['ENOSPC', 'store.disk-full'],
    ['EROFS', 'store.no-permission'],
    ['EACCES', 'store.no-permission'],
    ['EIO', 'store.write-failed'],
  ])('says %s as %s, keeps the old state and works again afterwards', async (code, expected) => {
    const disk = new FussyDisk();
    const store = await Store.create(disk, file, start);
    disk.refusal = diskError(code);
    await expect(store.update((draft) => void (draft.count = 9))).rejects.toMatchObject({
      failure: { code: expected },
    });
    expect(store.state.count).toBe(0);
    disk.refusal = null;
    await store.update((draft) => void (draft.count += 1));
    expect(store.state.count).toBe(1);
  });

  test('loses no update when many run at once', async () => {
    const store = await Store.create(new Memory<unknown>(), file, start);
    await Promise.all(Array.from({ length: 50 }, () => store.update((draft) => void (draft.count += 1))));
    expect(store.state.count).toBe(50);
  });

  test('keeps the version before the last beside the file', async () => {
    const path = join(await tempFolder(), 'counter.json');
    const store = await Store.createFile(path, file, start);
    await store.update((draft) => void (draft.count = 1));
    await store.update((draft) => void (draft.count = 2));
    expect(JSON.parse(await readFile(`${path}.bak`, 'utf8'))).toMatchObject({ count: 1 });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ count: 2 });
  });

  test('brings an older file through every migration', async () => {
    const path = join(await tempFolder(), 'counter.json');
    await writeFile(path, JSON.stringify({ schemaVersion: 1, number: 7 }));
    const store = await Store.openFile(path, file);
    expect(store.state).toEqual({ schemaVersion: 3, count: 7, tags: [] });
  });

  test.each([
    ['empty', '', 'not-json'],
    ['filled with NUL', '\0\0\0\0', 'not-json'],
    ['cut off', '{"schemaVersion":3,"count":', 'not-json'],
    ['of another shape', '{"schemaVersion":3,"count":"x","tags":[]}', 'wrong-shape'],
    ['of no version', '{"count":1,"tags":[]}', 'wrong-shape'],
    ['from a newer application', '{"schemaVersion":4,"count":1,"tags":[]}', 'newer-version'],
  ])('says why a file that is %s cannot be opened', async (_what, text, reason) => {
    const path = join(await tempFolder(), 'counter.json');
    await writeFile(path, text);
    const opening = Store.openFile(path, file);
    await expect(opening).rejects.toBeInstanceOf(UnreadableError);
    await expect(opening).rejects.toMatchObject({ reason });
  });

  test('keeps the file on disk when the temporary one cannot be written', async () => {
    const folder = join(await tempFolder(), 'sub');
    await mkdir(folder);
    const path = join(folder, 'counter.json');
    const store = await Store.createFile(path, file, start);
    // A folder in place of the temporary file fails for root as well, unlike a missing permission.
    await mkdir(`${path}.tmp`);
    await expect(store.update((draft) => void (draft.count = 1))).rejects.toMatchObject({
      failure: { code: 'store.write-failed', params: { file: 'counter.json' } },
    });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ count: 0 });
  });
});
