import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../../renderer/api/client.ts';
import { FieldEdits } from '../../../renderer/field-edits.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A record of two fields whose saving can be held up or refused. */
function openForm() {
  const saved: Record<string, unknown> = { name: '云杉', remark: null };
  const handed: [string, unknown][] = [];
  const disk = { full: false, gate: Promise.resolve() };
  const edits = new FieldEdits(
    (path) => saved[path],
    async (path, value) => {
      handed.push([path, value]);
      await disk.gate;
      if (disk.full) throw new ApiError({ code: 'store.disk-full', params: { file: 'dossier.json' } });
      saved[path] = value;
    },
    300,
  );
  return { edits, saved, handed, disk };
}

test('shows what is typed at once and saves it a moment after the last keystroke', async () => {
  const { edits, saved, handed } = openForm();
  edits.type('name', '云杉示');
  await vi.advanceTimersByTimeAsync(200);
  edits.type('name', '云杉示例');
  expect(edits.value('name')).toBe('云杉示例');
  expect(edits.pending).toBe(true);
  await vi.advanceTimersByTimeAsync(299);
  expect(handed).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(handed).toEqual([['name', '云杉示例']]);
  expect(saved['name']).toBe('云杉示例');
  expect(edits.pending).toBe(false);
});

test('saves at once when the field is left', async () => {
  const { edits, handed } = openForm();
  edits.type('name', '云杉示例');
  await edits.leave('name');
  expect(handed).toEqual([['name', '云杉示例']]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(handed).toHaveLength(1);
});

test('hands over every field when flushed, one after the other', async () => {
  const { edits, handed } = openForm();
  edits.type('name', '甲');
  edits.type('remark', '乙');
  await edits.flush();
  expect(handed).toEqual([
    ['name', '甲'],
    ['remark', '乙'],
  ]);
});

test('does not lose what is typed while an earlier text is being saved', async () => {
  const { edits, saved, disk } = openForm();
  let open = () => {};
  disk.gate = new Promise((done) => (open = done));
  edits.type('name', '甲');
  const saving = edits.leave('name');
  await vi.advanceTimersByTimeAsync(0);
  edits.type('name', '甲乙');
  open();
  await saving;
  expect(saved['name']).toBe('甲');
  expect(edits.value('name')).toBe('甲乙');
  await edits.flush();
  expect(saved['name']).toBe('甲乙');
});

test('keeps the text when the disk refuses, and saves it on the next try', async () => {
  const { edits, saved, disk } = openForm();
  disk.full = true;
  edits.type('name', '云杉示例');
  await edits.flush();
  expect(edits.value('name')).toBe('云杉示例');
  expect(edits.failure('name')?.code).toBe('store.disk-full');
  expect(edits.failed).toBe(true);
  disk.full = false;
  await edits.flush();
  expect(saved['name']).toBe('云杉示例');
  expect(edits.failed).toBe(false);
});

test('saves nothing when the text went back to what it was', async () => {
  const { edits, handed } = openForm();
  edits.type('name', '云杉示例');
  edits.type('name', '云杉');
  await edits.flush();
  expect(handed).toEqual([]);
  expect(edits.isEdited('name')).toBe(false);
});
