import { expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import { testPorts } from '../helpers/test-app.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

test.each(['flush', 'close'] as const)('%s waits for a call that has only just come in', async (last) => {
  const folder = `${await tempFolder()}/workspace`;
  const app = await createApp(await testPorts());
  await app.call('workspaces.create', JSON.stringify({ folder, name: '测试集团' }));
  // A window that is being closed sends its last edit and waits for nothing.
  const answer = app.call('dossiers.create', JSON.stringify({ name: '上海样例有限公司', creditCode: null }));
  await app[last]();
  expect(JSON.parse(await Promise.race([answer, Promise.resolve('{"ok":"late"}')]))).toMatchObject({
    ok: true,
  });
  await app.close();

  const again = await createApp(await testPorts());
  await again.call('workspaces.open', JSON.stringify({ folder, readOnly: false }));
  expect(await again.call('dossiers.list', '{}')).toContain('上海样例有限公司');
  await again.close();
});
