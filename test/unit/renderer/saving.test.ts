import { expect, test } from 'vitest';
import { ApiError } from '../../../renderer/api/client.ts';
import { FieldEdits } from '../../../renderer/field-edits.svelte.ts';
import { Saving } from '../../../renderer/saving.svelte.ts';

function formOn(disk: { full: boolean }, saved: Record<string, unknown>) {
  return new FieldEdits(
    (path) => saved[path],
    async (path, value) => {
      if (disk.full) throw new ApiError({ code: 'store.disk-full', params: { file: 'dossier.json' } });
      saved[path] = value;
    },
    60_000,
  );
}

test('says saving while a form holds something, and saved once the disk has it', async () => {
  const saved: Record<string, unknown> = {};
  const saving = new Saving();
  const form = formOn({ full: false }, saved);
  saving.watch(form, 'dossier');
  expect(saving.state).toBe('idle');
  form.type('name', '云杉');
  expect(saving.state).toBe('saving');
  await saving.flush();
  saving.tell({ type: 'saving', state: 'saved', at: '2026-11-21T02:42:00.000Z', failure: null });
  expect(saving.state).toBe('saved');
});

test('says failed while main could not write', () => {
  const saving = new Saving();
  const failure = { code: 'store.disk-full' as const, params: { file: 'dossier.json' } };
  saving.tell({ type: 'saving', state: 'failed', at: '2026-11-21T02:42:00.000Z', failure });
  expect(saving.state).toBe('failed');
  expect(saving.disk?.failure).toEqual(failure);
});

test('hands over what a form holds when its screen is left', async () => {
  const saved: Record<string, unknown> = {};
  const saving = new Saving();
  const form = formOn({ full: false }, saved);
  const leave = saving.watch(form, 'dossier');
  form.type('name', '云杉');
  leave();
  await saving.flush();
  expect(saved['name']).toBe('云杉');
  expect(saving.state).toBe('idle');
});

test('keeps what could not be saved for the next form of the same record', async () => {
  const disk = { full: true };
  const saved: Record<string, unknown> = {};
  const saving = new Saving();
  const first = formOn(disk, saved);
  const leave = saving.watch(first, 'dossier');
  first.type('name', '云杉');
  leave();
  await saving.flush();
  expect(saving.state).toBe('failed');

  const second = formOn(disk, saved);
  saving.watch(second, 'dossier');
  expect(second.value('name')).toBe('云杉');
  disk.full = false;
  await saving.flush();
  expect(saved['name']).toBe('云杉');
  expect(saving.state).toBe('idle');
});
