import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../renderer/api/client.ts';
import { testApp, type TestApp } from '../helpers/test-app.ts';

const CODE = '91310115000000115Y';

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no failure',
    (caught: unknown) => failureOf(caught).code,
  );
}

async function newDossier({ client }: TestApp, creditCode: string | null = CODE, name = '上海样例有限公司') {
  return (await client.call('dossiers.create', { name, creditCode })).dossier.id;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const folderOf = async ({ client }: TestApp) => (await client.call('app.status', {})).workspace!.folder;

describe('entities', () => {
  test('a credit code alone tells region, nature and kind of certificate', async () => {
    const { client } = await testApp();
    const { dossier, problems } = await client.call('dossiers.create', { name: null, creditCode: CODE });
    expect(dossier.entity).toMatchObject({
      region: '310115',
      nature: 'enterprise',
      group: 'enterprise',
      certificate: { number: CODE, type: 'business-licence', region: '310115' },
    });
    expect(problems).toEqual([]);
  });

  test('a wrong check digit is kept as typed, and the right one is offered', async () => {
    const { client } = await testApp();
    const wrong = `${CODE.slice(0, 17)}X`;
    const { dossier, problems } = await client.call('dossiers.create', { name: null, creditCode: wrong });
    expect(dossier.entity.certificate.number).toBe(wrong);
    expect(problems).toMatchObject([
      { path: 'entity.certificate.number', code: 'credit-code.check', severity: 'error', fix: CODE },
    ]);
  });

  test('one credit code has one dossier', async () => {
    const testing = await testApp();
    await newDossier(testing);
    expect(await codeOf(newDossier(testing))).toBe('dossiers.duplicate-code');
    const other = await newDossier(testing, null, '另一家');
    const patch = { certificate: { number: CODE } };
    expect(await codeOf(testing.client.call('dossiers.update', { dossierId: other, patch }))).toBe(
      'dossiers.duplicate-code',
    );
  });

  test('neither code nor name is no entity', async () => {
    const { client } = await testApp();
    expect(await codeOf(client.call('dossiers.create', { name: ' ', creditCode: null }))).toBe(
      'input.invalid',
    );
    expect(await client.call('dossiers.list', {})).toEqual([]);
  });

  test('an edit of one field is undone by name and remembered in the history', async () => {
    const testing = await testApp();
    const { client } = testing;
    const dossierId = await newDossier(testing);
    await client.call('dossiers.update', { dossierId, patch: { remark: '通信地址已为最详细地址' } });
    const { undone } = await client.call('workspaces.undo', {});
    expect(undone).toMatchObject({ action: 'dossiers.update', dossierId });
    expect((await client.call('dossiers.get', { dossierId })).dossier.entity.remark).toBeNull();
    const [last, edit] = await client.call('dossiers.history', { dossierId });
    expect(last?.action).toBe('undo:dossiers.update');
    expect(edit).toMatchObject({
      action: 'dossiers.update',
      params: { fields: ['entity.remark'], from: null, to: '通信地址已为最详细地址' },
    });
  });

  test('text longer than the authorities take is refused by field, and nothing changes', async () => {
    const testing = await testApp();
    const dossierId = await newDossier(testing);
    const call = testing.client.call('dossiers.update', { dossierId, patch: { name: '长'.repeat(151) } });
    const failure = await call.catch(failureOf);
    expect(failure).toMatchObject({
      code: 'input.invalid',
      params: { field: 'patch.name', rule: 'max_length' },
    });
    expect((await testing.client.call('dossiers.get', { dossierId })).dossier.entity.name).toBe(
      '上海样例有限公司',
    );
  });
});

describe('closed lists', () => {
  test.each([
    ['dossiers.update', { nature: 'club' }, 'nature'],
    ['dossiers.update', { certificate: { type: 'x' } }, 'certificate.type'],
    ['services.update', { contentTypes: ['organization-portal', 'x'] }, 'contentTypes[]'],
    ['services.update', { preApprovals: [{ type: 'x', number: null }] }, 'preApprovals[].type'],
  ] as const)('%s refuses a value of no list and changes nothing: %j', async (method, patch, field) => {
    const testing = await testApp();
    const dossierId = await newDossier(testing);
    const { serviceId, view } = await testing.client.call('services.create', { dossierId, type: 'website' });
    const input = method === 'services.update' ? { dossierId, serviceId, patch } : { dossierId, patch };
    const failure = await testing.client.call(method, input as never).catch(failureOf);
    expect(failure).toMatchObject({ code: 'input.unknown-value', params: { field } });
    expect((await testing.client.call('dossiers.get', { dossierId })).dossier).toEqual(view.dossier);
  });

  test('people have an ID type of the list', async () => {
    const { client } = await testApp();
    expect(await codeOf(client.call('people.create', { fields: { idType: 'library-card' } }))).toBe(
      'input.unknown-value',
    );
    expect(await client.call('people.list', {})).toEqual([]);
  });
});

describe('people', () => {
  test('a resident ID number fills in what its digits say', async () => {
    const { client } = await testApp();
    const { person } = await client.call('people.create', {
      fields: { name: '沈样例', idNumber: '310115198001019993' },
    });
    expect(person).toMatchObject({
      idType: 'resident-id-card',
      origin: 'mainland',
      idRegion: '310115',
      birthDate: '1980-01-01',
      gender: 'male',
    });
  });

  test('one person serves several entities, and changes in all of them at once', async () => {
    const testing = await testApp();
    const { client } = testing;
    const { person } = await client.call('people.create', {
      fields: { name: '沈样例', mobile: '13800138001' },
    });
    const assignment = { personId: person.id, position: '董事长' };
    const ids = [await newDossier(testing), await newDossier(testing, null, '另一家')];
    for (const dossierId of ids)
      await client.call('dossiers.assignRole', { dossierId, role: 'principal', assignment });
    await client.call('people.update', { personId: person.id, patch: { mobile: '13800138009' } });
    for (const dossierId of ids)
      expect((await client.call('dossiers.get', { dossierId })).people[0]?.mobile).toBe('13800138009');
    const [view] = await client.call('people.list', {});
    expect(view?.roles.map(({ role }) => role)).toEqual(['principal', 'principal']);
    expect(await codeOf(client.call('people.remove', { personId: person.id }))).toBe('people.in-use');
  });

  test('a role cannot go to somebody who does not exist', async () => {
    const testing = await testApp();
    const dossierId = await newDossier(testing);
    const assignment = { personId: '00000000-0000-4000-8000-000000000000', position: null };
    expect(
      await codeOf(testing.client.call('dossiers.assignRole', { dossierId, role: 'principal', assignment })),
    ).toBe('people.not-found');
  });
});

describe('filing passwords', () => {
  const SECRET = 'Planted-7f3a-秘密-Zq!';

  test('are kept nowhere but in the keychain, whatever is done with them', async () => {
    const testing = await testApp();
    const { client, clipboard } = testing;
    const dossierId = await newDossier(testing);
    await client.call('passwords.set', { dossierId, password: SECRET });
    expect(await client.call('passwords.reveal', { dossierId })).toEqual({ password: SECRET });
    await client.call('passwords.copy', { dossierId });
    expect(clipboard.text).toBe(SECRET);
    await client.call('dossiers.update', { dossierId, patch: { remark: 'x' } });
    await client.call('workspaces.undo', {});
    await client.call('workspaces.redo', {});
    const view = await client.call('dossiers.get', { dossierId });
    expect(view.dossier.filingPassword).not.toBeNull();
    const shown = JSON.stringify([
      view,
      await client.call('dossiers.history', { dossierId }),
      await client.call('dossiers.list', {}),
      await client.call('app.status', {}),
      testing.events,
      testing.incidents,
    ]);
    expect(shown).not.toContain(SECRET);
    await testing.app.flush();
    const files = [
      ...(await filesBelow(await folderOf(testing))),
      ...(existsSync(testing.ports.dataDir) ? await filesBelow(testing.ports.dataDir) : []),
    ];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const bytes = await readFile(file);
      expect(bytes.includes(SECRET), file).toBe(false);
      expect(bytes.includes(Buffer.from(SECRET, 'utf16le')), file).toBe(false);
      expect(bytes.includes(Buffer.from(SECRET).toString('base64')), file).toBe(false);
    }
    await client.call('passwords.remove', { dossierId });
    expect(await codeOf(client.call('passwords.reveal', { dossierId }))).toBe('passwords.none-set');
  });

  test('without a keychain nothing is stored, and the reason is said', async () => {
    const { memorySecrets } = await import('../../main/secrets/memory-secrets.ts');
    const secrets = memorySecrets({ available: false, reason: 'no-service' });
    const testing = await testApp({ secrets });
    const dossierId = await newDossier(testing);
    const failure = await testing.client
      .call('passwords.set', { dossierId, password: SECRET })
      .catch(failureOf);
    expect(failure).toEqual({ code: 'passwords.no-keychain', params: { reason: 'no-service' } });
    const { dossier } = await testing.client.call('dossiers.get', { dossierId });
    expect(dossier.filingPassword).toBeNull();
    for (const file of await filesBelow(await folderOf(testing)))
      expect((await readFile(file)).includes(SECRET), file).toBe(false);
  });

  test('leave the clipboard after 30 seconds, unless something else is there by then', async () => {
    const testing = await testApp();
    const { client, clipboard } = testing;
    const dossierId = await newDossier(testing);
    await client.call('passwords.set', { dossierId, password: SECRET });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await client.call('passwords.copy', { dossierId });
      await vi.advanceTimersByTimeAsync(29_000);
      expect(clipboard.text).toBe(SECRET);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(clipboard.text).toBe('');
      await client.call('passwords.copy', { dossierId });
      clipboard.text = 'something of the person';
      await vi.advanceTimersByTimeAsync(30_000);
      expect(clipboard.text).toBe('something of the person');
    } finally {
      vi.useRealTimers();
    }
  });

  test('do not stay on the clipboard when the application closes', async () => {
    const testing = await testApp();
    const dossierId = await newDossier(testing);
    await testing.client.call('passwords.set', { dossierId, password: SECRET });
    await testing.client.call('passwords.copy', { dossierId });
    await testing.app.close();
    expect(testing.clipboard.text).toBe('');
  });
});

describe('the entry', () => {
  test('refuses unknown and inherited method names', async () => {
    const { app } = await testApp();
    for (const method of ['nope', 'toString', '__proto__', 'constructor'])
      expect(JSON.parse(await app.call(method, '{}'))).toMatchObject({
        ok: false,
        error: { code: 'input.invalid' },
      });
  });

  test('refuses what is not JSON and keys it does not know', async () => {
    const { app } = await testApp();
    expect(await app.call('dossiers.list', '{')).toContain('"rule":"json"');
    expect(await app.call('dossiers.list', '{"x":1}')).toContain('input.invalid');
  });

  test('answers every method with a failure, not a crash, while no workspace is open', async () => {
    const { client } = await testApp();
    await client.call('workspaces.close', {});
    expect(await codeOf(client.call('dossiers.list', {}))).toBe('workspaces.none-open');
    expect(await codeOf(client.call('workspaces.undo', {}))).toBe('workspaces.none-open');
    expect((await client.call('app.status', {})).workspace).toBeNull();
  });

  test('tells an unforeseen error by number only, and the log in full', async () => {
    const clock = {
      today: () => '2026-11-21',
      now: (): string => {
        throw new Error('EIO /home/somebody/secret');
      },
    };
    const { createApp } = await import('../../main/app.ts');
    const { testPorts } = await import('../helpers/test-app.ts');
    const ports = await testPorts({ clock });
    const app = await createApp(ports);
    const answer = await app.call('workspaces.create', JSON.stringify({ folder: ports.dataDir, name: 'x' }));
    expect(answer).toContain('internal.unexpected');
    expect(answer).not.toContain('secret');
    expect(String(ports.incidents)).toContain('incident');
    await app.close();
  });
});
