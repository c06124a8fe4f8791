import { expect, test } from 'vitest';
import { ApiError } from '../../../renderer/api/client.ts';
import { WelcomePage, type WorkspaceOpener } from '../../../renderer/welcome/welcome-page.svelte.ts';
import type { Failure } from '../../../preload/contract/index.ts';

class Opener implements WorkspaceOpener {
  readonly done: unknown[][] = [];
  refusal: Failure | null = null;
  chosen: string | null = null;
  openWorkspace = async (folder: string, readOnly = false) => this.#do('open', folder, readOnly);
  openFromBackup = async (folder: string, file: string) => this.#do('backup', folder, file);
  createWorkspace = async (folder: string, name: string) => this.#do('create', folder, name);
  chooseFolder = async () => this.chosen;

  #do(...what: unknown[]) {
    this.done.push(what);
    if (this.refusal) throw new ApiError(this.refusal);
  }
}

test('proposes a folder and asks for nothing but a name', async () => {
  const opener = new Opener();
  const page = new WelcomePage(opener, '/home/wei/备案');
  await page.create();
  expect(page.nameMissing).toBe(true);
  expect(opener.done).toEqual([]);
  page.name = ' 海岚集团 ';
  await page.create();
  expect(opener.done).toEqual([['create', '/home/wei/备案', '海岚集团']]);
});

test('offers to look read-only into a workspace that is open elsewhere', async () => {
  const opener = new Opener();
  const page = new WelcomePage(opener, '');
  opener.refusal = {
    code: 'workspaces.locked',
    params: { folder: '/share/备案', since: '2026-11-21T02:00:00.000Z' },
  };
  await page.open('/share/备案');
  expect(page.locked).toEqual({ folder: '/share/备案', since: '2026-11-21T02:00:00.000Z' });
  expect(page.failure).toBeNull();
  opener.refusal = null;
  await page.openReadOnly();
  expect(opener.done.at(-1)).toEqual(['open', '/share/备案', true]);
  expect(page.locked).toBeNull();
});

test('offers the backup of a damaged workspace, and opens it only when asked', async () => {
  const opener = new Opener();
  const page = new WelcomePage(opener, '');
  opener.refusal = { code: 'store.unreadable', params: { file: 'workspace.json', hasBackup: true } };
  await page.open('/share/备案');
  expect(page.damaged).toEqual({ folder: '/share/备案', file: 'workspace.json' });
  opener.refusal = null;
  await page.openFromBackup();
  expect(opener.done.at(-1)).toEqual(['backup', '/share/备案', 'workspace.json']);
});

test('says beside the field why a folder could not be opened', async () => {
  const opener = new Opener();
  const page = new WelcomePage(opener, '');
  await page.open();
  expect(page.openFolderMissing).toBe(true);
  opener.refusal = { code: 'workspaces.not-found', params: { folder: '/nowhere' } };
  page.openFolder = '/nowhere';
  await page.open();
  expect(page.failure).toEqual({ of: 'open', failure: opener.refusal });
  expect(page.busy).toBe(false);
});

test('does nothing when the person closes the folder dialog', async () => {
  const opener = new Opener();
  const page = new WelcomePage(opener, '/proposed');
  await page.choose('create');
  expect(page.folder).toBe('/proposed');
  opener.chosen = '/chosen';
  await page.choose('create');
  expect(page.folder).toBe('/chosen');
  await page.choose('open');
  expect(opener.done).toEqual([['open', '/chosen', false]]);
});
