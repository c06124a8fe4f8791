import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AppEvent, Dossier } from '../../../preload/contract/index.ts';
import { emptyDossier, emptyPerson } from '../../../main/dossiers/empty.ts';
import { recoverHead, Workspace } from '../../../main/workspaces/workspace.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const NOW = '2026-11-21T02:00:00.000Z';
const events: AppEvent[] = [];
const deps = {
  clock: { today: () => '2026-11-21', now: () => NOW },
  emit: (event: AppEvent) => void events.push(event),
};

async function newWorkspace(): Promise<Workspace> {
  const workspace = await Workspace.create(join(await tempFolder(), 'group'), 'Group', deps);
  onTestFinished(() => workspace.close());
  return workspace;
}

async function addDossier(workspace: Workspace, name: string): Promise<string> {
  const dossier = emptyDossier(randomUUID(), NOW);
  dossier.entity.name = name;
  await workspace.addDossier(dossier, { action: 'dossiers.create', params: { name } });
  return dossier.id;
}

const rename = (workspace: Workspace, id: string, name: string) =>
  workspace.editDossier(id, { action: 'dossiers.update', params: { fields: ['entity.name'] } }, (draft) => {
    draft.entity.name = name;
  });

const nameOf = (workspace: Workspace, id: string) => workspace.dossier(id).entity.name;

async function reopen(workspace: Workspace): Promise<Workspace> {
  await workspace.close();
  const again = await Workspace.open(workspace.paths.folder, false, deps);
  onTestFinished(() => again.close());
  return again;
}

const onDisk = async (workspace: Workspace, id: string): Promise<Dossier> =>
  JSON.parse(await readFile(workspace.paths.dossier(id), 'utf8')) as Dossier;

test('finds everything again after it was closed', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲公司');
  const person = { ...emptyPerson(randomUUID()), name: '张样例' };
  await workspace.addPerson(person, { action: 'people.create', params: {} });
  await workspace.saveSettings({ theme: 'dark', name: '样例集团' });
  const again = await reopen(workspace);
  expect(nameOf(again, id)).toBe('甲公司');
  expect(again.person(person.id)).toEqual(person);
  expect(again.view()).toMatchObject({ name: '样例集团', settings: { theme: 'dark' }, damaged: [] });
});

test('will not be made in a folder that has something in it', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await expect(Workspace.create(folder, 'Group', deps)).rejects.toMatchObject({
    failure: { code: 'workspaces.folder-in-use' },
  });
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

test('saving one dossier leaves the files of all others alone', async () => {
  const workspace = await newWorkspace();
  const [first, second] = [await addDossier(workspace, '甲'), await addDossier(workspace, '乙')];
  const before = await stat(workspace.paths.dossier(second));
  await rename(workspace, first, '甲甲');
  const after = await stat(workspace.paths.dossier(second));
  expect(after.mtimeMs).toBe(before.mtimeMs);
  expect(after.ino).toBe(before.ino);
  expect((await onDisk(workspace, first)).entity.name).toBe('甲甲');
});

test('undo and redo go through edits, removals and creations, on disk as well', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  await workspace.editDossier(id, { action: 'dossiers.update', params: { fields: ['a'] } }, (draft) => {
    draft.entity.remark = '备注';
  });
  await workspace.removeDossier(id, { action: 'dossiers.remove', params: { name: '甲' } });
  expect(workspace.dossiers).toEqual([]);

  expect(await workspace.undo()).toMatchObject({ action: 'dossiers.remove', dossierId: id });
  expect((await onDisk(workspace, id)).entity.remark).toBe('备注');
  expect(await workspace.undo()).toMatchObject({ action: 'dossiers.update' });
  expect((await onDisk(workspace, id)).entity.remark).toBeNull();
  expect(await workspace.undo()).toMatchObject({ action: 'dossiers.create', dossierId: null });
  expect(workspace.dossiers).toEqual([]);
  expect(await workspace.undo()).toBeNull();

  await workspace.redo();
  await workspace.redo();
  expect((await onDisk(workspace, id)).entity.remark).toBe('备注');
  expect(workspace.view().redo).toMatchObject({ action: 'dossiers.remove' });
});

test('keystrokes in one field are one step, another field is the next', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  for (const name of ['甲公', '甲公司', '甲公司二']) await rename(workspace, id, name);
  await workspace.editDossier(
    id,
    { action: 'dossiers.update', params: { fields: ['entity.remark'] } },
    (draft) => {
      draft.entity.remark = 'x';
    },
  );
  await workspace.undo();
  expect(nameOf(workspace, id)).toBe('甲公司二');
  await workspace.undo();
  expect(nameOf(workspace, id)).toBe('甲');
  const history = await workspace.history(id).read();
  expect(history.map(({ action }) => action)).toEqual([
    'undo:dossiers.update',
    'undo:dossiers.update',
    'dossiers.update',
    'dossiers.update',
    'dossiers.create',
  ]);
});

test('a new edit ends the way forward', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  await rename(workspace, id, '乙');
  await workspace.undo();
  await rename(workspace, id, '丙');
  expect(await workspace.redo()).toBeNull();
  expect(nameOf(workspace, id)).toBe('丙');
});

test('undo does not forget that a filing password was set meanwhile', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  await rename(workspace, id, '乙');
  await workspace.markDossier(id, { action: 'passwords.set', params: {} }, (draft) => {
    draft.filingPassword = { setAt: NOW };
  });
  await workspace.undo();
  expect(workspace.dossier(id)).toMatchObject({ entity: { name: '甲' }, filingPassword: { setAt: NOW } });
});

test('a damaged dossier names itself, opens from its backup on request, and takes no other down', async () => {
  const workspace = await newWorkspace();
  const [damaged, healthy] = [await addDossier(workspace, '甲'), await addDossier(workspace, '乙')];
  await rename(workspace, damaged, '甲甲');
  await workspace.close();
  await writeFile(workspace.paths.dossier(damaged), '\0\0\0');

  const again = await Workspace.open(workspace.paths.folder, false, deps);
  onTestFinished(() => again.close());
  const file = `dossiers/${damaged}/dossier.json`;
  expect(again.dossiers.map(({ id }) => id)).toEqual([healthy]);
  expect(again.view().damaged).toMatchObject([{ file, kind: 'dossier', reason: 'not-json' }]);

  await again.recover(file);
  expect(nameOf(again, damaged)).toBe('甲');
  expect(again.view().damaged).toEqual([]);
  const kept = (await readdir(join(again.paths.dossiers, damaged))).find((name) => name.includes('damaged'));
  expect(await readFile(join(again.paths.dossiers, damaged, kept!), 'utf8')).toBe('\0\0\0');
});

test('a damaged dossier without a backup says so and stays as it is', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  await workspace.close();
  await writeFile(workspace.paths.dossier(id), 'half');
  const again = await Workspace.open(workspace.paths.folder, false, deps);
  onTestFinished(() => again.close());
  expect(again.damaged[0]).toMatchObject({ backupFrom: null });
  await expect(again.recover(again.damaged[0]!.file)).rejects.toMatchObject({
    failure: { code: 'store.no-backup' },
  });
  expect(await readFile(again.paths.dossier(id), 'utf8')).toBe('half');
});

test('a damaged workspace.json is recovered from its last good version', async () => {
  const workspace = await newWorkspace();
  await workspace.saveSettings({ name: 'Renamed' });
  await workspace.close();
  await writeFile(workspace.paths.head, '{');
  const { folder } = workspace.paths;
  await expect(Workspace.open(folder, false, deps)).rejects.toMatchObject({
    failure: { code: 'store.unreadable', params: { file: 'workspace.json', hasBackup: true } },
  });
  await recoverHead(folder);
  const again = await Workspace.open(folder, false, deps);
  onTestFinished(() => again.close());
  expect(again.view().name).toBe('Group');
});

test('a workspace from a newer application is not touched', async () => {
  const workspace = await newWorkspace();
  await workspace.close();
  const head = JSON.stringify({
    ...JSON.parse(await readFile(workspace.paths.head, 'utf8')),
    schemaVersion: 9,
  });
  await writeFile(workspace.paths.head, head);
  await expect(Workspace.open(workspace.paths.folder, false, deps)).rejects.toMatchObject({
    failure: { code: 'workspaces.newer-version', params: { version: 9 } },
  });
  expect(await readFile(workspace.paths.head, 'utf8')).toBe(head);
});

test('a folder copied by hand under another name is named, not written over', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  await workspace.close();
  const copy = randomUUID();
  await cp(join(workspace.paths.dossiers, id), join(workspace.paths.dossiers, copy), { recursive: true });
  const again = await Workspace.open(workspace.paths.folder, false, deps);
  onTestFinished(() => again.close());
  expect(again.dossiers.map((dossier) => dossier.id)).toEqual([id]);
  expect(again.damaged).toMatchObject([{ file: `dossiers/${copy}/dossier.json`, reason: 'wrong-shape' }]);
});

test('writes nothing more once another program has taken the lock', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  // Another program finds the lock stale (this one slept) and makes it its own.
  const { utimes } = await import('node:fs/promises');
  const lock = join(workspace.paths.folder, 'lock');
  events.length = 0;
  await utimes(lock, new Date(1), new Date(1));
  await expect.poll(() => workspace.readOnly, { timeout: 12_000, interval: 200 }).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: 'saving', state: 'failed' });
  await expect(rename(workspace, id, '乙')).rejects.toMatchObject({
    failure: { code: 'workspaces.read-only' },
  });
  expect((await onDisk(workspace, id)).entity.name).toBe('甲');
});

test('only one writes at a time; reading is offered meanwhile and changes nothing', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  const { folder } = workspace.paths;
  await expect(Workspace.open(folder, false, deps)).rejects.toMatchObject({
    failure: { code: 'workspaces.locked', params: { since: NOW } },
  });
  const reader = await Workspace.open(folder, true, deps);
  expect(nameOf(reader, id)).toBe('甲');
  await expect(rename(reader, id, '乙')).rejects.toMatchObject({
    failure: { code: 'workspaces.read-only' },
  });
  await reader.close();
  await rename(workspace, id, '丙');
  expect(nameOf(workspace, id)).toBe('丙');
});

test('takes over at once the lock of a process of this machine that has died', async () => {
  const workspace = await newWorkspace();
  await workspace.close();
  const { folder } = workspace.paths;
  await mkdir(join(folder, 'lock'));
  const { hostname } = await import('node:os');
  // No process has the highest number a process may have on any system we run on.
  await writeFile(
    join(folder, 'lock-owner.json'),
    JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: NOW }),
  );
  const again = await Workspace.open(folder, false, deps);
  onTestFinished(() => again.close());
  expect(again.readOnly).toBe(false);
});

test('respects a fresh lock of another machine', async () => {
  const workspace = await newWorkspace();
  await workspace.close();
  const { folder } = workspace.paths;
  await mkdir(join(folder, 'lock'));
  const since = '2026-11-20T08:00:00.000Z';
  await writeFile(
    join(folder, 'lock-owner.json'),
    JSON.stringify({ pid: 1, host: 'another-machine', since }),
  );
  await expect(Workspace.open(folder, false, deps)).rejects.toMatchObject({
    failure: { code: 'workspaces.locked', params: { since } },
  });
});

test('a failed write is told, keeps the edit off the disk and out of undo', async () => {
  const workspace = await newWorkspace();
  const id = await addDossier(workspace, '甲');
  const blocked = `${workspace.paths.dossier(id)}.tmp`;
  await mkdir(blocked);
  events.length = 0;
  await expect(rename(workspace, id, '乙')).rejects.toMatchObject({
    failure: { code: 'store.write-failed' },
  });
  expect(events.map((event) => event.type === 'saving' && event.state)).toEqual(['saving', 'failed']);
  expect(nameOf(workspace, id)).toBe('甲');
  expect((await onDisk(workspace, id)).entity.name).toBe('甲');
  expect(workspace.view().undo).toMatchObject({ action: 'dossiers.create' });
  await rm(blocked, { recursive: true });
  await rename(workspace, id, '乙');
  expect((await onDisk(workspace, id)).entity.name).toBe('乙');
});

test('says that there is no workspace in a folder without one', async () => {
  await expect(Workspace.open(await tempFolder(), false, deps)).rejects.toMatchObject({
    failure: { code: 'workspaces.not-found' },
  });
});
