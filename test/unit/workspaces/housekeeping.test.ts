import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Attachment } from '../../../preload/contract/index.ts';
import { emptyDossier } from '../../../main/dossiers/empty.ts';
import { tidyWorkspace } from '../../../main/workspaces/housekeeping.ts';
import { Workspace } from '../../../main/workspaces/workspace.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const NOW = '2026-11-21T02:00:00.000Z';
const deps = { clock: { today: () => '2026-11-21', now: () => NOW }, emit: () => undefined };
const action = (name: string) => ({ action: name, params: {} });

function attachment(digit: string): Attachment {
  return {
    id: randomUUID(),
    sha256: digit.repeat(64),
    fileName: `${digit}.jpg`,
    mediaType: 'image/jpeg',
    bytes: 1,
    addedAt: NOW,
    material: null,
    materialGuessed: false,
    owner: null,
    serviceId: null,
    issuedOn: null,
    validTo: null,
    copies: null,
    watermark: null,
    watermarkCoversText: false,
    repairedFrom: null,
  };
}

/** A dossier with the files a, b and c, of which only a is referred to now and b by its last good version. */
async function untidy() {
  const workspace = await Workspace.create(join(await tempFolder(), 'group'), 'Group', deps);
  onTestFinished(() => workspace.close());
  const dossier = emptyDossier(randomUUID(), NOW);
  await workspace.addDossier(dossier, action('dossiers.create'));
  const folder = workspace.paths.attachments(dossier.id);
  await mkdir(folder);
  const [a, b, c] = ['a', 'b', 'c'].map(attachment) as [Attachment, Attachment, Attachment];
  for (const { sha256 } of [a, b, c]) await writeFile(join(folder, sha256), 'x');
  const set = (attachments: Attachment[]) =>
    workspace.editDossier(dossier.id, action('attachments.update'), (draft) => {
      draft.attachments = attachments;
    });
  await set([a, b, c]);
  await set([a, b]);
  await set([a]);
  return { workspace, id: dossier.id, folder };
}

const never = () => Promise.reject(new Error('nothing was to be purged'));

test('removes pictures to which neither the dossier nor its last good version refers', async () => {
  const { workspace, folder } = await untidy();
  await tidyWorkspace(workspace, Date.now(), never);
  expect((await readdir(folder)).map((name) => name[0]).sort()).toEqual(['a', 'b']);
});

test('removes nothing while the last good version cannot be read', async () => {
  const { workspace, id, folder } = await untidy();
  await writeFile(`${workspace.paths.dossier(id)}.bak`, '\0');
  await tidyWorkspace(workspace, Date.now(), never);
  expect(await readdir(folder)).toHaveLength(3);
});

test('keeps the trash for 30 days, then empties it and says which dossier is gone', async () => {
  const { workspace, id } = await untidy();
  await workspace.removeDossier(id, action('dossiers.remove'));
  const trashed = workspace.paths.trashedDossier(id);
  await tidyWorkspace(workspace, Date.now() + 29 * 86_400_000, never);
  expect(existsSync(trashed)).toBe(true);
  const gone: string[] = [];
  await tidyWorkspace(
    workspace,
    Date.now() + 31 * 86_400_000,
    async (dossierId) => void gone.push(dossierId),
  );
  expect(existsSync(trashed)).toBe(false);
  expect(gone).toEqual([id]);
});
